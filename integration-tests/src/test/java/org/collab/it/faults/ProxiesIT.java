package org.collab.it.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.collab.it.client.Api;
import org.collab.it.product.Product;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes on one database behind real proxies. Needs their programs; run by {@code ./test proxies}. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProxiesIT {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Map<String, String> SETTINGS = Map.of("COLLAB_TRUSTED_PROXIES", "127.0.0.1");
    private static final Pattern CONNECTIONS = Pattern.compile("(?m)^collab_connections (\\d+)");

    private Path directory;
    private Product first;
    private Product second;
    private People people;

    private interface Proxy {
        ProxyProgram start(Path directory, Product one, Product other) throws IOException;
    }

    @BeforeAll
    void start(@TempDir Path temporary) {
        directory = temporary;
        first = Product.start(temporary.resolve("first"), SETTINGS);
        second = Product.startBeside(first, temporary.resolve("second"), SETTINGS);
        people = People.at(first.uri());
    }

    @AfterAll
    void stop() {
        second.close();
        first.close();
    }

    @Test
    void nginx_brings_a_documents_editors_to_one_node() throws IOException {
        affinity("nginx", (at, one, other) -> ProxyProgram.nginx(at, one, other, true));
    }

    @Test
    void haproxy_brings_a_documents_editors_to_one_node() throws IOException {
        affinity("haproxy", (at, one, other) -> ProxyProgram.haproxy(at, one, other, true));
    }

    @Test
    void httpd_brings_a_documents_editors_to_one_node() throws IOException {
        affinity("httpd", ProxyProgram::httpd);
    }

    @Test
    void nginx_round_robin_stays_correct() throws IOException {
        roundRobin("nginx", (at, one, other) -> ProxyProgram.nginx(at, one, other, false));
    }

    @Test
    void haproxy_round_robin_stays_correct() throws IOException {
        roundRobin("haproxy", (at, one, other) -> ProxyProgram.haproxy(at, one, other, false));
    }

    @Test
    void nginx_editors_go_on_at_the_other_node() throws IOException {
        ending("nginx", (at, one, other) -> ProxyProgram.nginx(at, one, other, false));
    }

    @Test
    void haproxy_editors_go_on_at_the_other_node() throws IOException {
        ending("haproxy", (at, one, other) -> ProxyProgram.haproxy(at, one, other, false));
    }

    private void affinity(String name, Proxy program) throws IOException {
        try (ProxyProgram proxy = program.start(directory.resolve(name + "-affinity"), first, second)
                .awaitReady()) {
            addressReachesTheAuditLog(proxy);
            nobodyTalksHttp2PastTheProxy(proxy);
            for (int i = 0; i < 3; i++) {
                String document = people.owner(first.uri()).createDocument(people.room(), name);
                type(
                        proxy,
                        document,
                        () -> assertThat(Stream.of(first, second)
                                        .map(ProxiesIT::connections)
                                        .sorted()
                                        .toList())
                                .as("editors of one document on both nodes")
                                .containsExactly(0, 6));
            }
        }
    }

    private void roundRobin(String name, Proxy program) throws IOException {
        try (ProxyProgram proxy =
                program.start(directory.resolve(name + "-round"), first, second).awaitReady()) {
            String document = people.owner(first.uri()).createDocument(people.room(), name);
            type(
                    proxy,
                    document,
                    () -> assertThat(List.of(connections(first), connections(second)))
                            .as("editors of one document are on both nodes")
                            .doesNotContain(0));
        }
    }

    /** A third node is drained and stopped while people type over it and over the first one. */
    private void ending(String name, Proxy program) throws IOException {
        Product third = Product.startBeside(first, directory.resolve(name + "-third"), SETTINGS);
        try (ProxyProgram proxy =
                program.start(directory.resolve(name + "-ending"), first, third).awaitReady()) {
            String document = people.owner(first.uri()).createDocument(people.room(), name);
            type(proxy, document, () -> {
                assertThat(connections(third)).isPositive();
                third.close();
                await("all editors are on the node that is left")
                        .atMost(PATIENCE)
                        .until(() -> connections(first) == 6);
            });
        } finally {
            if (third.server().isAlive()) {
                third.close();
            }
        }
    }

    /** Six editors type before and after what happens; then every edit is accounted for. */
    private void type(ProxyProgram proxy, String document, Runnable meanwhile) {
        await("nobody is left from before").until(() -> connections(first) + connections(second) == 0);
        try (TypingFleet fleet = new TypingFleet(
                6, proxy.uri(), people.emails(), document, Duration.ofSeconds(6), new Random(document.hashCode()))) {
            fleet.typing(true);
            fleet.awaitProgress(PATIENCE);
            meanwhile.run();
            fleet.awaitProgress(PATIENCE);
            fleet.typing(false);
            fleet.awaitRest(PATIENCE);
            Verdict verdict = Verdict.of(fleet, new HistoryFold(document), people.owner(first.uri()), document);
            System.out.println("proxies: " + verdict);
            assertThat(verdict.isClean()).as("%s%n%s", verdict, proxy.output()).isTrue();
            assertThat(verdict.acknowledged()).isPositive();
        }
    }

    /** The proxy's own client is this machine; what a client pretends is not believed. */
    private void addressReachesTheAuditLog(ProxyProgram proxy) {
        Api owner = people.owner(first.uri());
        String room = Api.send(java.net.http.HttpRequest.newBuilder(proxy.uri().resolve("api/rooms"))
                        .header("Content-Type", "application/json")
                        .header("Authorization", "Bearer " + owner.token())
                        .header("X-Forwarded-For", "6.6.6.6")
                        .POST(java.net.http.HttpRequest.BodyPublishers.ofString("{\"name\":\"Room\"}")))
                .requireStatus(201)
                .json()
                .getString("id");
        assertThat(first.sql().query("SELECT address FROM audit_events WHERE subject_id = ?", UUID.fromString(room)))
                .as("who has made the room")
                .contains("127.0.0.1");
    }

    /** Whoever upgraded to HTTP/2 through the proxy would talk with the node without the proxy's rules. */
    private static void nobodyTalksHttp2PastTheProxy(ProxyProgram proxy) throws IOException {
        for (String path : List.of("/", "/ws/documents/" + UUID.randomUUID(), "/api/openapi")) {
            try (Socket socket =
                    new Socket(InetAddress.getLoopbackAddress(), proxy.uri().getPort())) {
                socket.setSoTimeout(10_000);
                String request = String.join(
                        "\r\n",
                        "GET " + path + " HTTP/1.1",
                        "Host: " + proxy.uri().getAuthority(),
                        "Connection: Upgrade, HTTP2-Settings",
                        "Upgrade: h2c",
                        "HTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA",
                        "",
                        "");
                socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
                String status = new BufferedReader(
                                new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                        .readLine();
                assertThat(status).as(path).startsWith("HTTP/1.1 ").doesNotContain(" 101 ");
            }
        }
    }

    private static int connections(Product node) {
        Matcher found = CONNECTIONS.matcher(
                Api.anonymous(node.uri()).get("metrics").requireStatus(200).body());
        if (!found.find()) {
            throw new AssertionError("no collab_connections");
        }
        return Integer.parseInt(found.group(1));
    }
}
