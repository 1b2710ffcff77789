package org.collab.ot;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How much a document has besides its text: about the characters that its attributes and embeds take as
 * JSON. Text counts its units and an image one, whatever its size; without this measure, a document of few
 * units could grow until no server can load it.
 */
final class Weight {

    /** The most that a document may have. */
    static final int MAX = 64_000_000;

    private long sum;
    private long heaviestRun;
    private Object last = Attributes.EMPTY;

    private Weight() {}

    long sum() {
        return sum;
    }

    /** The most that the attributes of one run have. */
    long heaviestRun() {
        return heaviestRun;
    }

    /** What the op brings by itself. */
    static long of(Op op) {
        long weight = op.attributes().weight();
        if (op instanceof Op.Embed embed) {
            weight += embed.type().length() + of(embed.value());
        } else if (op instanceof Op.RetainEmbed retain) {
            weight += retain.type().length() + of(retain.change());
        }
        return weight;
    }

    static long of(@Nullable Object value) {
        if (value instanceof String text) {
            return text.length() + 2L;
        }
        long weight = 4;
        if (value instanceof List<?> list) {
            for (Object element : list) {
                weight += of(element);
            }
        } else if (value instanceof Map<?, ?> map) {
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                weight += of(entry.getKey()) + of(entry.getValue());
            }
        }
        return weight;
    }

    /** What the whole document has. A run may go on in the next leaf, and counts once. */
    static Weight of(RunNode root) {
        Weight weight = new Weight();
        weight.visit(root);
        return weight;
    }

    private void visit(RunNode node) {
        if (node instanceof RunLeaf leaf) {
            for (Object mark : leaf.marks) {
                visit(mark);
            }
        } else {
            for (RunNode child : ((RunBranch) node).children) {
                visit(child);
            }
        }
    }

    private void visit(Object mark) {
        if (mark instanceof Op embed) {
            sum += of(embed);
        } else if (!mark.equals(last)) {
            Attributes attributes = (Attributes) mark;
            sum += attributes.weight();
            heaviestRun = Math.max(heaviestRun, attributes.weight());
        }
        last = mark;
    }
}
