package org.collab.collaboration.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.collab.persistence.control.ServerDataSource;

/**
 * Appends to several documents in one transaction, which waits for no lock. The transaction is one statement that commits
 * by itself: the database is asked once, and its answer means that what it tells of is committed.
 */
@ApplicationScoped
public class SharedCommit {
    private static final Logger LOG = System.getLogger(SharedCommit.class.getName());

    @Inject
    private ServerDataSource dataSource;

    /**
     * Callers have no transaction. What is not told to be written may be appended alone: where it was written after all,
     * because the answer was lost, the head has moved.
     *
     * @return the documents whose batches are committed; none where the database refuses something of it, or is away
     */
    public Set<UUID> append(List<Appending> appendings) {
        try (Connection connection = dataSource.get().getConnection()) {
            connection.setAutoCommit(true);
            return new AppendCall(connection).appendTogether(appendings);
        } catch (SQLException e) {
            LOG.log(Level.WARNING, "batches could not be committed together; each is tried by itself", e);
            return Set.of();
        }
    }
}
