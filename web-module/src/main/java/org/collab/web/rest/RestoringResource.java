package org.collab.web.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.collab.collaboration.entity.CursorRange;
import org.collab.error.CollabException;
import org.collab.error.ErrorCode;
import org.collab.history.boundary.Restoring;
import org.collab.history.entity.Moment;
import org.collab.history.entity.Proposal;
import org.collab.ot.DeltaJson;
import org.jspecify.annotations.Nullable;

/**
 * Takes back what has happened in a document, as a new change. With {@code dryRun} the edit is told and not made: {@code
 * {"baseRevision","delta","changes"}}.
 */
@Path("documents/{id}/history/{action:restore|undo}")
@RequestScoped
@RolesAllowed(RestApplication.USER)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class RestoringResource {
    @Inject
    private Restoring restoring;

    @Inject
    private Caller caller;

    @PathParam("id")
    private String id = "";

    /** A part of a revision's contents. */
    public record RangeJson(
            @NotNull @Min(0) Integer index, @NotNull @Min(1) Integer length) {
        CursorRange value() {
            try {
                return new CursorRange(index, length);
            } catch (IllegalArgumentException e) {
                throw new CollabException(ErrorCode.VALIDATION_FAILED, String.valueOf(e.getMessage()));
            }
        }
    }

    /**
     * What is to be taken back.
     *
     * @param revision for restore: the revision to go back to
     * @param range for restore: only this part of that revision's contents
     * @param userId for undo: whose changes
     * @param from for undo: the first revision, or the time from which on
     * @param to for undo: the last revision, or the time until which
     */
    public record Wish(
            @Nullable @Min(0) Long revision,
            @Nullable @Valid RangeJson range,
            @Nullable String userId,
            @Nullable JsonValue from,
            @Nullable JsonValue to,
            @Nullable String clientId,
            @Nullable @Min(1) Long seq,
            @Nullable Boolean dryRun) {}

    @POST
    public Response takeBack(@PathParam("action") String action, @NotNull @Valid Wish wish) {
        Supplier<Proposal> proposal = action.equals("restore") ? restore(wish) : undo(wish);
        if (Boolean.TRUE.equals(wish.dryRun())) {
            return Response.ok(json(proposal.get())).build();
        }
        UUID clientId = DocumentsResource.clientId(required("clientId", wish.clientId()));
        long seq = required("seq", wish.seq());
        Optional<Long> earlier = restoring.committed(caller.userId(), documentId(), clientId, seq);
        if (earlier.isPresent()) {
            return committed(earlier.get());
        }
        Proposal made = proposal.get();
        return made.delta().isEmpty()
                ? Response.ok(new DocumentsResource.Committed(made.baseRevision()))
                        .build()
                : committed(restoring.commit(caller.writer(), documentId(), clientId, seq, made));
    }

    private Supplier<Proposal> restore(Wish wish) {
        long revision = required("revision", wish.revision());
        Optional<CursorRange> range = Optional.ofNullable(wish.range()).map(RangeJson::value);
        return () -> restoring.restoring(caller.userId(), documentId(), revision, range);
    }

    private Supplier<Proposal> undo(Wish wish) {
        UUID author = Ids.of(required("userId", wish.userId()), "user");
        Moment from = moment("from", wish.from());
        Moment to = moment("to", wish.to());
        return () -> restoring.undoing(caller.userId(), documentId(), author, from, to);
    }

    private static Response committed(long revision) {
        return Response.status(Response.Status.CREATED)
                .entity(new DocumentsResource.Committed(revision))
                .build();
    }

    private static String json(Proposal proposal) {
        return "{\"baseRevision\":" + proposal.baseRevision() + ",\"changes\":" + proposal.changes() + ",\"delta\":"
                + DeltaJson.write(proposal.delta()) + "}";
    }

    private static Moment moment(String name, @Nullable JsonValue value) {
        if (value instanceof JsonNumber number && number.isIntegral()) {
            return new Moment.AtRevision(number.longValue());
        }
        try {
            if (value instanceof JsonString text) {
                return new Moment.AtTime(Instant.parse(text.getString()));
            }
        } catch (DateTimeParseException e) {
            throw notAMoment(name, value);
        }
        throw notAMoment(name, value);
    }

    private static CollabException notAMoment(String name, @Nullable JsonValue value) {
        return new CollabException(
                ErrorCode.VALIDATION_FAILED, name + " must be a revision or a time in UTC, was " + value);
    }

    private static <T> T required(String name, @Nullable T value) {
        if (value == null) {
            throw new CollabException(ErrorCode.VALIDATION_FAILED, name + " must be given");
        }
        return value;
    }

    private UUID documentId() {
        return Ids.of(id, "document");
    }
}
