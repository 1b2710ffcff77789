package org.collab.history.control;

import java.util.List;
import java.util.function.IntPredicate;

/** Puts block characters into the places of units, and counts them. Newlines stay: they hold the formats of their lines. */
final class Blocks {
    private static final char BLOCK = '\u2588';

    private final List<String> texts;
    private long units;

    /** @param texts what must stand nowhere */
    Blocks(List<String> texts) {
        this.texts = texts;
    }

    /** Over some units of a text. */
    String over(String text, IntPredicate taken) {
        char[] characters = text.toCharArray();
        for (int i = 0; i < characters.length; i++) {
            if (taken.test(i) && characters[i] != '\n' && characters[i] != BLOCK) {
                characters[i] = BLOCK;
                units++;
            }
        }
        return new String(characters);
    }

    /** Over what must stand nowhere. */
    String over(String value) {
        String result = value;
        for (String text : texts) {
            for (int at = result.indexOf(text); at >= 0; at = result.indexOf(text, at + 1)) {
                int from = at;
                result = over(result, i -> i >= from && i < from + text.length());
            }
        }
        return result;
    }

    /** Of what is no text. */
    void count(long more) {
        units += more;
    }

    long units() {
        return units;
    }
}
