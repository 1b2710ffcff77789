package org.collab.persistence.boundary;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import org.collab.persistence.control.ServerDataSource;

/** Whether the database answers. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DatabaseHealth {
    private static final Logger LOG = System.getLogger(DatabaseHealth.class.getName());
    private static final int PATIENCE_SECONDS = 2;

    @Inject
    private ServerDataSource dataSource;

    public boolean isUp() {
        try (Connection connection = dataSource.get().getConnection()) {
            return connection.isValid(PATIENCE_SECONDS);
        } catch (SQLException e) {
            LOG.log(Level.WARNING, "the database does not answer", e);
            return false;
        }
    }
}
