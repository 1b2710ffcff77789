package org.collab.ot.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.collab.ot.Delta;
import org.collab.ot.DeltaBuilder;
import org.collab.ot.Op;
import org.collab.ot.RandomDeltas;
import org.jspecify.annotations.Nullable;

/** Random tables, and what several people might do to one at the same time; the same seed gives the same. */
final class RandomTables {

    private static final List<String> TEXTS = List.of("a", "bc", "word ", "\n", "é", "日本", "😀", "\"\\");
    private static final List<String> PLACES = List.of("c", "i", "ik", "r", "x");
    private static final List<Map<String, Object>> FORMATS =
            List.of(Map.of(), Map.of(), Map.of("bold", true), Map.of("color", "#ff0000"), Map.of("code", true));

    private final RandomDeltas random;
    private int ids;

    RandomTables(long seed) {
        this.random = new RandomDeltas(seed);
    }

    private <T> T pick(List<T> list) {
        return list.get(random.below(list.size()));
    }

    private boolean oneIn(int n) {
        return random.below(n) == 0;
    }

    Map<String, @Nullable Object> table() {
        Map<String, @Nullable Object> table = new TreeMap<>();
        table.put("rows", places("r", 1 + random.below(3)));
        table.put("columns", places("c", 1 + random.below(3)));
        for (String cell : cells(table)) {
            if (oneIn(2)) {
                table.put(cell, CellText.write(text()));
            }
            if (oneIn(6)) {
                table.put("align", Map.of(cell, "right"));
            }
        }
        if (oneIn(3)) {
            table.put("settings", Map.of("header", true));
        }
        return table;
    }

    private Map<String, @Nullable Object> places(String prefix, int count) {
        Map<String, @Nullable Object> places = new TreeMap<>();
        for (int i = 0; i < count; i++) {
            places.put(prefix + i, pick(PLACES));
        }
        return places;
    }

    private Delta text() {
        DeltaBuilder text = Delta.builder();
        for (int i = random.below(3); i >= 0; i--) {
            text.insert(pick(TEXTS), pick(FORMATS));
        }
        return text.build();
    }

    /** Everything that one person does before the server hears of it. */
    Map<String, @Nullable Object> change(Map<String, @Nullable Object> table) {
        Map<String, @Nullable Object> change = new TreeMap<>();
        Map<String, @Nullable Object> seen = table;
        for (int i = random.below(3); i >= 0; i--) {
            Map<String, @Nullable Object> step = step(seen);
            TableEmbed handler = handler();
            change = handler.compose(change, step, true);
            seen = handler.compose(seen, step, false);
        }
        return change;
    }

    static TableEmbed handler() {
        return TableEmbed.INSTANCE;
    }

    private Map<String, @Nullable Object> step(Map<String, @Nullable Object> table) {
        List<String> cells = cells(table);
        int kind = random.below(12);
        if (kind < 5 && !cells.isEmpty()) {
            String cell = pick(cells);
            return Map.of(cell, CellText.write(edit(CellText.read(table.get(cell)))));
        }
        return switch (kind) {
            case 5 -> Map.of("rows", Map.of(newId("r"), pick(PLACES)));
            case 6 -> Map.of("columns", Map.of(newId("c"), pick(PLACES)));
            case 7 -> moved(table, "rows");
            case 8 -> moved(table, "columns");
            case 9 -> removed(table, "rows");
            case 10 -> removed(table, "columns");
            default -> cells.isEmpty() || oneIn(2) ? setting() : Map.of("align", nullable(pick(cells)));
        };
    }

    private Map<String, @Nullable Object> setting() {
        Map<String, @Nullable Object> setting = new TreeMap<>();
        setting.put("header", oneIn(2) ? null : true);
        return Map.of("settings", setting);
    }

    private Map<String, @Nullable Object> nullable(String cell) {
        Map<String, @Nullable Object> values = new TreeMap<>();
        values.put(cell, oneIn(2) ? null : pick(List.of("left", "center", "right")));
        return values;
    }

    /** Ids of which two people may choose the same, if seldom. */
    private String newId(String prefix) {
        return oneIn(8) ? prefix + "same" : prefix + "n" + ids++ + random.below(10);
    }

    private Map<String, @Nullable Object> moved(Map<String, @Nullable Object> table, String part) {
        List<String> ids = ids(table, part);
        return ids.isEmpty() ? Map.of() : Map.of(part, Map.of(pick(ids), pick(PLACES)));
    }

    /** With the text of its cells, or without, as a client might that does not know better. */
    private Map<String, @Nullable Object> removed(Map<String, @Nullable Object> table, String part) {
        List<String> ids = ids(table, part);
        if (ids.isEmpty()) {
            return Map.of();
        }
        String id = pick(ids);
        Map<String, @Nullable Object> none = new TreeMap<>();
        none.put(id, null);
        Map<String, @Nullable Object> change = new TreeMap<>(Map.of(part, none));
        boolean isThorough = !oneIn(4);
        for (String cell : cells(table)) {
            boolean isIn = cell.startsWith(id + ":") || cell.endsWith(":" + id);
            Delta text = CellText.read(table.get(cell));
            if (isIn && isThorough && text.length() > 0) {
                change.put(
                        cell,
                        CellText.write(Delta.builder().delete(text.length()).build()));
            }
        }
        return change;
    }

    private Delta edit(Delta text) {
        DeltaBuilder edit = Delta.builder();
        boolean didSomething = false;
        for (Op op : text.ops()) {
            int kind = random.below(4);
            if (kind == 0) {
                edit.delete(op.length());
            } else if (kind == 1) {
                Map<String, @Nullable Object> format = new TreeMap<>();
                format.put("bold", oneIn(2) ? null : true);
                edit.retain(op.length(), format);
            } else {
                edit.retain(op.length());
            }
            if (oneIn(2)) {
                edit.insert(pick(TEXTS), pick(FORMATS));
                didSomething = true;
            }
        }
        if (!didSomething) {
            edit.insert(pick(TEXTS), pick(FORMATS));
        }
        return edit.build();
    }

    static List<String> ids(Map<String, @Nullable Object> table, String part) {
        return table.get(part) instanceof Map<?, ?> map
                ? map.keySet().stream().map(String::valueOf).toList()
                : List.of();
    }

    static List<String> cells(Map<String, @Nullable Object> table) {
        List<String> cells = new ArrayList<>();
        for (String row : ids(table, "rows")) {
            for (String column : ids(table, "columns")) {
                cells.add(row + ":" + column);
            }
        }
        return cells;
    }
}
