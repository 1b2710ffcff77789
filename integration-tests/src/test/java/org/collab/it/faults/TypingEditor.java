package org.collab.it.faults;

import jakarta.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.collab.ot.Delta;
import org.collab.ot.DeltaBuilder;
import org.collab.ot.DeltaJson;
import org.collab.ot.Limits;
import org.collab.ot.RichText;
import org.collab.ot.client.OtClient;
import org.collab.ot.client.Step;
import org.collab.ot.client.Submission;
import org.collab.ot.table.TableEmbed;

/**
 * An editor that types tokens and stays connected by itself, whatever the network does: it asks whether the other side
 * still lives, and comes back with backoff (protocol L1, L2). It remembers what it has typed and what it was told is
 * saved. Never blocks; thread-safe.
 */
final class TypingEditor implements AutoCloseable {
    private static final int LONGEST_BACKOFF_MILLIS = 4_000;
    private static final int PAUSE_MILLIS = 300;
    private static final int LOOK_MILLIS = 500;
    private static final int RESTART = 1012;

    private final int number;
    private final TicketDesk desk;
    private final String documentId;
    private final ScheduledExecutorService threads;
    private final Random random;
    private final UUID clientId = UUID.randomUUID();
    private final List<Token> inserted = new ArrayList<>();
    private final Set<Token> deleted = new HashSet<>();
    private final Map<Long, Long> acknowledged = new TreeMap<>();
    private final List<String> complaints = new ArrayList<>();
    private final List<Duration> latencies = new ArrayList<>();
    private final List<Interruption> interruptions = new ArrayList<>();
    private Optional<OtClient> client = Optional.empty();
    private RichText text = RichText.empty(TableEmbed.HANDLERS);
    private Optional<Link> link = Optional.empty();
    private Duration patience;
    private int paceMillis = PAUSE_MILLIS;
    private long attempt;
    private int failures;
    private long joinHead = Long.MAX_VALUE;
    private boolean caughtUp;
    private long heardAt = System.nanoTime();
    private long waitFor = Long.MAX_VALUE;
    private long recoveredAt;
    private long acknowledgedAt = System.nanoTime();
    private long submittedAt;
    private long interruptedAt;
    private long backAt;
    private int retryAfterMillis;
    private int drains;
    private int restarts;
    private boolean typing;
    private boolean closed;

    /**
     * A time in which its user saw "Reconnecting…", since {@code drain} or the loss of the connection.
     *
     * @param untilJoined until it was connected again and had everything
     * @param untilSaved until it was told after that that something it had typed is saved
     */
    record Interruption(Duration untilJoined, Duration untilSaved) {}

    /**
     * @param number 0 to 99, the first digits of its tokens
     * @param patience how long it believes in a connection that says nothing
     */
    TypingEditor(
            int number,
            TicketDesk desk,
            String documentId,
            Duration patience,
            ScheduledExecutorService threads,
            Random random) {
        this.number = number;
        this.desk = desk;
        this.documentId = documentId;
        this.patience = patience;
        this.threads = threads;
        this.random = random;
    }

    /** Connects, and goes on until it is closed. */
    synchronized void open() {
        later(0, () -> connect(attempt));
        later(LOOK_MILLIS, this::look);
        later(random.nextInt(PAUSE_MILLIS), this::type);
    }

    synchronized void patience(Duration other) {
        patience = other;
    }

    /** Where it reaches the product. */
    URI base() {
        return desk.base();
    }

    /** Connects anew, as somebody who reloads the page: nobody has interrupted it. */
    synchronized void comeAgain() {
        drop();
        long next = attempt;
        later(0, () -> connect(next));
    }

    /** How long it rests after each edit, on average. */
    synchronized void pace(Duration other) {
        paceMillis = (int) other.toMillis();
    }

    synchronized void typing(boolean on) {
        typing = on;
    }

    /** From now on, {@link #recoveredAt} waits for something to be saved that is sent after this call. */
    synchronized void waitForNewEdit() {
        waitFor = client.map(OtClient::lastSeq).orElse(0L) + 1;
        recoveredAt = 0;
    }

    /** When that was saved, by {@link System#nanoTime}. */
    synchronized Optional<Long> recoveredAt() {
        return waitFor == Long.MAX_VALUE && recoveredAt != 0 ? Optional.of(recoveredAt) : Optional.empty();
    }

    /** How long each submission has waited for its acknowledgement, since it was last sent. */
    synchronized List<Duration> latencies() {
        return List.copyOf(latencies);
    }

    /** The interruptions that are over. */
    synchronized List<Interruption> interruptions() {
        return List.copyOf(interruptions);
    }

    /** How often a node has told it that it goes away. */
    synchronized int drains() {
        return drains;
    }

    /** How often a node has then closed its connection with code 1012. */
    synchronized int restarts() {
        return restarts;
    }

    /** How often it has lost its connection. */
    synchronized long timesLost() {
        return attempt;
    }

    /** How long ago it was last told that something is saved. */
    synchronized Duration unsavedFor() {
        return Duration.ofNanos(System.nanoTime() - acknowledgedAt);
    }

    synchronized boolean isSavedAt(long head) {
        return link.isPresent()
                && caughtUp
                && client.filter(state -> state.unconfirmed().isEmpty() && state.revision() == head)
                        .isPresent();
    }

    synchronized boolean isConnected() {
        return link.isPresent() && caughtUp;
    }

    UUID clientId() {
        return clientId;
    }

    synchronized Delta contents() {
        return text.toDelta();
    }

    synchronized long revision() {
        return client.map(OtClient::revision).orElse(-1L);
    }

    /** Everything that it has typed. */
    synchronized List<Token> inserted() {
        return List.copyOf(inserted);
    }

    /** Everything that it has deleted, of its own and of others. */
    synchronized Set<Token> deleted() {
        return Set.copyOf(deleted);
    }

    /** What it was told is saved: revisions by seq. */
    synchronized Map<Long, Long> acknowledged() {
        return Map.copyOf(acknowledged);
    }

    /** What the server should not have said. */
    synchronized List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** For the message of a test that waits for it in vain. */
    synchronized String describe() {
        return "editor %d: attempt %d, connected %s, caught up %s, revision %d, last seq %d, acknowledged %d"
                .formatted(
                        number,
                        attempt,
                        link.isPresent(),
                        caughtUp,
                        revision(),
                        client.map(OtClient::lastSeq).orElse(0L),
                        acknowledged.size());
    }

    @Override
    public synchronized void close() {
        closed = true;
        drop();
    }

    private void connect(long mine) {
        Optional<String> ticket = ticket();
        synchronized (this) {
            if (closed || mine != attempt) {
                return;
            }
            if (ticket.isEmpty()) {
                lost(mine, Link.BROKEN);
                return;
            }
            heardAt = System.nanoTime();
            Link opened = new Link(
                    desk.base(),
                    documentId,
                    ticket.get(),
                    message -> guarded(() -> receive(mine, message)),
                    code -> lost(mine, code));
            opened.send("{\"type\":\"hello\",\"protocol\":1,\"clientId\":\"%s\",\"revision\":%s}"
                    .formatted(
                            clientId,
                            client.map(state -> Long.toString(state.revision())).orElse("null")));
            if (mine == attempt) {
                link = Optional.of(opened);
            } else {
                opened.abandon(); // it has failed at once
            }
        }
    }

    private Optional<String> ticket() {
        try {
            return desk.ticket(documentId);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** Whatever an older attempt still reports is ignored. */
    private synchronized void lost(long mine, int code) {
        if (closed || mine != attempt) {
            return;
        }
        if (code == RESTART) {
            restarts++;
        }
        if (caughtUp) {
            interrupted();
        }
        drop();
        long next = attempt;
        int ceiling = Math.min(LONGEST_BACKOFF_MILLIS, 500 << Math.min(failures++, 10));
        later(retryAfterMillis + random.nextInt(ceiling), () -> connect(next));
        retryAfterMillis = 0;
    }

    private void interrupted() {
        backAt = 0;
        if (interruptedAt == 0) {
            interruptedAt = System.nanoTime();
        }
    }

    private void drop() {
        attempt++;
        link.ifPresent(Link::abandon);
        link = Optional.empty();
        caughtUp = false;
        joinHead = Long.MAX_VALUE;
    }

    /** Asks whether the other side lives, and gives the connection up where it has been silent for too long. */
    private synchronized void look() {
        if (closed) {
            return;
        }
        if (link.isPresent()) {
            long silence = System.nanoTime() - heardAt;
            if (silence > patience.toNanos()) {
                lost(attempt, Link.BROKEN);
            } else if (silence > patience.toNanos() / 3) {
                send("{\"type\":\"ping\",\"sentAt\":1}");
            }
        }
        later(LOOK_MILLIS, this::look);
    }

    private synchronized void type() {
        if (closed) {
            return;
        }
        if (typing && client.isPresent()) {
            edit();
        }
        later(paceMillis / 2 + random.nextInt(paceMillis), this::type);
    }

    private void edit() {
        int tokens = text.length() / Token.LENGTH;
        int at = random.nextInt(tokens + 1) * Token.LENGTH;
        DeltaBuilder edit = at == 0 ? Delta.builder() : Delta.builder().retain(at);
        if (at + Token.LENGTH < text.length() && random.nextInt(5) == 0) {
            deleted.addAll(Token.insertedBy(text.slice(at, at + Token.LENGTH)));
            edit.delete(Token.LENGTH);
        } else {
            Token token = Token.of(number, inserted.size());
            inserted.add(token);
            edit.insert(token.text(), random.nextInt(8) == 0 ? Map.of("bold", true) : Map.of());
        }
        Delta change = edit.build();
        text = text.apply(change);
        take(client.orElseThrow().applyLocal(change));
    }

    private synchronized void receive(long mine, JsonObject message) {
        if (mine != attempt) {
            return;
        }
        heardAt = System.nanoTime();
        switch (message.getString("type")) {
            case "welcome" -> welcome(message);
            case "changes" ->
                message.getJsonArray("changes").getValuesAs(JsonObject.class).forEach(this::change);
            case "rejected" -> rejected(message);
            case "resync" -> complaints.add(message.toString());
            case "drain" -> {
                drains++;
                retryAfterMillis = message.getInt("retryAfterMs");
                interrupted();
            }
            default -> {
                // presence, pong, and errors before a close
            }
        }
        if (!caughtUp && client.isPresent() && revision() >= joinHead) {
            caughtUp = true;
            failures = 0;
            backAt = System.nanoTime();
            client.get().reconnect().ifPresent(this::submit);
        }
    }

    private void welcome(JsonObject message) {
        joinHead = message.getJsonNumber("head").longValue();
        if (client.isEmpty()) {
            text = RichText.of(
                    DeltaJson.read(message.getJsonArray("contents").toString(), Limits.DOCUMENT), TableEmbed.HANDLERS);
            client = Optional.of(OtClient.at(message.getJsonNumber("revision").longValue(), 0, TableEmbed.HANDLERS));
        }
    }

    private void change(JsonObject change) {
        OtClient state = client.orElseThrow();
        long revision = change.getJsonNumber("revision").longValue();
        if (change.getString("clientId").equals(clientId.toString())) {
            long seq = change.getJsonNumber("seq").longValue();
            acknowledged(seq, revision);
            take(state.ack(revision, seq));
        } else {
            take(state.applyRemote(
                    revision, DeltaJson.read(change.getJsonArray("delta").toString(), Limits.DOCUMENT)));
        }
    }

    private void acknowledged(long seq, long revision) {
        acknowledgedAt = System.nanoTime();
        latencies.add(Duration.ofNanos(acknowledgedAt - submittedAt));
        Long earlier = acknowledged.putIfAbsent(seq, revision);
        if (earlier != null && earlier != revision) {
            complaints.add("seq " + seq + " was acknowledged as revision " + earlier + " and as " + revision);
        }
        if (interruptedAt != 0 && backAt != 0) {
            interruptions.add(new Interruption(
                    Duration.ofNanos(backAt - interruptedAt), Duration.ofNanos(acknowledgedAt - interruptedAt)));
            interruptedAt = 0;
        }
        if (seq >= waitFor) {
            waitFor = Long.MAX_VALUE;
            recoveredAt = System.nanoTime();
        }
    }

    /** What may be sent again is; anything else is an edit lost. */
    private void rejected(JsonObject message) {
        if (!message.getBoolean("retryable")) {
            complaints.add(message.toString());
            return;
        }
        long mine = attempt;
        later(LOOK_MILLIS, () -> resubmit(mine));
    }

    private synchronized void resubmit(long mine) {
        if (mine == attempt && caughtUp) {
            client.flatMap(OtClient::reconnect).ifPresent(this::submit);
        }
    }

    private void take(Step step) {
        client = Optional.of(step.client());
        if (!step.show().isEmpty()) {
            text = text.apply(step.show());
        }
        if (caughtUp) {
            step.send().ifPresent(this::submit);
        }
    }

    private void submit(Submission submission) {
        submittedAt = System.nanoTime();
        send("{\"type\":\"submit\",\"seq\":%d,\"baseRevision\":%d,\"delta\":%s}"
                .formatted(submission.seq(), submission.baseRevision(), DeltaJson.write(submission.delta())));
    }

    private void send(String message) {
        link.ifPresent(open -> open.send(message));
    }

    private void later(int millis, Runnable task) {
        var unused = threads.schedule(() -> guarded(task), millis, TimeUnit.MILLISECONDS);
    }

    /** Nobody waits for these tasks' results, so what goes wrong is kept. */
    private void guarded(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | AssertionError e) {
            synchronized (this) {
                complaints.add(e.toString());
            }
        }
    }
}
