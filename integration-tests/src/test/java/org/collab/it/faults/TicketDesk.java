package org.collab.it.faults;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.collab.it.client.Api;

/** Gets one user's tickets over a network that may fail, and signs in again when the access token has expired. */
final class TicketDesk {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Set<Integer> EXPECTED = Set.of(200, 201, 401, 503);
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    private final URI base;
    private final String email;
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private volatile Optional<String> token = Optional.empty();

    /** @param base where the user reaches the product */
    TicketDesk(URI base, String email) {
        this.base = base;
        this.email = email;
    }

    URI base() {
        return base;
    }

    /** What the server should not have answered: a browser gives up at anything but these. */
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** Empty where there is no ticket to be had now. */
    Optional<String> ticket(String documentId) throws InterruptedException {
        try {
            if (token.isEmpty()) {
                signIn();
            }
            HttpResponse<String> answer = post("documents/" + documentId + "/tickets", "");
            if (answer.statusCode() == 401) {
                token = Optional.empty();
            }
            return answer.statusCode() == 201 ? Optional.of(json(answer).getString("ticket")) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private synchronized void signIn() throws IOException, InterruptedException {
        if (token.isPresent()) {
            return;
        }
        String body = Json.createObjectBuilder()
                .add("email", email)
                .add("password", Api.PASSWORD)
                .build()
                .toString();
        HttpResponse<String> answer = post("auth/login", body);
        if (answer.statusCode() != 200) {
            throw new IOException("sign-in was answered with " + answer.statusCode());
        }
        token = Optional.of(json(answer).getString("accessToken"));
    }

    /** A server that starts answers before it has the application. */
    private static boolean isWithoutApplication(HttpResponse<String> answer) {
        return answer.statusCode() == 404
                && !answer.headers().firstValue("Content-Type").orElse("").contains("problem+json");
    }

    private HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve("api/" + path))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
        token.ifPresent(value -> request.header("Authorization", "Bearer " + value));
        HttpResponse<String> answer = HTTP.send(request.build(), BodyHandlers.ofString());
        if (!EXPECTED.contains(answer.statusCode()) && !isWithoutApplication(answer)) {
            complaints.add(path + " was answered with " + answer.statusCode() + ' ' + answer.body());
        }
        return answer;
    }

    private static JsonObject json(HttpResponse<String> answer) {
        return Json.createReader(new StringReader(answer.body())).readObject();
    }
}
