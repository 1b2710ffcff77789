package org.collab.history.control;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.collab.collaboration.entity.CommittedChange;
import org.collab.collaboration.entity.DocumentText;
import org.collab.ot.Delta;
import org.collab.ot.Op;
import org.collab.ot.RichText;

/**
 * Finds what has to be rewritten so that a text stands nowhere in a history.
 *
 * <p>It follows the changes with the origin of every character: which change has put it in, and where in that change. What
 * was selected at a revision is traced to its origins. A text of {@link #SHORTEST} units and more is also looked for
 * around every edit, in the document as the edit left it: however the text came to stand there, typed at once or letter by
 * letter or put together, it came by an edit that touches it. So its origins are found for every revision.
 *
 * <p>Rewriting puts a block character in the place of each unit and changes no length, so that every position of every
 * other change stays valid. Newlines stay: they hold the formats of their lines. Not thread-safe.
 */
public final class RedactionPlan {
    /** Shorter texts are redacted where they were selected and nowhere else: they would be found in other words. */
    public static final int SHORTEST = 4;

    private static final char EMBED = '\uFFFC';

    private final String text;
    private final long revision;
    private final int index;
    private final PieceList<Origin> origins = new PieceList<>(List.of(new Origin(1, 0, 0)));
    private final NavigableMap<Long, BitSet> marks = new TreeMap<>();
    private RichText document = DocumentText.EMPTY;
    private long held;

    /** Consecutive units that one change has put in, from this one on of those that it has put in. */
    private record Origin(int length, long revision, int offset) implements Piece<Origin> {
        @Override
        public Origin slice(int from, int to) {
            return new Origin(to - from, revision, offset + from);
        }

        @Override
        public Optional<Origin> join(Origin next) {
            return next.revision == revision && next.offset == offset + length
                    ? Optional.of(new Origin(length + next.length, revision, offset))
                    : Optional.empty();
        }
    }

    /**
     * @param text what stands at {@code index} of the contents at {@code revision}; embeds as U+FFFC
     */
    public RedactionPlan(String text, long revision, int index) {
        this.text = text;
        this.revision = revision;
        this.index = index;
    }

    /** The text of a part of a document, with a place holder for each embed. */
    public static String textOf(Delta contents) {
        StringBuilder text = new StringBuilder();
        for (Op op : contents.ops()) {
            text.append(op instanceof Op.Insert insert ? insert.text() : String.valueOf(EMBED));
        }
        return text.toString();
    }

    /** Follows the next change. */
    public void add(CommittedChange change) {
        origins.edit(change.delta(), new Hand(change.revision()));
        document = document.apply(change.delta());
        held = change.revision();
        if (held == revision) {
            mark(index, index + text.length());
        }
        if (text.length() >= SHORTEST) {
            look(change.delta());
            RedactedOps.mark(change.delta(), text).ifPresent(found -> marks.computeIfAbsent(held, r -> new BitSet()));
        }
    }

    private static final class Hand implements PieceList.Hand<Origin> {
        private final long revision;
        private int inserted;

        Hand(long revision) {
            this.revision = revision;
        }

        @Override
        public Origin inserted(Op op) {
            int offset = inserted;
            inserted += op.length();
            return new Origin(op.length(), revision, offset);
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

    /** Looks for the text around each edit. */
    private void look(Delta delta) {
        int at = 0;
        for (Op op : delta.ops()) {
            if (op.isInsert()) {
                look(at, at + op.length());
                at += op.length();
            } else if (op instanceof Op.Delete) {
                look(at, at);
            } else {
                at += op.length();
            }
        }
    }

    private void look(int from, int to) {
        int start = Math.max(0, from - text.length() + 1);
        String around = textOf(document.slice(start, Math.min(document.length(), to + text.length() - 1)));
        for (int found = around.indexOf(text); found >= 0; found = around.indexOf(text, found + 1)) {
            mark(start + found, start + found + text.length());
        }
    }

    private void mark(int from, int to) {
        for (Origin origin : origins.slice(from, to)) {
            if (origin.revision() > 0) {
                marks.computeIfAbsent(origin.revision(), key -> new BitSet())
                        .set(origin.offset(), origin.offset() + origin.length());
            }
        }
    }

    /** The last revision that was followed. */
    public long held() {
        return held;
    }

    /** The revisions that have to be rewritten, in order. */
    public List<Long> revisions() {
        return new ArrayList<>(marks.keySet());
    }

    /** What has to stand in the place of a change; empty where it may stay as it is. */
    public Optional<RedactedOps> rewritten(CommittedChange change) {
        BitSet units = marks.get(change.revision());
        return units == null
                ? Optional.empty()
                : Optional.of(RedactedOps.of(change.delta(), units, text)).filter(ops -> ops.units() > 0);
    }
}
