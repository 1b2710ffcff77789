package org.collab.it.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A TCP proxy between clients and the product that behaves as bad networks do. It knows nothing of what it carries: HTTP
 * and WebSockets break alike. Thread-safe.
 */
final class FaultProxy implements AutoCloseable {
    private static final int CHUNK = 16 * 1024;

    private final ServerSocket listener;
    private volatile int target;
    private volatile boolean shut;
    private final Set<Link> links = ConcurrentHashMap.newKeySet();
    private final ExecutorService pumps = Executors.newCachedThreadPool(FaultProxy::daemon);
    private volatile Duration delay = Duration.ZERO;
    private volatile int bytesPerSecond = Integer.MAX_VALUE;

    /** One client's connection and the one that was made to the product for it. */
    private static final class Link {
        private final Socket client;
        private final Socket server;
        private volatile boolean silent;

        private Link(Socket client, Socket server) {
            this.client = client;
            this.server = server;
        }
    }

    private FaultProxy(ServerSocket listener, int target) {
        this.listener = listener;
        this.target = target;
    }

    /** Listens on a free port for whoever wants to reach the product's port. */
    static FaultProxy to(int target) {
        try {
            FaultProxy proxy = new FaultProxy(new ServerSocket(0, 200, InetAddress.getLoopbackAddress()), target);
            proxy.pumps.execute(proxy::accept);
            return proxy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + listener.getLocalPort() + "/");
    }

    /** Breaks about this share of the connections: some end, some are reset. */
    void cut(double share, Random random) {
        links.stream().filter(link -> random.nextDouble() < share).forEach(link -> close(link, random.nextBoolean()));
    }

    /** From now on, what the present connections carry vanishes, and neither side is told. New ones work. */
    void halfOpen() {
        links.forEach(link -> link.silent = true);
    }

    /** Everything arrives later, by up to this long. */
    void delay(Duration longest) {
        delay = longest;
    }

    /** Each connection carries at most so much in each direction. */
    void slow(int most) {
        bytesPerSecond = most;
    }

    /** Where new connections go from now on, as a load balancer does when a node has died. */
    void leadTo(int other) {
        target = other;
    }

    /** Ends all connections, and new ones as soon as they come. */
    void shut() {
        shut = true;
        links.forEach(link -> close(link, false));
    }

    /** A good network again; what has vanished stays so. */
    void heal() {
        shut = false;
        delay = Duration.ZERO;
        bytesPerSecond = Integer.MAX_VALUE;
    }

    @Override
    public void close() {
        closeQuietly(listener);
        links.forEach(link -> close(link, false));
        pumps.shutdownNow();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                pumps.execute(() -> connect(client));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void connect(Socket client) {
        if (shut) {
            closeQuietly(client);
            return;
        }
        try {
            Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            Link link = new Link(client, server);
            links.add(link);
            pumps.execute(() -> pump(link, client, server));
            pump(link, server, client);
        } catch (IOException e) {
            closeQuietly(client); // nobody listens there now
        }
    }

    private void pump(Link link, Socket from, Socket to) {
        byte[] chunk = new byte[CHUNK];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int length = in.read(chunk); length >= 0; length = in.read(chunk)) {
                hold(length);
                if (!link.silent) {
                    out.write(chunk, 0, length);
                }
            }
            endOf(link);
        } catch (IOException e) {
            endOf(link); // one side has gone: so does the other
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A silent link tells neither side that the other one has gone. */
    private void endOf(Link link) {
        if (link.silent) {
            return;
        }
        close(link, false);
    }

    private void hold(int length) throws InterruptedException {
        long late = delay.isZero() ? 0 : new Random().nextLong(delay.toMillis());
        long slow = length * 1_000L / bytesPerSecond;
        if (late + slow > 0) {
            Thread.sleep(late + slow);
        }
    }

    private void close(Link link, boolean reset) {
        links.remove(link);
        for (Socket socket : new Socket[] {link.client, link.server}) {
            if (reset) {
                resetOnClose(socket);
            }
            closeQuietly(socket);
        }
    }

    private static void resetOnClose(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
        } catch (IOException e) {
            // closed already
        }
    }

    private static void closeQuietly(AutoCloseable socket) {
        try {
            socket.close();
        } catch (Exception e) {
            // it is gone either way
        }
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "fault-proxy");
        thread.setDaemon(true);
        return thread;
    }
}
