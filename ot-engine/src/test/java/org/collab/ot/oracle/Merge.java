package org.collab.ot.oracle;

import org.collab.ot.Delta;
import org.collab.ot.Priority;

/** Two edits made to one document at the same time, merged along both sides of the square. */
record Merge(Delta result, Delta otherWay) {

    static Merge of(Delta doc, Delta first, Delta second) {
        Delta secondAfterFirst = first.transform(second, Priority.THIS_FIRST, NestedDeltaHandler.HANDLERS);
        Delta firstAfterSecond = second.transform(first, Priority.OTHER_FIRST, NestedDeltaHandler.HANDLERS);
        return new Merge(compose(doc, first, secondAfterFirst), compose(doc, second, firstAfterSecond));
    }

    private static Delta compose(Delta doc, Delta one, Delta two) {
        return doc.compose(one, NestedDeltaHandler.HANDLERS).compose(two, NestedDeltaHandler.HANDLERS);
    }

    boolean meets() {
        return Delta.of(result.ops()).equals(Delta.of(otherWay.ops()));
    }
}
