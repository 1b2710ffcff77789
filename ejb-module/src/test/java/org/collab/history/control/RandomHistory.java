package org.collab.history.control;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.collab.collaboration.control.HashChain;
import org.collab.collaboration.entity.ChangeHash;
import org.collab.collaboration.entity.CommittedChange;
import org.collab.collaboration.entity.DocumentText;
import org.collab.ot.Delta;
import org.collab.ot.DeltaBuilder;
import org.collab.ot.DeltaJson;
import org.collab.ot.RichText;

/** A document's history with edits of all kinds by some people, from a seed. */
final class RandomHistory {
    final UUID documentId;
    final List<UUID> people = new ArrayList<>();
    final List<CommittedChange> changes = new ArrayList<>();
    final List<RichText> texts = new ArrayList<>(List.of(DocumentText.EMPTY));
    private final Random random;
    private final int longestInsert;
    private Instant now = Instant.parse("2026-01-02T03:04:05Z");

    RandomHistory(long seed, int length, int authors, int longestInsert) {
        random = new Random(seed);
        this.longestInsert = longestInsert;
        documentId = uuid();
        for (int i = 0; i < authors; i++) {
            people.add(uuid());
        }
        while (changes.size() < length) {
            add(people.get(random.nextInt(authors)), edit());
        }
    }

    private UUID uuid() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    RichText head() {
        return texts.get(texts.size() - 1);
    }

    /** An edit of up to three actions; the last newline stays. */
    private Delta edit() {
        DeltaBuilder delta = Delta.builder();
        int left = head().length() - 1;
        for (int actions = random.nextInt(3); actions >= 0; actions--) {
            int skip = random.nextInt(left + 1);
            delta.retain(skip);
            left -= skip;
            int kind = random.nextInt(10);
            int some = Math.min(left, 1 + random.nextInt(6));
            if (kind < 5 || left == 0) {
                delta.insert(word(), random.nextInt(4) == 0 ? Map.of("italic", true) : Map.of());
            } else if (kind < 8) {
                delta.delete(some);
                left -= some;
            } else {
                delta.retain(some, Map.of("bold", true));
                left -= some;
            }
        }
        return delta.build().chop();
    }

    private String word() {
        StringBuilder word = new StringBuilder();
        for (int i = random.nextInt(longestInsert); i >= 0; i--) {
            word.append((char) ('a' + random.nextInt(26)));
        }
        return word.append(random.nextInt(12) == 0 ? "\n" : "").toString();
    }

    void add(UUID author, Delta delta) {
        long revision = changes.size() + 1L;
        now = now.plus(random.nextInt(90_000), ChronoUnit.MILLIS);
        String json = DeltaJson.write(delta);
        ChangeHash before = changes.isEmpty()
                ? ChangeHash.GENESIS
                : changes.get(changes.size() - 1).hash();
        ChangeHash hash =
                HashChain.next(before, documentId, revision, author, revision, author, revision - 1, now, json);
        texts.add(head().apply(delta));
        changes.add(new CommittedChange(revision, author, revision, author, revision - 1, now, delta, json, hash));
    }
}
