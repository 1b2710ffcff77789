package org.collab.ot.table;

import java.util.List;
import java.util.Map;
import org.collab.ot.InvalidDeltaException;
import org.collab.ot.InvalidDeltaException.Code;
import org.jspecify.annotations.Nullable;

/**
 * How large a table may become. It always fits into one message and one delta (L7), so that the removal of
 * every table can be undone.
 */
final class TableLimits {

    static final int MAX_ROWS = 500;
    static final int MAX_COLUMNS = 50;

    /** UTF-16 units of text in a cell. */
    static final int MAX_CELL = 20_000;

    static final int MAX_OPS = 5_000;

    /** About the bytes that a table takes as JSON in UTF-8. */
    static final int MAX_BYTES = 200_000;

    /** The quotes, the colon and the comma around a key and its value. */
    private static final int PUNCTUATION = 6;

    private TableLimits() {}

    static void require(Map<String, @Nullable Object> table) {
        require("rows", size(table.get(TableContent.ROWS)), MAX_ROWS);
        require("columns", size(table.get(TableContent.COLUMNS)), MAX_COLUMNS);
        long ops = 0;
        for (Object part : table.values()) {
            ops += part instanceof List<?> list ? list.size() : 0;
        }
        require("runs of text", ops, MAX_OPS);
        require("bytes", bytes(table), MAX_BYTES);
    }

    private static void require(String what, long count, int most) {
        if (count > most) {
            throw new InvalidDeltaException(
                    Code.TOO_LONG, "a table may have at most %d %s, was %d".formatted(most, what, count));
        }
    }

    private static int size(@Nullable Object part) {
        return part instanceof Map<?, ?> map ? map.size() : 0;
    }

    static long bytes(@Nullable Object value) {
        long sum = 0;
        if (value instanceof String text) {
            return textBytes(text);
        } else if (value instanceof List<?> list) {
            for (Object element : list) {
                sum += 1 + bytes(element);
            }
        } else if (value instanceof Map<?, ?> map) {
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                sum += PUNCTUATION + bytes(entry.getKey()) + bytes(entry.getValue());
            }
        }
        return sum + 2;
    }

    private static long textBytes(String text) {
        long sum = 0;
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            boolean isEscaped = unit == '"' || unit == '\\' || unit < ' ';
            sum += isEscaped || (unit >= 0x80 && unit < 0x800) ? 2 : unit < 0x80 ? 1 : 3;
        }
        return sum;
    }
}
