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
    private RichText document = RichText.empty();

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
        return List.copyOf(log.subList((int) revision, log.size()));
    }

    long head() {
        return log.size();
    }

    RichText document() {
        return document;
    }
}
