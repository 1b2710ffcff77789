package org.collab.search.control;

import java.util.ArrayList;
import java.util.List;
import org.collab.search.entity.Excerpt;
import org.collab.search.entity.TextRange;

/** Shows where in a text the words of a query are. Plain text with ranges, never HTML. */
final class Excerpts {
    private static final int BEFORE = 60;
    private static final int LENGTH = 200;
    private static final String ELLIPSIS = "…";

    private Excerpts() {}

    /** Where the query's words are in a short text; the last one counts as a beginning. */
    static List<TextRange> ranges(String text, List<String> words) {
        List<TextRange> ranges = new ArrayList<>();
        Words.read(text, word -> {
            if (word.matches(words)) {
                ranges.add(word.place());
            }
            return true;
        });
        return List.copyOf(ranges);
    }

    /** The surroundings of the first of the query's words, or the text's beginning where none is in it. */
    static Excerpt of(String text, List<String> words) {
        List<TextRange> first = new ArrayList<>();
        Words.read(text, word -> !(word.matches(words) && first.add(word.place())));
        int found = first.isEmpty() ? 0 : first.get(0).index();
        int from = startOfWord(text, found);
        int to = endOfWord(text, Math.min(text.length(), from + LENGTH));
        String piece = text.substring(from, to).replace('\n', ' ').replace('\t', ' ');
        String shown = (from > 0 ? ELLIPSIS : "") + piece + (to < text.length() ? ELLIPSIS : "");
        return new Excerpt(shown, first.isEmpty() ? List.of() : ranges(shown, words));
    }

    /** The beginning of the excerpt: a little before the place, not within a word. */
    private static int startOfWord(String text, int found) {
        int from = Math.max(0, found - BEFORE);
        while (from > 0 && from < found && !Character.isWhitespace(text.charAt(from - 1))) {
            from++;
        }
        return from;
    }

    private static int endOfWord(String text, int to) {
        int end = to;
        while (end < text.length() && end < to + 20 && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        return end < text.length() && Character.isLowSurrogate(text.charAt(end)) ? end - 1 : end;
    }
}
