package org.collab.ot.table;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.collab.ot.Attributes;
import org.collab.ot.Delta;
import org.collab.ot.InvalidDeltaException;
import org.collab.ot.InvalidDeltaException.Code;
import org.collab.ot.Priority;
import org.jspecify.annotations.Nullable;

/** What composing, transforming and inverting mean for one part of a table, whatever the other parts are. */
enum TablePart {
    /** Rows or columns with their places: of two removals one is left, and a removal beats a move. */
    ORDER {
        @Override
        Object compose(@Nullable Object first, Object next, boolean isChange) {
            return attributes(first).compose(attributes(next), isChange).asMap();
        }

        @Override
        Object transform(Object done, Object other, Priority priority) {
            Map<String, @Nullable Object> first = attributes(done).asMap();
            Map<String, @Nullable Object> rest = new TreeMap<>();
            attributes(other).asMap().forEach((id, place) -> {
                boolean stays = !first.containsKey(id)
                        || (first.get(id) != null && (place == null || priority == Priority.OTHER_FIRST));
                if (stays) {
                    rest.put(id, place);
                }
            });
            return rest;
        }

        @Override
        Object invert(Object change, @Nullable Object base) {
            return attributes(change).invert(attributes(base)).asMap();
        }
    },

    /** Values of which the one that was set first stays. */
    VALUES {
        @Override
        Object compose(@Nullable Object first, Object next, boolean isChange) {
            return ORDER.compose(first, next, isChange);
        }

        @Override
        Object transform(Object done, Object other, Priority priority) {
            return attributes(done).transform(attributes(other), priority).asMap();
        }

        @Override
        Object invert(Object change, @Nullable Object base) {
            return ORDER.invert(change, base);
        }
    },

    /** A cell's text. */
    TEXT {
        @Override
        Object compose(@Nullable Object first, Object next, boolean isChange) {
            Delta result = CellText.read(first).compose(CellText.read(next));
            if (!isChange && !result.isDocument()) {
                throw new InvalidDeltaException(
                        Code.OUT_OF_RANGE, "the edit reaches beyond the text of a table's cell");
            }
            return CellText.write(result);
        }

        @Override
        Object transform(Object done, Object other, Priority priority) {
            return CellText.write(CellText.read(done).transform(CellText.read(other), priority));
        }

        @Override
        Object invert(Object change, @Nullable Object base) {
            return CellText.write(CellText.read(change).invert(CellText.read(base)));
        }
    };

    /** Lists or maps that are empty where nothing is left. */
    abstract Object compose(@Nullable Object first, Object next, boolean isChange);

    abstract Object transform(Object done, Object other, Priority priority);

    abstract Object invert(Object change, @Nullable Object base);

    static TablePart of(String key) {
        return switch (key) {
            case TableContent.ROWS, TableContent.COLUMNS -> ORDER;
            case TableContent.ALIGN, TableContent.BACKGROUND, TableContent.SETTINGS -> VALUES;
            default -> TEXT;
        };
    }

    @SuppressWarnings("unchecked")
    private static Attributes attributes(@Nullable Object part) {
        return part == null ? Attributes.EMPTY : Attributes.of((Map<String, @Nullable Object>) part);
    }

    /** Whether there is nothing in the part. */
    static boolean isEmpty(Object part) {
        return part instanceof List<?> list ? list.isEmpty() : ((Map<?, ?>) part).isEmpty();
    }
}
