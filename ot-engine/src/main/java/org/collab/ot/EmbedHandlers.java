package org.collab.ot;

import java.util.Map;
import org.collab.ot.InvalidDeltaException.Code;
import org.jspecify.annotations.Nullable;

/**
 * The embed types whose contents can be changed in place, given to the operations that need them. An
 * immutable value: there is no global registry, two documents may follow different rules.
 */
public final class EmbedHandlers {

    /** No type can be changed in place; embeds are inserted and deleted whole. */
    public static final EmbedHandlers NONE = new EmbedHandlers(Map.of());

    private final Map<String, EmbedHandler> byType;

    private EmbedHandlers(Map<String, EmbedHandler> byType) {
        this.byType = byType;
    }

    public static EmbedHandlers of(Map<String, EmbedHandler> byType) {
        return new EmbedHandlers(Map.copyOf(byType));
    }

    EmbedHandler require(String type) {
        EmbedHandler handler = byType.get(type);
        if (handler == null) {
            throw new InvalidDeltaException(
                    Code.EMBED_MISMATCH, "embeds of type \"" + type + "\" cannot be changed in place");
        }
        return handler;
    }

    /** The text that an op inserts, be it into an embed. */
    public String insertedText(Op op) {
        if (op instanceof Op.Insert insert) {
            return insert.text();
        }
        if (op instanceof Op.Embed embed) {
            return insertedText(embed.type(), embed.value());
        }
        return op instanceof Op.RetainEmbed change ? insertedText(change.type(), change.change()) : "";
    }

    private String insertedText(String type, @Nullable Object content) {
        EmbedHandler handler = byType.get(type);
        return handler == null ? "" : handler.insertedText(content);
    }

    /** The failure of a change of {@code type} that meets something else. */
    static InvalidDeltaException mismatch(String type, Op target) {
        String found = "no embed";
        if (target instanceof Op.Embed embed) {
            found = '"' + embed.type() + '"';
        } else if (target instanceof Op.RetainEmbed retain) {
            found = '"' + retain.type() + '"';
        }
        return new InvalidDeltaException(
                Code.EMBED_MISMATCH, "expected an embed of type \"" + type + "\" to change, was " + found);
    }
}
