package org.collab.ot;

/** What holds of every document and every edit that it takes: the tree does what composing deltas does. */
final class RichTextLaws {

    private RichTextLaws() {}

    static RichText check(RichText before, Delta edit) {
        Delta contents = before.toDelta();
        RichText after = before.apply(edit);
        TreeCheck.check(after.root());
        require(after.toDelta().equals(contents.compose(edit)), "apply is compose", contents, edit);
        require(after.length() == after.toDelta().length(), "length", contents, edit);
        require(before.toDelta().equals(contents), "the version before is as it was", contents, edit);
        int middle = after.length() / 2;
        require(
                after.slice(middle, after.length()).equals(after.toDelta().slice(middle, after.length())),
                "slice",
                contents,
                edit);
        return after;
    }

    private static void require(boolean holds, String law, Delta document, Delta edit) {
        if (!holds) {
            throw new AssertionError("broken: " + law + "\n    of " + document + "\n    after " + edit);
        }
    }
}
