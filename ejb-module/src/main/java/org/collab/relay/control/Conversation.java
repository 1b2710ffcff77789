package org.collab.relay.control;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.collab.collaboration.boundary.LiveDocuments;
import org.collab.collaboration.control.LiveDocument.CommittedHead;
import org.collab.collaboration.entity.Seated;
import org.collab.health.RelayState;
import org.collab.relay.control.Topic.TopicException;

/**
 * What this node says to the others, and what it makes of what they say.
 *
 * <p>Every node says every 2 s that it lives. It hears itself as well, which is the only proof that the topic works: a
 * connection to a broker that has died may not say so. A node that is alone says nothing else. Who is in a document is
 * told as a whole, at most five times a second, when it has changed, when somebody new asks by telling the same, and
 * every 30 s.
 *
 * <p>Thread-safe; {@link #keepUp} by one thread at a time.
 */
public final class Conversation {
    private static final Logger LOG = System.getLogger(Conversation.class.getName());
    private static final Duration ALIVE_EVERY = Duration.ofSeconds(2);
    private static final Duration ALL_ANEW_EVERY = Duration.ofSeconds(30);
    private static final Duration DEAF_AFTER = Duration.ofSeconds(6);

    private enum Broker {
        UNKNOWN,
        WORKS,
        AWAY
    }

    private final UUID nodeId = UUID.randomUUID();
    private final Clock clock;
    private final LiveDocuments documents;
    private final RelayMeters meters;
    private final OtherNodes others = new OtherNodes();
    private final Map<UUID, List<Seated>> told = new ConcurrentHashMap<>();
    private Predicate<RelayMessage> voice = message -> false;
    private Broker broker = Broker.UNKNOWN;
    private volatile Instant heardMyself;
    private volatile Instant saidAlive = Instant.MIN;
    private Instant allAnewAt;

    public Conversation(Clock clock, LiveDocuments documents, RelayMeters meters) {
        this.clock = clock;
        this.documents = documents;
        this.meters = meters;
        this.heardMyself = clock.instant();
        this.allAnewAt = clock.instant().plus(ALL_ANEW_EVERY);
        meters.watch(() -> works() ? 1 : 0, others::count);
    }

    /** Once, before anything else. */
    public void speakThrough(Predicate<RelayMessage> sender) {
        voice = sender;
    }

    /** Tells the others of a commit, if there are any. */
    public void tell(CommittedHead event) {
        if (others.count() > 0) {
            say(new RelayMessage.Committed(
                    nodeId,
                    clock.instant(),
                    event.documentId(),
                    event.epoch(),
                    event.changes().get(0).revision(),
                    event.head(),
                    RelayJson.fit(event.changes()) ? event.changes() : List.of()));
        }
    }

    /**
     * Several times a second: says what is due, and forgets nodes that have fallen silent.
     *
     * @return false where this node has not heard itself for so long that it has to connect anew
     */
    public boolean keepUp() {
        Instant now = clock.instant();
        if (!now.isBefore(saidAlive.equals(Instant.MIN) ? now : saidAlive.plus(ALIVE_EVERY))) {
            saidAlive = now;
            say(new RelayMessage.Alive(nodeId, now));
        }
        others.forgetSilent(now)
                .forEach((node, left) -> left.forEach(document -> documents.neighbours(document, node, List.of())));
        if (!now.isBefore(allAnewAt)) {
            allAnewAt = now.plus(ALL_ANEW_EVERY);
            told.clear();
        }
        if (others.count() > 0) {
            tellWhoIsWhere();
        }
        if (heardMyself.plus(DEAF_AFTER).isAfter(now)) {
            return true;
        }
        heardMyself = now;
        failed(new TopicException(new IllegalStateException("nothing comes back from the broker")));
        return false;
    }

    private void tellWhoIsWhere() {
        Map<UUID, List<Seated>> seated = documents.seated();
        seated.forEach((document, people) -> {
            List<Seated> places =
                    people.stream().map(seat -> seat.at(0, seat.range())).toList();
            if (!places.equals(told.put(document, places))) {
                tellPresent(document, people);
            }
        });
        told.keySet().forEach(document -> {
            if (!seated.containsKey(document)) {
                told.remove(document);
                tellPresent(document, List.of());
            }
        });
    }

    private void tellPresent(UUID document, List<Seated> people) {
        if (!say(new RelayMessage.Present(nodeId, clock.instant(), document, people))) {
            told.remove(document);
        }
    }

    private boolean say(RelayMessage message) {
        return voice.test(message);
    }

    /** Takes in what the topic has brought. */
    public void hear(String text) {
        Optional<RelayMessage> message;
        try {
            message = RelayJson.read(text);
        } catch (RelayJson.MalformedException e) {
            meters.dropped(1);
            LOG.log(
                    Level.DEBUG,
                    "a message of {0} characters is malformed: {1}",
                    text.length(),
                    e.getClass().getName()); // what it says may be somebody's text
            return;
        }
        message.ifPresent(known -> {
            if (known.nodeId().equals(nodeId)) {
                heardMyself = clock.instant();
                works(known);
            } else {
                meters.received();
                take(known);
            }
        });
    }

    private void take(RelayMessage message) {
        UUID node = message.nodeId();
        if (others.heard(node, clock.instant())) {
            told.clear();
            saidAlive = Instant.MIN; // so it hears of this node soon
        }
        if (message instanceof RelayMessage.Committed committed) {
            meters.lag(Duration.between(committed.at(), clock.instant()));
            if (committed.changes().isEmpty()) {
                documents.hint(committed.documentId(), committed.last());
            } else {
                documents.relayed(committed.documentId(), committed.epoch(), committed.changes());
            }
        } else if (message instanceof RelayMessage.Present present) {
            documents.neighbours(present.documentId(), node, present.seated());
            if (others.present(node, present.documentId(), !present.seated().isEmpty())) {
                told.remove(present.documentId());
            }
        }
    }

    /** For whoever watches this node. */
    public RelayState state() {
        return new RelayState(works(), others.count(), meters.lagMillis());
    }

    private synchronized boolean works() {
        return broker == Broker.WORKS;
    }

    private synchronized void works(RelayMessage echo) {
        if (broker != Broker.WORKS) {
            broker = Broker.WORKS;
            LOG.log(Level.INFO, "nodes hear of each other''s edits through the broker; this one is {0}", echo.nodeId());
        }
    }

    /** The broker cannot be reached; tried again by whoever says so. */
    public synchronized void failed(TopicException cause) {
        if (broker != Broker.AWAY) {
            broker = Broker.AWAY;
            LOG.log(
                    Level.WARNING,
                    "the broker is away; nodes find each other''s edits by polling: {0}",
                    String.valueOf(cause.getCause()));
        }
    }
}
