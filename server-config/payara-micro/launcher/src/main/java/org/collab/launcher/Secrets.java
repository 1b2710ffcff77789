package org.collab.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.HexFormat;

/**
 * The installation's own secrets, made at the first start and kept in files that only this user may read.
 *
 * <p>Deleting the access token's key signs everybody out; deleting a database password locks the database.
 */
final class Secrets {

    private static final int RSA_BITS = 2048;
    private static final int PASSWORD_BYTES = 24;

    private final Path folder;

    private Secrets(Path folder) {
        this.folder = folder;
    }

    /** Opens the folder and makes what is missing. */
    static Secrets in(Path folder) throws IOException, GeneralSecurityException {
        PrivateFiles.createFolder(folder);
        var secrets = new Secrets(folder);
        secrets.makeKeyPair();
        secrets.makePassword(secrets.databasePasswordFile());
        secrets.makePassword(secrets.databaseOwnerPasswordFile());
        return secrets;
    }

    /** The key that signs access tokens: RSA, PKCS#8, PEM. */
    Path accessTokenKey() {
        return folder.resolve("access-token-key.pem");
    }

    /** The key that verifies access tokens: X.509, PEM. */
    Path accessTokenPublicKey() {
        return folder.resolve("access-token-key.pub.pem");
    }

    /** The application's password to its database. */
    String databasePassword() throws IOException {
        return Files.readString(databasePasswordFile()).strip();
    }

    /** The password of PostgreSQL's superuser, which only the launcher uses. */
    String databaseOwnerPassword() throws IOException {
        return Files.readString(databaseOwnerPasswordFile()).strip();
    }

    Path databaseOwnerPasswordFile() {
        return folder.resolve("database-owner-password");
    }

    /** Who signs in to the sample content. */
    Path demoUsers() {
        return folder.resolve("demo-users");
    }

    /** A password nobody can guess, of hexadecimal digits, which need no quoting anywhere. */
    static String newPassword(int bytes) {
        var random = new byte[bytes];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    private Path databasePasswordFile() {
        return folder.resolve("database-password");
    }

    private void makePassword(Path file) throws IOException {
        if (Files.notExists(file)) {
            PrivateFiles.write(file, newPassword(PASSWORD_BYTES) + "\n");
        }
    }

    /** The public key is computed from the private one, so that a crash between the two writes leaves a pair. */
    private void makeKeyPair() throws IOException, GeneralSecurityException {
        if (Files.notExists(accessTokenKey())) {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(RSA_BITS);
            var key = generator.generateKeyPair().getPrivate().getEncoded();
            PrivateFiles.write(accessTokenKey(), pem("PRIVATE KEY", key));
            Files.deleteIfExists(accessTokenPublicKey());
        }
        if (Files.notExists(accessTokenPublicKey())) {
            PrivateFiles.write(accessTokenPublicKey(), pem("PUBLIC KEY", publicKeyOf(accessTokenKey())));
        }
    }

    private static byte[] publicKeyOf(Path privateKey) throws IOException, GeneralSecurityException {
        var rsa = KeyFactory.getInstance("RSA");
        var base64 = Files.readString(privateKey).replaceAll("-----[A-Z ]+-----", "");
        var key = (RSAPrivateCrtKey) rsa.generatePrivate(
                new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(base64)));
        return rsa.generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent()))
                .getEncoded();
    }

    private static String pem(String kind, byte[] key) {
        var base64 = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));
        return "-----BEGIN " + kind + "-----\n" + base64.encodeToString(key) + "\n-----END " + kind + "-----\n";
    }
}
