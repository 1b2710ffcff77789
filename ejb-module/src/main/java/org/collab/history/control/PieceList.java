package org.collab.history.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.collab.ot.Delta;
import org.collab.ot.Op;

/**
 * A document as a sequence of pieces that follow its edits. Positions count units of pieces that stand; others keep their
 * place without being counted.
 *
 * <p>Pieces are kept in blocks of some hundreds, each of which knows its length: finding a position costs a step a block
 * and a step a piece of one block. Not thread-safe.
 */
final class PieceList<P extends Piece<P>> {
    private static final int MOST = 256;

    private final List<Block<P>> blocks = new ArrayList<>();

    /** What becomes of pieces. */
    interface Hand<P> {
        P inserted(Op op);

        /** What stays of a piece that is deleted; it must not stand any more. */
        Optional<P> deleted(P piece);

        /** A piece whose formats, or whose embed, are changed. */
        P changed(P piece, Op op);
    }

    private static final class Block<Q extends Piece<Q>> {
        private final List<Q> pieces;
        private int length;

        Block(List<Q> pieces) {
            this.pieces = pieces;
            this.length = pieces.stream().mapToInt(Piece::length).sum();
        }
    }

    /** Between two pieces of a block. */
    private record Place(int block, int index) {}

    PieceList(List<P> pieces) {
        for (int from = 0; from < pieces.size(); from += MOST) {
            List<P> part = pieces.subList(from, Math.min(pieces.size(), from + MOST));
            blocks.add(new Block<P>(new ArrayList<P>(part)));
        }
        if (blocks.isEmpty()) {
            blocks.add(new Block<P>(new ArrayList<P>()));
        }
    }

    void edit(Delta change, Hand<P> hand) {
        int at = 0;
        for (Op op : change.ops()) {
            if (op.isInsert()) {
                insert(at, hand.inserted(op));
                at += op.length();
            } else if (op instanceof Op.Delete) {
                replace(at, op.length(), hand::deleted);
            } else {
                if (!(op instanceof Op.Retain retain && retain.attributes().isEmpty())) {
                    replace(at, op.length(), piece -> Optional.of(hand.changed(piece, op)));
                }
                at += op.length();
            }
        }
    }

    /** All pieces in order. */
    List<P> pieces() {
        List<P> all = new ArrayList<>();
        blocks.forEach(block -> all.addAll(block.pieces));
        return all;
    }

    /** The pieces, or parts of them, that stand from a unit to before another. */
    List<P> slice(int from, int to) {
        List<P> found = new ArrayList<>();
        int at = 0;
        for (Block<P> block : blocks) {
            if (at >= to) {
                break;
            }
            if (at + block.length > from) {
                slice(block, at, from, to, found);
            }
            at += block.length;
        }
        return found;
    }

    private void slice(Block<P> block, int start, int from, int to, List<P> found) {
        int at = start;
        for (P piece : block.pieces) {
            int first = Math.max(from, at);
            int end = Math.min(to, at + piece.length());
            if (first < end) {
                found.add(first == at && end == at + piece.length() ? piece : piece.slice(first - at, end - at));
            }
            at += piece.length();
        }
    }

    private void insert(int at, P piece) {
        Place place = locate(at);
        Block<P> block = blocks.get(place.block());
        block.length += piece.length();
        Optional<P> joined = place.index() == 0
                ? Optional.empty()
                : block.pieces.get(place.index() - 1).join(piece);
        if (joined.isPresent()) {
            block.pieces.set(place.index() - 1, joined.get());
        } else {
            block.pieces.add(place.index(), piece);
            divide(place.block());
        }
    }

    private void replace(int at, int length, Function<P, Optional<P>> change) {
        Place place = locate(at);
        int index = place.index();
        int left = length;
        int number = place.block();
        while (left > 0 && number < blocks.size()) {
            Block<P> block = blocks.get(number);
            if (index == block.pieces.size()) {
                index = 0;
                number++;
                continue;
            }
            P piece = block.pieces.get(index);
            if (piece.length() > left) {
                split(block, index, left);
                piece = block.pieces.get(index);
            }
            if (piece.length() == 0) {
                index++;
                continue;
            }
            left -= piece.length();
            index += put(block, index, piece, change.apply(piece));
        }
        for (int touched = Math.min(blocks.size() - 1, number); touched >= place.block(); touched--) {
            divide(touched);
        }
    }

    /** @return how far to go on */
    private int put(Block<P> block, int index, P old, Optional<P> next) {
        block.length += next.map(Piece::length).orElse(0) - old.length();
        if (next.isEmpty()) {
            block.pieces.remove(index);
            return 0;
        }
        block.pieces.set(index, next.get());
        return 1;
    }

    /** The first place that so many units stand before; a piece is split where it must be. */
    private Place locate(int at) {
        int left = at;
        int number = 0;
        while (number < blocks.size() - 1 && blocks.get(number).length < left) {
            left -= blocks.get(number).length;
            number++;
        }
        Block<P> block = blocks.get(number);
        int index = 0;
        while (left > 0) {
            if (index == block.pieces.size()) {
                throw new IllegalArgumentException("there is no unit " + at + " in this document");
            }
            int length = block.pieces.get(index).length();
            if (length > left) {
                split(block, index, left);
                length = left;
            }
            left -= length;
            index++;
        }
        return new Place(number, index);
    }

    private void split(Block<P> block, int index, int at) {
        P whole = block.pieces.get(index);
        block.pieces.set(index, whole.slice(0, at));
        block.pieces.add(index + 1, whole.slice(at, whole.length()));
    }

    private void divide(int number) {
        Block<P> block = blocks.get(number);
        if (block.pieces.size() > 2 * MOST) {
            List<P> rest = block.pieces.subList(MOST, block.pieces.size());
            Block<P> next = new Block<P>(new ArrayList<P>(rest));
            rest.clear();
            block.length -= next.length;
            blocks.add(number + 1, next);
        } else if (block.pieces.isEmpty() && blocks.size() > 1) {
            blocks.remove(number);
        }
    }
}
