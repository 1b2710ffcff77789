package org.collab.collaboration.control;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import java.util.UUID;
import org.collab.collaboration.entity.ChangeHash;
import org.collab.ot.Delta;
import org.collab.ot.DeltaBuilder;
import org.collab.ot.DeltaJson;
import org.collab.ot.RichText;
import org.collab.ot.table.TableEmbed;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Writes a long history of a new document straight into the database, with a valid hash chain: four people who type, go
 * elsewhere, and take text out, more than a week ago. Repeatable by its seed.
 */
public final class HistoryFiller {
    private static final int PEOPLE = 4;
    private static final int LONGEST_TEXT = 60_000;

    private final UUID documentId;
    private final UUID authorId;
    private final Random random;
    private final UUID[] clients = new UUID[PEOPLE];
    private final long[] seqs = new long[PEOPLE];
    private final int[] places = new int[PEOPLE];
    private RichText text = RichText.empty(TableEmbed.HANDLERS);
    private ChangeHash hash = ChangeHash.GENESIS;
    private Instant now = Instant.now().minus(60, ChronoUnit.DAYS).truncatedTo(ChronoUnit.MICROS);

    public HistoryFiller(String documentId, String authorId, long seed) {
        this.documentId = UUID.fromString(documentId);
        this.authorId = UUID.fromString(authorId);
        this.random = new Random(seed);
        for (int i = 0; i < PEOPLE; i++) {
            clients[i] = new UUID(random.nextLong(), random.nextLong());
        }
    }

    /** Writes the changes 1 to {@code count} of the document, which has none yet. */
    public void fill(Connection connection, int count) throws SQLException {
        CopyIn copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn(
                        "COPY changes (document_id, revision, client_id, client_seq, author_id, base_revision, created_at,"
                                + " delta, hash) FROM STDIN");
        for (long revision = 1; revision <= count; revision++) {
            byte[] row = row(revision).getBytes(StandardCharsets.UTF_8);
            copy.writeToCopy(row, 0, row.length);
        }
        copy.endCopy();
        try (var update = connection.prepareStatement("UPDATE documents SET head_revision = ? WHERE id = ?")) {
            update.setLong(1, count);
            update.setObject(2, documentId);
            update.executeUpdate();
        }
    }

    private String row(long revision) {
        int who = random.nextInt(PEOPLE);
        Delta delta = edit(who);
        text = text.apply(delta);
        now = now.plus(50_000 + random.nextInt(300_000), ChronoUnit.MICROS);
        String json = DeltaJson.write(delta);
        long base = Math.max(0, revision - 1 - random.nextInt(3));
        seqs[who]++;
        hash = HashChain.next(hash, documentId, revision, clients[who], seqs[who], authorId, base, now, json);
        return String.join(
                        "\t",
                        documentId.toString(),
                        String.valueOf(revision),
                        clients[who].toString(),
                        String.valueOf(seqs[who]),
                        authorId.toString(),
                        String.valueOf(base),
                        now.toString(),
                        json.replace("\\", "\\\\"),
                        "\\\\x" + hash)
                + "\n";
    }

    private Delta edit(int who) {
        int length = text.length();
        if (random.nextInt(60) == 0) {
            places[who] = random.nextInt(length);
        }
        int at = Math.min(places[who], length - 1);
        boolean full = length > LONGEST_TEXT;
        DeltaBuilder delta = at == 0 ? Delta.builder() : Delta.builder().retain(at);
        if (at > 0 && random.nextInt(100) < (full ? 80 : 25)) {
            places[who] = at - 1;
            return (at == 1 ? Delta.builder() : Delta.builder().retain(at - 1))
                    .delete(1)
                    .build();
        }
        places[who] = at + 1;
        return delta.insert(random.nextInt(6) == 0 ? " " : String.valueOf((char) ('a' + random.nextInt(26))))
                .build();
    }
}
