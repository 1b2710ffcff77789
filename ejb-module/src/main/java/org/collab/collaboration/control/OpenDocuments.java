package org.collab.collaboration.control;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.collab.collaboration.entity.Activity;
import org.collab.collaboration.entity.CursorRange;
import org.collab.collaboration.entity.Hello;
import org.collab.collaboration.entity.ReadResult;
import org.collab.collaboration.entity.Submission;
import org.collab.collaboration.entity.SubmitResult;
import org.collab.error.ErrorCode;

/**
 * The live documents of one node. What needs a document opens it, as long as not too many are open. Every edit and caret
 * passes here, without the interceptors of a session bean. No call blocks. Thread-safe.
 */
public final class OpenDocuments {
    private final Map<UUID, LiveDocument> open = new ConcurrentHashMap<>();
    private final int most;
    private final Function<UUID, LiveDocument> create;

    /** @param most documents at the same time */
    public OpenDocuments(int most, Function<UUID, LiveDocument> create) {
        this.most = most;
        this.create = create;
    }

    public void join(UUID documentId, Participant participant, Hello hello) {
        post(documentId, new LiveEvent.Join(participant, hello));
    }

    public void leave(UUID documentId, Participant participant) {
        postIfOpen(documentId, new LiveEvent.Leave(participant));
    }

    /** @param answer called once, on a thread of the server, when the log says what became of the submission */
    public void submit(UUID documentId, Submission submission, Consumer<SubmitResult> answer) {
        post(documentId, new LiveEvent.Submit(submission, answer));
    }

    /**
     * @param newest whether the contents must be at the newest committed revision; else at the one that this node knows
     * @param answer called once with the contents
     */
    public void read(UUID documentId, boolean newest, Consumer<ReadResult> answer) {
        post(documentId, new LiveEvent.Read(newest, answer));
    }

    public void moveCursor(
            UUID documentId, Participant participant, long revision, Optional<CursorRange> range, Activity activity) {
        postIfOpen(documentId, new LiveEvent.MoveCursor(participant, revision, range, activity));
    }

    public void compareHash(UUID documentId, Participant participant, long revision, String hash) {
        postIfOpen(documentId, new LiveEvent.CompareHash(participant, revision, hash));
    }

    /** Tells whether something has been heard from a participant lately; who is silent is gone for the others (P3). */
    public void heard(UUID documentId, Participant participant, boolean lately) {
        postIfOpen(documentId, new LiveEvent.Heard(participant, lately));
    }

    /** Something that a document which is not open has no use for. */
    public void postIfOpen(UUID documentId, LiveEvent event) {
        get(documentId).ifPresent(document -> document.post(event));
    }

    public Optional<LiveDocument> get(UUID documentId) {
        return Optional.ofNullable(open.get(documentId));
    }

    public Set<UUID> ids() {
        return Set.copyOf(open.keySet());
    }

    public int count() {
        return open.size();
    }

    public void forEach(BiConsumer<UUID, LiveDocument> task) {
        open.forEach(task);
    }

    /** Ends those that nobody is in. */
    public void retireDeserted() {
        open.forEach((id, document) -> {
            if (document.retireIfDeserted()) {
                open.remove(id, document);
            }
        });
    }

    private void post(UUID documentId, LiveEvent event) {
        if (!open.containsKey(documentId) && open.size() >= most) {
            turnAway(event);
            return;
        }
        while (!open.computeIfAbsent(documentId, create).post(event)) {
            Thread.onSpinWait(); // it has just retired and is about to leave the map
        }
    }

    private static void turnAway(LiveEvent event) {
        String message = "too many documents are open on this node; try again later";
        if (event instanceof LiveEvent.Submit submit) {
            submit.answer().accept(new SubmitResult.Rejected(ErrorCode.OVERLOADED, message));
        } else if (event instanceof LiveEvent.Join join) {
            join.participant().close(ErrorCode.OVERLOADED, message);
        } else if (event instanceof LiveEvent.Read read) {
            read.answer().accept(new ReadResult.Overloaded(message));
        }
    }
}
