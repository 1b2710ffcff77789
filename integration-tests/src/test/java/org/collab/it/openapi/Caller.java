package org.collab.it.openapi;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.collab.it.openapi.Description.Answered;
import org.collab.it.openapi.Description.Operation;

/** Somebody whose every answer is held against the description. */
final class Caller {
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    private final Description description;
    private final URI base;
    private final Optional<String> token;
    private final Set<String> succeeded;
    private final Map<String, List<String>> wrong;

    /**
     * @param succeeded gets the names of operations that were answered as they are meant to be
     * @param wrong gets what differs from the description
     */
    Caller(
            Description description,
            URI base,
            Optional<String> token,
            Set<String> succeeded,
            Map<String, List<String>> wrong) {
        this.description = description;
        this.base = base;
        this.token = token;
        this.succeeded = succeeded;
        this.wrong = wrong;
    }

    /** The same with another access token. */
    Caller as(String other) {
        return new Caller(description, base, Optional.of(other), succeeded, wrong);
    }

    /** An answer that has to be a good one; what a walk goes on with. */
    Map<String, Object> good(String method, String path, String body) {
        return Json.map(Json.parse(goodText(method, path, body)));
    }

    /** As {@link #good}, where no JSON object is answered. */
    String goodText(String method, String path, String body) {
        return goodText(method, path, json(body), "Content-Type", "application/json");
    }

    /** As {@link #good}, with other contents. */
    Map<String, Object> goodUpload(String method, String path, String type, byte[] body) {
        String text = goodText(method, path, BodyPublishers.ofByteArray(body), "Content-Type", type);
        return text.isEmpty() ? Map.of() : Json.map(Json.parse(text));
    }

    /** As {@link #goodText}, with this header. */
    String goodText(String method, String path, BodyPublisher body, String header, String value) {
        HttpResponse<byte[]> answer = ask(method, path, body, header, value);
        String text = new String(answer.body(), StandardCharsets.UTF_8);
        if (answer.statusCode() >= 400) {
            throw new AssertionError(method + " " + path + " was answered with " + answer.statusCode() + " " + text
                    + "; before it: " + wrong);
        }
        return text;
    }

    /** @return the status of whatever is answered to a request of the type that is described */
    int any(Operation operation, String path, String body) {
        String method = operation.method().toUpperCase(Locale.ROOT);
        return ask(method, path, json(body), "Content-Type", operation.requestType())
                .statusCode();
    }

    HttpResponse<byte[]> ask(String method, String path, BodyPublisher body, String header, String value) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve("api/" + path))
                .timeout(Duration.ofSeconds(30))
                .header(header, value)
                .method(method, body);
        token.ifPresent(bearer -> request.header("Authorization", "Bearer " + bearer));
        HttpResponse<byte[]> answer = send(request.build());
        Operation operation = description.operation(method, "/" + path.replaceAll("\\?.*", ""));
        check(operation, path, answer);
        return answer;
    }

    private void check(Operation operation, String path, HttpResponse<byte[]> answer) {
        Answered answered = new Answered(
                answer.statusCode(),
                answer.headers().firstValue("Content-Type"),
                new String(answer.body(), StandardCharsets.UTF_8));
        List<String> errors = description.errors(operation, answered).stream()
                .map(error -> answer.statusCode() + ": " + error + " (" + path + ")")
                .collect(Collectors.toList());
        if (!errors.isEmpty()) {
            wrong.merge(operation.name(), errors, (earlier, more) -> {
                earlier.addAll(more);
                return earlier;
            });
        } else if (answer.statusCode() < 400) {
            succeeded.add(operation.name());
        }
    }

    private static BodyPublisher json(String body) {
        return body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
    }

    private static HttpResponse<byte[]> send(HttpRequest request) {
        try {
            return HTTP.send(request, BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new AssertionError("no answer to " + request, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }
}
