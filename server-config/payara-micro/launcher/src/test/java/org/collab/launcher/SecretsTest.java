package org.collab.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

    @TempDir
    private Path folder;

    @Test
    void keys_sign_and_verify() throws Exception {
        var secrets = Secrets.in(folder.resolve("secrets"));
        var factory = KeyFactory.getInstance("RSA");
        var content = "token".getBytes(StandardCharsets.UTF_8);

        var signer = Signature.getInstance("SHA256withRSA");
        signer.initSign(factory.generatePrivate(new PKCS8EncodedKeySpec(der(secrets.accessTokenKey()))));
        signer.update(content);
        var signature = signer.sign();

        var verifier = Signature.getInstance("SHA256withRSA");
        verifier.initVerify(factory.generatePublic(new X509EncodedKeySpec(der(secrets.accessTokenPublicKey()))));
        verifier.update(content);
        assertThat(verifier.verify(signature)).isTrue();
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

    @Test
    void a_public_key_that_was_not_written_is_made_from_the_private_one() throws Exception {
        var first = Secrets.in(folder);
        var key = Files.readString(first.accessTokenPublicKey());
        Files.delete(first.accessTokenPublicKey());

        assertThat(Secrets.in(folder).accessTokenPublicKey()).hasContent(key);
    }

    private static byte[] der(Path pem) throws IOException {
        return Base64.getMimeDecoder().decode(Files.readString(pem).replaceAll("-----[A-Z ]+-----", ""));
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
