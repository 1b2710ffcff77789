package org.collab.it.faults;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.collab.it.client.Api;
import org.collab.it.product.Product;

/**
 * A real nginx, HAProxy or Apache httpd with the configuration from {@code server-config}. Only what every installation
 * has to change is changed: the nodes' addresses, the port and TLS, and files that the program writes.
 */
final class ProxyProgram implements AutoCloseable {
    private static final Path CONFIGURATIONS = Path.of(System.getProperty("collab.server-config"));
    private static final String MODULES = "/usr/lib/apache2/modules/";

    private final Process process;
    private final Path output;
    private final int port;

    private ProxyProgram(Path directory, int port, List<String> command) throws IOException {
        this.output = directory.resolve("output");
        this.port = port;
        this.process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
    }

    static ProxyProgram nginx(Path directory, Product one, Product other, boolean byDocument) throws IOException {
        int port = Product.freePort();
        String site = nodes("nginx/collab.conf", one, other)
                .replace("listen 443 ssl;", "listen 127.0.0.1:" + port + ";")
                .replaceAll("(?m)^ *ssl_.*\n", "")
                .replaceAll("(?s)server \\{\\s+listen 80;.*", "");
        Path file = Files.writeString(Files.createDirectories(directory).resolve("nginx.conf"), """
                pid %1$s/pid;
                error_log %1$s/errors;
                daemon off;
                events {}
                http {
                    access_log off;
                    client_body_temp_path %1$s/body;
                    proxy_temp_path %1$s/proxy;
                    fastcgi_temp_path %1$s/fastcgi;
                    uwsgi_temp_path %1$s/uwsgi;
                    scgi_temp_path %1$s/scgi;
                %2$s
                }
                """.formatted(
                        directory, byDocument ? site : without(site, "hash $collab_document consistent;")));
        return new ProxyProgram(
                directory, port, List.of(program("nginx"), "-e", directory + "/errors", "-c", file.toString()));
    }

    static ProxyProgram haproxy(Path directory, Product one, Product other, boolean byDocument) throws IOException {
        int port = Product.freePort();
        String text = nodes("haproxy/haproxy.cfg", one, other)
                .replace("maxconn 20000", "maxconn 1000") // file descriptors of whoever tests
                .replaceAll("bind :443 .*", "bind 127.0.0.1:" + port);
        Path file = Files.writeString(
                Files.createDirectories(directory).resolve("haproxy.cfg"),
                byDocument ? text : without(without(text, "hash-type consistent"), "balance hash var(txn.affinity)"));
        return new ProxyProgram(directory, port, List.of(program("haproxy"), "-db", "-f", file.toString()));
    }

    static ProxyProgram httpd(Path directory, Product one, Product other) throws IOException {
        int port = Product.freePort();
        String site = nodes("httpd/collab.conf", one, other)
                .replace("*:443", "127.0.0.1:" + port)
                .replaceAll("(?m)^ *SSL.*\n", "")
                .replace("logs/access_log", directory + "/access")
                .replaceAll("(?s)<VirtualHost \\*:80>.*", "");
        StringBuilder modules = new StringBuilder();
        Stream.of(
                        "mpm_event",
                        "authz_core",
                        "authz_host",
                        "headers",
                        "setenvif",
                        "log_config",
                        "proxy",
                        "proxy_http",
                        "proxy_balancer",
                        "slotmem_shm",
                        "lbmethod_byrequests")
                .filter(name -> Files.exists(Path.of(MODULES + "mod_" + name + ".so")))
                .forEach(name -> modules.append("LoadModule " + name + "_module " + MODULES + "mod_" + name + ".so\n"));
        Path file = Files.writeString(Files.createDirectories(directory).resolve("httpd.conf"), """
                %3$s
                ServerRoot %1$s
                ServerName 127.0.0.1
                PidFile %1$s/pid
                DefaultRuntimeDir %1$s
                ErrorLog %1$s/errors
                Listen 127.0.0.1:%4$d
                %2$s
                """.formatted(
                        directory, site, modules, port));
        return new ProxyProgram(directory, port, List.of(program("apache2"), "-DFOREGROUND", "-f", file.toString()));
    }

    /** Waits until it passes requests on. */
    ProxyProgram awaitReady() {
        await("the proxy passes requests on")
                .ignoreException(AssertionError.class)
                .atMost(Duration.ofSeconds(20))
                .failFast(() -> {
                    if (!process.isAlive()) {
                        throw new IllegalStateException("the proxy has ended:\n" + Files.readString(output));
                    }
                })
                .until(() -> Api.anonymous(uri()).get("health/ready").status() == 200);
        return this;
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + port + "/");
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while the proxy was stopping", e);
        }
    }

    private static String nodes(String configuration, Product one, Product other) throws IOException {
        return Files.readString(CONFIGURATIONS.resolve(configuration))
                .replace("app1.example.com:8080", one.uri().getAuthority())
                .replace("app2.example.com:8080", other.uri().getAuthority());
    }

    private static String without(String text, String line) {
        if (!text.contains(line)) {
            throw new AssertionError("there is no \"" + line + "\" in " + text);
        }
        return text.replace(line, "");
    }

    private static String program(String name) {
        return Stream.of("/usr/sbin/", "/usr/bin/", "/usr/local/sbin/", "/usr/local/bin/")
                .map(folder -> Path.of(folder + name))
                .filter(Files::isExecutable)
                .findFirst()
                .map(Path::toString)
                .orElseThrow(() -> new AssertionError(
                        name + " is not installed here, so its configuration cannot be tested; install it"));
    }

    /** What the program has written, for the message of a test that fails. */
    String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
