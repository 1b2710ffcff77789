package org.collab.history.control;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.collab.collaboration.entity.CommittedChange;
import org.collab.history.entity.Passage;
import org.collab.history.entity.Passage.Kind;
import org.collab.history.entity.Stretch;
import org.collab.ot.Delta;
import org.collab.ot.DeltaBuilder;
import org.collab.ot.EmbedHandlers;
import org.collab.ot.Op;

/**
 * Follows a document's changes and remembers what each has added, removed and formatted: removed passages stay in their
 * places. What was added and removed again leaves no trace. Not thread-safe.
 */
public final class DifferenceFold {
    private final EmbedHandlers embeds;
    private final PieceList<Part> parts;

    private record Part(Passage passage) implements Piece<Part> {
        private boolean stands() {
            return passage.kind() != Kind.REMOVED;
        }

        @Override
        public int length() {
            return stands() ? passage.content().length() : 0;
        }

        @Override
        public Part slice(int from, int to) {
            Op.Insert text = (Op.Insert) passage.content();
            return with(new Op.Insert(text.text().substring(from, to), text.attributes()));
        }

        private Part with(Op content) {
            return new Part(new Passage(content, passage.kind(), passage.userId(), passage.at()));
        }

        private Part as(Kind kind, UUID userId, Instant at) {
            return new Part(new Passage(passage.content(), kind, Optional.of(userId), at));
        }

        @Override
        public Optional<Part> join(Part next) {
            boolean alike = passage.kind() == next.passage.kind()
                    && passage.userId().equals(next.passage.userId())
                    && passage.content() instanceof Op.Insert
                    && next.passage.content() instanceof Op.Insert
                    && passage.content()
                            .attributes()
                            .equals(next.passage.content().attributes());
            if (!alike) {
                return Optional.empty();
            }
            String text = ((Op.Insert) passage.content()).text() + ((Op.Insert) next.passage.content()).text();
            Instant later = passage.at().isAfter(next.passage.at()) ? passage.at() : next.passage.at();
            return Optional.of(new Part(new Passage(
                    new Op.Insert(text, passage.content().attributes()), passage.kind(), passage.userId(), later)));
        }
    }

    /** @param contents the document that the changes are made to */
    public DifferenceFold(Delta contents, EmbedHandlers embeds) {
        this.embeds = embeds;
        this.parts = new PieceList<>(
                contents.ops().stream().map(op -> new Part(Passage.kept(op))).toList());
    }

    /** Follows the next change. */
    public void add(CommittedChange change) {
        parts.edit(change.delta(), new Author(Optional.of(change.userId()), change.at()));
    }

    /** Follows an edit by nobody knows whom. */
    public void add(Delta edit) {
        parts.edit(edit, new Author(Optional.empty(), Instant.EPOCH));
    }

    private final class Author implements PieceList.Hand<Part> {
        private final Optional<UUID> userId;
        private final Instant at;

        Author(Optional<UUID> userId, Instant at) {
            this.userId = userId;
            this.at = at;
        }

        @Override
        public Part inserted(Op op) {
            return new Part(new Passage(op, Kind.ADDED, userId, at));
        }

        @Override
        public Optional<Part> deleted(Part part) {
            return part.passage().kind() == Kind.ADDED
                    ? Optional.empty()
                    : Optional.of(new Part(new Passage(part.passage().content(), Kind.REMOVED, userId, at)));
        }

        @Override
        public Part changed(Part part, Op op) {
            Part formatted = part.with(composed(part.passage().content(), op));
            return part.passage().kind() == Kind.ADDED
                    ? formatted
                    : new Part(new Passage(formatted.passage().content(), Kind.FORMATTED, userId, at));
        }
    }

    private Op composed(Op content, Op change) {
        Op part = change instanceof Op.Retain retain ? new Op.Retain(content.length(), retain.attributes()) : change;
        DeltaBuilder edit = Delta.builder().push(part);
        return Delta.of(List.of(content)).compose(edit.build(), embeds).ops().get(0);
    }

    /** What has been found, in the document's order. */
    public List<Passage> passages() {
        return join(parts.pieces()).stream().map(Part::passage).toList();
    }

    /** As {@link #passages}, with the authors of what was added. */
    public List<Passage> passages(List<Stretch> authors) {
        List<Part> told = new ArrayList<>();
        StretchReader reader = new StretchReader(authors);
        for (Part part : parts.pieces()) {
            for (int at = 0; at < part.length(); ) {
                Stretch next = reader.next(part.length() - at);
                boolean added = part.passage().kind() == Kind.ADDED;
                Part piece = next.length() == part.length() ? part : part.slice(at, at + next.length());
                told.add(added ? piece.as(Kind.ADDED, next.userId(), next.at()) : piece);
                at += next.length();
            }
            if (!part.stands()) {
                told.add(part);
            }
        }
        return join(told).stream().map(Part::passage).toList();
    }

    private static List<Part> join(List<Part> pieces) {
        List<Part> joined = new ArrayList<>();
        for (Part piece : pieces) {
            int last = joined.size() - 1;
            Optional<Part> both = last < 0 ? Optional.empty() : joined.get(last).join(piece);
            if (both.isPresent()) {
                joined.set(last, both.get());
            } else {
                joined.add(piece);
            }
        }
        return joined;
    }
}
