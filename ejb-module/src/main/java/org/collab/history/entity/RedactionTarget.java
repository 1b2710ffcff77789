package org.collab.history.entity;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.collab.collaboration.entity.DocumentText;
import org.collab.ot.Delta;
import org.collab.ot.Op;

/**
 * What has to go, and where it stands.
 *
 * @param contents what stands at {@code index} of the document at {@code revision}
 */
public record RedactionTarget(long revision, int index, Delta contents) {
    /** Shorter texts are taken out where they were selected and nowhere else: they would be found in other words. */
    public static final int SHORTEST = 4;

    /** The runs of text between embeds, in order. */
    public List<String> texts() {
        List<String> texts = new ArrayList<>();
        StringBuilder run = new StringBuilder();
        for (Op op : contents.ops()) {
            if (op instanceof Op.Insert insert) {
                run.append(insert.text());
            } else {
                texts.add(run.toString());
                run.setLength(0);
            }
        }
        texts.add(run.toString());
        texts.removeIf(String::isEmpty);
        return texts;
    }

    /** Whether nobody could see that it is gone. */
    public boolean isBlank() {
        boolean embeds = contents.ops().stream().anyMatch(Op.Embed.class::isInstance);
        return !embeds && texts().stream().allMatch(String::isBlank);
    }

    /** Whether it begins or ends within a surrogate pair. */
    public boolean cutsCharacters() {
        List<Op> ops = contents.ops();
        String first = textOf(ops.get(0));
        String last = textOf(ops.get(ops.size() - 1));
        return Character.isLowSurrogate(first.charAt(0)) || Character.isHighSurrogate(last.charAt(last.length() - 1));
    }

    private static String textOf(Op op) {
        return op instanceof Op.Insert insert ? insert.text() : " ";
    }

    /** Whether a text repeats some of it; of tables, what their cells say. */
    public boolean isToldBy(String text) {
        return Stream.concat(texts().stream(), cells())
                .map(String::strip)
                .anyMatch(told -> !told.isEmpty() && text.contains(told));
    }

    private Stream<String> cells() {
        return contents.ops().stream()
                .filter(Op.Embed.class::isInstance)
                .flatMap(op -> DocumentText.EMBEDS.insertedText(op).lines())
                .filter(line -> line.length() >= SHORTEST);
    }
}
