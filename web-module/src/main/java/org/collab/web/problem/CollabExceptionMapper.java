package org.collab.web.problem;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.collab.error.CollabException;

/** A refusal with its code. */
@Provider
public class CollabExceptionMapper implements ExceptionMapper<CollabException> {
    @Override
    public Response toResponse(CollabException e) {
        return Problem.of(e).response();
    }
}
