package org.collab.it.faults;

import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.core.ConditionTimeoutException;

/** Many editors that type into one document, all the time. */
final class TypingFleet implements AutoCloseable {
    private static final Duration LOOK = Duration.ofMillis(50);

    private final List<TicketDesk> desks;
    private final List<TypingEditor> editors;
    private final ScheduledExecutorService threads;

    /**
     * Opens the editors; returns when all of them are connected.
     *
     * @param emails the users, who take turns
     * @param patience how long the editors believe in a connection that says nothing
     */
    TypingFleet(int size, URI base, List<String> emails, String documentId, Duration patience, Random random) {
        this(size, List.of(base), emails, documentId, patience, random);
    }

    /** The same, spread over several nodes. */
    TypingFleet(int size, List<URI> bases, List<String> emails, String documentId, Duration patience, Random random) {
        threads = Executors.newScheduledThreadPool(size + 4);
        desks = bases.stream()
                .flatMap(base -> emails.stream().map(email -> new TicketDesk(base, email)))
                .toList();
        editors = IntStream.range(0, size)
                .mapToObj(number -> new TypingEditor(
                        number,
                        desks.get(number % desks.size()),
                        documentId,
                        patience,
                        threads,
                        new Random(random.nextLong())))
                .toList();
        editors.forEach(TypingEditor::open);
        awaitAll("connected", Duration.ofMinutes(1), TypingEditor::isConnected);
    }

    List<TypingEditor> editors() {
        return editors;
    }

    /** What the server should not have said. */
    List<String> complaints() {
        return Stream.concat(
                        desks.stream().flatMap(desk -> desk.complaints().stream()),
                        editors.stream().flatMap(editor -> editor.complaints().stream()))
                .toList();
    }

    void patience(Duration patience) {
        editors.forEach(editor -> editor.patience(patience));
    }

    /** How long each editor rests after an edit, on average. */
    void pace(Duration pace) {
        editors.forEach(editor -> editor.pace(pace));
    }

    /** All interruptions that are over. */
    List<TypingEditor.Interruption> interruptions() {
        return editors.stream()
                .flatMap(editor -> editor.interruptions().stream())
                .toList();
    }

    void typing(boolean on) {
        editors.forEach(editor -> editor.typing(on));
    }

    /** Waits until every editor has been told that something is saved which it sends from now on. */
    void awaitProgress(Duration patience) {
        waitForNewEdits();
        awaitRecovery(System.nanoTime(), patience);
    }

    /** Waits until every editor has been told of so many more edits that they are saved. */
    void awaitEdits(int more, Duration patience) {
        Map<TypingEditor, Integer> before = new HashMap<>();
        editors.forEach(editor -> before.put(editor, editor.acknowledged().size()));
        awaitAll(
                "told that " + more + " edits are saved",
                patience,
                editor -> editor.acknowledged().size() >= before.getOrDefault(editor, 0) + more);
    }

    /** The moment from which {@link #awaitRecovery} counts edits. */
    void waitForNewEdits() {
        editors.forEach(TypingEditor::waitForNewEdit);
    }

    /**
     * Waits until every editor has been told that something is saved which it has sent since {@link #waitForNewEdits}.
     *
     * @return how long after this moment the last of them was told
     */
    Duration awaitRecovery(long since, Duration patience) {
        awaitAll("saved again", patience, editor -> editor.recoveredAt().isPresent());
        long last = editors.stream()
                .map(TypingEditor::recoveredAt)
                .flatMap(Optional::stream)
                .mapToLong(at -> at - since)
                .max()
                .orElse(0);
        return Duration.ofNanos(Math.max(0, last));
    }

    /** Waits until nobody has been told for so long that anything is saved. */
    void awaitStandstill(Duration length, Duration patience) {
        awaitAll("at a standstill", patience, editor -> editor.unsavedFor().compareTo(length) > 0);
    }

    /** Waits until every editor has everything saved and holds the same revision. */
    void awaitRest(Duration patience) {
        awaitAll("at rest", patience, editor -> editor.isSavedAt(editors.get(0).revision()));
    }

    @Override
    public void close() {
        editors.forEach(TypingEditor::close);
        threads.shutdownNow();
    }

    private void awaitAll(String what, Duration patience, java.util.function.Predicate<TypingEditor> condition) {
        try {
            await().pollInterval(LOOK)
                    .atMost(patience)
                    .until(() -> editors.stream().allMatch(condition));
        } catch (ConditionTimeoutException e) {
            String missing = editors.stream()
                    .filter(condition.negate())
                    .map(TypingEditor::describe)
                    .collect(Collectors.joining("\n"));
            throw new AssertionError("not " + what + " within " + patience.toSeconds() + " s:\n" + missing, e);
        }
    }
}
