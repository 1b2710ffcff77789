package org.collab.it.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.collab.it.client.Api;
import org.collab.it.product.Product;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Deleted documents on a product that purges at once. */
class RetentionIT {
    @Test
    void deleted_documents_go_with_their_history_and_held_ones_stay(@TempDir Path directory) {
        try (Product product = Product.start(
                directory.resolve("data"),
                Map.of("COLLAB_TRASH_RETENTION", "PT3S", "COLLAB_TRASH_PURGE_EVERY", "PT1S"))) {
            Api ana = Api.newUser(product.uri(), "Ana");
            Api ben = Api.newUser(product.uri(), "Ben");
            String room = ana.createRoom("Room");
            ana.addMember(room, ben, "editor");
            String gone = written(ana, ana, room);
            String kept = written(ana, ana, room);
            String held = written(ana, ana, room);
            String byBen = written(ana, ben, room);
            hold(product, "DOCUMENT", held, ana);
            hold(product, "USER", ben.userId(), ana);
            for (String id : new String[] {gone, held, byBen}) {
                ana.delete("documents/" + id).requireStatus(204);
            }
            await("the purge")
                    .atMost(Duration.ofSeconds(40))
                    .until(() -> rows(product, "documents WHERE id = ?", gone) == 0);
            assertThat(rows(product, "changes WHERE document_id = ?", gone)).isZero();
            assertThat(rows(product, "named_versions WHERE document_id = ?", gone))
                    .isZero();
            for (String id : new String[] {kept, held, byBen}) {
                assertThat(rows(product, "changes WHERE document_id = ?", id)).isPositive();
                assertThat(rows(product, "named_versions WHERE document_id = ?", id))
                        .isEqualTo(1);
            }
            ana.get("documents/" + held).requireStatus(404);
            product.sql().update("DELETE FROM holds WHERE target_id = ?", UUID.fromString(held));
            await("the purge of what was released")
                    .atMost(Duration.ofSeconds(40))
                    .until(() -> rows(product, "documents WHERE id = ?", held) == 0);
            ana.get("documents/" + kept + "/history").requireStatus(200);
        }
    }

    private static String written(Api owner, Api author, String room) {
        String document = owner.createDocument(room, "Document");
        new Pen(author, document).insert(0, "text");
        owner.post("documents/" + document + "/versions", Map.of("name", "Draft"))
                .requireStatus(201);
        return document;
    }

    private static void hold(Product product, String kind, String target, Api by) {
        product.sql()
                .update(
                        "INSERT INTO holds (kind, target_id, reason, placed_by, placed_at) VALUES (?, ?, 'a case', ?, now())",
                        kind,
                        UUID.fromString(target),
                        UUID.fromString(by.userId()));
    }

    private static long rows(Product product, String where, String id) {
        return (Long) product.sql()
                .query("SELECT count(*) FROM " + where, UUID.fromString(id))
                .orElseThrow();
    }
}
