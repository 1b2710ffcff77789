package org.collab.ot;

/**
 * {@link Delta#diff}: the edit between two documents.
 *
 * <p>Documents are compared character by character; the two halves of a surrogate pair are one character,
 * an embed is a character of its own that equals only the same embed. Where characters stay, the
 * difference of their attributes is retained.
 */
final class Difference {

    private final OpCursor from;
    private final OpCursor to;
    private final DeltaBuilder result = new DeltaBuilder();

    private Difference(Delta from, Delta to) {
        this.from = new OpCursor(from.opArray());
        this.to = new OpCursor(to.opArray());
    }

    static Delta between(Delta from, Delta to) {
        Characters characters = new Characters();
        int[] before = characters.of(from);
        int[] after = characters.of(to);
        boolean[] kept = new boolean[before.length];
        boolean[] known = new boolean[after.length];
        new CommonSubsequence(before, after, kept, known).find();
        return new Difference(from, to).walk(before, kept, after, known);
    }

    private Delta walk(int[] before, boolean[] kept, int[] after, boolean[] known) {
        int i = 0;
        int j = 0;
        while (i < before.length || j < after.length) {
            int inserted = 0;
            for (; j < after.length && !known[j]; j++) {
                inserted += Characters.length(after[j]);
            }
            int deleted = 0;
            for (; i < before.length && !kept[i]; i++) {
                deleted += Characters.length(before[i]);
            }
            int stays = 0;
            for (; i < before.length && kept[i] && j < after.length && known[j]; i++, j++) {
                stays += Characters.length(before[i]);
            }
            insert(inserted);
            delete(deleted);
            keep(stays);
        }
        return result.chop().build();
    }

    private void insert(int length) {
        for (int left = length; left > 0; ) {
            Op op = to.next(Math.min(left, to.remaining()));
            left -= op.length();
            result.push(op);
        }
    }

    private void delete(int length) {
        from.skip(length);
        result.delete(length);
    }

    private void keep(int length) {
        for (int left = length; left > 0; ) {
            int step = Math.min(left, Math.min(from.remaining(), to.remaining()));
            Attributes before = from.next(step).attributes();
            result.retain(step, before.diff(to.next(step).attributes()));
            left -= step;
        }
    }
}
