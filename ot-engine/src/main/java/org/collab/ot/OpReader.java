package org.collab.ot;

import java.util.Map;
import java.util.function.Supplier;
import org.collab.ot.InvalidDeltaException.Code;
import org.jspecify.annotations.Nullable;

/** Makes ops of JSON values, one after another, and refuses everything that is not exactly an op. */
final class OpReader {

    private final Limits limits;
    private final DeltaBuilder result = new DeltaBuilder();
    private int index = -1;
    private long reached;
    private long inserted;

    OpReader(Limits limits) {
        this.limits = limits;
    }

    /** Takes the next op. A list that is too long is refused before its next element is read. */
    void next(Supplier<? extends @Nullable Object> value) {
        index++;
        if (index == limits.ops()) {
            throw new InvalidDeltaException(Code.TOO_MANY_OPS, "a delta may have at most " + limits.ops() + " ops");
        }
        add(read(value));
    }

    private @Nullable Object read(Supplier<? extends @Nullable Object> value) {
        try {
            return value.get();
        } catch (InvalidDeltaException e) {
            throw new InvalidDeltaException(e.code(), "op " + index + ": " + e.getMessage());
        }
    }

    private void add(@Nullable Object value) {
        if (!(value instanceof Map<?, ?> op)) {
            throw malformed("expected an object, was " + JsonValues.describe(value));
        }
        Op read = read(op);
        if (read.isInsert()) {
            inserted += read.length();
        } else {
            reached += read.length();
        }
        if (Math.max(reached, inserted) > limits.length()) {
            throw new InvalidDeltaException(
                    Code.TOO_LONG,
                    "op " + index + ": a delta may reach over and insert at most " + limits.length() + " units, was "
                            + Math.max(reached, inserted));
        }
        result.append(read);
    }

    Delta build() {
        return result.build();
    }

    private InvalidDeltaException malformed(String problem) {
        return new InvalidDeltaException(Code.MALFORMED_OP, "op " + index + ": " + problem);
    }

    private Op read(Map<?, ?> op) {
        String action = action(op);
        Object value = op.get(action);
        Attributes attributes = attributes(op);
        return switch (action) {
            case "insert" -> insert(value, attributes);
            case "retain" -> retain(value, attributes);
            default -> delete(op, value);
        };
    }

    private String action(Map<?, ?> op) {
        String action = null;
        for (Object key : op.keySet()) {
            if (key.equals("attributes")) {
                continue;
            }
            boolean isAction = key.equals("insert") || key.equals("retain") || key.equals("delete");
            if (!isAction) {
                throw malformed("unknown key " + JsonValues.describe(key));
            }
            if (action != null) {
                throw malformed("expected one of insert, retain and delete, was " + action + " and " + key);
            }
            action = (String) key;
        }
        if (action == null) {
            throw malformed("expected one of insert, retain and delete, was none");
        }
        return action;
    }

    private Attributes attributes(Map<?, ?> op) {
        Object value = op.get("attributes");
        if (value instanceof JsonObject object) {
            return object.toAttributes();
        }
        if (op.containsKey("attributes")) {
            throw malformed("attributes must be an object, was " + JsonValues.describe(value));
        }
        return Attributes.EMPTY;
    }

    private Op insert(@Nullable Object value, Attributes attributes) {
        if (value instanceof String text) {
            if (text.isEmpty()) {
                throw malformed("insert must not be empty");
            }
            return new Op.Insert(text, attributes);
        }
        if (!(value instanceof Map<?, ?> embed)) {
            throw malformed("insert must be text or an embed object, was " + JsonValues.describe(value));
        }
        String type = embedType("insert", embed);
        return new Op.Embed(type, embed.get(type), attributes);
    }

    private Op retain(@Nullable Object value, Attributes attributes) {
        if (value instanceof Map<?, ?> embed) {
            String type = embedType("retain", embed);
            return new Op.RetainEmbed(type, embed.get(type), attributes);
        }
        return new Op.Retain(length("retain", value), attributes);
    }

    private Op delete(Map<?, ?> op, @Nullable Object value) {
        if (op.containsKey("attributes")) {
            throw malformed("delete takes no attributes");
        }
        return new Op.Delete(length("delete", value));
    }

    private String embedType(String action, Map<?, ?> embed) {
        if (embed.size() != 1) {
            throw malformed(action + " of an object must have exactly one key, its type, had " + embed.size());
        }
        return (String) embed.keySet().iterator().next();
    }

    private int length(String action, @Nullable Object value) {
        if (value instanceof Long number && number > 0 && number <= Integer.MAX_VALUE) {
            return number.intValue();
        }
        throw malformed(action + " must be a positive integer, was " + JsonValues.describe(value));
    }
}
