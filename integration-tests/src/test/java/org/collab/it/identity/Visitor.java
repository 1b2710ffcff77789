package org.collab.it.identity;

import jakarta.json.JsonObject;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.collab.it.client.Api;
import org.collab.it.client.Api.Answer;

/** A browser, as far as signing in needs one: it keeps the product's cookies and follows no redirect by itself. */
final class Visitor {
    private final URI base;
    private final Map<String, String> cookies = new LinkedHashMap<>();

    Visitor(URI base) {
        this.base = base;
    }

    Answer get(String path) {
        return send(HttpRequest.newBuilder(base.resolve(path)).GET());
    }

    /** To an address that is not necessarily the product's; it gets no cookies. */
    static Answer elsewhere(String address) {
        return Api.send(HttpRequest.newBuilder(URI.create(address)).GET());
    }

    Answer post(String path, Map<String, ?> fields) {
        String body = fields.entrySet().stream()
                .map(field -> "\"" + field.getKey() + "\":\"" + field.getValue() + "\"")
                .collect(Collectors.joining(",", "{", "}"));
        return send(HttpRequest.newBuilder(base.resolve(path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    Answer postForm(String path, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(base.resolve(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** Signs in by password. */
    Api signIn(String email, String password) {
        return api(post("api/auth/login", Map.of("email", email, "password", password))
                .requireStatus(200));
    }

    /** Renews the tokens. */
    Answer refresh() {
        return post("api/auth/refresh", Map.of());
    }

    /** What the tokens of an answer open. */
    Api api(Answer tokens) {
        JsonObject json = tokens.json();
        return Api.anonymous(base)
                .withToken(
                        json.getString("accessToken"),
                        json.getJsonObject("user").getString("id"));
    }

    static String location(Answer answer) {
        return answer.response().headers().firstValue("Location").orElseThrow();
    }

    Optional<String> cookie(String name) {
        return Optional.ofNullable(cookies.get(name));
    }

    void setCookie(String name, String value) {
        cookies.put(name, value);
    }

    private Answer send(HttpRequest.Builder request) {
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        Answer answer = Api.send(request);
        answer.response().headers().allValues("Set-Cookie").forEach(header -> {
            String pair = header.substring(0, header.indexOf(';'));
            int equals = pair.indexOf('=');
            cookies.put(pair.substring(0, equals), pair.substring(equals + 1));
        });
        return answer;
    }
}
