package org.collab.simulation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.collab.access.entity.Writer;
import org.collab.collaboration.entity.Hello;
import org.collab.collaboration.entity.ServerMessage;
import org.collab.collaboration.entity.Submission;
import org.collab.ot.Attributes;
import org.collab.ot.Delta;

/**
 * A client that speaks the protocol and sends only what must be refused (I7). It makes no edits: whatever of its is in
 * the log in the end is there for nobody.
 */
final class Intruder implements ClientEnd {
    private static final int BEYOND = 5_000;
    private static final List<Delta> INVALID = List.of(
            Delta.builder().retain(BEYOND).insert("x").build(),
            Delta.builder().delete(BEYOND).build(),
            Delta.builder().retain(BEYOND, Attributes.of(Map.of("bold", true))).build(),
            Delta.builder().insert("\ud83d").build(),
            Delta.builder().insert("a\u0000b").build(),
            Delta.builder()
                    .insert("x", Attributes.of(Map.of("link", "javascript:alert(1)")))
                    .build(),
            Delta.builder().embed("video", "https://example.org").build(),
            Delta.builder().embed("image", "https://example.org").build());
    private static final Delta VALID = Delta.builder().insert("x").build();

    private final World world;
    private final UUID clientId;
    private final UUID guest;
    private final UUID banned;
    private Optional<Connection> connection = Optional.empty();
    private long seq;

    Intruder(World world) {
        this.world = world;
        this.clientId = world.dice.uuid();
        this.guest = world.dice.uuid();
        this.banned = world.dice.uuid();
        world.durable.allow(banned, false);
    }

    /** Sends something invalid, something from the future, or something valid without the right to. */
    void intrude() {
        if (connection.isEmpty()) {
            connect();
        }
        connection.ifPresent(open -> open.submit(attempt()));
    }

    private void connect() {
        world.anyLivingProcess().ifPresent(process -> {
            Connection opened = new Connection(world, process, this, guest);
            opened.hello(new Hello(clientId, OptionalLong.empty(), OptionalLong.empty()));
            connection = Optional.of(opened);
        });
    }

    private Submission attempt() {
        seq++;
        return switch (world.dice.below(4)) {
            case 0 -> new Submission(clientId, seq, 1_000_000, VALID, Writer.of(guest));
            case 1 -> new Submission(clientId, seq, 0, VALID, Writer.of(banned));
            default -> new Submission(clientId, seq, 0, world.dice.pick(INVALID), Writer.of(guest));
        };
    }

    @Override
    public void received(Connection from, ServerMessage message) {
        world.trace.note(() -> this + " receives " + Texts.of(message));
    }

    @Override
    public void lost(Connection ended) {
        if (connection.isPresent() && connection.get() == ended) {
            connection = Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "intruder";
    }
}
