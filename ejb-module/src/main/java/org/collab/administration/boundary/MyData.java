package org.collab.administration.boundary;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.collab.administration.control.MyDataTable;
import org.collab.administration.control.MyDataTable.MyDocument;
import org.collab.administration.control.MyDataTable.MyRoom;
import org.collab.audit.boundary.AuditLog;
import org.collab.audit.boundary.AuditTrail;
import org.collab.audit.control.AuditChain;
import org.collab.audit.entity.AuditAction;
import org.collab.audit.entity.AuditEvent;
import org.collab.audit.entity.AuditFilter;
import org.collab.audit.entity.AuditRecord;
import org.collab.collaboration.boundary.DocumentContents;
import org.collab.collaboration.entity.CommittedChange;
import org.collab.error.CollabException;
import org.collab.error.ErrorCode;
import org.collab.identity.boundary.Accounts;
import org.collab.identity.boundary.Sessions;
import org.collab.identity.entity.SessionView;
import org.collab.identity.entity.User;
import org.collab.ot.Delta;

/**
 * Everything that is kept about the caller, portion by portion, so that nothing has to fit into memory. Documents are in
 * it as far as the caller may read them now.
 */
@Stateless
public class MyData {
    private static final Duration WINDOW = Duration.ofHours(1);
    private static final int MOST_EXPORTS = 5;
    private static final int READ_AT_ONCE = 500;

    @Inject
    private Accounts accounts;

    @Inject
    private Sessions sessions;

    @Inject
    private MyDataTable table;

    @Inject
    private DocumentContents contents;

    @Inject
    private AuditTrail trail;

    @Inject
    private AuditLog audit;

    /** What an export begins with. */
    public record Beginning(
            User user,
            List<SessionView> sessions,
            List<MyRoom> rooms,
            List<String> groups,
            List<MyDocument> documents) {}

    /** Some of a list, and where to go on. */
    public record Portion<T>(List<T> items, long last, boolean hasMore) {
        public Portion {
            items = List.copyOf(items);
        }
    }

    /** @throws CollabException {@code too-many-requests} */
    public Beginning begin(UUID caller) {
        if (trail.count(caller, AuditAction.DATA_EXPORTED, Instant.now().minus(WINDOW)) >= MOST_EXPORTS) {
            throw new CollabException(
                    ErrorCode.TOO_MANY_REQUESTS, "at most " + MOST_EXPORTS + " exports an hour; try again later");
        }
        Beginning beginning = new Beginning(
                accounts.get(caller),
                sessions.of(caller),
                table.rooms(caller),
                table.groups(caller),
                table.documents(caller));
        audit.record(AuditEvent.of(AuditAction.DATA_EXPORTED, caller).on("user", caller));
        return beginning;
    }

    /** A document's text of now; empty where the caller may not read it any more. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public Optional<Delta> text(UUID caller, UUID documentId) {
        try {
            return Optional.of(contents.atHead(caller, documentId).contents());
        } catch (CollabException e) {
            return refused(e, Optional.empty());
        }
    }

    /** The caller's own changes among the next ones of a document. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public Portion<CommittedChange> changes(UUID caller, UUID documentId, long after) {
        try {
            List<CommittedChange> page = contents.changes(caller, documentId, after, READ_AT_ONCE);
            return new Portion<>(
                    page.stream()
                            .filter(change -> change.userId().equals(caller))
                            .toList(),
                    after + page.size(),
                    page.size() == READ_AT_ONCE);
        } catch (CollabException e) {
            return refused(e, new Portion<>(List.of(), after, false));
        }
    }

    /** What the caller has done, as lines of the audit log. */
    public Portion<String> auditEvents(UUID caller, long after) {
        AuditFilter mine = new AuditFilter(
                Optional.of(caller),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        List<AuditRecord> events = trail.after(mine, after, READ_AT_ONCE);
        return new Portion<>(
                events.stream().map(AuditChain::line).toList(),
                events.isEmpty() ? after : events.get(events.size() - 1).number(),
                events.size() == READ_AT_ONCE);
    }

    /** Rights may go while an export runs; whatever else fails, fails. */
    private static <T> T refused(CollabException e, T nothing) {
        if (e.code() == ErrorCode.NOT_FOUND || e.code() == ErrorCode.FORBIDDEN) {
            return nothing;
        }
        throw e;
    }
}
