package org.collab.persistence.control;

import org.eclipse.persistence.config.SessionCustomizer;
import org.eclipse.persistence.sessions.Session;

/**
 * Lets a query fail whose connection is gone. EclipseLink would wait for 5 s and ask the same connection again, three times,
 * while the pool had a new one long before. Open documents try again by themselves; REST answers 503.
 */
@SuppressWarnings("removal") // Payara Server does not know the interface that is to take its place
public final class QueriesOnce implements SessionCustomizer {

    @Override
    public void customize(Session session) {
        session.getLogin().setQueryRetryAttemptCount(0);
    }
}
