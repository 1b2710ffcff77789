package org.collab.ot.table;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.collab.ot.Attributes;
import org.collab.ot.Delta;
import org.collab.ot.InvalidDeltaException;
import org.collab.ot.InvalidDeltaException.Code;
import org.jspecify.annotations.Nullable;

/**
 * A table, or a change of one, that has been found to be of the form that {@link TableEmbed} describes. What
 * formats and colours it may have is somebody else's rule.
 */
public final class TableContent {

    static final String ROWS = "rows";
    static final String COLUMNS = "columns";
    static final String ALIGN = "align";
    static final String BACKGROUND = "background";
    static final String SETTINGS = "settings";

    /** Short, so that none is the name of something that every object has in JavaScript. */
    private static final Pattern ID = Pattern.compile("[0-9a-z]{1,10}");

    private static final Pattern CELL = Pattern.compile("[0-9a-z]{1,10}:[0-9a-z]{1,10}");
    private static final Pattern PLACE = Pattern.compile("[0-9a-z]{1,64}");

    private final Map<String, @Nullable Object> parts;
    private final Map<String, Delta> cells = new TreeMap<>();
    private final boolean isChange;

    private TableContent(Map<String, @Nullable Object> parts, boolean isChange) {
        this.parts = parts;
        this.isChange = isChange;
        parts.forEach(this::requirePart);
    }

    /** @throws InvalidDeltaException where the value is no table, or one that is too large */
    public static TableContent readTable(@Nullable Object value) {
        TableContent table = new TableContent(object(value), false);
        TableLimits.require(table.parts);
        return table;
    }

    /** @throws InvalidDeltaException where the value is no change of a table */
    public static TableContent readChange(@Nullable Object value) {
        return new TableContent(object(value), true);
    }

    @SuppressWarnings("unchecked")
    static Map<String, @Nullable Object> object(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return (Map<String, @Nullable Object>) map;
        }
        throw malformed("expected an object");
    }

    Map<String, @Nullable Object> parts() {
        return parts;
    }

    /** The text of the cells, or what is done to it, by "row:column". */
    public Map<String, Delta> cells() {
        return Collections.unmodifiableMap(cells);
    }

    /** How the cells' text is aligned, by "row:column". */
    public Attributes align() {
        return attributes(ALIGN);
    }

    /** The cells' colours, by "row:column". */
    public Attributes background() {
        return attributes(BACKGROUND);
    }

    public Attributes settings() {
        return attributes(SETTINGS);
    }

    private Attributes attributes(String part) {
        Object values = parts.get(part);
        return values == null ? Attributes.EMPTY : Attributes.of(object(values));
    }

    private void requirePart(String key, @Nullable Object part) {
        switch (key) {
            case ROWS, COLUMNS -> object(part).forEach((id, place) -> requirePlace(key, id, place));
            case ALIGN, BACKGROUND ->
                object(part).forEach((cell, value) -> {
                    require(CELL, key, cell);
                    requireValue(key, value);
                });
            case SETTINGS -> object(part).values().forEach(value -> requireValue(key, value));
            default -> requireText(key, part);
        }
    }

    private void requirePlace(String key, String id, @Nullable Object place) {
        require(ID, key, id);
        requireValue(key, place);
        if (place != null) {
            require(PLACE, key, place instanceof String text ? text : "");
        }
    }

    private void requireValue(String key, @Nullable Object value) {
        boolean isScalar = value instanceof String || value instanceof Boolean || value instanceof Long;
        if (!isScalar && !(isChange && value == null)) {
            throw malformed(key + " must not have such a value");
        }
    }

    private void requireText(String key, @Nullable Object ops) {
        require(CELL, "a table", key);
        if (ops == null) {
            throw malformed("a cell's text must be a list of ops");
        }
        Delta text = CellText.read(ops);
        if (!isChange && !text.isDocument()) {
            throw malformed("a cell's text must consist of inserts only");
        }
        cells.put(key, text);
    }

    private static void require(Pattern form, String where, String text) {
        if (!form.matcher(text).matches()) {
            String found = text.length() <= 40 ? text : text.substring(0, 40) + "…";
            throw malformed("%s has \"%s\", expected the form %s".formatted(where, found, form));
        }
    }

    private static InvalidDeltaException malformed(String problem) {
        return new InvalidDeltaException(Code.MALFORMED_OP, "table: " + problem);
    }
}
