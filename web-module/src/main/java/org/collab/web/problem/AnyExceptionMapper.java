package org.collab.web.problem;

import jakarta.json.JsonException;
import jakarta.json.bind.JsonbException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import org.collab.error.CollabException;
import org.collab.error.ErrorCode;
import org.collab.persistence.entity.DatabaseAway;
import org.jspecify.annotations.Nullable;

/**
 * Everything that nobody else maps. What the client did wrong is told; what we did wrong is logged under the problem's
 * id, and the client learns the id alone.
 */
@Provider
public class AnyExceptionMapper implements ExceptionMapper<Throwable> {
    private static final Logger LOG = System.getLogger(AnyExceptionMapper.class.getName());

    @Context
    private SecurityContext security;

    @Override
    public Response toResponse(Throwable e) {
        Optional<CollabException> refused = refusal(e);
        if (refused.isPresent()) {
            return Problem.of(refused.get()).response();
        }
        if (isUnreadableJson(e)) {
            return Problem.of(ErrorCode.MALFORMED_JSON, "the request's body is not the JSON that this resource takes")
                    .response();
        }
        if (e instanceof WebApplicationException web) {
            Optional<ErrorCode> code =
                    StatusCodes.of(web.getResponse().getStatus()).map(this::orUnauthenticated);
            if (code.isPresent()) {
                return Problem.of(code.get(), StatusCodes.detail(code.get())).response();
            }
        }
        if (DatabaseAway.causes(e)) {
            Problem problem = Problem.databaseAway();
            LOG.log(Level.WARNING, "the database does not answer, problem {0}: {1}", problem.id(), e.getMessage());
            return problem.response();
        }
        Problem problem = Problem.of(ErrorCode.INTERNAL, "something went wrong here; it is logged under this id");
        LOG.log(Level.ERROR, "request failed, problem " + problem.id(), e);
        return problem.response();
    }

    /** WildFly forbids where nobody has signed in; Payara asks to sign in. */
    private ErrorCode orUnauthenticated(ErrorCode code) {
        return code == ErrorCode.FORBIDDEN && security.getUserPrincipal() == null ? ErrorCode.UNAUTHENTICATED : code;
    }

    /** A refusal that somebody on the way has wrapped. */
    private static Optional<CollabException> refusal(Throwable e) {
        for (@Nullable Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof CollabException refusal) {
                return Optional.of(refusal);
            }
        }
        return Optional.empty();
    }

    private static boolean isUnreadableJson(Throwable e) {
        for (@Nullable Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof JsonException || cause instanceof JsonbException) {
                return true;
            }
        }
        return e instanceof ProcessingException;
    }
}
