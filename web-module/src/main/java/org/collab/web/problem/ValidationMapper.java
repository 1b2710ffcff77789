package org.collab.web.problem;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.List;

/** A request whose fields break their constraints: each one is named. */
@Provider
public class ValidationMapper implements ExceptionMapper<ConstraintViolationException> {
    @Override
    public Response toResponse(ConstraintViolationException e) {
        List<Problem.FieldError> errors = e.getConstraintViolations().stream()
                .map(ValidationMapper::error)
                .toList();
        String detail = errors.isEmpty()
                ? "the request is not valid"
                : errors.get(0).field() + " " + errors.get(0).message();
        return Problem.invalid(detail, errors).response();
    }

    private static Problem.FieldError error(ConstraintViolation<?> violation) {
        String field = "body";
        for (Path.Node node : violation.getPropertyPath()) {
            field = node.getName() == null ? field : node.getName();
        }
        return new Problem.FieldError(field, violation.getMessage());
    }
}
