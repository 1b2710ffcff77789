package org.collab.it.product;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/** A domain of a Payara Server. */
final class Payara extends InstalledServer {
    private static final String SCRIPTS = System.getProperty("collab.payara.distribution", "");
    private static final Path HOME = Path.of(System.getProperty("collab.payara", ""));
    private static final String ASADMIN = HOME.resolve("bin/asadmin").toString();

    /** What tells when something was deployed. */
    private static final Pattern TIMES = Pattern.compile("deployment-time|time-deployed");

    /** Files that the server writes for itself. */
    private static final Pattern OF_ITS_RUN = Pattern.compile("\\.bak$|\\.instancestate$");

    private final String domain;
    private final int admin = Product.freePort();

    Payara(Host host, String name) throws IOException {
        super(host, name, Product.freePort());
        this.domain = "collab-" + ProcessHandle.current().pid() + "-" + port();
        run(
                List.of(
                        ASADMIN,
                        "--user",
                        "admin",
                        "create-domain",
                        "--nopassword",
                        "--adminport",
                        String.valueOf(admin),
                        "--domainproperties",
                        "http.ssl.port=" + Product.freePort() + ":jms.port=" + Product.freePort()
                                + ":orb.listener.port=" + Product.freePort()
                                + ":orb.ssl.port=" + Product.freePort()
                                + ":orb.mutualauth.port=" + Product.freePort()
                                + ":domain.jmxPort=" + Product.freePort(),
                        "--instanceport",
                        String.valueOf(port()),
                        domain),
                Map.of());
        onLoopback(folder().resolve("config/domain.xml"));
    }

    /** A new domain listens on all addresses. */
    private static void onLoopback(Path configuration) throws IOException {
        String text = Files.readString(configuration);
        Files.writeString(
                configuration,
                text.replace("address=\"0.0.0.0\"", "address=\"127.0.0.1\"")
                        .replaceAll(
                                "<network-listener port=\"(\\d+)\"",
                                "<network-listener address=\"127.0.0.1\" port=\"$1\""));
    }

    @Override
    void installAndStart(Map<String, String> environment) throws IOException {
        if (!runs()) {
            startAlone();
        }
        Map<String, String> variables = new HashMap<>(environment);
        variables.put("PAYARA_HOME", HOME.toString());
        variables.put("PAYARA_DOMAIN", domain);
        variables.put("PAYARA_ADMIN_PORT", String.valueOf(admin));
        variables.put("COLLAB_DB_HOST", "127.0.0.1");
        variables.put("COLLAB_DB_PORT", sql().port());
        variables.put("COLLAB_DB_NAME", sql().name());
        variables.put("COLLAB_DB_PASSWORD", sql().password());
        run(List.of(SCRIPTS + "/install"), variables);
    }

    @Override
    public void remove() throws IOException {
        run(
                List.of(SCRIPTS + "/uninstall"),
                Map.of(
                        "PAYARA_HOME",
                        HOME.toString(),
                        "PAYARA_DOMAIN",
                        domain,
                        "PAYARA_ADMIN_PORT",
                        String.valueOf(admin)));
        stop();
        startAlone();
    }

    @Override
    void startAlone() throws IOException {
        start(List.of(ASADMIN, "start-domain", "--verbose", domain), Map.of());
        Awaitility.await("Payara Server answers asadmin")
                .atMost(Duration.ofMinutes(2))
                .until(() -> succeeds(List.of(ASADMIN, "--port", String.valueOf(admin), "uptime")));
    }

    @Override
    Cluster clusterWith(InstalledServer other) throws IOException {
        return new SharedOpenMq(HOME, directory().resolveSibling(directory().getFileName() + "-broker"));
    }

    @Override
    public void runOnce(Path war) throws IOException {
        if (!runs()) {
            startAlone();
        }
        asadmin("deploy", "--name", "neighbour", war.toString());
        asadmin("undeploy", "neighbour");
    }

    @Override
    public void undeploy() throws IOException {
        asadmin("undeploy", "collab");
    }

    @Override
    public void serveOtherFirst(Path war, Runnable visit) {} // it keeps nothing

    @Override
    void deployAgain() throws IOException {
        asadmin("deploy", "--name", "collab", SCRIPTS + "/collab.ear");
    }

    private void asadmin(String... command) throws IOException {
        run(
                java.util.stream.Stream.concat(
                                java.util.stream.Stream.of(ASADMIN, "--port", String.valueOf(admin)),
                                java.util.stream.Stream.of(command))
                        .toList(),
                Map.of());
    }

    @Override
    public Set<String> configuration() throws IOException {
        if (!runs()) {
            startAlone();
        }
        Set<String> lines = new TreeSet<>();
        outputOf(List.of(ASADMIN, "--port", String.valueOf(admin), "get", "*"))
                .lines()
                .filter(line -> line.contains("=") && !TIMES.matcher(line).find())
                .forEach(lines::add);
        outputOf(List.of(ASADMIN, "--port", String.valueOf(admin), "list-log-attributes"))
                .lines()
                .forEach(lines::add);
        outputOf(List.of(ASADMIN, "--port", String.valueOf(admin), "list-jmsdest"))
                .lines()
                .forEach(lines::add);
        for (String name : List.of("config", "lib", "applications")) {
            Path part = folder().resolve(name);
            (Files.exists(part) ? walk(part) : List.<Path>of())
                    .stream()
                            .filter(Files::isRegularFile)
                            .map(file -> folder().relativize(file).toString())
                            .filter(file -> !OF_ITS_RUN.matcher(file).find())
                            .forEach(lines::add);
        }
        return lines;
    }

    @Override
    public Path logFile() {
        return folder().resolve("logs/server.log");
    }

    @Override
    public List<Path> applicationFolders() {
        return List.of(folder().resolve("applications/collab"));
    }

    @Override
    public URI health() {
        return URI.create("http://127.0.0.1:" + port() + "/health");
    }

    private Path folder() {
        return HOME.resolve("glassfish/domains").resolve(domain);
    }

    @Override
    public Path home() {
        return HOME;
    }

    @Override
    public int managementPort() {
        return admin;
    }

    @Override
    void clear() {
        delete(folder());
    }
}
