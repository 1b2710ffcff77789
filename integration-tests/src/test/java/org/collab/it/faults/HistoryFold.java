package org.collab.it.faults;

import jakarta.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.collab.it.client.Api;
import org.collab.ot.Delta;
import org.collab.ot.DeltaJson;
import org.collab.ot.Limits;
import org.collab.ot.RichText;
import org.collab.ot.table.TableEmbed;

/** A document's history as {@code GET documents/{id}/changes} tells it, read on and on and added up. */
final class HistoryFold {
    private static final int PAGE = 1_000;

    private final String documentId;
    private final Map<String, Integer> timesCommitted = new HashMap<>();
    private final Map<String, Long> revisions = new HashMap<>();
    private final Map<Token, Integer> timesInserted = new HashMap<>();
    private RichText text = RichText.empty(TableEmbed.HANDLERS);
    private long head;

    HistoryFold(String documentId) {
        this.documentId = documentId;
    }

    /** Reads what has been committed since the last call. */
    void readOn(Api api) {
        List<JsonObject> page;
        do {
            page = api.get("documents/" + documentId + "/changes?after=" + head + "&limit=" + PAGE)
                    .requireStatus(200)
                    .json()
                    .getJsonArray("items")
                    .getValuesAs(JsonObject.class);
            page.forEach(this::add);
        } while (!page.isEmpty());
    }

    long head() {
        return head;
    }

    Delta contents() {
        return text.toDelta();
    }

    /** How often this submission is in the history. */
    int timesCommitted(String submission) {
        return timesCommitted.getOrDefault(submission, 0);
    }

    /** Whether this submission is in the history as this revision. */
    boolean isAt(String submission, long revision) {
        return revisions.getOrDefault(submission, 0L) == revision;
    }

    int timesInserted(Token token) {
        return timesInserted.getOrDefault(token, 0);
    }

    /** How many submissions are in the history more than once. */
    long doubled() {
        return timesCommitted.values().stream().filter(times -> times > 1).count();
    }

    private void add(JsonObject change) {
        long revision = change.getJsonNumber("revision").longValue();
        if (revision != head + 1) {
            throw new AssertionError("revision " + revision + " follows revision " + head);
        }
        Delta delta = DeltaJson.read(change.getJsonArray("delta").toString(), Limits.DOCUMENT);
        text = text.apply(delta);
        head = revision;
        String submission = change.getString("clientId") + ':' + change.getJsonNumber("seq");
        timesCommitted.merge(submission, 1, Integer::sum);
        revisions.put(submission, revision);
        Token.insertedBy(delta).forEach(token -> timesInserted.merge(token, 1, Integer::sum));
    }
}
