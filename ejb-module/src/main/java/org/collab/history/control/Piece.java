package org.collab.history.control;

import java.util.Optional;

/** A part of a {@link PieceList}. Immutable. */
interface Piece<P> {
    /** How many units of the document it is; 0 where it stands there no more. */
    int length();

    /** The part from a unit to before another; only asked of pieces that stand. */
    P slice(int from, int to);

    /** Both as one, where they are of one kind. */
    Optional<P> join(P next);
}
