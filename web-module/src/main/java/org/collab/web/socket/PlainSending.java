package org.collab.web.socket;

import jakarta.websocket.SendHandler;
import jakarta.websocket.Session;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;

/**
 * Sends messages with a context class loader that finds nothing.
 *
 * <p>Payara's WebSockets set an idle timer anew for each message, even where there is no idle time-out, and to capture
 * the context for the timer's task the server searches everything on the class path for providers. That took most of the
 * time of a send. In a class loader without resources the search is over at once. Elsewhere it makes no difference.
 */
final class PlainSending {
    private static final ClassLoader NOTHING = new ClassLoader(PlainSending.class.getClassLoader()) {
        @Override
        public Enumeration<URL> getResources(String name) {
            return Collections.emptyEnumeration();
        }
    };

    private PlainSending() {}

    /** @param handler called with the class loader of the caller */
    static void send(Session session, String message, SendHandler handler) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(NOTHING);
        try {
            session.getAsyncRemote().sendText(message, result -> in(before, () -> handler.onResult(result)));
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static void in(ClassLoader loader, Runnable task) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            task.run();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
