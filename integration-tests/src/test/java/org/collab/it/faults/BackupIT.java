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
import org.collab.it.product.InstalledPostgres;
import org.collab.it.product.Product;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Backups of PostgreSQL while people type, restored where nothing was, as docs/operations.md tells: by pg_dump, with the
 * programs that {@code pg_config} names; and a base backup of the embedded PostgreSQL, which brings no programs.
 */
class BackupIT {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String NEW_HISTORY =
            "UPDATE documents SET history_epoch = history_epoch + 1 + extract(epoch FROM now())::bigint";

    /** What people have written, half of it before the backup and half of it after. */
    private record Written(People people, String document, JsonArray changes) {
        static Written in(Product product, Step backUp) throws Exception {
            People people = People.at(product.uri());
            String document = people.owner(product.uri()).createDocument(people.room(), "Backup");
            try (TypingFleet fleet = new TypingFleet(
                    4, product.uri(), people.emails(), document, Duration.ofSeconds(6), new Random(7))) {
                fleet.typing(true);
                fleet.awaitProgress(PATIENCE);
                backUp.run();
                fleet.awaitProgress(PATIENCE);
                fleet.typing(false);
                fleet.awaitRest(PATIENCE);
            }
            return new Written(people, document, BackupIT.changes(people.owner(product.uri()), document));
        }
    }

    private interface Step {
        void run() throws Exception;
    }

    @Test
    void a_backup_made_while_people_type_is_a_prefix_and_browsers_that_know_more_are_told(@TempDir Path directory)
            throws Exception {
        Path backup = directory.resolve("restored");
        Written written;
        try (Product product = Product.start(directory.resolve("original"))) {
            written = Written.in(product, () -> backUp(product, directory.resolve("original"), backup));
        }
        try (Product restored = Product.start(backup)) {
            restored.sql().update(NEW_HISTORY);
            requirePrefix(restored, written);
        }
    }

    @Test
    void a_dump_made_while_people_type_is_a_prefix_and_browsers_that_know_more_are_told(@TempDir Path directory)
            throws Exception {
        Path node = directory.resolve("node");
        Path dump = directory.resolve("collab.dump");
        Written written;
        try (InstalledPostgres postgres = new InstalledPostgres(directory.resolve("original"))) {
            postgres.run("createdb", "collab");
            try (Product product = Product.start(node, postgres.settings("collab"))) {
                written = Written.in(
                        product, () -> postgres.run("pg_dump", "--format=custom", "--file=" + dump, "collab"));
            }
        }
        try (InstalledPostgres empty = new InstalledPostgres(directory.resolve("restored"))) {
            empty.run("createdb", "restored");
            empty.run("pg_restore", "--no-owner", "--role=collab", "--dbname=restored", dump.toString());
            empty.run("psql", "--dbname=restored", "--command=" + NEW_HISTORY);
            try (Product restored = Product.start(node, empty.settings("restored"))) {
                requirePrefix(restored, written);
            }
        }
    }

    /** What is restored is what was there at the moment of the backup; whoever knows more gets the restored contents. */
    private static void requirePrefix(Product restored, Written written) {
        String document = written.document();
        JsonArray before = written.changes();
        Api ana = written.people().owner(restored.uri());
        JsonArray after = changes(ana, document);
        assertThat(after).isNotEmpty().hasSizeLessThan(before.size());
        assertThat(before.subList(0, after.size())).isEqualTo(after);
        JsonObject verified =
                ana.get("documents/" + document + "/verify").requireStatus(200).json();
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
