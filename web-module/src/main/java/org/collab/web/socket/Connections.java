package org.collab.web.socket;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.websocket.CloseReason;
import jakarta.websocket.Session;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import org.collab.collaboration.boundary.LiveDocuments;
import org.collab.collaboration.boundary.ServerThreads;
import org.collab.collaboration.entity.SessionLimits;
import org.collab.error.ErrorCode;
import org.collab.telemetry.Metrics;

/**
 * The editors' connections to this node. Makes them, watches over them, and ends them when the node goes away. Its methods
 * are public because an EJB's others cannot be called through its proxy.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Connections {
    private static final Logger LOG = System.getLogger(Connections.class.getName());
    private static final int BURST = 400;
    private static final Duration CHECK_EVERY = Duration.ofSeconds(1);
    private static final Duration RETRY_AFTER = Duration.ofMillis(500);

    @Inject
    private LiveDocuments liveDocuments;

    @Inject
    private ServerThreads threads;

    @Inject
    private Metrics metrics;

    private final Set<EditorConnection> open = ConcurrentHashMap.newKeySet();
    private volatile boolean draining;
    private Optional<Future<?>> watching = Optional.empty();

    /** A new connection and the inbox for what comes over it. */
    public record Opened(EditorConnection connection, Inbox inbox) {}

    public Opened open(Session session, Admission admission) {
        Clock clock = Clock.systemUTC();
        Outbox outbox = new Outbox(
                (message, handler) -> session.getAsyncRemote().sendText(message, handler),
                reason -> close(session, reason),
                metrics::broadcast,
                () -> close(session, CloseCodes.reason(ErrorCode.TOO_SLOW)),
                clock);
        EditorConnection connection = new EditorConnection(
                admission.documentId(),
                admission.ticket(),
                liveDocuments.open(),
                outbox,
                metrics::rejected,
                () -> ping(session),
                clock);
        open.add(connection);
        return new Opened(connection, inbox(connection, clock));
    }

    public void ended(EditorConnection connection) {
        open.remove(connection);
        connection.ended();
    }

    /** On threads of ours: those that the server's timers start would keep this application after its end. */
    @PostConstruct
    void watch() {
        watching = Optional.of(threads.repeat(CHECK_EVERY, () -> open.forEach(EditorConnection::check)));
    }

    /** How many editors are connected to this node. */
    public int count() {
        return open.size();
    }

    /** How many editors are connected to each document. */
    public Map<String, Integer> countByDocument() {
        Map<String, Integer> counts = new TreeMap<>();
        open.forEach(connection -> counts.merge(connection.documentId().toString(), 1, Integer::sum));
        return counts;
    }

    /** How many editors each user has connected. */
    public Map<String, Integer> countByUser() {
        Map<String, Integer> counts = new TreeMap<>();
        open.forEach(connection -> counts.merge(connection.writer().userId().toString(), 1, Integer::sum));
        return counts;
    }

    /** Length of everything that waits to be sent to editors, in UTF-16 code units. */
    public long waitingBytes() {
        return open.stream().mapToLong(EditorConnection::waitingBytes).sum();
    }

    /** Whether this node goes away and takes no new connections. */
    public boolean isDraining() {
        return draining;
    }

    /**
     * Sends every editor away (L3) and takes no new ones. Nothing is lost: what an editor has not seen acknowledged, it
     * sends again elsewhere. The connections end soon after; {@link #count} tells when.
     */
    public void drain() {
        draining = true;
        open.forEach(connection -> connection.drain(RETRY_AFTER));
    }

    /** For servers that end the application without draining it first. */
    @PreDestroy
    void end() {
        watching.ifPresent(work -> work.cancel(false));
        drain();
    }

    private Inbox inbox(EditorConnection connection, Clock clock) {
        SessionLimits limits = SessionLimits.DEFAULT;
        Throttle throttle = new Throttle(clock, limits.messagesPerSecond(), BURST);
        return new Inbox(limits.messageBytes(), throttle, threads, connection::receive);
    }

    private static void ping(Session session) {
        try {
            session.getAsyncRemote().sendPing(ByteBuffer.allocate(0));
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.DEBUG, "the connection was gone before it could be pinged", e);
        }
    }

    private static void close(Session session, CloseReason reason) {
        try {
            if (session.isOpen()) {
                session.close(reason);
            }
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "the connection was gone before it could be closed", e);
        }
    }
}
