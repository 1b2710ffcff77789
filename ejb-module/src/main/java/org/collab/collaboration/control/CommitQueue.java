package org.collab.collaboration.control;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.collab.collaboration.control.LiveEvent.Submit;
import org.collab.collaboration.entity.CommittedChange;
import org.collab.collaboration.entity.Submission;
import org.collab.collaboration.entity.SubmitResult;
import org.collab.error.CollabException;
import org.collab.error.ErrorCode;

/**
 * The submissions of one document whose fate is not known yet. A submission leaves the queue when it is answered, and it
 * is answered only when the log says what became of it. Not thread-safe; the document's mailbox owns it.
 */
final class CommitQueue {
    private static final Logger LOG = System.getLogger(CommitQueue.class.getName());
    private static final int MOST_IN_A_BATCH = 500;

    private final ChangeStore store;
    private final Clock clock;
    private final Acknowledgements acknowledgements;
    private final Telemetry telemetry;
    private final List<Submit> unsettled = new ArrayList<>();

    CommitQueue(ChangeStore store, Clock clock, Acknowledgements acknowledgements, Telemetry telemetry) {
        this.telemetry = telemetry;
        this.store = store;
        this.clock = clock;
        this.acknowledgements = acknowledgements;
    }

    void add(Submit submit) {
        unsettled.add(submit);
    }

    boolean isEmpty() {
        return unsettled.isEmpty();
    }

    int size() {
        return unsettled.size();
    }

    /** Drops what waits without an answer: whoever cares will send it again. */
    void forget() {
        unsettled.clear();
    }

    void rejectAll(ErrorCode code, String message) {
        unsettled.forEach(submit -> submit.answer().accept(new SubmitResult.Rejected(code, message)));
        unsettled.clear();
    }

    /**
     * Commits what waits, in batches.
     *
     * @param committed told the changes after each commit, before their authors are answered
     * @param follow brings the state up to a head that somebody else has moved
     * @throws StoreUnavailableException where it is not known whether the last batch was committed
     */
    void settle(DocumentState state, Consumer<List<CommittedChange>> committed, Runnable follow) {
        while (!unsettled.isEmpty()) {
            if (learnClients()) {
                follow.run();
            }
            List<Submit> waiting = new ArrayList<>();
            List<CommittedChange> changes = plan(state, waiting, follow);
            if (changes.isEmpty()) {
                continue;
            }
            Instant started = clock.instant();
            AppendResult result = store.append(state.documentId(), state.head(), batch(waiting, changes));
            if (result instanceof AppendResult.Appended) {
                telemetry.committed(changes.size(), Duration.between(started, clock.instant()));
                committed.accept(changes);
                settleAccepted(waiting, changes);
            } else if (result instanceof AppendResult.Refused refused) {
                follow.run();
                rejectWriters(state, refused);
            } else if (result instanceof AppendResult.GivenUp givenUp) {
                rejectGivenUp(givenUp);
            } else {
                follow.run();
            }
        }
    }

    private static Batch batch(List<Submit> waiting, List<CommittedChange> changes) {
        List<Submission> submissions = waiting.stream().map(Submit::submission).toList();
        return new Batch(
                changes,
                submissions.stream().map(Submission::writer).collect(Collectors.toSet()),
                submissions.stream()
                        .filter(Submission::renewal)
                        .map(Submission::clientId)
                        .collect(Collectors.toSet()));
    }

    private boolean learnClients() {
        boolean asked = false;
        for (Submit submit : unsettled) {
            asked |= acknowledgements.learn(submit.submission().clientId());
        }
        return asked;
    }

    /**
     * Answers what needs no commit, and plans the rest as far as one batch goes; plans nothing where the state was too
     * old to reject something.
     */
    private List<CommittedChange> plan(DocumentState state, List<Submit> batch, Runnable follow) {
        Sequencer sequencer = new Sequencer(state, clock.instant());
        for (Iterator<Submit> waiting = unsettled.iterator(); waiting.hasNext() && batch.size() < MOST_IN_A_BATCH; ) {
            Submit submit = waiting.next();
            if (sequencer.hasPlanned(submit.submission())) {
                continue;
            }
            Optional<SubmitResult> answer =
                    earlierResult(state, submit.submission()).or(() -> plan(sequencer, submit.submission()));
            if (answer.isPresent()
                    && answer.get() instanceof SubmitResult.Rejected
                    && !isFinal(state, submit.submission(), follow)) {
                return List.of();
            }
            if (answer.isPresent()) {
                waiting.remove();
                submit.answer().accept(answer.get());
            } else {
                batch.add(submit);
            }
        }
        return sequencer.planned();
    }

    /**
     * Whether a submission that does not fit may be rejected: the log has not moved on, so that it would fit or is
     * committed already, and no other node that holds a copy of it will commit it.
     */
    private boolean isFinal(DocumentState state, Submission submission, Runnable follow) {
        long head = state.head();
        follow.run();
        return state.head() == head && giveUp(state, submission);
    }

    private boolean giveUp(DocumentState state, Submission submission) {
        return store.giveUp(state.documentId(), submission.clientId(), submission.seq());
    }

    private Optional<SubmitResult> earlierResult(DocumentState state, Submission submission) {
        if (submission.seq() > acknowledgements.of(submission.clientId())) {
            return Optional.empty();
        }
        return Optional.of(store.find(state.documentId(), submission.clientId(), submission.seq())
                .<SubmitResult>map(SubmitResult.AlreadyCommitted::new)
                .orElseGet(() -> staleSeq(submission)));
    }

    private SubmitResult staleSeq(Submission submission) {
        return new SubmitResult.Rejected(
                ErrorCode.STALE_SEQ,
                "seq " + submission.seq() + " was never committed and is not above "
                        + acknowledgements.of(submission.clientId()));
    }

    private static Optional<SubmitResult> plan(Sequencer sequencer, Submission submission) {
        try {
            sequencer.add(submission);
            return Optional.empty();
        } catch (CollabException e) {
            return Optional.of(new SubmitResult.Rejected(e.code(), e.detail()));
        } catch (StoreUnavailableException e) {
            throw e;
        } catch (RuntimeException e) {
            // One poisonous edit must not stop the others: nothing of it has been committed.
            LOG.log(Level.ERROR, "submission " + submission.clientId() + ":" + submission.seq() + " failed", e);
            return Optional.of(new SubmitResult.Rejected(ErrorCode.INTERNAL, "this edit could not be sequenced"));
        }
    }

    private void settleAccepted(List<Submit> batch, List<CommittedChange> changes) {
        Set<Submit> settled = Collections.newSetFromMap(new IdentityHashMap<>());
        settled.addAll(batch);
        unsettled.removeIf(settled::contains);
        for (int i = 0; i < batch.size(); i++) {
            batch.get(i)
                    .answer()
                    .accept(new SubmitResult.Accepted(changes.get(i).revision()));
        }
    }

    /** What was committed before the right was taken away stays unsettled, to be answered as such. */
    private void rejectWriters(DocumentState state, AppendResult.Refused refused) {
        for (Iterator<Submit> waiting = unsettled.iterator(); waiting.hasNext(); ) {
            Submit submit = waiting.next();
            if (refused.writers().contains(submit.submission().writer())
                    && earlierResult(state, submit.submission()).isEmpty()
                    && giveUp(state, submit.submission())) {
                waiting.remove();
                submit.answer()
                        .accept(new SubmitResult.Rejected(
                                ErrorCode.FORBIDDEN, "you may not change this document any more"));
            }
        }
    }

    /** Another node has said "not committed" of these, and so it stays. */
    private void rejectGivenUp(AppendResult.GivenUp givenUp) {
        for (Iterator<Submit> waiting = unsettled.iterator(); waiting.hasNext(); ) {
            Submit submit = waiting.next();
            Submission submission = submit.submission();
            if (submission.seq() <= givenUp.upTo().getOrDefault(submission.clientId(), 0L)) {
                waiting.remove();
                submit.answer()
                        .accept(new SubmitResult.Rejected(
                                ErrorCode.STALE_SEQ, "seq " + submission.seq() + " has been rejected before"));
            }
        }
    }
}
