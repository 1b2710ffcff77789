package org.collab.launcher;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonObject;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

/**
 * A room with sample documents and two people who edit them, made through the REST API like anybody's.
 *
 * <p>Each step looks for its result first, and each document's text carries a client id and number of its own, which the
 * server commits once: a start that was cut short is completed by the next one, and nothing is ever there twice.
 */
final class DemoContent {

    private static final String ROOM = "Welcome";

    /** The last one is the newest, which lists show first. */
    private static final List<String> SAMPLES = List.of("launch-checklist", "meeting-notes", "start-here");

    private final DemoApi ana;
    private final DemoApi ben;

    private DemoContent(DemoApi ana, DemoApi ben) {
        this.ana = ana;
        this.ben = ben;
    }

    /**
     * Fills in what is missing.
     *
     * @param credentials where the two people's passwords are kept
     * @return lines that tell the user how to sign in
     */
    static List<String> fill(URI server, Path credentials) throws IOException, InterruptedException {
        var users = DemoUsers.in(credentials);
        var content = new DemoContent(
                DemoApi.signIn(server, DemoUsers.ANA, "Ana", users.password(DemoUsers.ANA)),
                DemoApi.signIn(server, DemoUsers.BEN, "Ben", users.password(DemoUsers.BEN)));
        content.fill();
        return List.of(
                "The room \"" + ROOM + "\" has sample documents. Sign in, in two browsers, as",
                "  " + DemoUsers.ANA + "  password " + users.password(DemoUsers.ANA),
                "  " + DemoUsers.BEN + "  password " + users.password(DemoUsers.BEN));
    }

    private void fill() throws IOException, InterruptedException {
        var room = ana.findOrCreate("rooms", "name", ROOM);
        ana.put("rooms/" + id(room) + "/members/" + ben.userId(), Json.object().add("role", "editor"));
        for (var name : SAMPLES) {
            var sample = read(name);
            var document =
                    ana.findOrCreate("rooms/" + id(room) + "/documents", "title", sample.getString("title", name));
            if (document.getLong("head", 0) == 0) {
                ana.post("documents/" + id(document) + "/changes", firstChange(id(document), sample));
            }
        }
    }

    private static JsonObject firstChange(String document, JsonObject sample) {
        var clientId = UUID.nameUUIDFromBytes(("demo " + document).getBytes(StandardCharsets.UTF_8));
        return Json.object()
                .add("clientId", clientId.toString())
                .add("seq", 1)
                .add("baseRevision", 0)
                .add("delta", sample.get("delta"));
    }

    private static String id(JsonObject entity) {
        return entity.getString("id", "");
    }

    private static JsonObject read(String name) throws IOException {
        var file = "demo/" + name + ".json";
        try (var content = DemoContent.class.getResourceAsStream(file)) {
            if (content == null) {
                throw new IllegalStateException(file + " is not in the launcher's jar");
            }
            return Json.parse(new InputStreamReader(content, StandardCharsets.UTF_8))
                    .asObject();
        }
    }
}
