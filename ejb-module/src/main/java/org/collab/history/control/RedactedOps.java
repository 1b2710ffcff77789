package org.collab.history.control;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.collab.ot.Attributes;
import org.collab.ot.Delta;
import org.collab.ot.DeltaBuilder;
import org.collab.ot.Op;
import org.jspecify.annotations.Nullable;

/**
 * A change's ops without some of the text that they have put in.
 *
 * @param units UTF-16 code units that were taken out
 */
public record RedactedOps(Delta delta, long units) {
    private static final char BLOCK = '\u2588';

    /** Takes these of the inserted units out, and a text wherever a format's or an embed's value holds it. */
    static RedactedOps of(Delta delta, BitSet inserted, String text) {
        Rewriting rewriting = new Rewriting(inserted, text.length() < RedactionPlan.SHORTEST ? "" : text);
        delta.ops().forEach(rewriting::add);
        return new RedactedOps(rewriting.result.build(), rewriting.units);
    }

    /** Whether a format's or an embed's value holds the text. */
    static Optional<RedactedOps> mark(Delta delta, String text) {
        boolean plain = delta.ops().stream()
                .allMatch(op -> op.attributes().isEmpty() && !(op instanceof Op.Embed || op instanceof Op.RetainEmbed));
        return plain
                ? Optional.empty()
                : Optional.of(of(delta, new BitSet(), text)).filter(ops -> ops.units() > 0);
    }

    private static final class Rewriting {
        private final BitSet inserted;
        private final String text;
        private final DeltaBuilder result = Delta.builder();
        private int offset;
        private long units;

        Rewriting(BitSet inserted, String text) {
            this.inserted = inserted;
            this.text = text;
        }

        void add(Op op) {
            Attributes attributes = attributes(op.attributes());
            if (op instanceof Op.Insert insert) {
                result.insert(blocked(insert.text()), attributes);
            } else if (op instanceof Op.Embed embed) {
                embed(embed, attributes);
            } else if (op instanceof Op.RetainEmbed retain) {
                result.retainEmbed(retain.type(), value(retain.change()), attributes);
            } else if (op instanceof Op.Retain) {
                result.retain(op.length(), attributes);
            } else {
                result.delete(op.length());
            }
        }

        private void embed(Op.Embed embed, Attributes attributes) {
            if (inserted.get(offset++)) {
                units++;
                result.insert(String.valueOf(BLOCK), attributes);
            } else {
                result.embed(embed.type(), value(embed.value()), attributes);
            }
        }

        private String blocked(String plain) {
            char[] characters = plain.toCharArray();
            for (int i = 0; i < characters.length; i++, offset++) {
                if (inserted.get(offset) && characters[i] != '\n' && characters[i] != BLOCK) {
                    characters[i] = BLOCK;
                    units++;
                }
            }
            return new String(characters);
        }

        private Attributes attributes(Attributes old) {
            if (old.isEmpty()) {
                return old;
            }
            Map<String, @Nullable Object> values = new LinkedHashMap<>();
            old.asMap().forEach((key, value) -> values.put(key, value(value)));
            return Attributes.of(values);
        }

        private @Nullable Object value(@Nullable Object value) {
            if (value instanceof String string) {
                return value(string);
            } else if (value instanceof List<?> list) {
                List<@Nullable Object> values = new ArrayList<>();
                list.forEach(item -> values.add(value(item)));
                return values;
            } else if (value instanceof Map<?, ?> map) {
                Map<String, @Nullable Object> values = new LinkedHashMap<>();
                map.forEach((key, item) -> values.put(String.valueOf(key), value(item)));
                return values;
            }
            return value;
        }

        private String value(String string) {
            if (text.isEmpty() || !string.contains(text)) {
                return string;
            }
            String without = string.replace(text, String.valueOf(BLOCK).repeat(text.length()));
            units += text.length();
            return without;
        }
    }
}
