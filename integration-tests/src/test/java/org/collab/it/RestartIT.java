package org.collab.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.collab.it.client.Api;
import org.collab.it.client.Editor;
import org.collab.it.client.Wire;
import org.collab.it.product.Product;
import org.collab.ot.Delta;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestartIT {
    @Test
    void L3_a_restart_drains_keeps_everything_and_leaves_no_process(@TempDir Path directory) {
        Path data = directory.resolve("data");
        String email;
        String document;
        Delta written;
        final ProcessHandle database;
        Wire wire;
        try (Product product = Product.start(data)) {
            Api ana = Api.newUser(product.uri(), "Ana");
            email = ana.get("users/me").json().getString("email");
            document = ana.createDocument(ana.createRoom("Room"), "Kept");
            try (Editor editor = new Editor(ana, document)) {
                editor.connect();
                Random random = new Random(7);
                for (int i = 0; i < 50; i++) {
                    editor.edit(random);
                }
                await("saved").until(editor::isSaved);
                written = editor.contents();
            }
            database = product.database();
            assertThat(database.isAlive()).isTrue();
            wire = Wire.open(ana, document);
            wire.hello(UUID.randomUUID().toString(), Optional.empty());
            wire.await1("welcome");
        }
        assertThat(wire.await1("drain").getInt("retryAfterMs")).isPositive();
        assertThat(wire.closeCode()).as("L3").isEqualTo(1012);
        await("PostgreSQL has ended").until(() -> !database.isAlive());

        try (Product product = Product.start(data)) {
            Api ana = Api.anonymous(product.uri()).login(email, Api.PASSWORD);
            assertThat(ana.delta(document)).isEqualTo(written);
        }
    }
}
