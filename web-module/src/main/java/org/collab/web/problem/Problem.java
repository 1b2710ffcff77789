package org.collab.web.problem;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.collab.error.CollabException;
import org.collab.error.ErrorCode;

/**
 * An error as RFC 9457 tells it. {@code id} names this one occurrence, for finding it in the log; {@code code} is stable.
 */
public record Problem(ErrorCode code, String detail, UUID id, List<FieldError> errors, Duration retryAfter) {
    public static final String MEDIA_TYPE = "application/problem+json";

    public Problem {
        errors = List.copyOf(errors);
    }

    /** What is wrong with one field of a request. */
    public record FieldError(String field, String message) {}

    public static Problem of(ErrorCode code, String detail) {
        return of(new CollabException(code, detail));
    }

    public static Problem of(CollabException refusal) {
        return new Problem(refusal.code(), refusal.detail(), UUID.randomUUID(), List.of(), refusal.retryAfter());
    }

    /** A request whose fields break their constraints. */
    public static Problem invalid(String detail, List<FieldError> errors) {
        return new Problem(ErrorCode.VALIDATION_FAILED, detail, UUID.randomUUID(), errors, Duration.ZERO);
    }

    /** Nothing is wrong with the request. */
    public static Problem databaseAway() {
        return of(ErrorCode.OVERLOADED, "the database does not answer now; the same request may be repeated");
    }

    public Response response() {
        Response.ResponseBuilder response =
                Response.status(code.status()).type(MEDIA_TYPE).entity(json());
        if (code.retryable() && code != ErrorCode.INTERNAL) {
            response.header(HttpHeaders.RETRY_AFTER, retryAfter.toSeconds());
        }
        return response.build();
    }

    public String json() {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("type", "about:blank")
                .add("title", title())
                .add("status", code.status())
                .add("detail", detail)
                .add("code", code.code())
                .add("id", id.toString());
        if (!errors.isEmpty()) {
            JsonArrayBuilder list = Json.createArrayBuilder();
            errors.forEach(error -> list.add(
                    Json.createObjectBuilder().add("field", error.field()).add("message", error.message())));
            json.add("errors", list);
        }
        return json.build().toString();
    }

    /** "Validation failed" for {@code validation-failed}. */
    private String title() {
        String words = code.code().replace('-', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
