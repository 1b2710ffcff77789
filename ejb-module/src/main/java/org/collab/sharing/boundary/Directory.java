package org.collab.sharing.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;
import org.collab.identity.boundary.Guests;
import org.collab.identity.entity.EmailAddress;
import org.collab.sharing.control.GroupTable;
import org.collab.sharing.entity.Contact;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Finds people and groups to give access to. Nobody can list everybody: somebody is found by a word of their name if they
 * share a room with the caller, and by their whole address always. {@code collab.directory.open} lets all members find each
 * other by name.
 */
@Stateless
public class Directory {
    private static final int MOST = 10;

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Guests guests;

    @Inject
    private GroupTable groups;

    @Inject
    @ConfigProperty(name = "collab.directory.open", defaultValue = "false")
    private boolean open;

    /** What was found. */
    public record Found(List<Contact> people, List<String> groups) {}

    /** @throws org.collab.error.CollabException {@code forbidden} for guests */
    public Found find(UUID caller, String query) {
        guests.keepOut(caller);
        String words = query.strip();
        return words.isEmpty()
                ? new Found(List.of(), List.of())
                : new Found(people(caller, words), groups.beginningWith(words, MOST));
    }

    private List<Contact> people(UUID caller, String words) {
        List<?> rows = entities.createNativeQuery("SELECT u.id, u.display_name, u.color FROM users u"
                        + " WHERE u.kind = 'MEMBER' AND u.suspended_at IS NULL AND u.id <> ?1"
                        + " AND (u.email = ?4 OR ((starts_with(LOWER(u.display_name), LOWER(?2))"
                        + " OR strpos(LOWER(u.display_name), ' ' || LOWER(?2)) > 0)"
                        + " AND (CAST(?3 AS boolean) OR EXISTS (SELECT 1 FROM room_roles mine"
                        + " JOIN room_roles theirs ON theirs.room_id = mine.room_id"
                        + " JOIN rooms r ON r.id = mine.room_id AND r.deleted_at IS NULL"
                        + " WHERE mine.user_id = ?1 AND theirs.user_id = u.id))))"
                        + " ORDER BY LOWER(u.display_name), u.id")
                .setParameter(1, caller)
                .setParameter(2, words)
                .setParameter(3, open)
                .setParameter(4, new EmailAddress(words).value())
                .setMaxResults(MOST)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new Contact(
                        UUID.fromString(String.valueOf(row[0])), String.valueOf(row[1]), String.valueOf(row[2])))
                .toList();
    }
}
