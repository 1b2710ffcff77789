package org.collab.ot;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.collab.ot.InvalidDeltaException.Code;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON (RFC 8259) strictly, value by value, without recursion deeper than allowed. Duplicate keys
 * are refused: two readers that choose differently would see two documents.
 */
final class JsonReader {

    private final CharSequence text;
    private final int maxDepth;
    private int at;
    private int depth;

    JsonReader(CharSequence text, int maxDepth) {
        this.text = text;
        this.maxDepth = maxDepth;
    }

    /** The next character that is no white space, or 0 at the end. */
    char peek() {
        while (at < text.length() && isSpace(text.charAt(at))) {
            at++;
        }
        return at < text.length() ? text.charAt(at) : 0;
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\n' || c == '\r' || c == '\t';
    }

    void expect(char expected) {
        if (peek() != expected) {
            throw malformed("expected '" + expected + "'");
        }
        at++;
    }

    boolean accept(char wanted) {
        boolean found = peek() == wanted;
        if (found) {
            at++;
        }
        return found;
    }

    void expectEnd() {
        if (peek() != 0 || at < text.length()) {
            throw malformed("expected the end of the text");
        }
    }

    InvalidDeltaException malformed(String expectation) {
        String found = at < text.length() ? "was '" + printable(text.charAt(at)) + "'" : "was the end";
        return new InvalidDeltaException(
                Code.MALFORMED_JSON, "malformed JSON at character " + at + ": " + expectation + ", " + found);
    }

    private static String printable(char c) {
        return c < ' ' || Character.isSurrogate(c) ? "\\u%04x".formatted((int) c) : String.valueOf(c);
    }

    /** Steps into an object or a list. */
    void enter(char opening) {
        expect(opening);
        if (++depth > maxDepth) {
            throw new InvalidDeltaException(Code.TOO_DEEP, "objects and lists may nest at most " + maxDepth + " deep");
        }
    }

    /** Steps out where the closing bracket follows, else over the comma between two elements. */
    boolean leave(char closing, boolean isFirst) {
        if (accept(closing)) {
            depth--;
            return true;
        }
        if (!isFirst) {
            expect(',');
        }
        return false;
    }

    /** The next value, in the canonical form of {@link JsonValues}. */
    @Nullable Object value() {
        return switch (peek()) {
            case '{' -> object();
            case '[' -> list();
            case '"' -> string();
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            case 'n' -> word("null", null);
            default -> number();
        };
    }

    private JsonObject object() {
        enter('{');
        JsonObject.Builder result = new JsonObject.Builder();
        for (boolean first = true; !leave('}', first); first = false) {
            if (peek() != '"') {
                throw malformed("expected a key");
            }
            String key = string();
            expect(':');
            result.add(key, value());
        }
        JsonObject object = result.build();
        object.duplicateKey().ifPresent(key -> {
            throw malformed("expected each key once in an object, had " + JsonValues.describe(key) + " twice");
        });
        return object;
    }

    private List<@Nullable Object> list() {
        enter('[');
        List<@Nullable Object> result = new ArrayList<>();
        for (boolean first = true; !leave(']', first); first = false) {
            result.add(value());
        }
        return Collections.unmodifiableList(result);
    }

    private @Nullable Object word(String word, @Nullable Object meaning) {
        for (int i = 0; i < word.length(); i++, at++) {
            if (at == text.length() || text.charAt(at) != word.charAt(i)) {
                throw malformed("expected " + word);
            }
        }
        return meaning;
    }

    String string() {
        expect('"');
        int start = at;
        while (at < text.length() && text.charAt(at) != '\\' && text.charAt(at) != '"' && text.charAt(at) >= ' ') {
            at++;
        }
        if (at < text.length() && text.charAt(at) == '"') {
            return text.subSequence(start, at++).toString();
        }
        return stringWithEscapes(new StringBuilder(text.subSequence(start, at)));
    }

    private String stringWithEscapes(StringBuilder result) {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c < ' ') {
                throw malformed("expected control characters in a string to be escaped");
            }
            at++;
            if (c == '"') {
                return result.toString();
            }
            result.append(c == '\\' ? escaped() : c);
        }
        throw malformed("expected the string to end");
    }

    private char escaped() {
        char c = at < text.length() ? text.charAt(at) : 0;
        int plain = "\"\\/bfnrt".indexOf(c);
        if (plain >= 0) {
            at++;
            return "\"\\/\b\f\n\r\t".charAt(plain);
        }
        if (c != 'u') {
            throw malformed("expected an escape sequence");
        }
        at++;
        int unit = 0;
        for (int i = 0; i < 4; i++, at++) {
            int digit = at < text.length() ? hexDigit(text.charAt(at)) : -1;
            if (digit < 0) {
                throw malformed("expected four hexadecimal digits");
            }
            unit = unit * 16 + digit;
        }
        return (char) unit;
    }

    private static int hexDigit(char c) {
        return c < 128 ? Character.digit(c, 16) : -1;
    }

    private Object number() {
        int start = at;
        skip('-');
        if (!skip('0')) {
            digits();
        }
        if (skip('.')) {
            digits();
        }
        if (skip('e') || skip('E')) {
            if (!skip('+')) {
                skip('-');
            }
            digits();
        }
        double value = Double.parseDouble(text.subSequence(start, at).toString());
        if (Double.isInfinite(value)) {
            throw malformed("expected numbers below 1.8e308");
        }
        return JsonValues.number(value);
    }

    private boolean skip(char wanted) {
        boolean found = at < text.length() && text.charAt(at) == wanted;
        if (found) {
            at++;
        }
        return found;
    }

    private void digits() {
        int start = at;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        if (at == start) {
            throw malformed("expected a value");
        }
    }
}
