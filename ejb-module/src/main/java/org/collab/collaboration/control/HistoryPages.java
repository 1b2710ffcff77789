package org.collab.collaboration.control;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.collab.collaboration.entity.CommittedChange;

/** Reads a history that stands partly in chunks and partly in rows as one. */
public final class HistoryPages {
    private final UUID documentId;
    private final Rows rows;
    private final Chunks chunks;

    /** The rows from a revision on, in order, none that is {@code revisions} or more after it. */
    @FunctionalInterface
    public interface Rows {
        List<CommittedChange> from(long revision, int revisions);
    }

    /** The changes from a revision on that stand in the same chunk; empty where no chunk holds it. */
    @FunctionalInterface
    public interface Chunks {
        List<CommittedChange> from(long revision);
    }

    public HistoryPages(UUID documentId, Rows rows, Chunks chunks) {
        this.documentId = documentId;
        this.rows = rows;
        this.chunks = chunks;
    }

    /**
     * The changes after a revision in order, as many as the limit where there are so many. Changes may move from rows into
     * a chunk meanwhile: rows are looked for first, so they are found in one place or the other.
     *
     * @throws BrokenHistoryException where a revision before the last one is missing
     */
    public List<CommittedChange> read(long afterRevision, int limit) {
        List<CommittedChange> found = new ArrayList<>();
        while (found.size() < limit) {
            long next = afterRevision + found.size() + 1;
            List<CommittedChange> page = page(next, limit - found.size());
            if (page.isEmpty()) {
                break;
            }
            found.addAll(page);
        }
        return found;
    }

    private List<CommittedChange> page(long next, int limit) {
        List<CommittedChange> page = rows.from(next, limit);
        if (!page.isEmpty() && page.get(0).revision() == next) {
            return page;
        }
        List<CommittedChange> chunk = chunks.from(next).stream().limit(limit).toList();
        if (chunk.isEmpty() && !page.isEmpty()) {
            throw BrokenHistoryException.missing(documentId, next);
        }
        return chunk;
    }
}
