package org.collab.collaboration.entity;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.collab.access.entity.Role;
import org.collab.error.ErrorCode;

/** Everything that the server says over a WebSocket (docs/sync-protocol.md). */
public sealed interface ServerMessage {
    /**
     * The answer to a hello (O4).
     *
     * @param contents the document at the opening's head, where the client holds nothing
     */
    record Welcome(Opening opening, Optional<Contents> contents) implements ServerMessage {}

    /** Drop the local base and take these contents; unconfirmed edits stay the client's (O5, E10). */
    record Resync(Opening opening, Contents contents, ErrorCode code, String message) implements ServerMessage {}

    /** The part of the ordered, gapless stream that comes next (E2). */
    record Changes(List<CommittedChange> changes) implements ServerMessage {
        public Changes {
            changes = List.copyOf(changes);
        }
    }

    /** Not committed, not broadcast (E6). */
    record Rejected(long seq, ErrorCode code, String message) implements ServerMessage {}

    /** Who came, who left, who moved, who became idle or active again (P2). */
    record Presence(List<Person> joined, List<UUID> left, List<Cursor> cursors, List<Status> statuses)
            implements ServerMessage {
        public Presence {
            joined = List.copyOf(joined);
            left = List.copyOf(left);
            cursors = List.copyOf(cursors);
            statuses = List.copyOf(statuses);
        }

        public boolean isEmpty() {
            return joined.isEmpty() && left.isEmpty() && cursors.isEmpty() && statuses.isEmpty();
        }
    }

    /** The answer to a ping (L1), with the time that the client sent. */
    record Pong(long sentAt, Instant at) implements ServerMessage {}

    /** Something was wrong with what the client sent, or with the connection; a close may follow (L5). */
    record Failure(ErrorCode code, String message) implements ServerMessage {}

    /** The role has changed while the connection was open (L4). */
    record RoleChanged(Role role) implements ServerMessage {}

    /** This node goes away; a close with 1012 follows (L3). */
    record Drain(Duration retryAfter) implements ServerMessage {}

    /** Where somebody is, at a revision; an empty range means nowhere. */
    record Cursor(UUID clientId, long revision, Optional<CursorRange> range) {}

    /** Whether somebody is active; whoever has joined is, until it is said otherwise. */
    record Status(UUID clientId, Activity activity) {}

    /**
     * What every opening of a stream tells.
     *
     * @param acknowledged the highest committed seq of this client; 0 for none
     * @param participants the others
     */
    record Opening(
            long head,
            long epoch,
            Role role,
            long acknowledged,
            Person self,
            List<Person> participants,
            SessionLimits limits) {
        public Opening {
            participants = List.copyOf(participants);
        }
    }
}
