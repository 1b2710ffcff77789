package org.collab.collaboration.control;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.collab.access.entity.Role;
import org.collab.access.entity.Writer;
import org.collab.collaboration.entity.Activity;
import org.collab.collaboration.entity.CommittedChange;
import org.collab.collaboration.entity.CursorRange;
import org.collab.collaboration.entity.Hello;
import org.collab.collaboration.entity.ReadResult;
import org.collab.collaboration.entity.Seated;
import org.collab.collaboration.entity.Submission;
import org.collab.collaboration.entity.SubmitResult;

/** What can happen to a live document. */
public sealed interface LiveEvent {
    record Join(Participant participant, Hello hello) implements LiveEvent {}

    record Leave(Participant participant) implements LiveEvent {}

    /** An edit; {@code answer} is called once, when its fate is known. */
    record Submit(Submission submission, Consumer<SubmitResult> answer) implements LiveEvent {}

    record MoveCursor(Participant participant, long revision, Optional<CursorRange> range, Activity activity)
            implements LiveEvent {}

    /** The client at rest tells the hash of its contents (E10). */
    record CompareHash(Participant participant, long revision, String hash) implements LiveEvent {}

    /**
     * Somebody wants the contents; {@code answer} is called once.
     *
     * @param newest whether they must have what other nodes have committed; else the revision that this node knows will do
     */
    record Read(boolean newest, Consumer<ReadResult> answer) implements LiveEvent {}

    /** Somebody else may have committed up to this revision. */
    record HeadHint(long head) implements LiveEvent {}

    /** Another node says that it has committed these, one after the other; believed where the hash chain goes on. */
    record Relayed(long epoch, List<CommittedChange> changes) implements LiveEvent {
        public Relayed {
            changes = List.copyOf(changes);
        }

        long last() {
            return changes.isEmpty() ? 0 : changes.get(changes.size() - 1).revision();
        }
    }

    /** Who is in the document on another node now; nobody where that node is gone. */
    record Neighbours(UUID nodeId, List<Seated> seated) implements LiveEvent {
        public Neighbours {
            seated = List.copyOf(seated);
        }
    }

    /** The document's history seems to have another epoch; believed only after a look into the store. */
    record Rewritten(long epoch) implements LiveEvent {}

    /** The document seems to have been deleted; believed only after a look into the store. */
    record Deleted() implements LiveEvent {}

    /** A participant who is catching up has read what it was sent. */
    record GoOn(Participant participant) implements LiveEvent {}

    /** Nothing has been heard from a participant for a while, or something again. */
    record Heard(Participant participant, boolean lately) implements LiveEvent {}

    /**
     * What has become of connected users' access.
     *
     * @param roles the roles that have changed, as the database has them now; empty where the access is gone
     * @param signedOut whose sessions have ended
     */
    record Access(Map<UUID, Optional<Role>> roles, Set<Writer> signedOut) implements LiveEvent {
        public Access {
            signedOut = Set.copyOf(signedOut);
            roles = Map.copyOf(roles);
        }
    }

    /** Time to tell what has been gathered about who is where. */
    record TellPresence() implements LiveEvent {}

    /** Time to commit what has waited for company. */
    record Commit() implements LiveEvent {}

    /** Time to try again what the database could not answer. */
    record Retry() implements LiveEvent {}
}
