package org.collab.ot;

/**
 * What a version of a document weighs at most, without looking at it: each edit adds as much as it might.
 * Where that is too much, the document is looked at, in O(runs), which is seldom.
 *
 * @param sum at least the document's {@link Weight#sum}
 * @param heaviestRun at least its {@link Weight#heaviestRun}
 */
record WeightBound(long sum, long heaviestRun) {

    static WeightBound exact(RunNode root) {
        Weight weight = Weight.of(root);
        return new WeightBound(weight.sum(), weight.heaviestRun());
    }

    /**
     * After one more edit: its own content, its formats on each unit that they are set on, and the
     * attributes of the runs that its ops may cut in two.
     */
    WeightBound after(Delta edit) {
        long added = 0;
        long formats = 0;
        for (Op op : edit.opArray()) {
            long weight = Weight.of(op);
            added += op.isInsert() ? weight : weight * op.length();
            formats = Math.max(formats, op.attributes().weight());
        }
        long heaviest = heaviestRun + formats;
        return new WeightBound(sum + added + 2 * heaviest * edit.opArray().length, heaviest);
    }
}
