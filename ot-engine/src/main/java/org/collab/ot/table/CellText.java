package org.collab.ot.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.collab.ot.Delta;
import org.collab.ot.DeltaJson;
import org.collab.ot.InvalidDeltaException;
import org.collab.ot.InvalidDeltaException.Code;
import org.collab.ot.Limits;
import org.collab.ot.Op;
import org.jspecify.annotations.Nullable;

/** A cell's ops, whose formats stand beside the action: {@code {"bold":true,"insert":"a"}}. */
final class CellText {

    private static final Limits LIMITS = new Limits(TableLimits.MAX_OPS, 4, TableLimits.MAX_CELL);

    private CellText() {}

    /** The ops as a delta; none for a cell without text. */
    static Delta read(@Nullable Object ops) {
        if (ops == null) {
            return Delta.EMPTY;
        }
        if (!(ops instanceof List<?> list)) {
            throw malformed("a cell's text must be a list of ops");
        }
        List<Map<String, @Nullable Object>> values = new ArrayList<>(list.size());
        for (Object op : list) {
            values.add(nested(op));
        }
        Delta delta = DeltaJson.fromValues(values, LIMITS);
        for (Op op : delta.ops()) {
            if (op instanceof Op.Embed || op instanceof Op.RetainEmbed) {
                throw malformed("a cell must hold text only, was an embed");
            }
        }
        return delta;
    }

    private static Map<String, @Nullable Object> nested(@Nullable Object op) {
        if (!(op instanceof Map<?, ?> flat)) {
            throw malformed("an op of a cell must be an object");
        }
        Map<String, @Nullable Object> result = new TreeMap<>();
        Map<String, @Nullable Object> attributes = new TreeMap<>();
        flat.forEach((key, value) -> (isAction(key) ? result : attributes).put(String.valueOf(key), value));
        if (!attributes.isEmpty()) {
            result.put("attributes", attributes);
        }
        return result;
    }

    private static boolean isAction(@Nullable Object key) {
        return "insert".equals(key) || "retain".equals(key) || "delete".equals(key);
    }

    static List<Map<String, @Nullable Object>> write(Delta delta) {
        List<Map<String, @Nullable Object>> ops = new ArrayList<>(delta.ops().size());
        for (Op op : delta.ops()) {
            Map<String, @Nullable Object> flat = new TreeMap<>(op.attributes().asMap());
            if (op instanceof Op.Insert insert) {
                flat.put("insert", insert.text());
            } else {
                flat.put(op instanceof Op.Delete ? "delete" : "retain", (long) op.length());
            }
            ops.add(flat);
        }
        return ops;
    }

    private static InvalidDeltaException malformed(String problem) {
        return new InvalidDeltaException(Code.MALFORMED_OP, "table: " + problem);
    }
}
