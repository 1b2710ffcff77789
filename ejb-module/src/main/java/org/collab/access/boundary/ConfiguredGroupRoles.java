package org.collab.access.boundary;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.collab.access.control.AccessLocks;
import org.collab.access.entity.GroupRole;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The roles that the configuration gives to groups in rooms, {@code collab.sso.group-roles}: written down at each start,
 * and taken away again once the configuration no longer names them. What owners give to groups is left alone, unless the
 * configuration names the same group in the same room.
 */
@Singleton
@Startup
@DependsOn("Migrations")
public class ConfiguredGroupRoles {
    private static final Logger LOG = System.getLogger(ConfiguredGroupRoles.class.getName());

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private AccessLocks locks;

    /** Separated by commas; Payara cannot inject optional lists. */
    @Inject
    @ConfigProperty(name = "collab.sso.group-roles")
    private Optional<String> configured;

    @PostConstruct
    void apply() {
        List<GroupRole> roles = configured
                .map(text ->
                        Stream.of(text.split(",", -1)).map(GroupRole::parse).toList())
                .orElse(List.of());
        Set<UUID> rooms = new TreeSet<>(configuredRooms());
        roles.forEach(role -> rooms.add(role.roomId()));
        if (rooms.isEmpty()) {
            return;
        }
        locks.change(rooms);
        entities.createNativeQuery("DELETE FROM room_groups WHERE configured").executeUpdate();
        Set<UUID> missing = new HashSet<>();
        for (GroupRole role : roles) {
            if (give(role) == 0) {
                missing.add(role.roomId());
            }
        }
        if (!missing.isEmpty()) {
            LOG.log(Level.WARNING, "collab.sso.group-roles names rooms that there are not: {0}", missing);
        }
    }

    private int give(GroupRole role) {
        return entities.createNativeQuery("INSERT INTO room_groups (room_id, name, role, created_at, configured)"
                        + " SELECT id, ?2, ?3, now(), true FROM rooms WHERE id = ?1"
                        + " ON CONFLICT (room_id, name) DO UPDATE SET role = ?3, configured = true")
                .setParameter(1, role.roomId())
                .setParameter(2, role.group())
                .setParameter(3, role.role().name())
                .executeUpdate();
    }

    private List<UUID> configuredRooms() {
        List<?> ids = entities.createNativeQuery("SELECT DISTINCT room_id FROM room_groups WHERE configured")
                .getResultList();
        return ids.stream().map(id -> UUID.fromString(id.toString())).toList();
    }
}
