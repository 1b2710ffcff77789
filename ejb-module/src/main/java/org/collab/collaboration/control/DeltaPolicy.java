package org.collab.collaboration.control;

import java.util.Map;
import java.util.function.Predicate;
import org.collab.error.CollabException;
import org.collab.error.ErrorCode;
import org.collab.ot.Attributes;
import org.collab.ot.Delta;
import org.collab.ot.InvalidDeltaException;
import org.collab.ot.Limits;
import org.collab.ot.Op;
import org.collab.ot.table.TableContent;
import org.collab.ot.table.TableEmbed;
import org.jspecify.annotations.Nullable;

/**
 * What may stand in a document: the formats that the editor offers, with the values that they take. Everything else is
 * refused, because whatever is committed will be shown to every reader. Null removes a format and is always allowed.
 */
public final class DeltaPolicy {
    private int index = -1;
    private int opsInTables;

    private DeltaPolicy() {}

    /**
     * @throws CollabException {@code forbidden-format}, naming the op's index and what is not allowed; {@code
     *     invalid-delta} or {@code too-large} for a table that is none
     */
    public static void check(Delta delta) {
        DeltaPolicy policy = new DeltaPolicy();
        for (Op op : delta.ops()) {
            policy.check(op);
        }
    }

    private void check(Op op) {
        index++;
        checkAttributes(op.attributes());
        if (op instanceof Op.Embed embed) {
            checkEmbed(embed.type(), embed.value());
        } else if (op instanceof Op.RetainEmbed retain) {
            if (!retain.type().equals(TableEmbed.TYPE)) {
                throw refused("changing a " + abbreviated(retain.type()) + " in place");
            }
            checkTable(readTable(retain.change(), true));
        }
    }

    private void checkEmbed(String type, @Nullable Object value) {
        if (type.equals(TableEmbed.TYPE)) {
            checkTable(readTable(value, false));
            return;
        }
        Predicate<Object> allowed = EmbedRules.ALL.get(type);
        if (allowed == null || value == null || !allowed.test(value)) {
            throw refused("embed \"" + abbreviated(type) + "\" with this value");
        }
    }

    private void checkAttributes(Attributes attributes) {
        if (attributes.isEmpty()) {
            return;
        }
        for (Map.Entry<String, @Nullable Object> attribute : attributes.asMap().entrySet()) {
            Predicate<Object> allowed = FormatRules.INLINE.get(attribute.getKey());
            checkValue(attribute, allowed == null ? FormatRules.OTHERS.get(attribute.getKey()) : allowed);
        }
    }

    private void checkValue(Map.Entry<String, @Nullable Object> attribute, @Nullable Predicate<Object> allowed) {
        if (allowed == null) {
            throw refused("attribute \"" + abbreviated(attribute.getKey()) + "\"");
        }
        Object value = attribute.getValue();
        if (value != null && !allowed.test(value)) {
            throw refused(attribute.getKey() + " " + abbreviated(String.valueOf(value)));
        }
    }

    private TableContent readTable(@Nullable Object value, boolean isChange) {
        try {
            return isChange ? TableContent.readChange(value) : TableContent.readTable(value);
        } catch (InvalidDeltaException e) {
            ErrorCode code =
                    e.code() == InvalidDeltaException.Code.TOO_LONG ? ErrorCode.TOO_LARGE : ErrorCode.INVALID_DELTA;
            throw new CollabException(code, "op " + index + ": " + e.getMessage());
        }
    }

    private void checkTable(TableContent table) {
        table.cells().values().forEach(this::checkCell);
        checkAll(table.align(), "align", value -> FormatRules.isOneOf(value, "left", "center", "right"));
        checkAll(table.background(), "background", FormatRules::isColor);
        for (Map.Entry<String, @Nullable Object> setting :
                table.settings().asMap().entrySet()) {
            checkValue(setting, setting.getKey().equals("header") ? FormatRules::isFlag : null);
        }
    }

    private void checkCell(Delta text) {
        opsInTables += text.ops().size();
        if (opsInTables > Limits.PROTOCOL.ops()) {
            throw new CollabException(
                    ErrorCode.TOO_LARGE,
                    "op " + index + ": the tables of a delta may have at most " + Limits.PROTOCOL.ops() + " ops");
        }
        for (Op op : text.ops()) {
            for (Map.Entry<String, @Nullable Object> attribute :
                    op.attributes().asMap().entrySet()) {
                checkValue(attribute, FormatRules.INLINE.get(attribute.getKey()));
            }
        }
    }

    private void checkAll(Attributes values, String what, Predicate<Object> allowed) {
        values.asMap().values().forEach(value -> {
            if (value != null && !allowed.test(value)) {
                throw refused("a cell's " + what + " " + abbreviated(String.valueOf(value)));
            }
        });
    }

    private CollabException refused(String what) {
        return new CollabException(ErrorCode.FORBIDDEN_FORMAT, "op " + index + ": " + what + " is not allowed");
    }

    private static String abbreviated(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }
}
