package org.collab.web.socket;

import jakarta.websocket.Session;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Proxy;
import java.util.concurrent.ScheduledExecutorService;

/**
 * Keeps Payara's WebSockets from setting an idle timer anew at each message. They do so even where there is no idle
 * time-out, then with no delay, and the server searches everything on the class path for each such timer: together a sixth
 * of what an edit costs. So the timers of a session without a time-out go nowhere. Where the session is another server's,
 * or a later Payara's, nothing happens.
 */
final class IdleTimer {
    private static final Logger LOG = System.getLogger(IdleTimer.class.getName());
    private static final String TYRUS = "org.glassfish.tyrus.core.TyrusSession";

    /** Answers whatever is asked with nothing. */
    private static final ScheduledExecutorService NOWHERE = (ScheduledExecutorService) Proxy.newProxyInstance(
            IdleTimer.class.getClassLoader(),
            new Class<?>[] {ScheduledExecutorService.class},
            (proxy, method, arguments) -> null);

    private IdleTimer() {}

    /** Once, when the session has been opened. */
    static void stop(Session session) {
        session.setMaxIdleTimeout(0);
        if (!session.getClass().getName().equals(TYRUS)) {
            return;
        }
        try {
            Field timer = session.getClass().getDeclaredField("service");
            timer.setAccessible(true);
            timer.set(session, NOWHERE);
        } catch (NoSuchFieldException | IllegalAccessException | InaccessibleObjectException e) {
            LOG.log(Level.DEBUG, "messages go on to set timers here", e);
        }
    }
}
