package org.collab.collaboration.control;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.collab.ot.Delta;
import org.collab.ot.DeltaBuilder;
import org.collab.ot.DeltaJson;
import org.collab.ot.Limits;
import org.collab.ot.Op;

/**
 * A chunk's deltas. What people mostly do — put plain text somewhere, take some out — is told by a position and a text or
 * a length; the position counts from where the change before ended, so that typing on takes no more than its text.
 * Everything else is kept as JSON.
 */
final class DeltaColumns {
    private static final int JSON = 0;
    private static final int INSERT = 1;
    private static final int DELETE = 2;

    private final ChunkColumn shapes = new ChunkColumn();
    private final ChunkColumn positions = new ChunkColumn();
    private final ChunkColumn lengths = new ChunkColumn();
    private final ChunkColumn texts = new ChunkColumn();
    private int expected;

    void write(Delta delta, String json) {
        List<Op> ops = delta.ops();
        boolean moved = ops.size() == 2
                && ops.get(0) instanceof Op.Retain first
                && first.attributes().isEmpty();
        if ((ops.size() == 1 || moved) && DeltaJson.write(delta).equals(json)) {
            int position = moved ? ops.get(0).length() : 0;
            Op last = ops.get(ops.size() - 1);
            if (last instanceof Op.Insert insert && insert.attributes().isEmpty()) {
                shape(INSERT, position);
                text(insert.text());
                expected = position + insert.length();
                return;
            } else if (last instanceof Op.Delete delete) {
                shape(DELETE, position);
                lengths.number(delete.length());
                return;
            }
        }
        shapes.number(JSON);
        text(json);
    }

    private void shape(int shape, int position) {
        shapes.number(shape);
        positions.signed((long) position - expected);
        expected = position;
    }

    private void text(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        lengths.number(utf8.length);
        texts.raw(utf8);
    }

    void writeTo(ChunkColumn chunk) {
        List.of(shapes, positions, lengths, texts).forEach(chunk::column);
    }

    /** Gives the deltas back, in order. */
    static final class Reader {
        private final ChunkColumn.Reader shapes;
        private final ChunkColumn.Reader positions;
        private final ChunkColumn.Reader lengths;
        private final ChunkColumn.Reader texts;
        private int expected;

        Reader(ChunkColumn.Reader chunk) {
            shapes = chunk.column();
            positions = chunk.column();
            lengths = chunk.column();
            texts = chunk.column();
        }

        Delta next() {
            int shape = shapes.size();
            if (shape == JSON) {
                return DeltaJson.read(text(), Limits.DOCUMENT);
            }
            int position = Math.toIntExact(expected + positions.signed());
            DeltaBuilder delta =
                    position == 0 ? Delta.builder() : Delta.builder().retain(position);
            if (shape == INSERT) {
                String text = text();
                expected = position + text.length();
                return delta.insert(text).build();
            } else if (shape == DELETE) {
                expected = position;
                return delta.delete(lengths.size()).build();
            }
            throw new IllegalArgumentException("no delta has shape " + shape);
        }

        private String text() {
            return new String(texts.raw(lengths.size()), StandardCharsets.UTF_8);
        }
    }
}
