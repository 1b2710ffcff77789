package org.collab.it.servers;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Application;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** Another application than ours: one that has of everything a little. */
final class Neighbour {
    /** Requests that wait for each other, so that each has a worker of the server's. */
    static final int MEETING = 4;

    /** Starts the server's JAX-RS. */
    @ApplicationPath("rest")
    public static class Rest extends Application {}

    /** Answers when enough others ask as well. */
    @Path("meeting")
    public static class Meeting {
        private static final CyclicBarrier ALL = new CyclicBarrier(MEETING);

        @GET
        public String meet() throws Exception {
            ALL.await(30, TimeUnit.SECONDS);
            return "met";
        }
    }

    private Neighbour() {}

    static java.nio.file.Path war(java.nio.file.Path directory) {
        java.nio.file.Path file = directory.resolve("neighbour.war");
        ShrinkWrap.create(WebArchive.class)
                .addClasses(Neighbour.class, Rest.class, Meeting.class, NeighbourBean.class)
                .as(ZipExporter.class)
                .exportTo(file.toFile());
        return file;
    }

    /** Has as many workers of the server's as that serve this application at the same time. */
    static void meet(URI server) {
        URI meeting = server.resolve("/neighbour/rest/meeting");
        List<CompletableFuture<HttpResponse<String>>> answers = Stream.generate(() -> HttpClient.newHttpClient()
                        .sendAsync(HttpRequest.newBuilder(meeting).build(), BodyHandlers.ofString()))
                .limit(MEETING)
                .toList();
        assertThat(answers)
                .allSatisfy(answer -> assertThat(answer.join().body()).isEqualTo("met"));
    }
}
