package org.collab.history.control;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.collab.collaboration.entity.CommittedChange;
import org.collab.history.control.EmbedLife.Touch;
import org.collab.ot.Op;
import org.collab.ot.table.TableContent;

/** All embeds that a document has had, by the units that they were put in as. Not thread-safe. */
final class EmbedLives {
    private final Map<Source, EmbedLife> lives = new LinkedHashMap<>();

    /** A unit that a change has put in. */
    record Source(long revision, int offset) {
        static Source of(Origin origin) {
            return new Source(origin.ink().revision(), origin.offset());
        }
    }

    /**
     * Follows the next change.
     *
     * @param after the origins of the document's units after it
     */
    void follow(CommittedChange change, PieceList<Origin> after, EmbedLife.CellWatch watch) {
        int at = 0;
        int inserted = 0;
        List<Op> ops = change.delta().ops();
        for (int i = 0; i < ops.size(); i++) {
            Op op = ops.get(i);
            if (op instanceof Op.Embed embed) {
                lives.put(new Source(change.revision(), inserted), EmbedLife.begun(change.revision(), i, embed, watch));
            } else if (op instanceof Op.RetainEmbed retain) {
                at(after, at)
                        .orElseThrow()
                        .change(change.revision(), i, TableContent.readChange(retain.change()), watch);
            } else if (op instanceof Op.Retain && op.attributes().has(RedactedOps.ALT)) {
                touchPictures(change.revision(), i, after.slice(at, at + op.length()));
            }
            inserted += op.isInsert() ? op.length() : 0;
            at += op instanceof Op.Delete ? 0 : op.length();
        }
    }

    private void touchPictures(long revision, int op, List<Origin> origins) {
        for (Origin origin : origins) {
            for (int i = 0; i < origin.length(); i++) {
                EmbedLife life = lives.get(Source.of(origin.slice(i, i + 1)));
                if (life != null && life.isPicture()) {
                    life.touch(revision, op);
                }
            }
        }
    }

    /** The embed that stands there. */
    Optional<EmbedLife> at(PieceList<Origin> origins, int index) {
        return Optional.ofNullable(
                lives.get(Source.of(origins.slice(index, index + 1).get(0))));
    }

    /**
     * What has to go so that nothing is left of some embeds: everything that ever happened to them, and what has made
     * copies of them.
     *
     * @param staying copies that may stay
     * @return the ops that have to be emptied, by embed
     */
    Map<EmbedLife, List<Touch>> without(Set<EmbedLife> chosen, Set<EmbedLife> staying) {
        Map<EmbedLife, Integer> going = new LinkedHashMap<>();
        Deque<EmbedLife> open = new ArrayDeque<>(chosen);
        chosen.forEach(life -> going.put(life, life.touches().size()));
        Set<EmbedLife> others = new HashSet<>(lives.values());
        others.removeAll(staying);
        while (!open.isEmpty()) {
            EmbedLife life = open.remove();
            Set<Long> said = life.said(going.getOrDefault(life, 0));
            for (EmbedLife other : others) {
                int reached = other.copied(life, said);
                if (reached > going.getOrDefault(other, 0)) {
                    going.put(other, reached);
                    open.add(other);
                }
            }
        }
        Map<EmbedLife, List<Touch>> touches = new LinkedHashMap<>();
        going.forEach((life, count) -> touches.put(life, life.touches().subList(0, count)));
        return touches;
    }
}
