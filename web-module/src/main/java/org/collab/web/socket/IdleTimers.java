package org.collab.web.socket;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import jakarta.websocket.server.ServerContainer;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Proxy;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import org.jspecify.annotations.Nullable;

/**
 * Sessions of this application have no idle time-out of the container: silence is measured by what the client sends (L1).
 *
 * <p>Payara's WebSockets set an idle timer all the same, when a session begins and anew at each message, and the server
 * searches everything on the class path for each such timer: together a sixth of what an edit costs. So the timers of this
 * application's container go nowhere. Where the container is another server's, or a later Payara's, nothing happens.
 */
@WebListener
public class IdleTimers implements ServletContextListener {
    private static final Logger LOG = System.getLogger(IdleTimers.class.getName());
    private static final String TYRUS = "org.glassfish.tyrus.core.BaseContainer";

    /** Answers whatever is asked with nothing. */
    private static final ScheduledExecutorService NOWHERE = (ScheduledExecutorService) Proxy.newProxyInstance(
            IdleTimers.class.getClassLoader(),
            new Class<?>[] {ScheduledExecutorService.class},
            (proxy, method, arguments) -> null);

    @Override
    public void contextInitialized(ServletContextEvent event) {
        if (event.getServletContext().getAttribute(ServerContainer.class.getName())
                instanceof ServerContainer container) {
            container.setDefaultMaxSessionIdleTimeout(0);
            tyrus(container.getClass()).ifPresent(type -> leadNowhere(type, container));
        }
    }

    private static Optional<Class<?>> tyrus(Class<?> container) {
        for (@Nullable Class<?> type = container; type != null; type = type.getSuperclass()) {
            if (type.getName().equals(TYRUS)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    private static void leadNowhere(Class<?> type, ServerContainer container) {
        try {
            Field timers = type.getDeclaredField("managedScheduledExecutorService");
            timers.setAccessible(true);
            timers.set(container, NOWHERE);
        } catch (NoSuchFieldException | IllegalAccessException | InaccessibleObjectException e) {
            LOG.log(Level.DEBUG, "messages go on to set timers here", e);
        }
    }
}
