package org.collab.web.socket;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.collab.access.boundary.Tickets;
import org.collab.access.entity.Role;
import org.collab.access.entity.Writer;
import org.collab.collaboration.control.Broadcast;
import org.collab.collaboration.control.OpenDocuments;
import org.collab.collaboration.control.Participant;
import org.collab.collaboration.entity.Hello;
import org.collab.collaboration.entity.Person;
import org.collab.collaboration.entity.ServerMessage;
import org.collab.collaboration.entity.Submission;
import org.collab.collaboration.entity.SubmitResult;
import org.collab.error.CollabException;
import org.collab.error.ErrorCode;
import org.collab.web.wire.ClientMessage;
import org.collab.web.wire.ClientMessageReader;
import org.collab.web.wire.ServerMessageWriter;

/**
 * One editor's connection. Waits for the hello, then is a participant of its live document until it is closed.
 *
 * <p>Threading: messages come in one at a time; messages go out from the document's mailbox through the outbox. Nothing
 * here blocks.
 */
public final class EditorConnection implements Participant {
    private static final Logger LOG = System.getLogger(EditorConnection.class.getName());

    /** How long a client may take for its hello (O3). */
    static final Duration HELLO_PATIENCE = Duration.ofSeconds(10);

    /** How long a client may say nothing (L1). */
    static final Duration LONGEST_SILENCE = Duration.ofSeconds(45);

    /** When a client that says nothing is asked whether it is there. */
    static final Duration PING_AFTER = Duration.ofSeconds(3);

    /** When a client that does not answer is gone for the others; looked at every second (P3). */
    static final Duration LONGEST_ABSENCE = Duration.ofMillis(8_500);

    /** How much one client may have submitted without an answer; clients keep one submission in flight (E1). */
    static final long MOST_UNANSWERED_BYTES = 1_000_000;

    private final UUID documentId;
    private final Tickets.Redeemed ticket;
    private final AtomicLong unansweredBytes = new AtomicLong();
    private final OpenDocuments openDocuments;
    private final Outbox outbox;
    private final Consumer<ErrorCode> rejections;
    private final Runnable pinger;
    private final Clock clock;
    private final Instant openedAt;
    private volatile Role role;
    private volatile Instant lastSpoken;
    private volatile Instant lastHeard;
    private volatile boolean silent;
    private volatile long rejectedSeq;
    private volatile Optional<Person> joinedAs = Optional.empty();

    /**
     * @param rejections told the reason of each submission that is refused
     * @param pinger sends a ping of the WebSocket's own, which clients answer without being asked
     */
    EditorConnection(
            UUID documentId,
            Tickets.Redeemed ticket,
            OpenDocuments openDocuments,
            Outbox outbox,
            Consumer<ErrorCode> rejections,
            Runnable pinger,
            Clock clock) {
        this.pinger = pinger;
        this.documentId = documentId;
        this.ticket = ticket;
        this.role = ticket.role();
        this.openDocuments = openDocuments;
        this.outbox = outbox;
        this.rejections = rejections;
        this.clock = clock;
        this.openedAt = clock.instant();
        this.lastSpoken = openedAt;
        this.lastHeard = openedAt;
    }

    @Override
    public Person person() {
        return joinedAs.orElseThrow(() -> new IllegalStateException("nobody before the hello"));
    }

    @Override
    public Writer writer() {
        return ticket.writer();
    }

    @Override
    public boolean readsHistory() {
        return ticket.readsHistory(); // as it was when the connection was opened
    }

    @Override
    public Role role() {
        return role;
    }

    @Override
    public void changeRole(Role changed) {
        role = changed;
        send(new ServerMessage.RoleChanged(changed));
    }

    @Override
    public void whenSent(Runnable task) {
        outbox.whenEmpty(task);
    }

    @Override
    public void send(ServerMessage message) {
        outbox.send(ServerMessageWriter.write(message), message instanceof ServerMessage.Presence);
    }

    @Override
    public void send(Broadcast broadcast) {
        outbox.send(
                broadcast.spelled(ServerMessageWriter::write), broadcast.message() instanceof ServerMessage.Presence);
    }

    @Override
    public void close(ErrorCode code, String message) {
        String last = ServerMessageWriter.write(new ServerMessage.Failure(code, message));
        outbox.close(last, CloseCodes.reason(code));
    }

    /** Sends what waits, says that this node goes away, and closes (L3). */
    void drain(Duration retryAfter) {
        String last = ServerMessageWriter.write(new ServerMessage.Drain(retryAfter));
        outbox.finish(last, CloseCodes.reason(ErrorCode.RESTARTING));
    }

    /** A message has come, whole or in part. */
    void spoken() {
        lastSpoken = clock.instant();
        heard();
    }

    /** A sign of life has come, be it only the answer to a ping. */
    void heard() {
        lastHeard = clock.instant();
        if (silent) {
            silent = false;
            openDocuments.heard(documentId, this, true);
        }
    }

    void receive(String text) {
        try {
            handle(ClientMessageReader.read(text), text.length());
        } catch (CollabException e) {
            close(e.code(), e.detail());
        }
    }

    UUID documentId() {
        return documentId;
    }

    /** Length of what waits to be sent, in UTF-16 code units. */
    long waitingBytes() {
        return outbox.waitingBytes();
    }

    /** The socket is gone. */
    void ended() {
        LOG.log(
                Level.INFO,
                "document {0} user {1} client {2}: disconnected",
                documentId,
                writer().userId(),
                joinedAs.map(person -> person.clientId().toString()).orElse("none"));
        outbox.discard();
        if (joinedAs.isPresent()) {
            openDocuments.leave(documentId, this);
        }
    }

    /** Ends the connection where the client is late, silent or does not read. */
    void check() {
        Instant now = clock.instant();
        if (outbox.isStuck()) {
            outbox.abandon(CloseCodes.reason(ErrorCode.TOO_SLOW));
        } else if (joinedAs.isEmpty() && now.isAfter(openedAt.plus(HELLO_PATIENCE))) {
            close(ErrorCode.HELLO_TIMEOUT, "no hello within " + HELLO_PATIENCE.toSeconds() + " s");
        } else if (now.isAfter(lastSpoken.plus(LONGEST_SILENCE))) {
            close(ErrorCode.SILENT, "nothing heard for " + LONGEST_SILENCE.toSeconds() + " s");
        } else if (joinedAs.isPresent()) {
            checkPresence(now);
        }
    }

    /** Whoever does not even answer pings is gone for the others (P3), and may come back until the silence is too long. */
    private void checkPresence(Instant now) {
        if (now.isAfter(lastHeard.plus(LONGEST_ABSENCE)) && !silent) {
            silent = true;
            openDocuments.heard(documentId, this, false);
        } else if (now.isAfter(lastHeard.plus(PING_AFTER)) && outbox.isIdle()) {
            pinger.run();
        }
    }

    private void handle(ClientMessage message, int size) {
        if (message instanceof ClientMessage.Open open) {
            join(open.hello());
        } else if (message instanceof ClientMessage.Ping ping) {
            send(new ServerMessage.Pong(ping.sentAt(), clock.instant()));
        } else if (joinedAs.isEmpty()) {
            throw new CollabException(ErrorCode.PROTOCOL_ERROR, "the first message must be a hello");
        } else if (message instanceof ClientMessage.Submit submit) {
            submit(submit, size);
        } else if (message instanceof ClientMessage.BadSubmit bad) {
            reject(
                    bad.seq(),
                    ErrorCode.INVALID_DELTA,
                    String.valueOf(bad.problem().getMessage()));
        } else if (message instanceof ClientMessage.MoveCursor move) {
            openDocuments.moveCursor(documentId, this, move.revision(), move.range(), move.activity());
        } else if (message instanceof ClientMessage.Hash hash) {
            openDocuments.compareHash(documentId, this, hash.revision(), hash.hash());
        }
    }

    private void join(Hello hello) {
        Person person = new Person(hello.clientId(), writer().userId(), ticket.displayName(), ticket.color());
        if (joinedAs.isPresent() && !joinedAs.get().equals(person)) {
            throw new CollabException(ErrorCode.PROTOCOL_ERROR, "one connection has one clientId");
        }
        joinedAs = Optional.of(person);
        LOG.log(
                Level.INFO,
                "document {0} user {1} client {2}: connected as {3}",
                documentId,
                writer().userId(),
                hello.clientId(),
                role);
        openDocuments.join(documentId, this, hello);
    }

    private void submit(ClientMessage.Submit submit, int size) {
        if (unansweredBytes.get() > 0 && unansweredBytes.get() + size > MOST_UNANSWERED_BYTES) {
            reject(submit.seq(), ErrorCode.TOO_MANY_REQUESTS, "earlier submissions have not been answered yet");
            return;
        }
        unansweredBytes.addAndGet(size);
        Submission submission = new Submission(
                person().clientId(),
                submit.seq(),
                submit.baseRevision(),
                submit.delta(),
                writer(),
                submit.seq() == rejectedSeq);
        openDocuments.submit(documentId, submission, result -> {
            unansweredBytes.addAndGet(-size);
            answer(submit.seq(), result);
        });
    }

    /** What was committed now is acknowledged by the stream of changes itself. */
    private void answer(long seq, SubmitResult result) {
        if (result instanceof SubmitResult.AlreadyCommitted already) {
            send(new ServerMessage.Changes(List.of(already.original())));
        } else if (result instanceof SubmitResult.Rejected rejected) {
            reject(seq, rejected.code(), rejected.message());
        }
    }

    private void reject(long seq, ErrorCode code, String message) {
        rejectedSeq = seq;
        rejections.accept(code);
        LOG.log(
                Level.INFO,
                "document {0} user {1} client {2}: submission {3} is refused: {4}",
                documentId,
                writer().userId(),
                person().clientId(),
                Long.toString(seq),
                code.code());
        send(new ServerMessage.Rejected(seq, code, message));
    }
}
