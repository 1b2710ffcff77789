package org.collab.load;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The REST API of the installation that is measured, as one user. */
final class Installation {
    private static final int UNAUTHENTICATED = 401;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int PAUSE_MILLIS = 1_000;
    private static final int MOST_TURNS = 30;

    static {
        // A server closes a connection that rests, 30 s after, and a request that is sent just then is lost.
        System.setProperty("jdk.httpclient.keepalive.timeout", "10");
    }

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI url;
    private final String email;
    private final String password;
    private Optional<String> token = Optional.empty();
    private String userId = "";

    private Installation(URI url, String email, String password) {
        this.url = url;
        this.email = email;
        this.password = password;
    }

    /** Signs in; registers first where no account is given. */
    static Installation signIn(Account account) throws IOException, InterruptedException {
        String email = account.email().orElse("load-" + UUID.randomUUID() + "@example.com");
        Installation installation = new Installation(account.url(), email, account.password());
        if (account.email().isEmpty()) {
            installation.post(
                    "auth/register", Map.of("email", email, "password", account.password(), "displayName", "Load"));
        }
        installation.signIn();
        return installation;
    }

    private void signIn() throws IOException, InterruptedException {
        token = Optional.empty();
        JsonObject tokens = post("auth/login", Map.of("email", email, "password", password));
        token = Optional.of(tokens.getString("accessToken"));
        userId = tokens.getJsonObject("user").getString("id");
    }

    /** New empty documents in a new room. */
    List<String> createDocuments(String room, int count) throws IOException, InterruptedException {
        String roomId = post("rooms", Map.of("name", room)).getString("id");
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ids.add(post("rooms/" + roomId + "/documents", Map.of("title", room + " " + i))
                    .getString("id"));
        }
        return ids;
    }

    String userId() {
        return userId;
    }

    /** Where one editor connects; good for one connection. */
    URI socket(String document) throws IOException, InterruptedException {
        String ticket = post("documents/" + document + "/tickets", Map.of()).getString("ticket");
        String scheme = url.getScheme().equals("https") ? "wss" : "ws";
        return URI.create(
                scheme + "://" + url.getAuthority() + url.getPath() + "ws/documents/" + document + "?ticket=" + ticket);
    }

    HttpClient http() {
        return http;
    }

    /** Signs in again where the access token, which lasts for minutes, is too old. */
    private JsonObject post(String path, Map<String, Object> body) throws IOException, InterruptedException {
        HttpResponse<String> response = send(path, body);
        if (response.statusCode() == UNAUTHENTICATED && token.isPresent()) {
            signIn();
            response = send(path, body);
        }
        if (response.statusCode() / 100 != 2) {
            throw new IOException("POST " + path + " answered " + response.statusCode() + ": " + response.body());
        }
        try (var reader = Json.createReader(new StringReader(response.body()))) {
            return reader.readObject();
        }
    }

    private HttpResponse<String> send(String path, Map<String, Object> body) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(url.resolve("api/" + path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        Json.createObjectBuilder(body).build().toString()));
        token.ifPresent(bearer -> request.header("Authorization", "Bearer " + bearer));
        HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        for (int turn = 0; response.statusCode() == TOO_MANY_REQUESTS && turn < MOST_TURNS; turn++) {
            Thread.sleep(PAUSE_MILLIS); // the server's limit for one user (collab.rest.requests-per-second)
            response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
        return response;
    }
}
