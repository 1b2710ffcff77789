package org.collab.search.control;

import java.util.List;
import java.util.Map;
import org.collab.ot.Delta;
import org.collab.ot.Op;
import org.jspecify.annotations.Nullable;

/** A document's text without its formats: with the cells of its tables and the names of who is mentioned. */
final class PlainText {
    /** UTF-16 units; what comes after is not found. */
    private static final int LONGEST = 1_000_000;

    private static final List<String> NAMES = List.of("displayName", "name", "label");

    private final StringBuilder text = new StringBuilder();

    private PlainText() {}

    static String of(Delta contents) {
        PlainText plain = new PlainText();
        for (Op op : contents.ops()) {
            if (plain.text.length() >= LONGEST) {
                break;
            }
            plain.add(op);
        }
        return Words.composed(shortened(plain.text.toString().strip()));
    }

    private void add(Op op) {
        if (op instanceof Op.Insert insert) {
            text.append(insert.text());
        } else if (op instanceof Op.Embed embed && embed.value() instanceof Map<?, ?> value) {
            addNames(value);
            addCells(value);
        } else {
            text.append(' ');
        }
    }

    private void addNames(Map<?, ?> embed) {
        NAMES.stream()
                .map(embed::get)
                .filter(String.class::isInstance)
                .findFirst()
                .ifPresent(text::append);
    }

    /** The lists of ops in an embed are the texts of a table's cells. */
    private void addCells(Map<?, ?> embed) {
        for (Object part : embed.values()) {
            if (part instanceof List<?> cell) {
                text.append('\n');
                cell.forEach(this::addCellOp);
            }
        }
        text.append(' ');
    }

    private void addCellOp(@Nullable Object op) {
        if (op instanceof Map<?, ?> fields && fields.get("insert") instanceof String insert) {
            text.append(insert);
        }
    }

    private static String shortened(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST);
    }
}
