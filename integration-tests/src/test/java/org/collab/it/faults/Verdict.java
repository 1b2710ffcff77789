package org.collab.it.faults;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.collab.it.client.Api;
import org.collab.ot.Delta;

/**
 * What became of everything that the editors have typed into a document, judged at rest.
 *
 * @param acknowledged submissions that their editors were told are saved
 * @param lost acknowledged submissions that are not in the history where they were said to be, and typed tokens that are
 *     missing from the text though nobody has deleted them
 * @param doubled submissions or tokens that are there more than once, and tokens that are there though deleted
 * @param diverged editors whose text is not the history's; the server's own contents count as one
 * @param complaints what the server should not have said
 */
record Verdict(long acknowledged, long lost, long doubled, long diverged, List<String> complaints) {
    Verdict {
        complaints = List.copyOf(complaints);
    }

    /** Reads the history on and compares. */
    static Verdict of(TypingFleet fleet, HistoryFold history, Api api, String documentId) {
        history.readOn(api);
        List<String> complaints = new ArrayList<>(fleet.complaints());
        requireVerified(api, documentId, history.head(), complaints);
        return new Verdict(
                fleet.editors().stream()
                        .mapToLong(editor -> editor.acknowledged().size())
                        .sum(),
                fleet.editors().stream()
                                .mapToLong(editor -> lost(editor, history))
                                .sum()
                        + missing(fleet, history),
                history.doubled() + tooMany(fleet, history),
                diverged(fleet, history, api.delta(documentId)),
                complaints);
    }

    boolean isClean() {
        return lost == 0 && doubled == 0 && diverged == 0 && complaints.isEmpty();
    }

    private static long lost(TypingEditor editor, HistoryFold history) {
        return editor.acknowledged().entrySet().stream()
                .filter(entry -> !history.isAt(editor.clientId() + ":" + entry.getKey(), entry.getValue()))
                .count();
    }

    private static long missing(TypingFleet fleet, HistoryFold history) {
        Set<Token> there = new HashSet<>(Token.in(history.contents()));
        return expected(fleet).stream()
                .filter(token -> !there.contains(token) || history.timesInserted(token) == 0)
                .count();
    }

    private static long tooMany(TypingFleet fleet, HistoryFold history) {
        Map<Token, Integer> times = new HashMap<>();
        Token.in(history.contents()).forEach(token -> times.merge(token, 1, Integer::sum));
        Set<Token> expected = expected(fleet);
        long inText = times.entrySet().stream()
                .filter(entry -> entry.getValue() > 1 || !expected.contains(entry.getKey()))
                .count();
        long inHistory = expected.stream()
                .filter(token -> history.timesInserted(token) > 1)
                .count();
        return inText + inHistory;
    }

    private static Set<Token> expected(TypingFleet fleet) {
        Set<Token> expected = new HashSet<>();
        fleet.editors().forEach(editor -> expected.addAll(editor.inserted()));
        fleet.editors().forEach(editor -> expected.removeAll(editor.deleted()));
        return expected;
    }

    private static long diverged(TypingFleet fleet, HistoryFold history, Delta served) {
        Delta contents = history.contents();
        long editors = fleet.editors().stream()
                .filter(editor -> !editor.contents().equals(contents))
                .count();
        return editors + (served.equals(contents) ? 0 : 1);
    }

    private static void requireVerified(Api api, String documentId, long head, List<String> complaints) {
        var verification = api.get("documents/" + documentId + "/verify").requireStatus(200);
        if (!verification.json().getBoolean("verified") || verification.json().getInt("head") != head) {
            complaints.add("head " + head + ", verified as " + verification.body());
        }
    }
}
