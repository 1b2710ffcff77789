package org.collab.ot.client;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.collab.ot.Delta;
import org.collab.ot.Rebase;
import org.collab.ot.RichText;

/** A server's sequencing, in memory: rebases, commits, keeps the log. */
final class SimulatedServer {

    record Committed(long revision, String clientId, long seq, Delta delta) {}

    private final List<Committed> log = new ArrayList<>();
    private final Map<String, Long> acknowledged = new HashMap<>();
    private final long firstRevision;
    private RichText document;

    SimulatedServer() {
        this(0, RichText.empty());
    }

    /** A server that was restored to these contents and knows nothing of what was before. */
    SimulatedServer(long revision, RichText contents) {
        this.firstRevision = revision;
        this.document = contents;
    }

    void acknowledge(String clientId, long seq) {
        acknowledged.put(clientId, seq);
    }

    /** Commits a submission unless it is committed already (E4). */
    void submit(String clientId, Submission submission) {
        if (submission.seq() <= acknowledged.getOrDefault(clientId, 0L)) {
            return;
        }
        List<Delta> since =
                after(submission.baseRevision()).stream().map(Committed::delta).toList();
        Delta delta = Rebase.over(submission.delta(), since);
        document = document.apply(delta);
        log.add(new Committed(head() + 1, clientId, submission.seq(), delta));
        acknowledged.put(clientId, submission.seq());
    }

    List<Committed> after(long revision) {
        return List.copyOf(log.subList((int) (revision - firstRevision), log.size()));
    }

    long head() {
        return firstRevision + log.size();
    }

    RichText document() {
        return document;
    }
}
