package org.collab.web.socket;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpUpgradeHandler;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;

/**
 * Lets Payara forget the application after its end. Its request objects are used again and again, and each of them keeps
 * the handler of the last WebSocket that began with it, which knows the endpoint; so what the handlers know is taken from
 * them. Where the handlers are another server's, or a later Payara's, nothing happens.
 */
@ApplicationScoped
class UpgradeHandlers {
    private static final Logger LOG = System.getLogger(UpgradeHandlers.class.getName());
    private static final String TYRUS = "org.glassfish.tyrus.servlet.TyrusHttpUpgradeHandler";
    private static final List<String> WHAT_IT_KNOWS = List.of("connection", "upgradeInfo", "writer");

    private final Set<HttpUpgradeHandler> handlers =
            Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    /** The request as the server's WebSockets are to see it. */
    HttpServletRequest watch(HttpServletRequest request) {
        return new HttpServletRequestWrapper(request) {
            @Override
            public <T extends HttpUpgradeHandler> T upgrade(Class<T> type) throws IOException, ServletException {
                T handler = super.upgrade(type);
                if (type.getName().equals(TYRUS)) {
                    handlers.add(handler);
                }
                return handler;
            }
        };
    }

    @PreDestroy
    void empty() {
        for (HttpUpgradeHandler handler : List.copyOf(handlers)) {
            try {
                for (String name : WHAT_IT_KNOWS) {
                    Field field = handler.getClass().getDeclaredField(name);
                    field.setAccessible(true);
                    field.set(handler, null);
                }
            } catch (NoSuchFieldException | IllegalAccessException | InaccessibleObjectException e) {
                LOG.log(Level.DEBUG, "the server goes on to know this application", e);
            }
        }
    }
}
