package org.collab.ot;

import static org.collab.ot.Priority.OTHER_FIRST;
import static org.collab.ot.Priority.THIS_FIRST;

/**
 * The laws that hold for every document and every pair of edits made to it at the same time. Checked
 * hundreds of thousands of times a run, so without an assertion library.
 */
public final class Laws {

    private Laws() {}

    public static void check(Delta document, Delta a, Delta b) {
        roundTrip(document);
        edit(document, a);
        edit(document, b);
        meets(document, a, b);
        meets(document, b, a);
        sequence(document, a, a.transform(b, THIS_FIRST));
        positions(a, document.length());
        difference(document.compose(a), document.compose(b));
        agreesWithReference(document, a, b);
    }

    private static void equal(Object actual, Object expected, String law, Delta... of) {
        if (!actual.equals(expected)) {
            StringBuilder message = new StringBuilder(law);
            for (Delta delta : of) {
                message.append("\n    of ").append(delta);
            }
            message.append("\n    expected ")
                    .append(expected)
                    .append("\n    was      ")
                    .append(actual);
            throw new AssertionError(message.toString());
        }
    }

    /** One edit: applies, can be undone, survives JSON. */
    public static void edit(Delta document, Delta edit) {
        roundTrip(edit);
        Delta after = document.compose(edit);
        equal(after.isDocument(), true, "a document stays one", document, edit);
        equal(after.length(), document.length() + edit.changeLength(), "length", document, edit);
        equal(after.compose(edit.invert(document)), document, "the inverse restores", document, edit);
    }

    static void roundTrip(Delta delta) {
        equal(DeltaJson.read(DeltaJson.write(delta), Limits.DOCUMENT), delta, "JSON round trip");
        equal(DeltaJson.fromValues(DeltaJson.toValues(delta), Limits.DOCUMENT), delta, "round trip as values");
    }

    /** TP1: both ways round the square lead to the same document, {@code first} having come first. */
    private static void meets(Delta document, Delta first, Delta second) {
        Delta oneWay = document.compose(first).compose(first.transform(second, THIS_FIRST));
        Delta otherWay = document.compose(second).compose(second.transform(first, OTHER_FIRST));
        equal(oneWay, otherWay, "TP1", document, first, second);
    }

    /** Composing is doing one after the other. */
    private static void sequence(Delta document, Delta first, Delta next) {
        Delta sequence = document.compose(first).compose(next);
        equal(document.compose(first.compose(next)), sequence, "composition", document, first, next);
    }

    /** A position moves as a marker does that is inserted there at the same time. */
    private static void positions(Delta edit, int length) {
        for (int at = 0; at <= length; at += 1 + length / 8) {
            Delta marker = Delta.builder().retain(at).embed("marker", true).build();
            int before = edit.transform(marker, OTHER_FIRST).baseLength();
            int behind = edit.transform(marker, THIS_FIRST).baseLength();
            equal(edit.transformPosition(at, THIS_FIRST), before, "position before an insert", edit, marker);
            equal(edit.transformPosition(at, OTHER_FIRST), behind, "position behind an insert", edit, marker);
        }
    }

    /** The difference leads from one to the other. */
    public static void difference(Delta from, Delta to) {
        equal(from.compose(from.diff(to)), to, "difference", from, to);
    }

    private static void agreesWithReference(Delta document, Delta a, Delta b) {
        equal(document.compose(a), Reference.compose(document, a), "compose", document, a);
        transformsAsReference(a, b);
        for (Priority priority : Priority.values()) {
            Delta transformed = a.transform(b, priority);
            equal(a.compose(transformed), Reference.compose(a, transformed), "compose", a, transformed);
        }
    }

    static void transformsAsReference(Delta a, Delta b) {
        for (Priority priority : Priority.values()) {
            Delta transformed = a.transform(b, priority);
            equal(transformed, Reference.transform(a, b, priority), "transform " + priority, a, b);
            Delta made = Delta.of(transformed.ops());
            equal(transformed.length(), made.length(), "length", a, b);
            equal(transformed.baseLength(), made.baseLength(), "base length", a, b);
            equal(transformed.changeLength(), made.changeLength(), "change of length", a, b);
            equal(transformed.leadingRetain(), made.leadingRetain(), "leading retain", a, b);
            equal(transformed.isTransformed(), true, "order", a, b);
        }
    }
}
