package org.collab.audit.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.collab.audit.entity.AuditAction;
import org.collab.audit.entity.AuditEvent;
import org.collab.audit.entity.AuditFilter;
import org.collab.audit.entity.AuditRecord;
import org.collab.audit.entity.Seal;
import org.collab.paging.Page;
import org.collab.paging.PageRequest;
import org.collab.persistence.entity.Row;
import org.jspecify.annotations.Nullable;

/** The only class on the tables of the audit log. Every call needs a transaction. */
@ApplicationScoped
public class AuditTable {
    static final String COLUMNS = "SELECT e.number, e.at, e.actor_id, e.address, e.session_id, e.action,"
            + " e.subject_kind, e.subject_id, e.details, e.previous_hash, e.hash FROM audit_events e";

    @PersistenceContext
    private EntityManager entities;

    /** Where the log ends: its newest event, or where all were purged, the last of these. */
    public record Head(long number, Seal hash) {
        /** Of a log that nothing was ever in. */
        public static final Head START = new Head(0, Seal.GENESIS);
    }

    /**
     * Adds the event at the end. Whatever else the transaction has written goes to the database first, so that the log's
     * lock is the last one that is taken and nobody waits in a circle.
     */
    public void append(AuditEvent event, Optional<String> address, Optional<UUID> session) {
        entities.flush();
        entities.createNativeQuery("SELECT lock_audit()").getSingleResult();
        Head head = head();
        AuditRecord open = new AuditRecord(
                head.number() + 1,
                Instant.now().truncatedTo(ChronoUnit.MICROS),
                event.actor(),
                address,
                event.session().or(() -> session),
                event.action().code(),
                event.subject(),
                AuditChain.details(event.details()),
                head.hash(),
                Seal.GENESIS);
        insert(open, AuditChain.seal(open));
    }

    private void insert(AuditRecord event, Seal hash) {
        entities.createNativeQuery("INSERT INTO audit_events (number, at, actor_id, address, session_id, action,"
                        + " subject_kind, subject_id, details, previous_hash, hash) VALUES (?1, ?2, CAST(?3 AS uuid), ?4,"
                        + " CAST(?5 AS uuid), ?6, ?7, CAST(?8 AS uuid), ?9, ?10, ?11)")
                .setParameter(1, event.number())
                .setParameter(2, event.at().atOffset(ZoneOffset.UTC))
                .setParameter(3, text(event.actor()))
                .setParameter(4, text(event.address()))
                .setParameter(5, text(event.session()))
                .setParameter(6, event.action())
                .setParameter(7, text(event.subject().map(AuditEvent.Subject::kind)))
                .setParameter(8, text(event.subject().map(AuditEvent.Subject::id)))
                .setParameter(9, event.details())
                .setParameter(10, event.previous().bytes())
                .setParameter(11, hash.bytes())
                .executeUpdate();
    }

    private static @Nullable String text(Optional<?> value) {
        return value.map(Object::toString).orElse(null);
    }

    /** The events that fit, the newest first. */
    public Page<AuditRecord> find(AuditFilter filter, PageRequest page) {
        AuditQuery query = AuditQuery.of(filter);
        List<?> rows = query.on(entities, COLUMNS, " ORDER BY e.number DESC")
                .setFirstResult(page.offset())
                .setMaxResults(page.limit())
                .getResultList();
        Object total =
                query.on(entities, "SELECT count(*) FROM audit_events e", "").getSingleResult();
        return new Page<>(records(rows), ((Number) total).longValue());
    }

    /** The events that fit after one, in order. */
    public List<AuditRecord> after(AuditFilter filter, long number, int limit) {
        List<?> rows = AuditQuery.of(filter)
                .on(entities, COLUMNS, " AND e.number > " + number + " ORDER BY e.number")
                .setMaxResults(limit)
                .getResultList();
        return records(rows);
    }

    /** How many events somebody has caused since a time. */
    public long count(UUID actor, AuditAction action, Instant since) {
        Object count = entities.createNativeQuery("SELECT count(*) FROM audit_events e WHERE e.actor_id = ?1"
                        + " AND e.action = ?2 AND e.at >= ?3")
                .setParameter(1, actor)
                .setParameter(2, action.code())
                .setParameter(3, since.atOffset(ZoneOffset.UTC))
                .getSingleResult();
        return ((Number) count).longValue();
    }

    /** Deletes the events before a time, as far as no hold keeps them; how many. */
    public long purge(Instant before) {
        Object purged = entities.createNativeQuery("SELECT purge_audit_events(?1)")
                .setParameter(1, before.atOffset(ZoneOffset.UTC))
                .getSingleResult();
        return ((Number) purged).longValue();
    }

    /** The last event that was purged. */
    public Head purged() {
        return newest("SELECT number, hash FROM audit_seals ORDER BY number DESC LIMIT 1");
    }

    private static List<AuditRecord> records(List<?> rows) {
        return Row.of(rows).stream().map(AuditTable::record).toList();
    }

    private static AuditRecord record(Row row) {
        return new AuditRecord(
                row.number(0),
                row.instant(1),
                row.optionalId(2),
                row.optionalText(3),
                row.optionalId(4),
                row.text(5),
                row.optionalId(7).map(id -> new AuditEvent.Subject(row.text(6), id)),
                row.text(8),
                Seal.of(row.bytes(9)),
                Seal.of(row.bytes(10)));
    }

    private Head head() {
        return newest("(SELECT number, hash FROM audit_events ORDER BY number DESC LIMIT 1)"
                + " UNION ALL (SELECT number, hash FROM audit_seals ORDER BY number DESC LIMIT 1)"
                + " ORDER BY number DESC LIMIT 1");
    }

    private Head newest(String sql) {
        return Row.of(entities.createNativeQuery(sql).getResultList()).stream()
                .findFirst()
                .map(row -> new Head(row.number(0), Seal.of(row.bytes(1))))
                .orElse(Head.START);
    }
}
