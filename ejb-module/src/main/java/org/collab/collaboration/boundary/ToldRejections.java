package org.collab.collaboration.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.collab.collaboration.entity.Submission;

/**
 * The rejections that this node has told callers of REST, so that a number that was rejected can be used for a new edit.
 * Bounded: the oldest is forgotten first, and then that number stays used up. Thread-safe.
 */
@ApplicationScoped
public class ToldRejections {
    private static final int MOST = 10_000;

    private final Map<UUID, Long> seqs = Collections.synchronizedMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Long> eldest) {
            return size() > MOST;
        }
    });

    void add(Submission submission) {
        seqs.put(submission.clientId(), submission.seq());
    }

    /** The same submission, as a new edit where its number was rejected before. */
    Submission renewed(Submission submission) {
        return new Submission(
                submission.clientId(),
                submission.seq(),
                submission.baseRevision(),
                submission.delta(),
                submission.writer(),
                seqs.getOrDefault(submission.clientId(), 0L) == submission.seq());
    }
}
