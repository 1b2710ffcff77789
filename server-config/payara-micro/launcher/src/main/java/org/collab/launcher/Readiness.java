package org.collab.launcher;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.ParseException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/**
 * Waits until the application itself says that it serves.
 *
 * <p>The server's own health check does not do: Payara Micro reports UP with nothing deployed.
 */
final class Readiness {

    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(5);

    private Readiness() {}

    /** @throws StartupFailure with the last answer, where the application is not ready in time */
    static void await(URI server, Duration patience) throws InterruptedException {
        var client = HttpClient.newBuilder().connectTimeout(ANSWER_TIMEOUT).build();
        var request = HttpRequest.newBuilder(server.resolve("/api/health/ready"))
                .timeout(ANSWER_TIMEOUT)
                .build();
        var deadline = System.nanoTime() + patience.toNanos();
        var last = ask(client, request);
        while (!last.isReady()) {
            if (System.nanoTime() > deadline) {
                throw new StartupFailure("The application is not ready: " + last.description() + ".");
            }
            Thread.sleep(PAUSE.toMillis());
            last = ask(client, request);
        }
    }

    /** One look at the application. */
    record Answer(boolean isReady, String description) {

        static Answer of(int status, String body) {
            return new Answer(status == 200 && isUp(body), "it answered " + status + " " + body.strip());
        }

        private static boolean isUp(String body) {
            try {
                return Json.parse(body).asObject().getString("status", "").equals("UP");
            } catch (ParseException | UnsupportedOperationException e) {
                // Not the application's answer, but some page; the description shows it.
                return false;
            }
        }
    }

    private static Answer ask(HttpClient client, HttpRequest request) throws InterruptedException {
        try {
            HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
            return Answer.of(response.statusCode(), response.body());
        } catch (IOException e) {
            return new Answer(false, "it did not answer (" + e + ")");
        }
    }
}
