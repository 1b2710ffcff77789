package org.collab.history.control;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.collab.collaboration.entity.CommittedChange;
import org.collab.history.entity.Stretch;
import org.collab.ot.Op;

/**
 * Who wrote each character of a document, following its changes one by one. The newline that every document starts with
 * is nobody's. Not thread-safe.
 */
public final class Authorship {
    /** Whose the first newline is. */
    public static final UUID NOBODY = new UUID(0, 0);

    private final PieceList<Written> pieces;
    private long revision;

    private record Written(Stretch stretch) implements Piece<Written> {
        static Written of(int length, UUID userId, Instant at) {
            return new Written(new Stretch(length, userId, at));
        }

        @Override
        public int length() {
            return stretch.length();
        }

        @Override
        public Written slice(int from, int to) {
            return of(to - from, stretch.userId(), stretch.at());
        }

        @Override
        public Optional<Written> join(Written next) {
            Stretch other = next.stretch;
            return stretch.userId().equals(other.userId()) && stretch.at().equals(other.at())
                    ? Optional.of(of(stretch.length() + other.length(), other.userId(), other.at()))
                    : Optional.empty();
        }
    }

    private Authorship(long revision, PieceList<Written> pieces) {
        this.revision = revision;
        this.pieces = pieces;
    }

    /** Of the empty document at revision 0. */
    public static Authorship start() {
        return of(0, List.of(new Stretch(1, NOBODY, Instant.EPOCH)));
    }

    public static Authorship of(long revision, List<Stretch> stretches) {
        return new Authorship(
                revision, new PieceList<>(stretches.stream().map(Written::new).toList()));
    }

    /** Follows the next change. */
    public void add(CommittedChange change) {
        if (change.revision() != revision + 1) {
            throw new IllegalArgumentException("revision " + change.revision() + " does not follow " + revision);
        }
        pieces.edit(change.delta(), new PieceList.Hand<>() {
            @Override
            public Written inserted(Op op) {
                return Written.of(op.length(), change.userId(), change.at());
            }

            @Override
            public Optional<Written> deleted(Written piece) {
                return Optional.empty();
            }

            @Override
            public Written changed(Written piece, Op op) {
                return piece;
            }
        });
        revision = change.revision();
    }

    public long revision() {
        return revision;
    }

    /** The stretches in order; no two neighbours are alike. */
    public List<Stretch> stretches() {
        List<Written> joined = new ArrayList<>();
        for (Written piece : pieces.pieces()) {
            int last = joined.size() - 1;
            Optional<Written> both =
                    last < 0 ? Optional.empty() : joined.get(last).join(piece);
            if (both.isPresent()) {
                joined.set(last, both.get());
            } else {
                joined.add(piece);
            }
        }
        return joined.stream().map(Written::stretch).toList();
    }
}
