package org.collab.ot;

/** What holds whatever is sent. Anything else than an {@link InvalidDeltaException} is a finding. */
final class FuzzLaws {

    private FuzzLaws() {}

    static void same(Object actual, Object expected) {
        if (!actual.equals(expected)) {
            throw new AssertionError("expected " + expected + "\n    was " + actual);
        }
    }

    /** The document after the edit, or the same where it was refused. */
    static RichText applied(RichText text, Delta edit) {
        String before = text.hash();
        RichText after;
        try {
            after = text.apply(edit);
        } catch (InvalidDeltaException e) {
            same(text.hash(), before);
            return text;
        }
        same(text.hash(), before);
        Delta contents = after.toDelta();
        same(contents, text.toDelta().compose(edit));
        same(after.length(), contents.length());
        same(contents.compose(edit.invert(text.toDelta())), text.toDelta());
        loadable(after);
        return after;
    }

    static boolean fits(RichText text, Delta edit) {
        return !applied(text, edit).toDelta().equals(text.toDelta());
    }

    /** The edit after another one that fits too: both ways round the square meet. */
    static Delta rebased(RichText text, Delta edit, Delta committed) {
        Delta rebased = committed.transform(edit, Priority.THIS_FIRST);
        Delta oneWay = text.toDelta().compose(committed).compose(rebased);
        Delta otherWay = text.toDelta().compose(edit).compose(edit.transform(committed, Priority.OTHER_FIRST));
        same(oneWay, otherWay);
        return rebased;
    }

    /** A delta as a whole document. */
    static void contents(Delta delta) {
        RichText text;
        try {
            text = RichText.of(delta);
        } catch (InvalidDeltaException e) {
            return;
        }
        same(text.toDelta(), delta);
        loadable(text);
    }

    private static void loadable(RichText text) {
        RichText loaded = RichText.of(DeltaJson.read(DeltaJson.write(text.toDelta()), Limits.DOCUMENT));
        same(loaded, text);
        same(loaded.hash(), text.hash());
    }
}
