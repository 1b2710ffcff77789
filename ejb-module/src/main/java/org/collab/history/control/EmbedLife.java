package org.collab.history.control;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.collab.history.entity.RedactionTarget;
import org.collab.ot.Delta;
import org.collab.ot.Op;
import org.collab.ot.table.TableContent;
import org.collab.ot.table.TableEmbed;

/** An embed from the op on that has put it in: which ops have touched it, and what it said after each. */
final class EmbedLife {
    /** What says nothing that could be recognized elsewhere. */
    private static final long NOTHING = 0;

    private final String type;
    private final String value;
    private final Map<String, CellLife> cells = new HashMap<>();
    private final List<Touch> touches = new ArrayList<>();
    private long tableSays;
    private int tableUnits;

    /** An op that has put the embed in or changed it, and a fingerprint of what the embed said after that. */
    record Touch(long revision, int op, long said) {}

    /** Is told of each edit of a cell once it is made. */
    interface CellWatch {
        void edited(CellLife cell, Delta edit);
    }

    private EmbedLife(Op.Embed embed) {
        type = embed.type();
        value = String.valueOf(embed.value());
    }

    static EmbedLife begun(long revision, int op, Op.Embed embed, CellWatch watch) {
        EmbedLife life = new EmbedLife(embed);
        if (life.isTable()) {
            life.change(revision, op, TableContent.readChange(embed.value()), watch);
        } else {
            life.touch(revision, op);
        }
        return life;
    }

    boolean isTable() {
        return type.equals(TableEmbed.TYPE);
    }

    boolean isPicture() {
        return type.equals("image");
    }

    /** The picture's address, or whatever else it is. */
    String value() {
        return value;
    }

    /** Of a table. */
    void change(long revision, int op, TableContent change, CellWatch watch) {
        change.cells().forEach((key, edit) -> {
            CellLife cell = cells.computeIfAbsent(key, missing -> new CellLife());
            tableSays -= cell.fingerprint();
            tableUnits -= cell.length();
            cell.edit(new Ink(revision, op, key), edit);
            tableUnits += cell.length();
            tableSays += cell.fingerprint();
            watch.edited(cell, edit);
        });
        touch(revision, op);
    }

    /** Of something that says the same after it. */
    void touch(long revision, int op) {
        touches.add(new Touch(revision, op, says()));
    }

    private long says() {
        if (isPicture()) {
            return value.equals(RedactedOps.TAKEN_OUT) ? NOTHING : CellLife.fingerprint(value);
        }
        return isTable() && tableUnits >= RedactionTarget.SHORTEST ? tableSays : NOTHING;
    }

    List<Touch> touches() {
        return touches;
    }

    /** What it said after the first touches. */
    Set<Long> said(int first) {
        return touches.subList(0, first).stream()
                .map(Touch::said)
                .filter(said -> said != NOTHING)
                .collect(Collectors.toSet());
    }

    /**
     * How many of this one's first touches have made what another has said: it is put in as a copy of the other, or the
     * other was put in as a copy of it. That both have come to say the same by themselves does not count.
     *
     * @param said by the other, in what has to go of it
     */
    int copied(EmbedLife other, Set<Long> said) {
        long begunWith = other.touches.get(0).said();
        if (begunWith != NOTHING && said.contains(begunWith)) {
            for (int i = touches.size(); i > 0; i--) {
                if (touches.get(i - 1).said() == begunWith) {
                    return i;
                }
            }
        }
        return said.contains(touches.get(0).said()) ? 1 : 0;
    }
}
