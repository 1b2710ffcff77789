package org.collab.web.socket;

import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Locale;
import java.util.UUID;
import org.collab.error.CollabException;
import org.collab.error.ErrorCode;
import org.collab.persistence.entity.DatabaseAway;
import org.collab.web.problem.Problem;
import org.collab.web.rest.Ids;
import org.jspecify.annotations.Nullable;

/** Lets a WebSocket handshake through only from an allowed page and with a ticket for this document (protocol O2). */
public class HandshakeFilter implements Filter {
    private static final String PREFIX = "/ws/documents/";

    @Inject
    private AllowedOrigins origins;

    @Inject
    private Connections connections;

    @Inject
    private Admissions admissions;

    @Inject
    private UpgradeHandlers upgradeHandlers;

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest http = (HttpServletRequest) request;
        try {
            check(http);
        } catch (CollabException e) {
            refuse((HttpServletResponse) response, Problem.of(e));
            return;
        } catch (RuntimeException e) {
            if (!DatabaseAway.causes(e)) {
                throw e;
            }
            refuse((HttpServletResponse) response, Problem.databaseAway());
            return;
        }
        chain.doFilter(upgradeHandlers.watch(http), response);
    }

    private void check(HttpServletRequest request) {
        if (!origins.allow(request.getHeader("Origin"), request.getHeader("Host"), request.isSecure())) {
            throw new CollabException(ErrorCode.ORIGIN_REFUSED, "this page may not connect here");
        }
        requireHandshake(request);
        if (connections.isDraining()) { // before the ticket is used up: a proxy takes it to another node
            throw new CollabException(ErrorCode.RESTARTING, "this node takes no new editors; come again");
        }
        UUID documentId = documentId(request);
        @Nullable String ticket = request.getParameter("ticket");
        if (ticket == null || !admissions.admit(ticket, documentId)) {
            throw new CollabException(ErrorCode.UNAUTHENTICATED, "a fresh ticket for this document is needed");
        }
    }

    /** Tyrus answers some of what is none with 500; and nothing that cannot succeed should cost the ticket. */
    private static void requireHandshake(HttpServletRequest request) {
        boolean isUpgrade = request.getMethod().equals("GET")
                && "websocket".equalsIgnoreCase(request.getHeader("Upgrade"))
                && Collections.list(request.getHeaders("Connection")).stream()
                        .anyMatch(value -> value.toLowerCase(Locale.ROOT).contains("upgrade"));
        if (!isUpgrade || request.getHeader("Sec-WebSocket-Key") == null) {
            throw new CollabException(ErrorCode.VALIDATION_FAILED, "here only WebSockets can be opened");
        }
    }

    private static UUID documentId(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        if (!path.startsWith(PREFIX)) {
            throw CollabException.notFound("document");
        }
        return Ids.of(path.substring(PREFIX.length()), "document");
    }

    private static void refuse(HttpServletResponse response, Problem problem) throws IOException {
        response.setStatus(problem.code().status());
        response.setContentType(Problem.MEDIA_TYPE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getWriter().write(problem.json());
    }
}
