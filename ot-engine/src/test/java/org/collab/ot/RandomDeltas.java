package org.collab.ot;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Random documents and edits over a nasty alphabet; the same seed gives the same ones. */
public final class RandomDeltas {

    private static final List<String> TEXTS = List.of(
            "a",
            "b",
            " ",
            "\n",
            "\n\n",
            "word",
            "é",
            "e\u0301",
            "ß",
            "日本語",
            "😀",
            "👩‍👩‍👧",
            "🇩🇪",
            "🧑🏿‍🚀",
            "𝔘",
            "عربي",
            "עברית",
            "\u200b",
            "\u202e",
            "\t",
            "\\",
            "\"",
            "<b>",
            "\ufeff",
            "\u2028",
            "\r\n");

    private static final List<String> KEYS = List.of("bold", "color", "header", "link", "marks", "comment");

    /** A block of characters that {@link #TEXTS} have none of: Braille patterns. */
    private static final char FIRST_MARK = '\u2800';

    private final SplittableRandom random;
    private int marks;

    public RandomDeltas(long seed) {
        this.random = new SplittableRandom(seed);
    }

    public int below(int bound) {
        return random.nextInt(bound);
    }

    private boolean oneIn(int n) {
        return random.nextInt(n) == 0;
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    /** A document that ends with a newline. */
    public Delta document() {
        DeltaBuilder builder = Delta.builder();
        for (int i = random.nextInt(8); i > 0; i--) {
            insert(builder);
        }
        return builder.insert("\n").build();
    }

    /** An edit that fits the document, splits no surrogate pair and keeps the last newline. */
    public Delta edit(Delta document) {
        DeltaBuilder builder = Delta.builder();
        String text = text(document);
        int at = 0;
        int end = text.length() - 1;
        for (int i = random.nextInt(6); i > 0; i--) {
            int to = boundary(text, at, end);
            switch (random.nextInt(4)) {
                case 0 -> builder.retain(to - at);
                case 1 -> builder.retain(to - at, attributes(true));
                case 2 -> builder.delete(to - at);
                default -> {
                    to = at;
                    insert(builder);
                }
            }
            at = to;
        }
        return builder.build();
    }

    /**
     * An edit at one place that every good diff finds again from its effect: it begins and ends with
     * characters that cannot be taken for their neighbours.
     */
    public Delta clearEdit(Delta document) {
        String text = text(document);
        int end = text.length() - 1;
        int from = boundary(text, 0, end);
        int to = boundary(text, from, end);
        boolean isClear = to > from
                && text.codePointAt(from) != text.codePointAt(to)
                && (from == 0 || text.codePointBefore(from) != text.codePointBefore(to));
        String first = String.valueOf((char) (FIRST_MARK + marks++));
        String last = String.valueOf((char) (FIRST_MARK + marks++));
        return switch (random.nextInt(4)) {
            case 0 -> Delta.builder().insert(first).delete(end).build();
            case 1 ->
                Delta.builder().retain(from).retain(to - from, attributes(true)).build();
            case 2 ->
                Delta.builder().retain(from).delete(isClear ? to - from : 0).build();
            default ->
                Delta.builder()
                        .retain(from)
                        .insert(first + pick(TEXTS) + last, attributes(false))
                        .build();
        };
    }

    /** An edit that reaches over a document's units without a look at what is there. */
    public Delta carelessEdit(Delta document) {
        int from = random.nextInt(document.length() + 1);
        int length = random.nextInt(document.length() - from + 1);
        DeltaBuilder builder = Delta.builder().retain(from);
        return switch (random.nextInt(3)) {
            case 0 -> builder.delete(length).build();
            case 1 -> builder.retain(length, Attributes.of("bold", true)).build();
            default -> builder.insert("x").delete(length).build();
        };
    }

    /** A place between {@code from} and {@code to} where no pair is split. */
    private int boundary(String text, int from, int to) {
        int reach = oneIn(4) ? to - from : Math.min(to - from, 5);
        int place = from + random.nextInt(reach + 1);
        return place > from && Character.isLowSurrogate(text.charAt(place)) ? place - 1 : place;
    }

    private void insert(DeltaBuilder builder) {
        if (oneIn(6)) {
            builder.embed(pick(List.of("image", "divider", "mention")), value(2), attributes(false));
        } else {
            builder.insert(pick(TEXTS).repeat(oneIn(5) ? 3 : 1), attributes(false));
        }
    }

    private Attributes attributes(boolean withRemovals) {
        Map<String, @Nullable Object> map = new TreeMap<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            map.put(pick(KEYS), withRemovals && oneIn(3) ? null : value(1));
        }
        return Attributes.of(map);
    }

    private Object value(int depth) {
        return switch (random.nextInt(depth > 0 ? 9 : 6)) {
            case 0 -> false;
            case 1 -> "";
            case 2 -> (long) random.nextInt(3) - 1;
            case 3 -> random.nextInt(100) / 8.0;
            case 4 -> "#e60000";
            case 5, 6 -> true;
            case 7 -> List.of(value(0), value(0));
            default -> Map.of("id", value(0), "by", "u" + random.nextInt(2));
        };
    }

    /** The document as text, embeds as U+FFFC. */
    static String text(Delta document) {
        StringBuilder text = new StringBuilder();
        for (Op op : document.ops()) {
            text.append(op instanceof Op.Insert insert ? insert.text() : "\ufffc");
        }
        return text.toString();
    }
}
