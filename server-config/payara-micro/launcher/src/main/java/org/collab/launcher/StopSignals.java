package org.collab.launcher;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;

/**
 * Ctrl-C and the operating system's request to end.
 *
 * <p>A shutdown hook would come too late: the JVM runs all hooks at once, and Payara Micro has one of its own, so that
 * the database could be gone before the application is. Java's only interface to signals is in {@code jdk.unsupported},
 * whose use javac always warns about; reflection keeps the build free of warnings.
 */
final class StopSignals {

    private StopSignals() {}

    /** Calls {@code stop} on a thread of the JVM when the process is asked to end, any number of times. */
    static void handle(Runnable stop) {
        try {
            var signal = Class.forName("sun.misc.Signal");
            var handler = Class.forName("sun.misc.SignalHandler");
            InvocationHandler onSignal = (proxy, method, arguments) -> {
                stop.run();
                return null;
            };
            var proxy = Proxy.newProxyInstance(handler.getClassLoader(), new Class<?>[] {handler}, onSignal);
            for (var name : new String[] {"INT", "TERM"}) {
                var instance = signal.getConstructor(String.class).newInstance(name);
                signal.getMethod("handle", signal, handler).invoke(null, instance, proxy);
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("This Java has no sun.misc.Signal", e);
        }
    }
}
