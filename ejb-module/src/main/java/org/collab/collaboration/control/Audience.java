package org.collab.collaboration.control;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.collab.access.entity.Role;
import org.collab.access.entity.Writer;
import org.collab.collaboration.entity.Activity;
import org.collab.collaboration.entity.CommittedChange;
import org.collab.collaboration.entity.CursorRange;
import org.collab.collaboration.entity.Person;
import org.collab.collaboration.entity.Seated;
import org.collab.collaboration.entity.ServerMessage;
import org.collab.collaboration.entity.ServerMessage.Cursor;
import org.collab.collaboration.entity.ServerMessage.Status;
import org.collab.error.ErrorCode;

/**
 * The participants of one live document and their carets, and those whom other nodes tell of. What changes about them is gathered until {@link
 * #tellPresence}, the latest winning (P2). Not thread-safe; the document's mailbox owns it.
 */
final class Audience {
    private final Map<UUID, Seat> seats = new LinkedHashMap<>();
    private final Map<UUID, Map<UUID, Seated>> neighbours = new LinkedHashMap<>();
    private final Map<UUID, Person> joined = new LinkedHashMap<>();
    private final Set<UUID> left = new LinkedHashSet<>();
    private final Set<UUID> moved = new LinkedHashSet<>();
    private final Set<UUID> stirred = new LinkedHashSet<>();
    private long version;

    private static final class Seat {
        private final Participant participant;
        private Optional<CursorRange> range = Optional.empty();
        private Activity activity = Activity.ACTIVE;
        /** Nothing has been heard for a while: gone for the others, until something is heard again (P3). */
        private boolean away;

        private Seat(Participant participant) {
            this.participant = participant;
        }
    }

    /** Counts what changes about the participants; that carets move with their text does not count. */
    long version() {
        return version;
    }

    boolean isEmpty() {
        return seats.isEmpty();
    }

    /** How many connections are told what happens. */
    int size() {
        return seats.size();
    }

    boolean holds(Participant participant) {
        Seat seat = seats.get(participant.person().clientId());
        return seat != null && seat.participant == participant;
    }

    List<Participant> participants() {
        return seats.values().stream().map(seat -> seat.participant).toList();
    }

    /** Those who are there for the others, on this node and on others. */
    List<Person> people() {
        return present(0).map(Seated::person).toList();
    }

    /** Those who are there for the others on this node, placed at the head. */
    List<Seated> seated(long head) {
        return seats.values().stream()
                .filter(seat -> !seat.away)
                .map(seat -> new Seated(seat.participant.person(), seat.activity, head, seat.range))
                .toList();
    }

    /** Everybody once: whoever has moved here from another node, which may not have noticed, is here. */
    private Stream<Seated> present(long head) {
        Stream<Seated> elsewhere = neighbours.values().stream()
                .flatMap(node -> node.values().stream())
                .filter(seat -> !isHere(seat.person().clientId()));
        return Stream.concat(seated(head).stream(), elsewhere)
                .collect(Collectors.toMap(
                        seat -> seat.person().clientId(), seat -> seat, (one, other) -> one, LinkedHashMap::new))
                .values()
                .stream();
    }

    private boolean isHere(UUID clientId) {
        Seat seat = seats.get(clientId);
        return seat != null && !seat.away;
    }

    private Optional<Seated> elsewhere(UUID clientId) {
        return neighbours.values().stream()
                .map(node -> node.get(clientId))
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** Takes over who is in the document on another node, placed at the head. */
    void takeNeighbours(UUID nodeId, List<Seated> seated) {
        version++;
        Map<UUID, Optional<Seated>> before = new LinkedHashMap<>();
        neighbours.getOrDefault(nodeId, Map.of()).keySet().forEach(id -> before.put(id, elsewhere(id)));
        seated.forEach(seat ->
                before.put(seat.person().clientId(), elsewhere(seat.person().clientId())));
        Map<UUID, Seated> now = new LinkedHashMap<>();
        seated.forEach(seat -> now.put(seat.person().clientId(), seat));
        if (now.isEmpty()) {
            neighbours.remove(nodeId);
        } else {
            neighbours.put(nodeId, now);
        }
        before.forEach((id, earlier) -> {
            if (!isHere(id)) {
                noteNeighbour(id, earlier, elsewhere(id));
            }
        });
    }

    private void noteNeighbour(UUID clientId, Optional<Seated> earlier, Optional<Seated> now) {
        if (now.isEmpty()) {
            earlier.ifPresent(gone -> went(clientId));
            return;
        }
        if (earlier.isEmpty()) {
            came(now.get().person());
        }
        if (!earlier.flatMap(Seated::range).equals(now.get().range())) {
            moved.add(clientId);
        }
        if (earlier.map(Seated::activity).orElse(Activity.ACTIVE) != now.get().activity()) {
            stirred.add(clientId);
        }
    }

    /** The role that each user was last told. */
    Map<UUID, Role> roles() {
        return seats.values().stream()
                .collect(Collectors.toMap(
                        seat -> seat.participant.person().userId(),
                        seat -> seat.participant.role(),
                        (one, other) -> other));
    }

    Set<Writer> writers() {
        return seats.values().stream().map(seat -> seat.participant.writer()).collect(Collectors.toSet());
    }

    /** Seats the participant. An older connection of the same client is half-open or a copy: it has to go. */
    void join(Participant participant) {
        version++;
        Person person = participant.person();
        Seat replaced = seats.remove(person.clientId());
        if (replaced != null && replaced.participant != participant) {
            replaced.participant.close(ErrorCode.REPLACED, "this client has opened another connection");
        }
        if (replaced == null || replaced.away) {
            came(person);
        }
        if (replaced != null && replaced.activity == Activity.IDLE) {
            stirred.add(person.clientId());
        }
        seats.put(person.clientId(), new Seat(participant));
    }

    void leave(Participant participant) {
        if (holds(participant)) {
            version++;
            UUID clientId = participant.person().clientId();
            seats.remove(clientId);
            went(clientId);
        }
    }

    /** Whether something has been heard from the participant lately. */
    void heard(Participant participant, boolean lately) {
        Seat seat = seats.get(participant.person().clientId());
        if (seat == null || seat.participant != participant || seat.away == !lately) {
            return;
        }
        version++;
        seat.away = !lately;
        if (lately) {
            came(participant.person());
            moved.add(participant.person().clientId());
            stirred.add(participant.person().clientId());
        } else {
            went(participant.person().clientId());
        }
    }

    /** Tells changed roles (L4); whoever has none any more has to go. */
    void takeRoles(Map<UUID, Optional<Role>> roles) {
        for (Seat seat : List.copyOf(seats.values())) {
            Participant participant = seat.participant;
            Optional<Role> role = roles.getOrDefault(participant.person().userId(), Optional.of(participant.role()));
            if (role.isEmpty()) {
                leave(participant);
                participant.close(ErrorCode.FORBIDDEN, "you may not open this document any more");
            } else if (role.get() != participant.role()) {
                version++;
                participant.changeRole(role.get());
            }
        }
    }

    /** Sends those away whose sessions have ended. */
    void signOut(Set<Writer> signedOut) {
        for (Seat seat : List.copyOf(seats.values())) {
            if (signedOut.contains(seat.participant.writer())) {
                leave(seat.participant);
                seat.participant.close(ErrorCode.UNAUTHENTICATED, "this session has ended");
            }
        }
    }

    void moveCursor(Participant participant, Optional<CursorRange> range) {
        Seat seat = seats.get(participant.person().clientId());
        if (seat != null && seat.participant == participant) {
            version++;
            seat.range = range;
            moved.add(participant.person().clientId());
        }
    }

    void setActivity(Participant participant, Activity activity) {
        Seat seat = seats.get(participant.person().clientId());
        if (seat != null && seat.participant == participant && seat.activity != activity) {
            version++;
            seat.activity = activity;
            stirred.add(participant.person().clientId());
        }
    }

    /** Carets stay at their text. */
    void transformCursors(CommittedChange change) {
        for (Seat seat : seats.values()) {
            seat.range = seat.range.map(range -> range.after(change.delta()));
        }
        for (Map<UUID, Seated> node : neighbours.values()) {
            node.replaceAll((id, seat) ->
                    seat.at(change.revision(), seat.range().map(range -> range.after(change.delta()))));
        }
    }

    /** The carets of everybody but one client. */
    List<Cursor> cursorsFor(UUID clientId, long head) {
        return present(head)
                .filter(seat -> !seat.person().clientId().equals(clientId))
                .filter(seat -> seat.range().isPresent())
                .map(seat -> new Cursor(seat.person().clientId(), head, seat.range()))
                .toList();
    }

    /** Those who are there and idle. */
    List<Status> idle() {
        return present(0)
                .filter(seat -> seat.activity() == Activity.IDLE)
                .map(seat -> new Status(seat.person().clientId(), Activity.IDLE))
                .toList();
    }

    boolean hasNews() {
        return !joined.isEmpty() || !left.isEmpty() || !moved.isEmpty() || !stirred.isEmpty();
    }

    /**
     * Tells everybody what is new about the others, in one message each.
     *
     * @return whether there was anybody to tell
     */
    boolean tellPresence(long head) {
        List<Seated> present = present(head).toList();
        List<Cursor> cursors = present.stream()
                .filter(seat -> moved.contains(seat.person().clientId()))
                .map(seat -> new Cursor(seat.person().clientId(), head, seat.range()))
                .toList();
        List<Status> statuses = present.stream()
                .filter(seat -> stirred.contains(seat.person().clientId()))
                .map(seat -> new Status(seat.person().clientId(), seat.activity()))
                .toList();
        ServerMessage.Presence all =
                new ServerMessage.Presence(List.copyOf(joined.values()), List.copyOf(left), cursors, statuses);
        Broadcast toOthers = new Broadcast(all);
        boolean told = false;
        for (Map.Entry<UUID, Seat> seat : seats.entrySet()) {
            UUID id = seat.getKey();
            boolean isNews = joined.containsKey(id) || moved.contains(id) || stirred.contains(id);
            ServerMessage.Presence others = isNews ? without(all, id) : all;
            if (!others.isEmpty()) {
                seat.getValue().participant.send(isNews ? new Broadcast(others) : toOthers);
                told = true;
            }
        }
        joined.clear();
        left.clear();
        moved.clear();
        stirred.clear();
        return told;
    }

    void send(ServerMessage message) {
        Broadcast broadcast = new Broadcast(message);
        seats.values().forEach(seat -> seat.participant.send(broadcast));
    }

    void closeAll(ErrorCode code, String message) {
        version++;
        List<Seat> everybody = List.copyOf(seats.values());
        seats.clear();
        everybody.forEach(seat -> seat.participant.close(code, message));
    }

    private static ServerMessage.Presence without(ServerMessage.Presence all, UUID clientId) {
        return new ServerMessage.Presence(
                all.joined().stream()
                        .filter(person -> !person.clientId().equals(clientId))
                        .toList(),
                all.left(),
                all.cursors().stream()
                        .filter(cursor -> !cursor.clientId().equals(clientId))
                        .toList(),
                all.statuses().stream()
                        .filter(status -> !status.clientId().equals(clientId))
                        .toList());
    }

    private void came(Person person) {
        left.remove(person.clientId());
        joined.put(person.clientId(), person);
    }

    private void went(UUID clientId) {
        Optional<Seated> elsewhere = elsewhere(clientId);
        if (elsewhere.isPresent()) {
            came(elsewhere.get().person()); // it has moved to another node
            moved.add(clientId);
            stirred.add(clientId);
            return;
        }
        joined.remove(clientId);
        moved.remove(clientId);
        stirred.remove(clientId);
        left.add(clientId);
    }
}
