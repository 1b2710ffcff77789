package org.collab.history.control;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.collab.collaboration.control.ChunkColumn;
import org.collab.collaboration.control.Deflated;
import org.collab.history.entity.Stretch;

/** Authors' stretches as bytes: format, authors, and for each stretch its author, length and minute. Deflated. */
final class StretchCodec {
    private static final int FORMAT = 1;
    private static final int MINUTE = 60;

    private StretchCodec() {}

    static byte[] encode(List<Stretch> stretches) {
        List<UUID> authors = stretches.stream().map(Stretch::userId).distinct().toList();
        ChunkColumn bytes = new ChunkColumn();
        bytes.number(FORMAT);
        bytes.number(authors.size());
        for (UUID author : authors) {
            bytes.raw(ByteBuffer.allocate(16)
                    .putLong(author.getMostSignificantBits())
                    .putLong(author.getLeastSignificantBits())
                    .array());
        }
        bytes.number(stretches.size());
        long last = 0;
        for (Stretch stretch : stretches) {
            long minute = stretch.at().getEpochSecond() / MINUTE;
            bytes.number(authors.indexOf(stretch.userId()));
            bytes.number(stretch.length());
            bytes.signed(minute - last);
            last = minute;
        }
        return Deflated.of(bytes.toBytes());
    }

    /** @throws IllegalArgumentException where the bytes are of another format */
    static List<Stretch> decode(byte[] payload) {
        ChunkColumn.Reader bytes = new ChunkColumn.Reader(ByteBuffer.wrap(Deflated.inflate(payload)));
        int format = bytes.size();
        if (format != FORMAT) {
            throw new IllegalArgumentException("format " + format + " is not known");
        }
        List<UUID> authors = new ArrayList<>();
        for (int left = bytes.size(); left > 0; left--) {
            ByteBuffer id = ByteBuffer.wrap(bytes.raw(16));
            authors.add(new UUID(id.getLong(), id.getLong()));
        }
        List<Stretch> stretches = new ArrayList<>();
        long minute = 0;
        for (int left = bytes.size(); left > 0; left--) {
            UUID author = authors.get(bytes.size());
            int length = bytes.size();
            minute += bytes.signed();
            stretches.add(new Stretch(length, author, Instant.ofEpochSecond(minute * MINUTE)));
        }
        return stretches;
    }
}
