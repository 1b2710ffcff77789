package org.collab.ot;

import org.jspecify.annotations.Nullable;

/**
 * {@link Delta#transform} of two edits that do one thing each, at one place, as nearly all typing does. In
 * O(1), without walking over anything.
 *
 * <p>Only for edits that {@link Transformation} found to meet: so an insert is truly within what the other
 * one changes.
 */
final class SingleActions {

    private SingleActions() {}

    /** The transformed edit, or null where both change formats or embeds, which takes a closer look. */
    static @Nullable Delta transform(Delta done, Delta other, Priority priority) {
        Op first = done.firstAction();
        Op second = other.firstAction();
        if (first.isInsert()) {
            return split(other, second, done.leadingRetain() - other.leadingRetain(), first.length());
        }
        if (first instanceof Op.Delete) {
            return second.isInsert()
                    ? other.movedBy(done.leadingRetain() - other.leadingRetain())
                    : withoutDeleted(done, other, second);
        }
        boolean stays = second.isInsert() || second instanceof Op.Delete || staysOver(first, second, priority);
        return stays ? other : null;
    }

    private static boolean staysOver(Op done, Op other, Priority priority) {
        boolean changesEmbed = done instanceof Op.RetainEmbed && other instanceof Op.RetainEmbed;
        return priority == Priority.OTHER_FIRST && !changesEmbed;
    }

    /** The other edit around what was inserted into what it changes. */
    private static Delta split(Delta other, Op op, int at, int inserted) {
        int kept = other.leadingRetain();
        Op before = OpCursor.piece(op, 0, at);
        Op gap = new Op.Retain(inserted, Attributes.EMPTY);
        Op behind = OpCursor.piece(op, at, op.length() - at);
        return new Delta(
                kept == 0
                        ? new Op[] {before, gap, behind}
                        : new Op[] {new Op.Retain(kept, Attributes.EMPTY), before, gap, behind});
    }

    /** What is left of a change of a stretch of which a part was deleted. */
    private static Delta withoutDeleted(Delta done, Delta other, Op op) {
        int from = other.leadingRetain();
        int deletedFrom = done.leadingRetain();
        int before = Math.max(0, deletedFrom - from);
        int behind = Math.max(0, other.baseLength() - done.baseLength());
        if (before + behind == 0) {
            return Delta.EMPTY;
        }
        int kept = Math.min(from, deletedFrom);
        Op rest = OpCursor.piece(op, 0, before + behind);
        return new Delta(kept == 0 ? new Op[] {rest} : new Op[] {new Op.Retain(kept, Attributes.EMPTY), rest});
    }
}
