import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * The RSA keys of access tokens, in a folder: {@code java AccessTokenKey.java FOLDER [prepare | switch]}.
 *
 * <pre>
 * access-token-key.pem           signs
 * access-token-key.next.pem      will sign after "switch"; its tokens are valid already
 * access-token-key.previous.pem  signed before; its tokens are still valid
 * access-token-keys.json         the public halves of them all, a JWK set, for checking tokens
 * </pre>
 *
 * Without a second argument what is missing is made. {@code prepare} makes the next key; {@code switch} lets it sign. The
 * servers read the files when they start: between the two steps, and after the second, each of them is started again.
 */
final class AccessTokenKey {
    private static final int BITS = 2048;

    public static void main(String[] arguments) throws IOException, GeneralSecurityException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        Path current = folder.resolve("access-token-key.pem");
        Path next = folder.resolve("access-token-key.next.pem");
        Path previous = folder.resolve("access-token-key.previous.pem");
        makeUnlessThere(current);
        switch (arguments.length > 1 ? arguments[1] : "make") {
            case "make" -> {}
            case "prepare" -> makeUnlessThere(next);
            case "switch" -> {
                if (Files.notExists(next)) {
                    System.err.println("There is no next key in " + folder + "; run \"prepare\" first.");
                    System.exit(1);
                }
                Files.move(current, previous, StandardCopyOption.REPLACE_EXISTING);
                Files.move(next, current, StandardCopyOption.REPLACE_EXISTING);
            }
            default -> {
                System.err.println("Known are \"prepare\" and \"switch\", not \"" + arguments[1] + "\".");
                System.exit(1);
            }
        }
        List<String> keys = new ArrayList<>();
        for (Path key : List.of(current, previous, next)) {
            if (Files.exists(key)) {
                keys.add(jwk(key));
            }
        }
        write(folder.resolve("access-token-keys.json"), "rw-r--r--", "{\"keys\":[" + String.join(",", keys) + "]}\n");
    }

    private static void makeUnlessThere(Path file) throws IOException, GeneralSecurityException {
        if (Files.exists(file)) {
            return;
        }
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(BITS);
        byte[] key = generator.generateKeyPair().getPrivate().getEncoded();
        String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key);
        write(file, "rw-------", "-----BEGIN PRIVATE KEY-----\n" + base64 + "\n-----END PRIVATE KEY-----\n");
    }

    /** The public half, named by its thumbprint (RFC 7638), as the application names the key in its tokens. */
    private static String jwk(Path file) throws IOException, GeneralSecurityException {
        String base64 = Files.readString(file).replaceAll("-----[A-Z ]+-----", "");
        RSAPrivateCrtKey key = (RSAPrivateCrtKey) KeyFactory.getInstance("RSA")
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(base64)));
        String members = "\"e\":\"" + base64Url(unsigned(key.getPublicExponent())) + "\",\"kty\":\"RSA\",\"n\":\""
                + base64Url(unsigned(key.getModulus())) + "\"";
        byte[] thumbprint =
                MessageDigest.getInstance("SHA-256").digest(("{" + members + "}").getBytes(StandardCharsets.UTF_8));
        return "{" + members + ",\"kid\":\"" + base64Url(thumbprint) + "\",\"use\":\"sig\",\"alg\":\"RS256\"}";
    }

    private static String base64Url(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Without the zero that a positive number may begin with. */
    private static byte[] unsigned(BigInteger number) {
        byte[] bytes = number.toByteArray();
        return bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
    }

    private static void write(Path file, String permissions, String content) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions)));
        Files.writeString(file, content, StandardOpenOption.WRITE);
    }
}
