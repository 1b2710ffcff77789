package org.collab.collaboration.control;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.collab.collaboration.entity.ChangeHash;
import org.collab.collaboration.entity.CommittedChange;
import org.collab.ot.Delta;
import org.collab.ot.DeltaJson;

/**
 * Consecutive changes of one document as a few bytes each, lossless.
 *
 * <p>Format 1, deflated: format, count, first revision; the hash before the first change and the hash of the last one;
 * the clients and the authors, each once; then one column for each of client, author, seq, base revision, time and check
 * byte, and the {@linkplain DeltaColumns columns of the deltas}. A column holds what differs from the obvious: the seq
 * after the client's last one, the base just before the revision, the time since the change before.
 *
 * <p>Hashes do not compress, so they are computed again. Of each only the last byte is kept: whoever alters a change
 * inside a chunk is found at that change, with 255 chances in 256, and at the chunk's last change in any case.
 *
 * <p>Format 2 has one column more: the places and whole hashes of redacted changes, whose hashes cannot be computed from
 * what stands there any more.
 */
public final class ChunkCodec {
    private static final int PLAIN = 1;
    private static final int REDACTED = 2;
    private static final int LAST = ChangeHash.LENGTH - 1;

    private ChunkCodec() {}

    /** @param before the hash of the change before the first */
    static byte[] encode(ChangeHash before, List<CommittedChange> changes) {
        return encode(before, changes, Set.of());
    }

    /** @param redacted the revisions whose hashes are not those of what stands there */
    static byte[] encode(ChangeHash before, List<CommittedChange> changes, Set<Long> redacted) {
        ChunkColumn chunk = new ChunkColumn();
        chunk.number(redacted.isEmpty() ? PLAIN : REDACTED);
        chunk.number(changes.size());
        chunk.number(changes.get(0).revision());
        chunk.raw(before.bytes());
        chunk.raw(changes.get(changes.size() - 1).hash().bytes());
        List<UUID> clients = dictionary(chunk, changes.stream().map(CommittedChange::clientId));
        List<UUID> authors = dictionary(chunk, changes.stream().map(CommittedChange::userId));

        ChunkColumn client = new ChunkColumn();
        ChunkColumn author = new ChunkColumn();
        ChunkColumn seq = new ChunkColumn();
        ChunkColumn base = new ChunkColumn();
        ChunkColumn time = new ChunkColumn();
        ChunkColumn check = new ChunkColumn();
        DeltaColumns deltas = new DeltaColumns();
        Map<UUID, Long> lastSeq = new HashMap<>();
        long lastTime = 0;
        for (CommittedChange change : changes) {
            client.number(clients.indexOf(change.clientId()));
            author.number(authors.indexOf(change.userId()));
            seq.signed(change.seq() - lastSeq.getOrDefault(change.clientId(), 0L) - 1);
            lastSeq.put(change.clientId(), change.seq());
            base.number(change.revision() - 1 - change.baseRevision());
            long at = ChronoUnit.MICROS.between(Instant.EPOCH, change.at());
            time.signed(at - lastTime);
            lastTime = at;
            check.raw(new byte[] {change.hash().bytes()[LAST]});
            deltas.write(change.delta(), change.deltaJson());
        }
        List.of(client, author, seq, base, time, check).forEach(chunk::column);
        if (!redacted.isEmpty()) {
            chunk.column(hashes(changes, redacted));
        }
        deltas.writeTo(chunk);
        return Deflated.of(chunk.toBytes());
    }

    private static ChunkColumn hashes(List<CommittedChange> changes, Set<Long> redacted) {
        ChunkColumn hashes = new ChunkColumn();
        hashes.number(redacted.size());
        for (int i = 0; i < changes.size(); i++) {
            if (redacted.contains(changes.get(i).revision())) {
                hashes.number(i);
                hashes.raw(changes.get(i).hash().bytes());
            }
        }
        return hashes;
    }

    private static Map<Integer, ChangeHash> hashes(ChunkColumn.Reader column) {
        Map<Integer, ChangeHash> hashes = new HashMap<>();
        for (int left = column.size(); left > 0; left--) {
            hashes.put(column.size(), new ChangeHash(column.raw(ChangeHash.LENGTH)));
        }
        return hashes;
    }

    /** @throws IllegalArgumentException where the bytes are no chunk */
    public static List<CommittedChange> decode(UUID documentId, byte[] payload) {
        try {
            return read(documentId, new ChunkColumn.Reader(ByteBuffer.wrap(Deflated.inflate(payload))));
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("a chunk of document " + documentId + " cannot be read", e);
        }
    }

    private static List<CommittedChange> read(UUID documentId, ChunkColumn.Reader chunk) {
        int format = chunk.size();
        if (format != PLAIN && format != REDACTED) {
            throw new IllegalArgumentException("format " + format + " is not known");
        }
        int count = chunk.size();
        long revision = chunk.number();
        ChangeHash computed = new ChangeHash(chunk.raw(ChangeHash.LENGTH));
        ChangeHash last = new ChangeHash(chunk.raw(ChangeHash.LENGTH));
        List<UUID> clients = dictionary(chunk);
        List<UUID> authors = dictionary(chunk);

        ChunkColumn.Reader client = chunk.column();
        ChunkColumn.Reader author = chunk.column();
        ChunkColumn.Reader seq = chunk.column();
        ChunkColumn.Reader base = chunk.column();
        ChunkColumn.Reader time = chunk.column();
        ChunkColumn.Reader check = chunk.column();
        Map<Integer, ChangeHash> redacted = format == REDACTED ? hashes(chunk.column()) : Map.of();
        DeltaColumns.Reader deltas = new DeltaColumns.Reader(chunk);
        Map<UUID, Long> lastSeq = new HashMap<>();
        long lastTime = 0;
        List<CommittedChange> changes = new ArrayList<>();
        for (int i = 0; i < count; i++, revision++) {
            UUID clientId = clients.get(client.size());
            UUID userId = authors.get(author.size());
            long number = lastSeq.getOrDefault(clientId, 0L) + 1 + seq.signed();
            lastSeq.put(clientId, number);
            long baseRevision = revision - 1 - base.number();
            lastTime += time.signed();
            Instant at = Instant.EPOCH.plus(lastTime, ChronoUnit.MICROS);
            Delta delta = deltas.next();
            String json = DeltaJson.write(delta);
            computed = HashChain.next(computed, documentId, revision, clientId, number, userId, baseRevision, at, json);
            byte[] kept = computed.bytes();
            kept[LAST] = check.raw(1)[0];
            ChangeHash hash = i == count - 1 ? last : new ChangeHash(kept);
            if (redacted.containsKey(i)) {
                computed = redacted.get(i);
                hash = computed;
            }
            changes.add(new CommittedChange(revision, clientId, number, userId, baseRevision, at, delta, json, hash));
        }
        return changes;
    }

    private static List<UUID> dictionary(ChunkColumn chunk, Stream<UUID> ids) {
        List<UUID> distinct = ids.distinct().toList();
        chunk.number(distinct.size());
        for (UUID id : distinct) {
            chunk.raw(ByteBuffer.allocate(16)
                    .putLong(id.getMostSignificantBits())
                    .putLong(id.getLeastSignificantBits())
                    .array());
        }
        return distinct;
    }

    private static List<UUID> dictionary(ChunkColumn.Reader chunk) {
        List<UUID> ids = new ArrayList<>();
        for (int left = chunk.size(); left > 0; left--) {
            ByteBuffer id = ByteBuffer.wrap(chunk.raw(16));
            ids.add(new UUID(id.getLong(), id.getLong()));
        }
        return ids;
    }
}
