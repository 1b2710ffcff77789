package org.collab.web.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.collab.administration.boundary.AuditBook;
import org.collab.audit.entity.AuditFilter;
import org.collab.audit.entity.AuditVerdict;

/** The audit log, for administrators. */
@Path("admin/audit")
@RequestScoped
@RolesAllowed(RestApplication.ADMINISTRATOR)
public class AdminAuditResource {
    private static final String JSON_LINES = "application/x-ndjson";

    @Inject
    private AuditBook book;

    @Inject
    private Caller caller;

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public String find(@BeanParam AuditQueryParameters query, @BeanParam PageQuery page) {
        AuditBook.Found found = book.find(caller.userId(), query.filter(), page.request());
        JsonObjectBuilder names = Json.createObjectBuilder();
        found.names().forEach((id, name) -> names.add(id.toString(), name));
        return "{\"items\":[" + String.join(",", found.lines().items()) + "],\"total\":"
                + found.lines().total() + ",\"names\":" + names.build() + "}";
    }

    /** JSON lines, the oldest first. */
    @GET
    @Path("export")
    @Produces({JSON_LINES, MediaType.APPLICATION_JSON})
    public Response export(@BeanParam AuditQueryParameters query) {
        UUID userId = caller.userId();
        AuditFilter filter = query.filter();
        book.beginExport(userId);
        StreamingOutput lines = output -> write(output, userId, filter);
        return Response.ok(lines, JSON_LINES)
                .header("Content-Disposition", "attachment; filename=\"audit.jsonl\"")
                .header("Cache-Control", "no-store")
                .build();
    }

    private void write(OutputStream output, UUID userId, AuditFilter filter) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(output, StandardCharsets.UTF_8));
        AuditBook.Portion portion;
        long last = 0;
        do {
            portion = book.export(userId, filter, last);
            for (String line : portion.lines()) {
                writer.write(line);
                writer.write('\n');
            }
            last = portion.last();
        } while (portion.hasMore());
        writer.flush();
    }

    @GET
    @Path("verify")
    @Produces(MediaType.APPLICATION_JSON)
    public AuditVerdict verify() {
        return book.verify(caller.userId());
    }
}
