package org.collab.web.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import org.collab.persistence.boundary.DatabaseHealth;
import org.collab.web.socket.Connections;

/** Whether this node can serve: the schema is current, the database answers, and nobody wants the node to go away. */
@ApplicationScoped
public class Readiness {
    @Inject
    private DatabaseHealth database;

    @Inject
    private Connections connections;

    /** What is looked at, and whether it is as it should be. */
    public Map<String, Boolean> checks() {
        Map<String, Boolean> checks = new LinkedHashMap<>();
        checks.put("database", database.isUp());
        checks.put("takes-editors", !connections.isDraining());
        return checks;
    }
}
