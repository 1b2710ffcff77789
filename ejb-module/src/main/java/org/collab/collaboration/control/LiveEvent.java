package org.collab.collaboration.control;

import java.util.Optional;
import java.util.function.Consumer;
import org.collab.collaboration.entity.CursorRange;
import org.collab.collaboration.entity.Hello;
import org.collab.collaboration.entity.ReadResult;
import org.collab.collaboration.entity.Submission;
import org.collab.collaboration.entity.SubmitResult;

/** What can happen to a live document. */
public sealed interface LiveEvent {
    record Join(Participant participant, Hello hello) implements LiveEvent {}

    record Leave(Participant participant) implements LiveEvent {}

    /** An edit; {@code answer} is called once, when its fate is known. */
    record Submit(Submission submission, Consumer<SubmitResult> answer) implements LiveEvent {}

    record MoveCursor(Participant participant, long revision, Optional<CursorRange> range) implements LiveEvent {}

    /** The client at rest tells the hash of its contents (E10). */
    record CompareHash(Participant participant, long revision, String hash) implements LiveEvent {}

    /** Somebody wants the contents at the head; {@code answer} is called once. */
    record Read(Consumer<ReadResult> answer) implements LiveEvent {}

    /** Somebody else may have committed up to this revision. */
    record HeadHint(long head) implements LiveEvent {}

    /** The document seems to have been deleted; believed only after a look into the store. */
    record Deleted() implements LiveEvent {}

    /** Time to try again what the database could not answer. */
    record Retry() implements LiveEvent {}
}
