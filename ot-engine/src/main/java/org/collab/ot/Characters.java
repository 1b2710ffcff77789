package org.collab.ot;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Documents as arrays of whole characters: code points, and negative numbers for embeds, where equal
 * embeds have equal numbers.
 */
final class Characters {

    /** By their JSON: text can be ordered, so that a map stays fast where an attacker made all hashes equal. */
    private final Map<String, Integer> embeds = new HashMap<>();

    int[] of(Delta document) {
        int[] result = new int[document.length()];
        int size = 0;
        for (Op op : document.opArray()) {
            if (op instanceof Op.Insert insert) {
                size = append(insert.text(), result, size);
            } else {
                result[size++] = number((Op.Embed) op);
            }
        }
        return Arrays.copyOf(result, size);
    }

    /** A pair may be cut by a change of attributes; it is one character all the same. */
    private static int append(String text, int[] result, int size) {
        int at = size;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean completesPair = Character.isLowSurrogate(c) && at > 0 && isHighSurrogate(result[at - 1]);
            if (completesPair) {
                result[at - 1] = Character.toCodePoint((char) result[at - 1], c);
            } else {
                result[at++] = c;
            }
        }
        return at;
    }

    private static boolean isHighSurrogate(int character) {
        return character >= Character.MIN_HIGH_SURROGATE && character <= Character.MAX_HIGH_SURROGATE;
    }

    private int number(Op.Embed embed) {
        Op bare = new Op.Embed(embed.type(), embed.value(), Attributes.EMPTY);
        return embeds.computeIfAbsent(DeltaJson.write(new Delta(new Op[] {bare})), key -> -1 - embeds.size());
    }

    /** The character's length in UTF-16 units. */
    static int length(int character) {
        return character < 0 ? 1 : Character.charCount(character);
    }
}
