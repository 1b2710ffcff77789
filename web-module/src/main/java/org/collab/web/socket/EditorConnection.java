package org.collab.web.socket;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.collab.access.entity.Role;
import org.collab.collaboration.boundary.LiveDocuments;
import org.collab.collaboration.control.Participant;
import org.collab.collaboration.entity.Hello;
import org.collab.collaboration.entity.Person;
import org.collab.collaboration.entity.ServerMessage;
import org.collab.collaboration.entity.Submission;
import org.collab.collaboration.entity.SubmitResult;
import org.collab.error.CollabException;
import org.collab.error.ErrorCode;
import org.collab.identity.entity.User;
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
    /** How long a client may take for its hello (O3). */
    static final Duration HELLO_PATIENCE = Duration.ofSeconds(10);

    /** How long a client may say nothing (L1). */
    static final Duration LONGEST_SILENCE = Duration.ofSeconds(45);

    private final UUID documentId;
    private final User user;
    private final Role role;
    private final LiveDocuments liveDocuments;
    private final Outbox outbox;
    private final Clock clock;
    private final Instant openedAt;
    private volatile Instant lastHeard;
    private volatile Optional<Person> joinedAs = Optional.empty();

    EditorConnection(UUID documentId, User user, Role role, LiveDocuments liveDocuments, Outbox outbox, Clock clock) {
        this.documentId = documentId;
        this.user = user;
        this.role = role;
        this.liveDocuments = liveDocuments;
        this.outbox = outbox;
        this.clock = clock;
        this.openedAt = clock.instant();
        this.lastHeard = openedAt;
    }

    @Override
    public Person person() {
        return joinedAs.orElseThrow(() -> new IllegalStateException("nobody before the hello"));
    }

    @Override
    public Role role() {
        return role;
    }

    @Override
    public void send(ServerMessage message) {
        outbox.send(ServerMessageWriter.write(message), message instanceof ServerMessage.Presence);
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

    /** Something has come, whole or in part. */
    void heard() {
        lastHeard = clock.instant();
    }

    void receive(String text) {
        try {
            handle(ClientMessageReader.read(text));
        } catch (CollabException e) {
            close(e.code(), e.detail());
        }
    }

    /** The socket is gone. */
    void ended() {
        outbox.discard();
        if (joinedAs.isPresent()) {
            liveDocuments.leave(documentId, this);
        }
    }

    /** Ends the connection where the client is late, silent or does not read. */
    void check() {
        Instant now = clock.instant();
        if (outbox.isStuck()) {
            outbox.abandon(CloseCodes.reason(ErrorCode.TOO_SLOW));
        } else if (joinedAs.isEmpty() && now.isAfter(openedAt.plus(HELLO_PATIENCE))) {
            close(ErrorCode.HELLO_TIMEOUT, "no hello within " + HELLO_PATIENCE.toSeconds() + " s");
        } else if (now.isAfter(lastHeard.plus(LONGEST_SILENCE))) {
            close(ErrorCode.SILENT, "nothing heard for " + LONGEST_SILENCE.toSeconds() + " s");
        }
    }

    private void handle(ClientMessage message) {
        if (message instanceof ClientMessage.Open open) {
            join(open.hello());
        } else if (message instanceof ClientMessage.Ping ping) {
            send(new ServerMessage.Pong(ping.sentAt(), clock.instant()));
        } else if (joinedAs.isEmpty()) {
            throw new CollabException(ErrorCode.PROTOCOL_ERROR, "the first message must be a hello");
        } else if (message instanceof ClientMessage.Submit submit) {
            submit(submit);
        } else if (message instanceof ClientMessage.BadSubmit bad) {
            reject(
                    bad.seq(),
                    ErrorCode.INVALID_DELTA,
                    String.valueOf(bad.problem().getMessage()));
        } else if (message instanceof ClientMessage.MoveCursor move) {
            liveDocuments.moveCursor(documentId, this, move.revision(), move.range());
        } else if (message instanceof ClientMessage.Hash hash) {
            liveDocuments.compareHash(documentId, this, hash.revision(), hash.hash());
        }
    }

    private void join(Hello hello) {
        Person person = new Person(hello.clientId(), user.id(), user.displayName(), user.color());
        if (joinedAs.isPresent() && !joinedAs.get().equals(person)) {
            throw new CollabException(ErrorCode.PROTOCOL_ERROR, "one connection has one clientId");
        }
        joinedAs = Optional.of(person);
        liveDocuments.join(documentId, this, hello);
    }

    private void submit(ClientMessage.Submit submit) {
        Submission submission =
                new Submission(person().clientId(), submit.seq(), submit.baseRevision(), submit.delta(), user.id());
        liveDocuments.submit(documentId, submission, result -> answer(submit.seq(), result));
    }

    /** What was committed now is acknowledged by the stream of changes itself. */
    private void answer(long seq, SubmitResult result) {
        if (result instanceof SubmitResult.AlreadyCommitted already) {
            send(new ServerMessage.Changes(java.util.List.of(already.original())));
        } else if (result instanceof SubmitResult.Rejected rejected) {
            reject(seq, rejected.code(), rejected.message());
        }
    }

    private void reject(long seq, ErrorCode code, String message) {
        send(new ServerMessage.Rejected(seq, code, message));
    }
}
