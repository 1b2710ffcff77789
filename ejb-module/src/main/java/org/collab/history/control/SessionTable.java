package org.collab.history.control;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.io.StringReader;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.collab.history.entity.Tally;
import org.collab.history.entity.WorkSession;

/** The only class on the table of sessions. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class SessionTable {
    private static final String COLUMNS =
            "s.first_revision, s.last_revision, s.started_at, s.ended_at, CAST(s.people AS text)";

    @PersistenceContext
    private EntityManager entities;

    /**
     * Which sessions are wanted.
     *
     * @param before only those that begin before this revision
     * @param userId only those in which this user has written
     * @param named only those with a revision that has a name
     */
    public record Wanted(long before, int limit, Optional<UUID> userId, boolean named) {}

    /** The last session that is kept; what came after it has to be folded. */
    public Optional<WorkSession> last(UUID documentId) {
        return sessions(entities.createNativeQuery("SELECT " + COLUMNS
                                + " FROM history_sessions s WHERE s.document_id = ?1 ORDER BY s.first_revision DESC")
                        .setParameter(1, documentId)
                        .setMaxResults(1)
                        .getResultList())
                .stream()
                .findFirst();
    }

    /** The newest sessions that are wanted, the last first. */
    public List<WorkSession> page(UUID documentId, Wanted wanted) {
        return sessions(query("SELECT " + COLUMNS, documentId, wanted, " ORDER BY s.first_revision DESC")
                .setMaxResults(wanted.limit())
                .getResultList());
    }

    /** How many sessions are wanted, wherever they begin. */
    public long count(UUID documentId, Wanted wanted) {
        Wanted anywhere = new Wanted(Long.MAX_VALUE, wanted.limit(), wanted.userId(), wanted.named());
        return ((Number) query("SELECT count(*)", documentId, anywhere, "").getSingleResult()).longValue();
    }

    private Query query(String select, UUID documentId, Wanted wanted, String order) {
        String people = wanted.userId().isPresent() ? " AND jsonb_exists(s.people, ?3)" : "";
        String named = wanted.named()
                ? " AND EXISTS (SELECT 1 FROM named_versions v WHERE v.document_id = s.document_id"
                        + " AND v.revision BETWEEN s.first_revision AND s.last_revision)"
                : "";
        Query query = entities.createNativeQuery(select + " FROM history_sessions s WHERE s.document_id = ?1"
                        + " AND s.first_revision < ?2" + people + named + order)
                .setParameter(1, documentId)
                .setParameter(2, wanted.before());
        wanted.userId().ifPresent(user -> query.setParameter(3, user.toString()));
        return query;
    }

    /** Documents whose sessions are this far behind their heads. */
    public List<UUID> behind(long changes, int most) {
        List<?> ids = entities.createNativeQuery("SELECT d.id FROM documents d WHERE d.deleted_at IS NULL"
                        + " AND d.head_revision - COALESCE((SELECT max(s.last_revision) FROM history_sessions s"
                        + " WHERE s.document_id = d.id), 0) >= ?1 ORDER BY d.id")
                .setParameter(1, changes)
                .setMaxResults(most)
                .getResultList();
        return ids.stream().map(id -> UUID.fromString(String.valueOf(id))).toList();
    }

    /** Everybody who has written, by what the sessions say. */
    public List<UUID> people(UUID documentId) {
        List<?> ids = entities.createNativeQuery(
                        "SELECT DISTINCT jsonb_object_keys(people) FROM history_sessions" + " WHERE document_id = ?1")
                .setParameter(1, documentId)
                .getResultList();
        return ids.stream().map(id -> UUID.fromString(String.valueOf(id))).toList();
    }

    /** Keeps sessions; one that is kept already becomes longer, never shorter. */
    public void keep(UUID documentId, List<WorkSession> sessions) {
        for (WorkSession session : sessions) {
            entities.createNativeQuery("INSERT INTO history_sessions (document_id, first_revision, last_revision,"
                            + " started_at, ended_at, people) SELECT id, ?2, ?3, ?4, ?5, CAST(?6 AS jsonb)"
                            + " FROM documents WHERE id = ?1 ON CONFLICT (document_id, first_revision) DO UPDATE"
                            + " SET last_revision = excluded.last_revision, ended_at = excluded.ended_at,"
                            + " people = excluded.people WHERE history_sessions.last_revision < excluded.last_revision")
                    .setParameter(1, documentId)
                    .setParameter(2, session.firstRevision())
                    .setParameter(3, session.lastRevision())
                    .setParameter(4, session.startedAt().atOffset(ZoneOffset.UTC))
                    .setParameter(5, session.endedAt().atOffset(ZoneOffset.UTC))
                    .setParameter(6, json(session.people()))
                    .executeUpdate();
        }
    }

    private static List<WorkSession> sessions(List<?> rows) {
        return rows.stream().map(row -> session((Object[]) row)).toList();
    }

    private static WorkSession session(Object[] row) {
        return new WorkSession(
                ((Number) row[0]).longValue(),
                ((Number) row[1]).longValue(),
                instant(row[2]),
                instant(row[3]),
                people(String.valueOf(row[4])));
    }

    static Instant instant(Object stored) {
        if (stored instanceof OffsetDateTime time) {
            return time.toInstant();
        }
        return ((java.util.Date) stored).toInstant();
    }

    /** jsonb does not keep the order of keys, so it stands in the values. */
    private static String json(Map<UUID, Tally> people) {
        JsonObjectBuilder json = Json.createObjectBuilder();
        int place = 0;
        for (Map.Entry<UUID, Tally> person : people.entrySet()) {
            Tally tally = person.getValue();
            json.add(
                    person.getKey().toString(),
                    Json.createArrayBuilder()
                            .add(place++)
                            .add(tally.inserted())
                            .add(tally.deleted())
                            .add(tally.changes()));
        }
        return json.build().toString();
    }

    private static Map<UUID, Tally> people(String json) {
        JsonObject object = Json.createReader(new StringReader(json)).readObject();
        Map<UUID, Tally> people = new LinkedHashMap<>();
        object.keySet().stream()
                .sorted((a, b) -> Integer.compare(
                        object.getJsonArray(a).getInt(0), object.getJsonArray(b).getInt(0)))
                .forEach(id -> {
                    var numbers = object.getJsonArray(id);
                    people.put(
                            UUID.fromString(id),
                            new Tally(
                                    numbers.getJsonNumber(1).longValue(),
                                    numbers.getJsonNumber(2).longValue(),
                                    numbers.getJsonNumber(3).longValue()));
                });
        return people;
    }
}
