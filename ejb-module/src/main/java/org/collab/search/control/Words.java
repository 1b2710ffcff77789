package org.collab.search.control;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.collab.search.entity.TextRange;

/**
 * Cuts texts into words: runs of letters and digits; each ideograph is a word of its own, because nothing separates them.
 * Words are compared in lower case and without accents. The application does this rather than the database, so that the
 * index, queries and highlights agree whatever the database's language and extensions are.
 */
final class Words {
    private static final int LONGEST = 60;
    private static final Pattern OTHERS = Pattern.compile("[^\\p{L}\\p{Nd}]+");

    private Words() {}

    /**
     * A word and its place.
     *
     * @param folded as it is compared: letters and digits only, at most {@value #LONGEST} units
     */
    record Word(String folded, TextRange place) {
        boolean matches(List<String> words) {
            int last = words.size() - 1;
            return words.subList(0, last).contains(folded) || folded.startsWith(words.get(last));
        }
    }

    /** The same text with every accented letter as one character, as it is kept and cut. */
    static String composed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    /** Hands over one word after the other, until there is none or the reader wants no more. */
    static void read(String text, Predicate<Word> reader) {
        int at = 0;
        while (at < text.length()) {
            int end = endOfWord(text, at);
            if (end == at) {
                at += Character.charCount(text.codePointAt(at));
            } else {
                Word word = new Word(fold(text.substring(at, end)), new TextRange(at, end - at));
                if (!word.folded().isEmpty() && !reader.test(word)) {
                    return;
                }
                at = end;
            }
        }
    }

    /** The words of a query, as they are compared. */
    static List<String> of(String text, int most) {
        List<String> words = new ArrayList<>();
        read(composed(text), word -> words.add(word.folded()) && words.size() < most);
        return List.copyOf(words);
    }

    private static int endOfWord(String text, int from) {
        int at = from;
        while (at < text.length()) {
            int point = text.codePointAt(at);
            if (Character.isIdeographic(point)) {
                return at == from ? at + Character.charCount(point) : at;
            }
            if (!Character.isLetterOrDigit(point) && !(at > from && isMark(point))) {
                return at;
            }
            at += Character.charCount(point);
        }
        return at;
    }

    private static boolean isMark(int point) {
        int type = Character.getType(point);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    private static String fold(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        String plain = isAscii(lower)
                ? lower
                : OTHERS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFKD))
                        .replaceAll("");
        if (plain.length() <= LONGEST) {
            return plain;
        }
        return plain.substring(0, Character.isHighSurrogate(plain.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST);
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 127) {
                return false;
            }
        }
        return true;
    }
}
