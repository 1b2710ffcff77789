package org.collab.ot;

/** Brings an edit that was made on an old revision up to the newest one. */
public final class Rebase {

    private Rebase() {}

    /**
     * The edit as it must be made after all of {@code committed}, which were made to its base in this
     * order. Whatever was committed first keeps its place at ties.
     *
     * <p>The changes are taken one by one and must never be squashed into one before: transforming over a
     * composition can give another result than transforming over its parts. Linear in the list.
     */
    public static Delta over(Delta delta, Iterable<Delta> committed) {
        return over(delta, committed, EmbedHandlers.NONE);
    }

    public static Delta over(Delta delta, Iterable<Delta> committed, EmbedHandlers embeds) {
        Delta rebased = delta;
        for (Delta change : committed) {
            rebased = change.transform(rebased, Priority.THIS_FIRST, embeds);
        }
        return rebased;
    }
}
