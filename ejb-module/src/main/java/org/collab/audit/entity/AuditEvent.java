package org.collab.audit.entity;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Something to be told in the audit log. Immutable. Details hold ids, codes and numbers: never passwords, tokens, titles
 * or text of documents.
 *
 * @param actor who did it; empty for nobody who is known, and for the application itself
 * @param session where another one than the request's counts
 */
public record AuditEvent(
        AuditAction action,
        Optional<UUID> actor,
        Optional<Subject> subject,
        Optional<UUID> session,
        SortedMap<String, Object> details) {
    public AuditEvent {
        details = Collections.unmodifiableSortedMap(new TreeMap<>(details));
    }

    /**
     * What it was done to.
     *
     * @param kind {@code user}, {@code room}, {@code document} or the like
     */
    public record Subject(String kind, UUID id) {}

    public static AuditEvent of(AuditAction action, UUID actor) {
        return of(action, Optional.of(actor));
    }

    /** Done by nobody who is known, or by the application itself. */
    public static AuditEvent of(AuditAction action) {
        return of(action, Optional.empty());
    }

    private static AuditEvent of(AuditAction action, Optional<UUID> actor) {
        return new AuditEvent(action, actor, Optional.empty(), Optional.empty(), new TreeMap<>());
    }

    public AuditEvent on(String kind, UUID id) {
        return new AuditEvent(action, actor, Optional.of(new Subject(kind, id)), session, details);
    }

    public AuditEvent in(UUID sessionId) {
        return new AuditEvent(action, actor, subject, Optional.of(sessionId), details);
    }

    /** @param value a number or a boolean, else its text is taken */
    public AuditEvent with(String name, Object value) {
        SortedMap<String, Object> more = new TreeMap<>(details);
        more.put(name, value instanceof Number || value instanceof Boolean ? value : value.toString());
        return new AuditEvent(action, actor, subject, session, more);
    }

    /** Adds the detail where there is one. */
    public AuditEvent with(String name, Optional<?> value) {
        return value.map(present -> with(name, (Object) present)).orElse(this);
    }
}
