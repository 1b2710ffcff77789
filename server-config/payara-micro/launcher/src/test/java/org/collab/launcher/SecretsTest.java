package org.collab.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonObject;
import com.eclipsesource.json.JsonValue;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

    @TempDir
    private Path folder;

    @Test
    void published_key_verifies_what_the_private_one_signs() throws Exception {
        var secrets = Secrets.in(folder.resolve("secrets"));
        var factory = KeyFactory.getInstance("RSA");
        var content = "token".getBytes(StandardCharsets.UTF_8);

        var signer = Signature.getInstance("SHA256withRSA");
        signer.initSign(factory.generatePrivate(new PKCS8EncodedKeySpec(der(secrets.accessTokenKey()))));
        signer.update(content);
        var signature = signer.sign();

        var published = published(secrets).get(0);
        var verifier = Signature.getInstance("SHA256withRSA");
        verifier.initVerify(factory.generatePublic(
                new RSAPublicKeySpec(number(published.getString("n", "")), number(published.getString("e", "")))));
        verifier.update(content);
        assertThat(verifier.verify(signature)).isTrue();
    }

    @Test
    void renamed_key_is_published_beside_the_new_one() throws Exception {
        var first = Secrets.in(folder);
        var old = published(first).get(0).getString("kid", "");
        Files.move(first.accessTokenKey(), first.previousAccessTokenKey());

        var keys = published(Secrets.in(folder));

        assertThat(keys).extracting(key -> key.getString("kid", "")).hasSize(2).doesNotHaveDuplicates();
        assertThat(keys.get(1).getString("kid", "")).isEqualTo(old);
    }

    @Test
    void nobody_else_may_read_them() throws Exception {
        var secrets = folder.resolve("secrets");
        Secrets.in(secrets);

        assertThat(permissions(secrets)).isEqualTo("rwx------");
        try (var files = Files.list(secrets)) {
            assertThat(files)
                    .hasSize(4)
                    .allSatisfy(file -> assertThat(permissions(file)).isEqualTo("rw-------"));
        }
    }

    @Test
    void they_stay_the_same_at_the_next_start() throws Exception {
        var first = Secrets.in(folder);
        var key = Files.readString(first.accessTokenKey());
        var password = first.databasePassword();

        var second = Secrets.in(folder);

        assertThat(second.accessTokenKey()).hasContent(key);
        assertThat(second.databasePassword()).isEqualTo(password).isNotEqualTo(second.databaseOwnerPassword());
    }

    private static List<JsonObject> published(Secrets secrets) throws IOException {
        var keys = Json.parse(Files.readString(secrets.accessTokenPublicKeys()))
                .asObject()
                .get("keys")
                .asArray();
        return keys.values().stream().map(JsonValue::asObject).toList();
    }

    private static BigInteger number(String base64Url) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(base64Url));
    }

    private static byte[] der(Path pem) throws IOException {
        return Base64.getMimeDecoder().decode(Files.readString(pem).replaceAll("-----[A-Z ]+-----", ""));
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
