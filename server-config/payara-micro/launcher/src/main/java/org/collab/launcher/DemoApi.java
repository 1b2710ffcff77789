package org.collab.launcher;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The REST API as one signed-in user sees it; knows only what the sample content needs. */
final class DemoApi {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final int PAGE = 100;
    private static final int UNAUTHORIZED = 401;

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
    private final URI api;
    private String token = "";
    private String userId = "";

    private DemoApi(URI server) {
        this.api = server.resolve("/api/");
    }

    /** Signs the user in; registers them where they are not known yet. */
    static DemoApi signIn(URI server, String email, String name, String password)
            throws IOException, InterruptedException {
        var user = new DemoApi(server);
        var credentials = Json.object().add("email", email).add("password", password);
        var login = user.send("POST", "auth/login", credentials);
        if (login.statusCode() == UNAUTHORIZED) {
            user.post("auth/register", Json.object().merge(credentials).add("displayName", name));
            login = user.send("POST", "auth/login", credentials);
        }
        var session = body("POST", "auth/login", login);
        user.token = session.getString("accessToken", "");
        user.userId = session.get("user").asObject().getString("id", "");
        return user;
    }

    String userId() {
        return userId;
    }

    /** The entity of a list whose field has the value; made where there is none. */
    JsonObject findOrCreate(String list, String field, String value) throws IOException, InterruptedException {
        for (var offset = 0; ; offset += PAGE) {
            var path = list + "?limit=" + PAGE + "&offset=" + offset;
            var items = body("GET", path, send("GET", path, null)).get("items").asArray();
            for (var item : items) {
                if (item.asObject().getString(field, "").equals(value)) {
                    return item.asObject();
                }
            }
            if (items.size() < PAGE) {
                return post(list, Json.object().add(field, value));
            }
        }
    }

    JsonObject post(String path, JsonObject content) throws IOException, InterruptedException {
        return body("POST", path, send("POST", path, content));
    }

    void put(String path, JsonObject content) throws IOException, InterruptedException {
        body("PUT", path, send("PUT", path, content));
    }

    private HttpResponse<String> send(String method, String path, @Nullable JsonObject content)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(api.resolve(path)).timeout(TIMEOUT).header("Accept", "application/json");
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        if (content == null) {
            request.method(method, BodyPublishers.noBody());
        } else {
            request.header("Content-Type", "application/json")
                    .method(method, BodyPublishers.ofString(content.toString()));
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private static JsonObject body(String method, String path, HttpResponse<String> response) {
        if (response.statusCode() / 100 != 2) {
            throw new StartupFailure("The sample content could not be made: " + method + " /api/" + path + " answered "
                    + response.statusCode() + " " + response.body().strip() + ".");
        }
        return response.body().isBlank()
                ? Json.object()
                : Json.parse(response.body()).asObject();
    }
}
