package org.collab.web.rest;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * One line in the log for each request that changes something or fails: request, user, resource and ids, status and
 * milliseconds. Requests that only read are told at level FINE. The resource is told as its template and only parameters
 * that are ids are told with their values, because addresses hold tokens and what people search for.
 *
 * <p>The request's id is the one that a proxy has sent in {@code X-Request-Id}, else a new one; the answer carries it.
 */
@Provider
@ApplicationScoped
@Priority(1)
public class RequestLog implements ContainerRequestFilter, ContainerResponseFilter {
    static final String HEADER = "X-Request-Id";

    private static final Logger LOG = System.getLogger(RequestLog.class.getName());
    private static final String ID = RequestLog.class.getName() + ".id";
    private static final String SINCE = RequestLog.class.getName() + ".since";
    private static final Pattern GIVEN = Pattern.compile("[0-9A-Za-z-]{1,64}");
    private static final Pattern UUIDS = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    @Context
    private ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        request.setProperty(ID, idFrom(request.getHeaderString(HEADER)));
        request.setProperty(SINCE, System.nanoTime());
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (!(request.getProperty(ID) instanceof String id) || !(request.getProperty(SINCE) instanceof Long since)) {
            return; // it was refused before it was ours
        }
        response.getHeaders().putSingle(HEADER, id);
        int status = response.getStatus();
        boolean reads = request.getMethod().equals("GET") && status < 400;
        LOG.log(
                status >= 500 ? Level.WARNING : reads ? Level.DEBUG : Level.INFO,
                "request {0} user {1}: {2} {3}{4}: {5} in {6} ms",
                id,
                user(request),
                request.getMethod(),
                template(),
                ids(request.getUriInfo().getPathParameters()),
                Integer.toString(status),
                Long.toString((System.nanoTime() - since) / 1_000_000));
    }

    private static String idFrom(@Nullable String header) {
        return header != null && GIVEN.matcher(header).matches()
                ? header
                : UUID.randomUUID().toString();
    }

    private static String user(ContainerRequestContext request) {
        // The principal's name may be an e-mail address.
        return request.getSecurityContext().getUserPrincipal() instanceof JsonWebToken token
                ? token.getSubject()
                : "none";
    }

    private String template() {
        return Stream.of(
                        Optional.ofNullable(resource.getResourceClass()).map(type -> type.getAnnotation(Path.class)),
                        Optional.ofNullable(resource.getResourceMethod())
                                .map(method -> method.getAnnotation(Path.class)))
                .flatMap(Optional::stream)
                .map(Path::value)
                .collect(Collectors.joining("/", "/", ""));
    }

    private static String ids(MultivaluedMap<String, String> parameters) {
        return parameters.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream()
                        .filter(value -> UUIDS.matcher(value).matches())
                        .map(value -> " " + entry.getKey() + "=" + value))
                .sorted()
                .collect(Collectors.joining());
    }
}
