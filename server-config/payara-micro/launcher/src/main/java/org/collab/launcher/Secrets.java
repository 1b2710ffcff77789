package org.collab.launcher;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * The installation's own secrets, made at the first start and kept in files that only this user may read.
 *
 * <p>Deleting the access token's key makes everybody's tokens void until their browsers renew them, and renaming it to the
 * previous one does not; deleting a database password locks the database.
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
        secrets.makeKeys();
        secrets.makePassword(secrets.databasePasswordFile());
        secrets.makePassword(secrets.databaseOwnerPasswordFile());
        return secrets;
    }

    /** The key that signs access tokens: RSA, PKCS#8, PEM. */
    Path accessTokenKey() {
        return folder.resolve("access-token-key.pem");
    }

    /**
     * A key whose tokens are valid beside those of {@link #accessTokenKey}; missing unless somebody has renamed that one
     * so, to have a new one made.
     */
    Path previousAccessTokenKey() {
        return folder.resolve("access-token-key.previous.pem");
    }

    /** The keys that verify access tokens: a JWK set. */
    Path accessTokenPublicKeys() {
        return folder.resolve("access-token-keys.json");
    }

    /** The application's password to its database. */
    String databasePassword() throws IOException {
        return Files.readString(databasePasswordFile()).strip();
    }

    /** The password of PostgreSQL's superuser, which only the launcher uses. */
    String databaseOwnerPassword() throws IOException {
        return Files.readString(databaseOwnerPasswordFile()).strip();
    }

    /** The other nodes' password to this one's broker; made when it is first asked for. */
    String brokerPassword() throws IOException {
        var file = folder.resolve("broker-password");
        makePassword(file);
        return Files.readString(file).strip();
    }

    Path databaseOwnerPasswordFile() {
        return folder.resolve("database-owner-password");
    }

    /** Who signs in to the sample content. */
    Path demoUsers() {
        return folder.resolve("demo-users");
    }

    /** The application keeps the code for its first administrator there, while there is none. */
    Path administratorCode() {
        return folder.resolve("administrator-code");
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

    /** The public keys are computed from the private ones at each start, so that they always belong together. */
    private void makeKeys() throws IOException, GeneralSecurityException {
        if (Files.notExists(accessTokenKey())) {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(RSA_BITS);
            var key = generator.generateKeyPair().getPrivate().getEncoded();
            PrivateFiles.write(accessTokenKey(), pem("PRIVATE KEY", key));
        }
        var keys = new ArrayList<String>();
        keys.add(publicKeyOf(accessTokenKey()));
        if (Files.exists(previousAccessTokenKey())) {
            keys.add(publicKeyOf(previousAccessTokenKey()));
        }
        PrivateFiles.write(accessTokenPublicKeys(), "{\"keys\":[" + String.join(",", keys) + "]}\n");
    }

    /** A JWK, named by its thumbprint (RFC 7638), as the application names the key in its tokens. */
    private static String publicKeyOf(Path privateKey) throws IOException, GeneralSecurityException {
        var base64 = Files.readString(privateKey).replaceAll("-----[A-Z ]+-----", "");
        var key = (RSAPrivateCrtKey) KeyFactory.getInstance("RSA")
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(base64)));
        var members = "\"e\":\"" + base64Url(unsigned(key.getPublicExponent())) + "\",\"kty\":\"RSA\",\"n\":\""
                + base64Url(unsigned(key.getModulus())) + "\"";
        var thumbprint =
                MessageDigest.getInstance("SHA-256").digest(("{" + members + "}").getBytes(StandardCharsets.UTF_8));
        return "{" + members + ",\"kid\":\"" + base64Url(thumbprint) + "\",\"use\":\"sig\",\"alg\":\"RS256\"}";
    }

    private static String base64Url(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Without the zero that a positive number may begin with. */
    private static byte[] unsigned(BigInteger number) {
        var bytes = number.toByteArray();
        return bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
    }

    private static String pem(String kind, byte[] key) {
        var base64 = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));
        return "-----BEGIN " + kind + "-----\n" + base64.encodeToString(key) + "\n-----END " + kind + "-----\n";
    }
}
