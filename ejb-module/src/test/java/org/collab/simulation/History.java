package org.collab.simulation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.collab.collaboration.control.HashChain;
import org.collab.collaboration.entity.ChangeHash;
import org.collab.collaboration.entity.CommittedChange;
import org.collab.ot.Delta;
import org.collab.ot.DeltaJson;
import org.collab.ot.RichText;

/**
 * The beginning of every long history: longer than what is kept in memory, read at once or sent at once. Made once, as it
 * is the same in all runs; so every run has the same document id.
 */
final class History {
    static final UUID DOCUMENT = new UUID(1, 1);
    static final UUID CLIENT = new UUID(2, 2);
    static final int LENGTH = 4_500;

    private static final UUID AUTHOR = new UUID(3, 3);
    private static final Instant TIME = Instant.parse("2026-01-01T00:00:00Z");
    private static final List<CommittedChange> CHANGES = new ArrayList<>();
    private static final List<RichText> TEXTS = new ArrayList<>();

    static {
        ChangeHash hash = ChangeHash.GENESIS;
        RichText text = RichText.empty();
        for (int revision = 1; revision <= LENGTH; revision++) {
            Delta delta = text.length() > 10
                    ? Delta.builder().delete(10).build()
                    : Delta.builder().insert("h").build();
            String json = DeltaJson.write(delta);
            hash = HashChain.next(hash, DOCUMENT, revision, CLIENT, revision, AUTHOR, revision - 1, TIME, json);
            text = text.apply(delta);
            CHANGES.add(new CommittedChange(revision, CLIENT, revision, AUTHOR, revision - 1, TIME, delta, json, hash));
            TEXTS.add(text);
        }
    }

    private History() {}

    /** The first changes. */
    static List<CommittedChange> changes(int length) {
        return CHANGES.subList(0, length);
    }

    /** The document after each of the first changes. */
    static List<RichText> texts(int length) {
        return TEXTS.subList(0, length);
    }
}
