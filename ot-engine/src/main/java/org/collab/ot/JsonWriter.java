package org.collab.ot;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes JSON in one canonical form: keys sorted, no white space, text escaped and numbers written as
 * JavaScript's {@code JSON.stringify} does, so that both sides hash the same bytes. Half surrogate pairs
 * are escaped, since UTF-8 cannot hold them.
 */
final class JsonWriter {

    private final StringBuilder out = new StringBuilder();

    String result() {
        return out.toString();
    }

    JsonWriter raw(String json) {
        out.append(json);
        return this;
    }

    JsonWriter number(long value) {
        out.append(value);
        return this;
    }

    /** A value in the canonical form of {@link JsonValues}. */
    JsonWriter value(@Nullable Object value) {
        if (value instanceof String text) {
            return string(text);
        }
        if (value instanceof Map<?, ?> map) {
            return object(map);
        }
        if (value instanceof List<?> list) {
            return list(list);
        }
        return value instanceof Double number ? raw(format(number)) : raw(String.valueOf(value));
    }

    JsonWriter attributes(Attributes attributes) {
        char separator = '{';
        for (int i = 0; i < attributes.size(); i++) {
            out.append(separator);
            string(attributes.key(i));
            out.append(':');
            value(attributes.value(i));
            separator = ',';
        }
        return raw(attributes.isEmpty() ? "{}" : "}");
    }

    private JsonWriter object(Map<?, ?> map) {
        char separator = '{';
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            out.append(separator);
            string(String.valueOf(entry.getKey()));
            out.append(':');
            value(entry.getValue());
            separator = ',';
        }
        return raw(map.isEmpty() ? "{}" : "}");
    }

    private JsonWriter list(List<?> list) {
        char separator = '[';
        for (Object element : list) {
            out.append(separator);
            value(element);
            separator = ',';
        }
        return raw(list.isEmpty() ? "[]" : "]");
    }

    JsonWriter string(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c == '"' || c == '\\') {
                escape(c);
            } else if (Character.isSurrogate(c) && !Surrogates.isPaired(text, i)) {
                unicode(c);
            } else {
                out.append(c);
            }
        }
        out.append('"');
        return this;
    }

    private void escape(char c) {
        int named = "\"\\\b\f\n\r\t".indexOf(c);
        if (named >= 0) {
            out.append('\\').append("\"\\bfnrt".charAt(named));
        } else {
            unicode(c);
        }
    }

    private void unicode(char c) {
        out.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
            out.append(Character.forDigit(c >> shift & 15, 16));
        }
    }

    /** Number::toString of ECMAScript: the fewest digits that still read back as the same double. */
    static String format(double value) {
        // The digits of very small numbers are a thousand; forty are more than enough to round from.
        BigDecimal exact = new BigDecimal(Math.abs(value)).round(new MathContext(40, RoundingMode.HALF_EVEN));
        BigDecimal shortest = exact;
        for (int precision = 1; precision <= 17; precision++) {
            shortest = exact.round(new MathContext(precision, RoundingMode.HALF_EVEN));
            if (shortest.doubleValue() == Math.abs(value)) {
                break;
            }
        }
        shortest = shortest.stripTrailingZeros();
        String digits = shortest.unscaledValue().toString();
        String sign = value < 0 ? "-" : "";
        return sign + placePoint(digits, digits.length() - shortest.scale());
    }

    private static String placePoint(String digits, int point) {
        int count = digits.length();
        if (point > 21 || point <= -6) {
            String exponent = (point > 0 ? "e+" : "e-") + Math.abs(point - 1);
            return digits.charAt(0) + (count > 1 ? "." + digits.substring(1) : "") + exponent;
        }
        if (point <= 0) {
            return "0." + "0".repeat(-point) + digits;
        }
        if (point >= count) {
            return digits + "0".repeat(point - count);
        }
        return digits.substring(0, point) + "." + digits.substring(point);
    }
}
