package org.collab.web.socket;

import jakarta.inject.Inject;
import jakarta.websocket.CloseReason;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.PongMessage;
import jakarta.websocket.Session;
import jakarta.websocket.server.PathParam;
import jakarta.websocket.server.ServerEndpoint;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import org.collab.error.CollabException;
import org.collab.error.ErrorCode;
import org.collab.web.rest.Ids;

/**
 * The container's side of an editor's connection (protocol O2). One instance serves one connection; messages come as
 * fragments, so that their size is checked by us and not by limits that differ from server to server.
 */
@ServerEndpoint(value = "/ws/documents/{id}", subprotocols = EditorEndpoint.SUBPROTOCOL)
public class EditorEndpoint {
    static final String SUBPROTOCOL = "collab.v1";
    private static final Logger LOG = System.getLogger(EditorEndpoint.class.getName());

    @Inject
    private Admissions admissions;

    @Inject
    private Connections connections;

    private Optional<EditorConnection> connection = Optional.empty();
    private Optional<Inbox> inbox = Optional.empty();

    @OnOpen
    public void open(Session session, @PathParam("id") String id) throws IOException {
        if (connections.isDraining()) {
            session.close(CloseCodes.reason(ErrorCode.RESTARTING));
            return;
        }
        Optional<Connections.Opened> opened;
        try {
            opened = admitted(session, id);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "a connection could not be opened; the client has to come again", e);
            session.close(CloseCodes.reason(ErrorCode.OVERLOADED));
            return;
        }
        if (opened.isEmpty()) {
            session.close(CloseCodes.reason(ErrorCode.UNAUTHENTICATED));
        }
        connection = opened.map(Connections.Opened::connection);
        inbox = opened.map(Connections.Opened::inbox);
    }

    @OnMessage
    public void receive(String fragment, boolean last) {
        connection.ifPresent(EditorConnection::spoken);
        try {
            inbox.ifPresent(box -> box.receive(fragment, last));
        } catch (CollabException e) {
            connection.ifPresent(open -> open.close(e.code(), e.detail()));
            inbox = Optional.empty();
        }
    }

    /** Without this the container complains into the log, with the ticket. */
    @OnMessage
    public void receive(ByteBuffer fragment, boolean last) {
        connection.ifPresent(open -> open.close(ErrorCode.PROTOCOL_ERROR, "messages are text"));
        inbox = Optional.empty();
    }

    @OnMessage
    public void receivePong(PongMessage pong) {
        connection.ifPresent(EditorConnection::heard);
    }

    @OnClose
    public void close(CloseReason reason) {
        connection.ifPresent(connections::ended);
        connection = Optional.empty();
    }

    @OnError
    public void fail(Throwable e) {
        if (isLostConnection(e)) {
            LOG.log(Level.DEBUG, "a connection was lost", e); // everyday life; the close follows
            return;
        }
        LOG.log(Level.ERROR, "a connection failed", e);
        connection.ifPresent(open -> open.close(ErrorCode.INTERNAL, "something went wrong here"));
    }

    private Optional<Connections.Opened> admitted(Session session, String id) {
        return ticket(session)
                .flatMap(ticket -> admissions.take(ticket, Ids.of(id, "document")))
                .map(admission -> connections.open(session, admission));
    }

    private static boolean isLostConnection(Throwable e) {
        return e instanceof IOException || e.getCause() instanceof IOException;
    }

    private static Optional<String> ticket(Session session) {
        return session.getRequestParameterMap().getOrDefault("ticket", List.of()).stream()
                .findFirst();
    }
}
