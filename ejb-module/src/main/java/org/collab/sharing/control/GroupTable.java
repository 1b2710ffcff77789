package org.collab.sharing.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Who is in which group. */
@ApplicationScoped
public class GroupTable {
    @PersistenceContext
    private EntityManager entities;

    /** Whether somebody is in it. */
    public boolean isKnown(String name) {
        return !entities.createNativeQuery("SELECT 1 FROM user_groups WHERE name = ?1")
                .setParameter(1, name)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /** The known groups whose names begin so, whatever the case. */
    public List<String> beginningWith(String prefix, int limit) {
        List<?> names = entities.createNativeQuery("SELECT DISTINCT name, LOWER(name) FROM user_groups"
                        + " WHERE starts_with(LOWER(name), LOWER(?1)) ORDER BY LOWER(name), name")
                .setParameter(1, prefix)
                .setMaxResults(limit)
                .getResultList();
        return names.stream().map(row -> String.valueOf(((Object[]) row)[0])).toList();
    }

    /** The groups that the company's sign-in has told of somebody. */
    public Set<String> told(UUID userId) {
        List<?> names = entities.createNativeQuery(
                        "SELECT name FROM user_groups WHERE user_id = ?1 AND source = 'SIGN_IN'")
                .setParameter(1, userId)
                .getResultList();
        return names.stream().map(String::valueOf).collect(Collectors.toSet());
    }

    public void add(UUID userId, String name) {
        entities.createNativeQuery("INSERT INTO user_groups (user_id, name, source) VALUES (?1, ?2, 'SIGN_IN')"
                        + " ON CONFLICT DO NOTHING")
                .setParameter(1, userId)
                .setParameter(2, name)
                .executeUpdate();
    }

    public void remove(UUID userId, String name) {
        entities.createNativeQuery("DELETE FROM user_groups WHERE user_id = ?1 AND name = ?2 AND source = 'SIGN_IN'")
                .setParameter(1, userId)
                .setParameter(2, name)
                .executeUpdate();
    }
}
