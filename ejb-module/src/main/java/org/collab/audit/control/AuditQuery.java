package org.collab.audit.control;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.collab.audit.entity.AuditFilter;

/** A filter as the conditions of a statement. */
record AuditQuery(String where, List<Object> parameters) {
    static AuditQuery of(AuditFilter filter) {
        List<Object> parameters = new ArrayList<>();
        StringBuilder where = new StringBuilder(" WHERE e.number > 0");
        filter.actor().ifPresent(id -> where.append(" AND e.actor_id = ").append(place(parameters, id)));
        filter.action().ifPresent(code -> where.append(" AND e.action = ").append(place(parameters, code)));
        filter.subject()
                .ifPresent(id -> where.append(" AND (e.subject_id = ")
                        .append(place(parameters, id))
                        .append(" OR strpos(e.details, ")
                        .append(place(parameters, id.toString()))
                        .append(") > 0)"));
        filter.from().ifPresent(at -> where.append(" AND e.at >= ").append(place(parameters, time(at))));
        filter.to().ifPresent(at -> where.append(" AND e.at < ").append(place(parameters, time(at))));
        filter.text()
                .ifPresent(text -> where.append(" AND strpos(lower(concat_ws(' ', e.details, e.address)), lower(")
                        .append(place(parameters, text))
                        .append(")) > 0"));
        return new AuditQuery(where.toString(), parameters);
    }

    private static Object time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static String place(List<Object> parameters, Object value) {
        parameters.add(value);
        return "?" + parameters.size();
    }

    Query on(EntityManager entities, String select, String rest) {
        Query query = entities.createNativeQuery(select + where + rest);
        for (int i = 0; i < parameters.size(); i++) {
            query.setParameter(i + 1, parameters.get(i));
        }
        return query;
    }
}
