package org.collab.ot;

import java.util.function.Predicate;

/** {@link Delta#eachLine}: cuts a document at its newlines. */
final class LineReader {

    private final OpCursor cursor;
    private final char newline;
    private final Predicate<Line> visitor;
    private DeltaBuilder line = new DeltaBuilder();
    private int index;

    LineReader(Delta document, char newline, Predicate<Line> visitor) {
        this.cursor = new OpCursor(document.opArray());
        this.newline = newline;
        this.visitor = visitor;
    }

    void run() {
        while (cursor.isAtInsert()) {
            int length = cursor.lengthUntil(newline);
            if (length > 0) {
                line.push(cursor.next(length));
            } else if (!endLine(cursor.next(1).attributes())) {
                return;
            }
        }
        boolean isCutOff = !cursor.hasNext() && !line.build().isEmpty();
        if (isCutOff) {
            endLine(Attributes.EMPTY);
        }
    }

    private boolean endLine(Attributes attributes) {
        boolean goOn = visitor.test(new Line(line.build(), attributes, index++));
        line = new DeltaBuilder();
        return goOn;
    }
}
