package org.collab.it.client;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.collab.ot.Delta;
import org.collab.ot.DeltaJson;
import org.collab.ot.Limits;

/** The REST API, as one user. */
public final class Api {
    public static final String PASSWORD = "correct horse battery";

    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

    private final URI base;
    private final Optional<String> token;
    private final String userId;

    private Api(URI base, Optional<String> token, String userId) {
        this.base = base;
        this.token = token;
        this.userId = userId;
    }

    /** Nobody in particular. */
    public static Api anonymous(URI base) {
        return new Api(base, Optional.empty(), "");
    }

    /** A new user with a name of their own, signed in. */
    public static Api newUser(URI base, String displayName) {
        Api anonymous = anonymous(base);
        String email = displayName.toLowerCase(java.util.Locale.ROOT) + "-" + UUID.randomUUID() + "@example.com";
        anonymous
                .post("auth/register", Map.of("email", email, "password", PASSWORD, "displayName", displayName))
                .requireStatus(201);
        return anonymous.login(email, PASSWORD);
    }

    public Api login(String email, String password) {
        JsonObject tokens = post("auth/login", Map.of("email", email, "password", password))
                .requireStatus(200)
                .json();
        return withToken(
                tokens.getString("accessToken"), tokens.getJsonObject("user").getString("id"));
    }

    /** The same API with another access token. */
    public Api withToken(String accessToken, String user) {
        return new Api(base, Optional.of(accessToken), user);
    }

    public String token() {
        return token.orElseThrow();
    }

    public String userId() {
        return userId;
    }

    public URI base() {
        return base;
    }

    /** An answer of the server. */
    public record Answer(int status, String body, HttpResponse<String> response) {
        public JsonObject json() {
            return Json.createReader(new StringReader(body)).readObject();
        }

        public Answer requireStatus(int expected) {
            if (status != expected) {
                throw new AssertionError(response.request().method() + " " + response.uri() + ": expected " + expected
                        + ", was " + status + " " + body);
            }
            return this;
        }
    }

    public Answer get(String path) {
        return send("GET", path, Optional.empty());
    }

    /** For what takes long. */
    public Answer getPatiently(String path, Duration patience) {
        return send("GET", path, Optional.empty(), patience);
    }

    public Answer post(String path, Map<String, ?> fields) {
        return send("POST", path, Optional.of(object(fields).toString()));
    }

    public Answer patch(String path, Map<String, ?> fields) {
        return send("PATCH", path, Optional.of(object(fields).toString()));
    }

    public Answer put(String path, Map<String, ?> fields) {
        return send("PUT", path, Optional.of(object(fields).toString()));
    }

    public Answer delete(String path) {
        return send("DELETE", path, Optional.empty());
    }

    public Answer send(String method, String path, Optional<String> body) {
        return send(method, path, body, Duration.ofSeconds(30));
    }

    private Answer send(String method, String path, Optional<String> body, Duration patience) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve("api/" + path))
                .timeout(patience)
                .method(
                        method,
                        body.map(HttpRequest.BodyPublishers::ofString).orElseGet(HttpRequest.BodyPublishers::noBody));
        body.ifPresent(text -> request.header("Content-Type", "application/json"));
        token.ifPresent(value -> request.header("Authorization", "Bearer " + value));
        return send(request);
    }

    public static Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body(), response);
        } catch (IOException e) {
            throw new AssertionError("no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    /** Sends bytes as they are. */
    public HttpResponse<byte[]> upload(String path, String type, byte[] body) {
        return sendForBytes(
                request(path).header("Content-Type", type).POST(HttpRequest.BodyPublishers.ofByteArray(body)));
    }

    public HttpResponse<byte[]> download(String path) {
        return sendForBytes(request(path).GET());
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(base.resolve("api/" + path)).timeout(Duration.ofSeconds(30));
        token.ifPresent(value -> request.header("Authorization", "Bearer " + value));
        return request;
    }

    private static HttpResponse<byte[]> sendForBytes(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new AssertionError("no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    public String createRoom(String name) {
        return post("rooms", Map.of("name", name)).requireStatus(201).json().getString("id");
    }

    public String createDocument(String roomId, String title) {
        return post("rooms/" + roomId + "/documents", Map.of("title", title))
                .requireStatus(201)
                .json()
                .getString("id");
    }

    public void addMember(String roomId, Api member, String role) {
        put("rooms/" + roomId + "/members/" + member.userId(), Map.of("role", role))
                .requireStatus(200);
    }

    public String ticket(String documentId) {
        return send("POST", "documents/" + documentId + "/tickets", Optional.empty())
                .requireStatus(201)
                .json()
                .getString("ticket");
    }

    public JsonObject contents(String documentId) {
        return get("documents/" + documentId + "/contents").requireStatus(200).json();
    }

    /** The text up to the first embed, at a revision. */
    public String textAt(String documentId, long revision) {
        return get("documents/" + documentId + "/contents?revision=" + revision)
                .requireStatus(200)
                .json()
                .getJsonArray("contents")
                .getJsonObject(0)
                .getString("insert");
    }

    public Delta delta(String documentId) {
        return DeltaJson.read(contents(documentId).getJsonArray("contents").toString(), Limits.DOCUMENT);
    }

    private static JsonObject object(Map<String, ?> fields) {
        JsonObjectBuilder json = Json.createObjectBuilder();
        fields.forEach((name, value) -> {
            if (value instanceof JsonValue ready) {
                json.add(name, ready);
            } else if (value instanceof Number number) {
                json.add(name, number.longValue());
            } else {
                json.add(name, value.toString());
            }
        });
        return json.build();
    }
}
