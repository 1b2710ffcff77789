package org.collab.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;

/** Finds out whether a port can be listened on, before anything else is started. */
final class PortCheck {

    private PortCheck() {}

    /** @throws StartupFailure where the address is not this machine's or the port is taken or reserved */
    static void requireFree(String host, int port) {
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(addressOf(host), port));
        } catch (IOException e) {
            throw new StartupFailure(explain(host, port, String.valueOf(e.getMessage())), e);
        }
    }

    /** Whether nothing listens on this port of the loopback interface now. */
    static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    /** A port of the loopback interface that nothing listens on now. */
    static int anyFree() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static InetAddress addressOf(String host) {
        try {
            return InetAddress.getByName(host);
        } catch (UnknownHostException e) {
            throw new StartupFailure("HOST is \"" + host + "\", which is not an address of this machine.", e);
        }
    }

    private static String explain(String host, int port, String reason) {
        if (reason.contains("assign requested address")) {
            return "HOST is \"" + host + "\", which is not an address of this machine.";
        }
        if (reason.contains("Permission denied")) {
            return "Port " + port + " is reserved for the administrator; choose another with the PORT variable.";
        }
        return "Port " + port + " is already in use; stop the program that has it"
                + " or choose another with the PORT variable, for example PORT=" + (port < 65535 ? port + 1 : 8081)
                + ".";
    }
}
