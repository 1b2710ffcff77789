package org.collab.collaboration.control;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.collab.collaboration.entity.ChangeHash;
import org.collab.collaboration.entity.CommittedChange;
import org.collab.ot.Delta;
import org.collab.ot.DeltaBuilder;
import org.collab.ot.DeltaJson;
import org.collab.ot.RichText;

/** A document's history as three people might have typed it, from a seed. */
final class HistoryFixture {
    final UUID documentId;
    final List<CommittedChange> changes = new ArrayList<>();
    private final Random random;
    private final UUID[] people;
    private final long[] seqs = new long[3];
    private final int[] places = new int[3];
    private RichText text = RichText.empty();
    private Instant now = Instant.parse("2026-01-02T03:04:05.678901Z");

    HistoryFixture(long seed, int length) {
        random = new Random(seed);
        documentId = new UUID(random.nextLong(), random.nextLong());
        people = new UUID[] {uuid(), uuid(), uuid()};
        while (changes.size() < length) {
            add(edit());
        }
    }

    private UUID uuid() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    RichText text() {
        return text;
    }

    private Delta edit() {
        int who = changes.size() % 3;
        int length = text.length();
        int at = random.nextInt(20) == 0 ? random.nextInt(length) : Math.min(places[who], length - 1);
        DeltaBuilder delta = at == 0 ? Delta.builder() : Delta.builder().retain(at);
        int kind = random.nextInt(20);
        if (kind == 0 && at + 3 < length) {
            delta.retain(2, java.util.Map.of("bold", true));
        } else if (kind < 4 && at + 1 < length) {
            delta.delete(1);
        } else {
            String typed = random.nextInt(8) == 0 ? "é" : String.valueOf((char) ('a' + random.nextInt(26)));
            delta.insert(typed);
            places[who] = at + typed.length();
        }
        return delta.build();
    }

    private void add(Delta delta) {
        int who = changes.size() % 3;
        long revision = changes.size() + 1L;
        now = now.plus(random.nextInt(400_000), ChronoUnit.MICROS);
        String json = DeltaJson.write(delta);
        long base = Math.max(0, revision - 1 - random.nextInt(3));
        ChangeHash hash = HashChain.next(
                changes.isEmpty()
                        ? ChangeHash.GENESIS
                        : changes.get(changes.size() - 1).hash(),
                documentId,
                revision,
                people[who],
                ++seqs[who],
                people[who],
                base,
                now,
                json);
        text = text.apply(delta);
        changes.add(new CommittedChange(revision, people[who], seqs[who], people[who], base, now, delta, json, hash));
    }
}
