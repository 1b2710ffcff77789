package org.collab.history.control;

import java.util.Optional;
import org.collab.ot.Op;

/** Consecutive units that one change has put in, from this one on of those that it has put in there. */
record Origin(int length, Ink ink, int offset) implements Piece<Origin> {
    @Override
    public Origin slice(int from, int to) {
        return new Origin(to - from, ink, offset + from);
    }

    @Override
    public Optional<Origin> join(Origin next) {
        return next.ink.equals(ink) && next.offset == offset + length
                ? Optional.of(new Origin(length + next.length, ink, offset))
                : Optional.empty();
    }

    /** Writes with an ink; nothing but inserts changes where units come from. */
    static final class Hand implements PieceList.Hand<Origin> {
        private final Ink ink;
        private int inserted;

        Hand(Ink ink) {
            this.ink = ink;
        }

        @Override
        public Origin inserted(Op op) {
            int offset = inserted;
            inserted += op.length();
            return new Origin(op.length(), ink, offset);
        }

        @Override
        public Optional<Origin> deleted(Origin piece) {
            return Optional.empty();
        }

        @Override
        public Origin changed(Origin piece, Op op) {
            return piece;
        }
    }
}
