package org.collab.history.control;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.collab.collaboration.entity.CommittedChange;
import org.collab.ot.Attributes;
import org.collab.ot.Delta;
import org.collab.ot.DeltaBuilder;
import org.collab.ot.Op;
import org.collab.ot.table.TableEmbed;
import org.jspecify.annotations.Nullable;

/**
 * A change's ops without some of what they have put in.
 *
 * @param units UTF-16 code units that were taken out; a picture is one
 */
public record RedactedOps(Delta delta, long units) {
    /** The value of an image embed whose picture was taken out. */
    public static final String TAKEN_OUT = "redacted";

    static final String ALT = "alt";

    /** Takes out what is marked, and each text wherever a link, a description or a name holds it. */
    static RedactedOps of(CommittedChange change, ChangeMarks marks, List<String> texts) {
        Rewriting rewriting = new Rewriting(change.revision(), marks, new Blocks(texts));
        change.delta().ops().forEach(rewriting::add);
        return new RedactedOps(rewriting.result.build(), rewriting.blocks.units());
    }

    /** Whether a link, a description, a name or a cell's text that was put in at once holds one of the texts. */
    static boolean holds(CommittedChange change, List<String> texts) {
        boolean plain = change.delta().ops().stream()
                .allMatch(op -> op.attributes().isEmpty() && !(op instanceof Op.Embed || op instanceof Op.RetainEmbed));
        return !plain && of(change, new ChangeMarks(), texts).units() > 0;
    }

    private static final class Rewriting {
        private final long revision;
        private final ChangeMarks marks;
        private final Blocks blocks;
        private final DeltaBuilder result = Delta.builder();
        private int index = -1;
        private int offset;

        Rewriting(long revision, ChangeMarks marks, Blocks blocks) {
            this.revision = revision;
            this.marks = marks;
            this.blocks = blocks;
        }

        void add(Op op) {
            index++;
            Attributes attributes = attributes(op.attributes());
            if (op instanceof Op.Insert insert) {
                result.insert(blocks.over(insert.text(), at -> marks.hasUnit(offset + at)), attributes);
                offset += op.length();
            } else if (op instanceof Op.Embed embed) {
                embed(embed, attributes);
                offset++;
            } else if (op instanceof Op.RetainEmbed retain) {
                result.retainEmbed(retain.type(), table(retain.change()), attributes);
            } else if (op instanceof Op.Retain) {
                result.retain(op.length(), attributes);
            } else {
                result.delete(op.length());
            }
        }

        private void embed(Op.Embed embed, Attributes attributes) {
            switch (embed.type()) {
                case TableEmbed.TYPE -> result.embed(embed.type(), table(embed.value()), attributes);
                case "image" -> result.embed(embed.type(), picture(embed.value()), attributes);
                case "mention" -> {
                    if (marks.empties(index)) {
                        result.insert(blocks.over("@", at -> true), attributes);
                    } else {
                        result.embed(embed.type(), mention(embed.value()), attributes);
                    }
                }
                default -> result.embed(embed.type(), embed.value(), attributes);
            }
        }

        private @Nullable Object picture(@Nullable Object address) {
            if (!marks.empties(index) || TAKEN_OUT.equals(address)) {
                return address;
            }
            blocks.count(1);
            return TAKEN_OUT;
        }

        private Object mention(@Nullable Object value) {
            return map(value, (key, field) -> key.equals("name") ? blocks.over(String.valueOf(field)) : field);
        }

        /** A table, or a change of one: lists are the ops of cells. */
        private Object table(@Nullable Object value) {
            return map(value, (key, part) -> part instanceof List<?> ops ? cell(key, ops) : part);
        }

        private Object cell(String key, List<?> ops) {
            Ink ink = new Ink(revision, index, key);
            int[] inserted = {0};
            return ops.stream().map(op -> cellOp(op, ink, inserted)).toList();
        }

        private Object cellOp(Object op, Ink ink, int[] inserted) {
            boolean emptied = marks.empties(index);
            Map<String, @Nullable Object> rewritten = map(op, (key, field) -> {
                if (key.equals("link") && field != null) {
                    return blocks.over(String.valueOf(field));
                } else if (!key.equals("insert")) {
                    return field;
                }
                String text = String.valueOf(field);
                int from = inserted[0];
                inserted[0] += text.length();
                return blocks.over(text, at -> emptied || marks.inCell(ink).get(from + at));
            });
            return emptied ? without("link", rewritten) : rewritten;
        }

        private Attributes attributes(Attributes old) {
            if (!old.has("link") && !old.has(ALT)) {
                return old;
            }
            Map<String, @Nullable Object> values = map(
                    old.asMap(),
                    (key, value) -> (key.equals("link") || key.equals(ALT)) && value != null
                            ? blocks.over(String.valueOf(value))
                            : value);
            return Attributes.of(marks.empties(index) ? without(ALT, values) : values);
        }

        private Map<String, @Nullable Object> without(String key, Map<String, @Nullable Object> values) {
            if (values.get(key) instanceof String text) {
                blocks.count(text.length());
                values.remove(key);
            }
            return values;
        }

        private interface Field {
            @Nullable Object of(String key, @Nullable Object value);
        }

        private static Map<String, @Nullable Object> map(@Nullable Object value, Field field) {
            Map<String, @Nullable Object> result = new TreeMap<>();
            if (value instanceof Map<?, ?> map) {
                map.forEach((key, old) -> result.put(String.valueOf(key), field.of(String.valueOf(key), old)));
            }
            return result;
        }
    }
}
