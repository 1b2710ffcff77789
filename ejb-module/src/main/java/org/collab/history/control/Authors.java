package org.collab.history.control;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.collab.history.entity.Author;

/** The names and colours of those who wrote. */
@Stateless
public class Authors {
    @PersistenceContext
    private EntityManager entities;

    /** Those of these users that there are, by name. */
    public List<Author> of(Collection<UUID> userIds) {
        if (userIds.isEmpty()) {
            return List.of();
        }
        return entities.createQuery(
                        "SELECT NEW org.collab.history.entity.Author(u.id, u.displayName, u.color) FROM User u"
                                + " WHERE u.id IN :users ORDER BY LOWER(u.displayName), u.id",
                        Author.class)
                .setParameter("users", userIds)
                .getResultList();
    }
}
