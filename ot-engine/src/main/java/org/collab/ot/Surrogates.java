package org.collab.ot;

/** The two halves of characters above U+FFFF, and the text that no document may hold. */
final class Surrogates {

    private Surrogates() {}

    /** Whether the surrogate at {@code index} has its other half beside it. */
    static boolean isPaired(CharSequence text, int index) {
        char c = text.charAt(index);
        if (Character.isHighSurrogate(c)) {
            return index + 1 < text.length() && Character.isLowSurrogate(text.charAt(index + 1));
        }
        return index > 0 && Character.isHighSurrogate(text.charAt(index - 1));
    }

    /** The place of the first U+0000 or half pair in the text, or -1. */
    static int firstForbidden(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || (Character.isSurrogate(c) && !isPaired(text, i))) {
                return i;
            }
        }
        return -1;
    }
}
