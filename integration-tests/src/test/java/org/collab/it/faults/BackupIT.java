package org.collab.it.faults;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.collab.it.client.Api;
import org.collab.it.client.Wire;
import org.collab.it.product.Product;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A base backup of PostgreSQL while people type, restored into a folder where nothing was, as docs/operations.md tells.
 * The embedded PostgreSQL has no pg_dump or pg_basebackup; this is what pg_basebackup does.
 */
class BackupIT {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String NEW_HISTORY =
            "UPDATE documents SET history_epoch = history_epoch + 1 + extract(epoch FROM now())::bigint";

    @Test
    void a_backup_made_while_people_type_is_a_prefix_and_browsers_that_know_more_are_told(@TempDir Path directory)
            throws IOException, SQLException, InterruptedException {
        Path backup = directory.resolve("restored");
        People people;
        String document;
        JsonArray before;
        try (Product product = Product.start(directory.resolve("original"))) {
            people = People.at(product.uri());
            document = people.owner(product.uri()).createDocument(people.room(), "Backup");
            try (TypingFleet fleet = new TypingFleet(
                    4, product.uri(), people.emails(), document, Duration.ofSeconds(6), new Random(7))) {
                fleet.typing(true);
                fleet.awaitProgress(PATIENCE);
                backUp(product, directory.resolve("original"), backup);
                fleet.awaitProgress(PATIENCE);
                fleet.typing(false);
                fleet.awaitRest(PATIENCE);
            }
            before = changes(people.owner(product.uri()), document);
        }
        try (Product restored = Product.start(backup)) {
            restored.sql().update(NEW_HISTORY);
            Api ana = people.owner(restored.uri());
            JsonArray after = changes(ana, document);
            assertThat(after).isNotEmpty().hasSizeLessThan(before.size());
            assertThat(before.subList(0, after.size())).isEqualTo(after);
            JsonObject verified = ana.get("documents/" + document + "/verify")
                    .requireStatus(200)
                    .json();
            assertThat(verified.getBoolean("verified")).isTrue();

            requireResync(ana, document, before.size(), "revision-ahead");
            int missing = before.size() - after.size();
            Wire writer = Wire.open(ana, document);
            writer.hello(UUID.randomUUID().toString(), java.util.Optional.empty());
            writer.await1("welcome");
            for (int i = 1; i <= missing + 1; i++) {
                writer.submit(i, after.size() + i - 1, "[{\"insert\":\"n\"}]");
                int seq = i;
                writer.await1(
                        "changes",
                        message -> message.getJsonArray("changes").getValuesAs(JsonObject.class).stream()
                                .anyMatch(change -> change.getInt("seq") == seq));
            }
            writer.close();
            requireResync(ana, document, before.size(), "revision-ahead");
        }
    }

    /** Of another history, though its revision may be in this one. */
    private static void requireResync(Api api, String document, int revision, String code) {
        Wire ahead = Wire.open(api, document);
        ahead.send("{\"type\":\"hello\",\"protocol\":1,\"clientId\":\"%s\",\"revision\":%d,\"epoch\":1}"
                .formatted(UUID.randomUUID(), revision));
        JsonObject resync = ahead.await1("resync");
        assertThat(resync.getString("code")).isEqualTo(code);
        assertThat(resync.getJsonArray("contents"))
                .isEqualTo(api.contents(document).getJsonArray("contents"));
        ahead.close();
    }

    private static JsonArray changes(Api api, String document) {
        return api.get("documents/" + document + "/changes?after=0&limit=1000")
                .requireStatus(200)
                .json()
                .getJsonArray("items");
    }

    private static void backUp(Product product, Path from, Path to)
            throws SQLException, IOException, InterruptedException {
        Files.createDirectories(to);
        try (Connection owner = product.sql().connectAsOwner();
                var statement = owner.createStatement()) {
            statement.execute("SELECT pg_backup_start('test', true)");
            copy(from.resolve("secrets"), to);
            copy(from.resolve("postgres"), to);
            String label;
            try (var stopped = statement.executeQuery("SELECT labelfile FROM pg_backup_stop(false)")) {
                stopped.next();
                label = stopped.getString(1);
            }
            Path database = to.resolve("postgres");
            copy(from.resolve("postgres/pg_wal"), database);
            Files.deleteIfExists(database.resolve("postmaster.pid"));
            Files.writeString(database.resolve("backup_label"), label);
        }
    }

    /** With owners and rights. Files that PostgreSQL has removed meanwhile are none of a backup's. */
    private static void copy(Path from, Path into) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(List.of("cp", "-a", from.toString(), into.toString()))
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        process.waitFor();
        assertThat(said.lines()).allSatisfy(line -> assertThat(line).contains("No such file or directory"));
    }
}
