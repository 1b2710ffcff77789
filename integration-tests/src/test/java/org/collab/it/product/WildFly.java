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
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** A WildFly. */
final class WildFly extends InstalledServer {
    private static final String MEMORY = "-Xms64m -Xmx768m -XX:MaxMetaspaceSize=384m -Djava.net.preferIPv4Stack=true";
    private static final String CONFIGURATION = "standalone-full-ha.xml";
    private static final String EAR = "collab.ear";
    private static final String SCRIPTS = System.getProperty("collab.wildfly.distribution", "");

    /** Of IIOP and JGroups; they are no expressions in WildFly's configuration, and several servers run on one machine. */
    private static final int[] PORTS = {3528, 3529, 54200, 55200};

    private final String name;
    private final int management = Product.freePort();
    private final int jgroups;

    WildFly(Host host, String name) throws IOException {
        super(host, name, Product.freePort());
        this.name = name;
        this.jgroups = Product.freePort();
        copy(Path.of(System.getProperty("collab.wildfly")), directory());
        Path file = configurationFile();
        String text = Files.readString(file)
                .replace("scan-interval=\"5000\"", "scan-interval=\"500\"")
                .replace("port=\"7600\"", "port=\"" + jgroups + "\"");
        for (int taken : PORTS) {
            text = text.replace(" port=\"" + taken + "\"", " port=\"" + Product.freePort() + "\"");
        }
        Files.writeString(file, text);
    }

    @Override
    void installAndStart(Map<String, String> environment) throws IOException {
        stop();
        Map<String, String> variables = new HashMap<>(environment);
        variables.put("WILDFLY_HOME", directory().toString());
        variables.put("COLLAB_DB_URL", sql().url());
        run(List.of(SCRIPTS + "/install"), variables);
        startAlone();
    }

    @Override
    public void remove() throws IOException {
        stop();
        run(List.of(SCRIPTS + "/uninstall"), Map.of("WILDFLY_HOME", directory().toString()));
        startAlone();
    }

    @Override
    Cluster clusterWith(InstalledServer other) {
        return new BrokersOfNodes(this, (WildFly) other);
    }

    /** Each node has a broker of its own; JGroups leads them to each other. */
    private record BrokersOfNodes(WildFly first, WildFly second) implements Cluster {
        @Override
        public Map<String, String> settings() {
            return Map.of("COLLAB_CLUSTER_HOSTS", "127.0.0.1[" + first.jgroups + "],127.0.0.1[" + second.jgroups + "]");
        }

        /** Stops both brokers; nobody can start one again without its server's services. */
        @Override
        public void interrupt() throws IOException {
            for (WildFly node : List.of(first, second)) {
                node.manage("/subsystem=messaging-activemq/server=default:force-failover");
            }
        }

        @Override
        public void resume() throws IOException {
            for (WildFly node : List.of(first, second)) {
                node.manage("reload");
                node.awaitReady();
            }
        }

        @Override
        public void close() {} // it ends with the servers
    }

    @Override
    void startAlone() throws IOException {
        start(
                List.of(
                        directory() + "/bin/standalone.sh",
                        "-c",
                        CONFIGURATION,
                        "-Djboss.node.name=" + name,
                        "-Djboss.http.port=" + port(),
                        "-Djboss.management.http.port=" + management,
                        "-Djboss.ajp.port=" + Product.freePort(),
                        "-Djboss.https.port=" + Product.freePort(),
                        "-Djboss.default.multicast.address=230.1." + port() / 256 + "." + port() % 256,
                        "-Djboss.bind.address.private=127.0.0.1"),
                Map.of(
                        "COLLAB_DB_PASSWORD",
                        sql().password(),
                        "JBOSS_MESSAGING_CLUSTER_PASSWORD",
                        "a secret of the cluster's",
                        "JAVA_OPTS",
                        MEMORY,
                        "LAUNCH_JBOSS_IN_BACKGROUND",
                        "true"));
    }

    @Override
    public void runOnce(Path war) {} // WildFly's configuration has only what administrators write

    @Override
    public void undeploy() throws IOException {
        Files.delete(marker(EAR, "deployed"));
        awaitMarker(marker(EAR, "undeployed"));
    }

    /** Each worker that never ends keeps on its stack the request that it began with, and the application with it. */
    @Override
    public void serveOtherFirst(Path war, Runnable visit) throws IOException {
        undeploy();
        stop();
        startAlone();
        Path deployed = directory().resolve("standalone/deployments/neighbour.war");
        Files.copy(war, deployed);
        awaitMarker(marker("neighbour.war", "deployed"));
        visit.run();
        Files.delete(deployed);
        awaitMarker(marker("neighbour.war", "undeployed"));
        Files.delete(marker("neighbour.war", "undeployed"));
        deploy();
    }

    @Override
    void deployAgain() throws IOException {
        Files.createFile(marker(EAR, "dodeploy"));
    }

    /** What WildFly's deployment scanner and administrators tell each other by. */
    private Path marker(String archive, String state) {
        return directory().resolve("standalone/deployments/" + archive + "." + state);
    }

    private static void awaitMarker(Path marker) {
        Awaitility.await("WildFly has made " + marker.getFileName())
                .atMost(Duration.ofMinutes(1))
                .until(() -> Files.exists(marker));
    }

    /** Without the time-out a reload may take six seconds, which a busy machine exceeds. */
    private void manage(String command) throws IOException {
        run(
                List.of(
                        directory() + "/bin/jboss-cli.sh",
                        "--connect",
                        "--controller=127.0.0.1:" + management,
                        "--timeout=60000",
                        "--command=" + command),
                Map.of());
    }

    @Override
    public Set<String> configuration() throws IOException {
        Set<String> lines = new TreeSet<>();
        Files.readAllLines(configurationFile()).forEach(line -> lines.add(line.strip()));
        for (String folder : List.of("modules", "standalone/configuration", "standalone/deployments", "bin")) {
            walk(directory().resolve(folder)).stream()
                    .map(file -> directory().relativize(file).toString())
                    .filter(file -> !file.contains("_xml_history"))
                    .forEach(lines::add);
        }
        return lines;
    }

    private Path configurationFile() {
        return directory().resolve("standalone/configuration").resolve(CONFIGURATION);
    }

    @Override
    public Path logFile() {
        return directory().resolve("standalone/log/server.log");
    }

    @Override
    public List<Path> applicationFolders() throws IOException {
        try (Stream<Path> unpacked = Files.list(directory().resolve("standalone/tmp/vfs/deployment"))) {
            return Stream.concat(unpacked, Stream.of(directory().resolve("standalone/deployments")))
                    .toList();
        }
    }

    @Override
    public URI health() {
        return URI.create("http://127.0.0.1:" + management + "/health");
    }

    @Override
    public Path home() {
        return directory();
    }

    @Override
    public int managementPort() {
        return management;
    }

    @Override
    void clear() {
        delete(directory());
    }
}
