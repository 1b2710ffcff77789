package org.collab.collaboration.control;

import java.util.ArrayList;
import java.util.List;
import org.collab.ot.Attributes;
import org.collab.ot.Delta;
import org.collab.ot.DeltaBuilder;
import org.collab.ot.DeltaJson;
import org.collab.ot.Op;

/**
 * Edits that make contents out of an empty document: one, where an edit may be that large, else several that each fit
 * into a message (protocol L7).
 *
 * <pre>
 *   "\n"  ──insert before the last newline──▶ …  ──format the last newline──▶  contents
 * </pre>
 */
public final class ContentsAsEdits {
    private static final int MOST_CHARACTERS = 100_000;
    private static final int MOST_OPS = 4_000;
    private static final int LONGEST_PIECE = 20_000;

    private final List<Delta> edits = new ArrayList<>();
    private DeltaBuilder edit = Delta.builder();
    private int characters;
    private int ops;
    private int written;

    private ContentsAsEdits() {}

    /**
     * Nothing for an empty document.
     *
     * @param contents ends with a newline, as every document does
     */
    public static List<Delta> of(Delta contents) {
        ContentsAsEdits edits = new ContentsAsEdits();
        List<Op> content = contents.ops();
        for (Op op : content.subList(0, content.size() - 1)) {
            edits.add(op);
        }
        Op.Insert last = (Op.Insert) content.get(content.size() - 1);
        edits.addText(last.text().substring(0, last.text().length() - 1), last.attributes());
        edits.edit.retain(last.attributes().isEmpty() ? 0 : 1, last.attributes());
        edits.end();
        return List.copyOf(edits.edits);
    }

    private void add(Op op) {
        if (op instanceof Op.Insert insert) {
            addText(insert.text(), insert.attributes());
        } else {
            put(op);
        }
    }

    private void addText(String text, Attributes attributes) {
        int from = 0;
        while (from < text.length()) {
            int to = Math.min(from + LONGEST_PIECE, text.length());
            to -= to < text.length() && Character.isHighSurrogate(text.charAt(to - 1)) ? 1 : 0;
            put(new Op.Insert(text.substring(from, to), attributes));
            from = to;
        }
    }

    private void put(Op op) {
        int size = DeltaJson.write(Delta.of(List.of(op))).length();
        if (ops > 0 && (characters + size > MOST_CHARACTERS || ops == MOST_OPS)) {
            end();
        }
        edit.push(op);
        characters += size;
        ops++;
        written += op.length();
    }

    private void end() {
        Delta delta = edit.build().chop();
        if (!delta.isEmpty()) {
            edits.add(delta);
        }
        edit = Delta.builder().retain(written);
        characters = 0;
        ops = 0;
    }
}
