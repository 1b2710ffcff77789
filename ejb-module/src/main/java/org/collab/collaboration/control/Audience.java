package org.collab.collaboration.control;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.collab.collaboration.entity.CommittedChange;
import org.collab.collaboration.entity.CursorRange;
import org.collab.collaboration.entity.Person;
import org.collab.collaboration.entity.ServerMessage;
import org.collab.collaboration.entity.ServerMessage.Cursor;
import org.collab.error.ErrorCode;

/** The participants of one live document and their carets. Not thread-safe; the document's mailbox owns it. */
final class Audience {
    private final Map<UUID, Seat> seats = new LinkedHashMap<>();

    private static final class Seat {
        private final Participant participant;
        private Optional<CursorRange> range = Optional.empty();

        private Seat(Participant participant) {
            this.participant = participant;
        }
    }

    boolean isEmpty() {
        return seats.isEmpty();
    }

    boolean holds(Participant participant) {
        Seat seat = seats.get(participant.person().clientId());
        return seat != null && seat.participant == participant;
    }

    List<Person> people() {
        return seats.values().stream().map(seat -> seat.participant.person()).toList();
    }

    /** Seats the participant. An older connection of the same client is half-open or a copy: it has to go. */
    void join(Participant participant) {
        Person person = participant.person();
        Seat replaced = seats.remove(person.clientId());
        if (replaced != null && replaced.participant != participant) {
            replaced.participant.close(ErrorCode.REPLACED, "this client has opened another connection");
        }
        if (replaced == null) {
            send(new ServerMessage.Presence(List.of(person), List.of(), List.of()));
        }
        seats.put(person.clientId(), new Seat(participant));
    }

    void leave(Participant participant) {
        if (holds(participant)) {
            UUID clientId = participant.person().clientId();
            seats.remove(clientId);
            send(new ServerMessage.Presence(List.of(), List.of(clientId), List.of()));
        }
    }

    void moveCursor(Participant participant, Optional<CursorRange> range, long head) {
        Seat seat = seats.get(participant.person().clientId());
        if (seat == null || seat.participant != participant) {
            return;
        }
        seat.range = range;
        Cursor cursor = new Cursor(participant.person().clientId(), head, range);
        ServerMessage message = new ServerMessage.Presence(List.of(), List.of(), List.of(cursor));
        for (Seat other : seats.values()) {
            if (other != seat) {
                other.participant.send(message);
            }
        }
    }

    /** Carets stay at their text. */
    void transformCursors(CommittedChange change) {
        for (Seat seat : seats.values()) {
            seat.range = seat.range.map(range -> range.after(change.delta()));
        }
    }

    /** The carets of everybody but one client. */
    List<Cursor> cursorsFor(UUID clientId, long head) {
        List<Cursor> cursors = new ArrayList<>();
        seats.forEach((id, seat) -> {
            if (!id.equals(clientId) && seat.range.isPresent()) {
                cursors.add(new Cursor(id, head, seat.range));
            }
        });
        return cursors;
    }

    void send(ServerMessage message) {
        seats.values().forEach(seat -> seat.participant.send(message));
    }

    void closeAll(ErrorCode code, String message) {
        List<Seat> everybody = List.copyOf(seats.values());
        seats.clear();
        everybody.forEach(seat -> seat.participant.close(code, message));
    }
}
