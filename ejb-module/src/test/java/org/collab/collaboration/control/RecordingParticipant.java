package org.collab.collaboration.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.collab.access.entity.Role;
import org.collab.access.entity.Writer;
import org.collab.collaboration.entity.CommittedChange;
import org.collab.collaboration.entity.Person;
import org.collab.collaboration.entity.ServerMessage;
import org.collab.error.ErrorCode;

/** Keeps what a live document says to it. */
final class RecordingParticipant implements Participant {
    final UUID clientId;
    final UUID userId = UUID.randomUUID();
    final List<ServerMessage> received = new ArrayList<>();
    boolean reads = true;
    private final List<Runnable> whenSent = new ArrayList<>();
    Role role = Role.EDITOR;
    Optional<UUID> session = Optional.empty();
    Optional<ErrorCode> closedBy = Optional.empty();

    RecordingParticipant() {
        this(UUID.randomUUID());
    }

    RecordingParticipant(UUID clientId) {
        this.clientId = clientId;
    }

    @Override
    public Person person() {
        return new Person(clientId, userId, "Ana", "#123456");
    }

    @Override
    public Writer writer() {
        return new Writer(userId, session);
    }

    @Override
    public Role role() {
        return role;
    }

    @Override
    public void changeRole(Role changed) {
        role = changed;
    }

    @Override
    public void whenSent(Runnable task) {
        whenSent.add(task);
        if (reads) {
            read();
        }
    }

    /** What was sent has left the node. */
    void read() {
        List<Runnable> due = List.copyOf(whenSent);
        whenSent.clear();
        due.forEach(Runnable::run);
    }

    @Override
    public void send(ServerMessage message) {
        received.add(message);
    }

    @Override
    public void close(ErrorCode code, String message) {
        closedBy = Optional.of(code);
    }

    List<CommittedChange> changes() {
        return all(ServerMessage.Changes.class).stream()
                .flatMap(message -> message.changes().stream())
                .toList();
    }

    <M extends ServerMessage> List<M> all(Class<M> type) {
        return received.stream().filter(type::isInstance).map(type::cast).toList();
    }

    <M extends ServerMessage> M only(Class<M> type) {
        List<M> found = all(type);
        if (found.size() != 1) {
            throw new AssertionError("expected one " + type.getSimpleName() + ", received " + received);
        }
        return found.get(0);
    }
}
