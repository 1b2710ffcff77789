package org.collab.ot.client;

import java.util.Optional;
import org.collab.ot.Delta;
import org.collab.ot.EmbedHandlers;

/**
 * One open document's unconfirmed edits, as a state machine of immutable values without I/O.
 *
 * <pre>
 *                  local edit                    local edit
 *   Synchronized ─────────────► AwaitingAck ───────────────► AwaitingAckWithBuffer ─┐ local edit,
 *        ▲                       │       ▲                         │         ▲      │ composed into
 *        └───────────────────────┘       └─────────────────────────┘         └──────┘ the buffer
 *                   ack                     ack: the buffer is sent
 * </pre>
 *
 * <h2>Rules</h2>
 *
 * At most one submission is in flight. What was sent is never merged with later edits, and is sent
 * again with the same number after a reconnect, brought up to the revision that the client then holds
 * (protocol E9): so the server can tell whether it has it, and commits it once. What the server sends is
 * shown after being transformed over everything unconfirmed; the server's change has priority at ties, on
 * both sides (E5).
 *
 * <h2>Resync</h2>
 *
 * A client that cannot go on from its base, because the server was restored or the two differ, takes a
 * {@link Snapshot} as the new one. What is unconfirmed is moved over the difference between the two bases:
 *
 * <pre>
 *   base ────in flight────► ● ────buffer────► seen
 *    │                      │                  │
 *    │ difference           │                  │
 *    ▼                      ▼                  ▼
 *   snapshot ─in flight'──► ● ────buffer'───► seen'
 * </pre>
 *
 * The submission in flight is then {@linkplain Submission#isUncertain uncertain}, and its acknowledgement
 * leads to another resync, which settles it. Each event costs time linear in the ops of what is unconfirmed
 * and of the change; a resync also what {@link Delta#diff} costs.
 *
 * <h2>The caller's part</h2>
 *
 * The document that the user sees is always the document at {@link #revision}, then the submission in
 * flight, then the buffer. The caller holds it and makes the edits of {@link Step#show} to it.
 */
public sealed interface OtClient permits Synchronized, Awaiting {

    /** A client that holds a document at this revision and has never submitted anything. */
    static OtClient at(long revision) {
        return at(revision, 0);
    }

    /** A client that holds a document at this revision and whose last submission was {@code lastSeq}. */
    static OtClient at(long revision, long lastSeq) {
        return at(revision, lastSeq, EmbedHandlers.NONE);
    }

    static OtClient at(long revision, long lastSeq, EmbedHandlers embeds) {
        return new Synchronized(revision, lastSeq, embeds);
    }

    /** A client as it was stored, with a submission of unknown fate and what was edited after it. */
    static OtClient restored(Submission inFlight, Delta buffer, EmbedHandlers embeds) {
        return AwaitingAckWithBuffer.of(inFlight, buffer, embeds);
    }

    /** The newest revision that this client holds. */
    long revision();

    /** The number of the last submission; 0 where there was none. */
    long lastSeq();

    EmbedHandlers embeds();

    /**
     * The user's edit, already visible in the document. One that is too large for a message goes in
     * several submissions (L7).
     */
    Step applyLocal(Delta edit);

    /**
     * Another client's change. A revision that the client has is ignored (E8).
     *
     * @throws IllegalArgumentException where changes are missing in between; they must be fetched first
     */
    Step applyRemote(long revision, Delta change);

    /**
     * This client's own change, seen in the stream as this revision. A revision that the client has is
     * ignored.
     *
     * @throws InconsistentStreamException where {@code seq} is not the submission in flight, or a resync
     *     has moved it, so that what was committed is not known
     * @throws IllegalArgumentException where changes are missing in between
     */
    Step ack(long revision, long seq);

    /**
     * The server refused this submission for good (E6): it leaves the document, what was edited since
     * stays, and is sent where there is something. The caller keeps the refused text where the user can
     * reach it.
     *
     * @param base the server's document at {@link #revision}
     * @throws InconsistentStreamException where {@code seq} is not the submission in flight
     */
    Step withdraw(long seq, Delta base);

    /** What to send after a reconnect, once the client has caught up: the same submission again. */
    Optional<Submission> reconnect();

    /**
     * Takes the server's contents as the new base, where the client cannot go on from the one that it has.
     * What is unconfirmed and not in the snapshot is moved over the difference between the old base and
     * the new one, under its old number; where it does not fit there, its text is handed out. Never is a
     * number used twice.
     *
     * @param base the server's document at {@link #revision}, as this client has it
     */
    Resync resync(Snapshot snapshot, Delta base);

    /** Everything that is not acknowledged, as one edit to the document at {@link #revision}. */
    Delta unconfirmed();

    /** Whether the client has this revision already; refuses to skip one. */
    default boolean alreadyHas(long revision) {
        if (revision > revision() + 1) {
            throw new IllegalArgumentException(
                    "revision %d does not follow revision %d".formatted(revision, revision()));
        }
        return revision <= revision();
    }
}
