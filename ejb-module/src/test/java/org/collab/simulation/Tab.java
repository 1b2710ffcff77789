package org.collab.simulation;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.collab.simulation.Edit.Fate;

/** A browser tab with the document open: its storage survives the page. */
final class Tab {
    private record Stored(UUID clientId, Replica replica) {}

    private final World world;
    private final int number;
    private final UUID userId;
    private Optional<Stored> stored = Optional.empty();
    private Optional<Session> session;

    Tab(World world, int number) {
        this.world = world;
        this.number = number;
        this.userId = world.dice.uuid();
        UUID clientId = world.dice.uuid();
        this.stored = fromHistory().map(replica -> new Stored(clientId, replica));
        this.session = Optional.of(open(clientId, stored.map(Stored::replica)));
    }

    /** In a document with a long history, what was stored when the tab was closed some time ago. */
    private Optional<Replica> fromHistory() {
        if (world.scenario.history() == 0 || world.dice.oneIn(4)) {
            return Optional.empty();
        }
        long revision = world.dice.below(world.scenario.history() + 1);
        return Optional.of(
                Replica.opened(world.seams.core(), world.durable.text(revision).toDelta(), revision, 0));
    }

    UUID userId() {
        return userId;
    }

    Optional<Session> session() {
        return session;
    }

    /** What the page has put into the browser's storage survives it. */
    void store(Session page) {
        page.replica().ifPresent(replica -> stored = Optional.of(new Stored(page.clientId(), replica)));
    }

    /** The page is gone without a goodbye. */
    void crash() {
        if (session.isEmpty()) {
            return;
        }
        world.trace.note(() -> this + " crashes");
        Session page = session.get();
        session = Optional.empty();
        page.die();
        page.replica().ifPresent(replica -> replica.unconfirmed().forEach(edit -> edit.fate(new Fate.Lost())));
        storedEdits().forEach(edit -> edit.fate(new Fate.Waiting()));
    }

    /** The page is loaded again: with unconfirmed edits it goes on, else it may as well start afresh. */
    void resume() {
        if (session.isPresent()) {
            return;
        }
        boolean afresh = storedEdits().isEmpty() && world.dice.oneIn(2);
        if (afresh) {
            stored = Optional.empty();
        }
        world.trace.note(() -> this + (afresh ? " starts afresh" : " resumes"));
        UUID clientId = stored.map(Stored::clientId).orElseGet(world.dice::uuid);
        session = Optional.of(open(clientId, stored.map(Stored::replica)));
    }

    private List<Edit> storedEdits() {
        return stored.map(Stored::replica).map(Replica::unconfirmed).orElse(List.of());
    }

    private Session open(UUID clientId, Optional<Replica> replica) {
        return world.seams.session(world, this, clientId, replica);
    }

    @Override
    public String toString() {
        return "tab" + number;
    }
}
