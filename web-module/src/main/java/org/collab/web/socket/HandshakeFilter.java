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
import java.util.UUID;
import org.collab.error.CollabException;
import org.collab.error.ErrorCode;
import org.collab.web.problem.Problem;
import org.collab.web.rest.Ids;
import org.jspecify.annotations.Nullable;

/** Lets a WebSocket handshake through only from an allowed page and with a ticket for this document (protocol O2). */
public class HandshakeFilter implements Filter {
    private static final String PREFIX = "/ws/documents/";

    @Inject
    private AllowedOrigins origins;

    @Inject
    private Admissions admissions;

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest http = (HttpServletRequest) request;
        try {
            check(http);
        } catch (CollabException e) {
            refuse((HttpServletResponse) response, e);
            return;
        }
        chain.doFilter(request, response);
    }

    private void check(HttpServletRequest request) {
        if (!origins.allow(request.getHeader("Origin"), request.getHeader("Host"), request.isSecure())) {
            throw new CollabException(ErrorCode.ORIGIN_REFUSED, "this page may not connect here");
        }
        UUID documentId = documentId(request);
        @Nullable String ticket = request.getParameter("ticket");
        if (ticket == null || !admissions.admit(ticket, documentId)) {
            throw new CollabException(ErrorCode.UNAUTHENTICATED, "a fresh ticket for this document is needed");
        }
    }

    private static UUID documentId(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        if (!path.startsWith(PREFIX)) {
            throw CollabException.notFound("document");
        }
        return Ids.of(path.substring(PREFIX.length()), "document");
    }

    private static void refuse(HttpServletResponse response, CollabException e) throws IOException {
        response.setStatus(e.code().status());
        response.setContentType(Problem.MEDIA_TYPE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getWriter().write(Problem.of(e.code(), e.detail()).json());
    }
}
