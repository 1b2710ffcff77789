package org.collab.ot.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.collab.ot.EmbedHandler;
import org.collab.ot.EmbedHandlers;
import org.collab.ot.Op;
import org.collab.ot.Priority;
import org.jspecify.annotations.Nullable;

/**
 * Embeds of the type "table-embed".
 *
 * <p>A table is not a grid but a set of rows, a set of columns, and text for some of their pairs. What is
 * shown is every row with every column, so no merge of edits can make a table ragged:
 *
 * <pre>
 *   {"rows":    {"r1": "i", "r2": "r"},           id of a row: its place, compared as text
 *    "columns": {"c1": "i", "c2": "r"},
 *    "r1:c1":   [{"insert": "Name", "bold": true}],
 *    "align":   {"r1:c2": "right"},               "background" likewise
 *    "settings": {"header": true}}                the first row is a heading
 * </pre>
 *
 * <p>A change has the same form. A row or column is added or moved by setting its place, and removed by null;
 * a cell's text is changed by ops. Ops carry their formats beside the action, because objects in a delta nest
 * six deep at most.
 *
 * <p>The parts do not depend on each other, so that the laws of a table are those of its parts. Text typed
 * into a cell stays when its row moves. Where its row is removed at the same time it stays unseen, and is
 * there again when the removal is undone.
 */
public final class TableEmbed implements EmbedHandler {

    public static final String TYPE = "table-embed";

    static final TableEmbed INSTANCE = new TableEmbed();

    /** The one type that can be changed in place. */
    public static final EmbedHandlers HANDLERS = EmbedHandlers.of(Map.of(TYPE, INSTANCE));

    private TableEmbed() {}

    @Override
    public Map<String, @Nullable Object> compose(@Nullable Object first, @Nullable Object next, boolean isChange) {
        Map<String, @Nullable Object> result = new TreeMap<>(TableContent.object(first));
        TableContent.readChange(next).parts().forEach((key, change) -> {
            Object before = result.get(key);
            keep(result, key, TablePart.of(key).compose(before, change, isChange));
        });
        if (!isChange) {
            TableLimits.require(result);
        }
        return result;
    }

    @Override
    public Map<String, @Nullable Object> transform(@Nullable Object other, @Nullable Object change, Priority priority) {
        Map<String, @Nullable Object> done = TableContent.readChange(other).parts();
        Map<String, @Nullable Object> result =
                new TreeMap<>(TableContent.readChange(change).parts());
        done.forEach((key, first) -> {
            if (result.containsKey(key)) {
                keep(result, key, TablePart.of(key).transform(first, result.get(key), priority));
            }
        });
        return result;
    }

    @Override
    public Map<String, @Nullable Object> invert(@Nullable Object change, @Nullable Object base) {
        Map<String, @Nullable Object> before = TableContent.object(base);
        Map<String, @Nullable Object> result = new TreeMap<>();
        TableContent.readChange(change)
                .parts()
                .forEach((key, part) -> keep(result, key, TablePart.of(key).invert(part, before.get(key))));
        return result;
    }

    @Override
    public String insertedText(@Nullable Object content) {
        List<String> texts = new ArrayList<>();
        TableContent.readChange(content).cells().values().forEach(cell -> {
            String text = cell.ops().stream()
                    .map(op -> op instanceof Op.Insert insert ? insert.text() : "")
                    .collect(Collectors.joining());
            if (!text.isEmpty()) {
                texts.add(text);
            }
        });
        return String.join("\n", texts);
    }

    private static void keep(Map<String, @Nullable Object> parts, String key, Object part) {
        if (TablePart.isEmpty(part)) {
            parts.remove(key);
        } else {
            parts.put(key, part);
        }
    }
}
