package org.collab.load;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The REST API of the installation that is measured, as one user. */
final class Installation {
    private final HttpClient http = HttpClient.newHttpClient();
    private final URI url;
    private Optional<String> token = Optional.empty();

    private Installation(URI url) {
        this.url = url;
    }

    /** Signs in; registers first where no account is given. */
    static Installation signIn(LoadOptions options) throws IOException, InterruptedException {
        Installation installation = new Installation(options.url());
        String email = options.email().orElse("load-" + UUID.randomUUID() + "@example.com");
        if (options.email().isEmpty()) {
            installation.post(
                    "auth/register", Map.of("email", email, "password", options.password(), "displayName", "Load"));
        }
        JsonObject tokens = installation.post("auth/login", Map.of("email", email, "password", options.password()));
        installation.token = Optional.of(tokens.getString("accessToken"));
        return installation;
    }

    String createRoom(String name) throws IOException, InterruptedException {
        return post("rooms", Map.of("name", name)).getString("id");
    }

    String createDocument(String room, String title) throws IOException, InterruptedException {
        return post("rooms/" + room + "/documents", Map.of("title", title)).getString("id");
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

    private JsonObject post(String path, Map<String, Object> body) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(url.resolve("api/" + path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        Json.createObjectBuilder(body).build().toString()));
        token.ifPresent(bearer -> request.header("Authorization", "Bearer " + bearer));
        HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() / 100 != 2) {
            throw new IOException("POST " + path + " answered " + response.statusCode() + ": " + response.body());
        }
        try (var reader = Json.createReader(new StringReader(response.body()))) {
            return reader.readObject();
        }
    }
}
