package org.collab.it.identity;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.collab.it.client.Api;
import org.collab.it.product.Product;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The procedure of docs/security.md on the launched product. */
class KeyRotationIT {
    @TempDir
    private Path directory;

    @Test
    void S5_new_key_signs_nobody_out_and_unknown_keys_open_nothing() throws IOException {
        Path data = directory.resolve("data");
        Path keys = data.resolve("secrets");
        String email = UUID.randomUUID() + "@example.com";
        int port = Product.freePort();
        Visitor ana;
        Api before;
        String oldKey;
        try (Product product = Product.start(data, port, Map.of())) {
            Api anonymous = Api.anonymous(product.uri());
            anonymous
                    .post("auth/register", Map.of("email", email, "password", Api.PASSWORD, "displayName", "Ana"))
                    .requireStatus(201);
            ana = new Visitor(product.uri());
            before = ana.signIn(email, Api.PASSWORD);
            oldKey = key(anonymous, 0);
        }
        Files.move(keys.resolve("access-token-key.pem"), keys.resolve("access-token-key.previous.pem"));
        try (Product product = Product.start(data, port, Map.of())) {
            Api anonymous = Api.anonymous(product.uri());
            assertThat(key(anonymous, 1)).isEqualTo(oldKey);
            assertThat(key(anonymous, 0)).isNotEqualTo(oldKey);

            before.get("users/me").requireStatus(200);
            String token = ana.refresh().requireStatus(200).json().getString("accessToken");
            assertThat(Jwts.part(token, 0).getString("kid")).isEqualTo(key(anonymous, 0));
            anonymous.withToken(token, "").get("users/me").requireStatus(200);
        }
        Files.delete(keys.resolve("access-token-key.previous.pem"));
        try (Product product = Product.start(data, port, Map.of())) {
            assertThat(before.get("users/me").status()).isEqualTo(401);
            ana.api(ana.refresh().requireStatus(200)).get("users/me").requireStatus(200);
            assertThat(product.uri().getPort()).isEqualTo(port);
        }
    }

    private static String key(Api api, int index) {
        JsonObject keys = api.get("auth/jwks").requireStatus(200).json();
        return keys.getJsonArray("keys").getJsonObject(index).getString("kid");
    }
}
