package org.collab.ot;

import java.util.List;
import java.util.Map;
import org.collab.ot.InvalidDeltaException.Code;
import org.jspecify.annotations.Nullable;

/**
 * Deltas as JSON text, strictly: what is not exactly a list of well-formed ops is refused with an {@link
 * InvalidDeltaException} that names the op. Reads a plain list of ops and Quill's {@code {"ops":[…]}}.
 *
 * <p>The ops keep the order in which they were sent: a client that transforms its own copy must get what
 * the server gets, and an insert behind a deletion ties with others at another place than one before it.
 * Neighbours that can be one op become one, empty attributes are dropped, and null attributes of inserts
 * too: none of these means anything.
 */
public final class DeltaJson {

    private DeltaJson() {}

    /** Reads an edit within the protocol's limits. */
    public static Delta read(CharSequence json) {
        return read(json, Limits.PROTOCOL);
    }

    public static Delta read(CharSequence json, Limits limits) {
        // The wrapper is one level that the limit does not count.
        JsonReader reader = new JsonReader(json, limits.depth() + 1);
        boolean isWrapped = reader.peek() == '{';
        if (isWrapped) {
            reader.enter('{');
            expectOpsKey(reader);
        } else {
            reader = new JsonReader(json, limits.depth());
        }
        Delta delta = readOps(reader, limits);
        if (isWrapped) {
            reader.expect('}');
        }
        reader.expectEnd();
        return delta;
    }

    private static void expectOpsKey(JsonReader reader) {
        if (reader.peek() != '"' || !reader.string().equals("ops")) {
            throw new InvalidDeltaException(
                    Code.MALFORMED_OP, "a delta must be a list of ops, or an object with the one key \"ops\"");
        }
        reader.expect(':');
    }

    private static Delta readOps(JsonReader reader, Limits limits) {
        if (reader.peek() != '[') {
            throw reader.malformed("expected a list of ops");
        }
        OpReader ops = new OpReader(limits);
        reader.enter('[');
        for (boolean first = true; !reader.leave(']', first); first = false) {
            ops.next(reader::value);
        }
        return ops.build();
    }

    /** Reads ops that another JSON library has parsed: Maps, Lists, Strings, Numbers, Booleans and null. */
    public static Delta fromValues(List<?> ops) {
        return fromValues(ops, Limits.PROTOCOL);
    }

    public static Delta fromValues(List<?> ops, Limits limits) {
        OpReader reader = new OpReader(limits);
        for (Object op : ops) {
            reader.next(() -> JsonValues.canonical(op, limits.depth() - 1));
        }
        return reader.build();
    }

    /** Writes the canonical form: a list of ops, keys sorted, no white space. */
    public static String write(Delta delta) {
        JsonWriter writer = new JsonWriter().raw("[");
        String separator = "";
        for (Op op : delta.opArray()) {
            writer.raw(separator);
            writeOp(writer, op);
            separator = ",";
        }
        return writer.raw("]").result();
    }

    private static void writeOp(JsonWriter writer, Op op) {
        writer.raw("{");
        if (!op.attributes().isEmpty()) {
            writer.raw("\"attributes\":").attributes(op.attributes()).raw(",");
        }
        if (op instanceof Op.Insert insert) {
            writer.raw("\"insert\":").string(insert.text());
        } else if (op instanceof Op.Embed embed) {
            writeEmbed(writer, "\"insert\":{", embed.type(), embed.value());
        } else if (op instanceof Op.RetainEmbed retain) {
            writeEmbed(writer, "\"retain\":{", retain.type(), retain.change());
        } else {
            writer.raw(op instanceof Op.Delete ? "\"delete\":" : "\"retain\":").number(op.length());
        }
        writer.raw("}");
    }

    private static void writeEmbed(JsonWriter writer, String opening, String type, @Nullable Object value) {
        writer.raw(opening).string(type).raw(":").value(value).raw("}");
    }

    /** The ops as plain values, as {@link #fromValues(List)} reads them. */
    public static List<Map<String, @Nullable Object>> toValues(Delta delta) {
        return delta.ops().stream().map(DeltaJson::toValue).toList();
    }

    private static Map<String, @Nullable Object> toValue(Op op) {
        JsonObject.Builder value = new JsonObject.Builder();
        if (!op.attributes().isEmpty()) {
            value.add("attributes", op.attributes().asMap());
        }
        if (op instanceof Op.Insert insert) {
            value.add("insert", insert.text());
        } else if (op instanceof Op.Embed embed) {
            value.add("insert", object(embed.type(), embed.value()));
        } else if (op instanceof Op.RetainEmbed retain) {
            value.add("retain", object(retain.type(), retain.change()));
        } else {
            value.add(op instanceof Op.Delete ? "delete" : "retain", (long) op.length());
        }
        return value.build();
    }

    private static JsonObject object(String key, @Nullable Object value) {
        return JsonObject.ofSorted(new String[] {key}, new @Nullable Object[] {value}, 1);
    }
}
