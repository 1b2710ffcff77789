package org.collab.collaboration.control;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.collab.collaboration.entity.CommittedChange;
import org.collab.collaboration.entity.DocumentText;
import org.collab.collaboration.entity.Snapshot;
import org.collab.ot.RichText;

/** Documents as they were: the nearest snapshot before a revision, and the changes from there on. */
public final class Revisions {
    private static final int READ_AT_ONCE = 2_000;

    private Revisions() {}

    /**
     * The contents at a revision that is committed.
     *
     * @throws BrokenHistoryException where the log ends before it
     */
    public static RichText textAt(ChangeStore store, UUID documentId, long revision) {
        Optional<Snapshot> start = store.snapshot(documentId, revision);
        RichText text = start.map(Snapshot::text).orElse(DocumentText.EMPTY);
        long held = start.map(Snapshot::revision).orElse(0L);
        while (held < revision) {
            List<CommittedChange> page = store.read(documentId, held, (int) Math.min(READ_AT_ONCE, revision - held));
            if (page.isEmpty()) {
                throw BrokenHistoryException.missing(documentId, held + 1);
            }
            for (CommittedChange change : page) {
                text = text.apply(change.delta());
            }
            held += page.size();
        }
        return text;
    }
}
