import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;

/**
 * Makes the RSA key pair that signs and verifies access tokens, in the folder that is named, unless it is there:
 * {@code java AccessTokenKey.java FOLDER}.
 */
final class AccessTokenKey {
    private static final int BITS = 2048;

    public static void main(String[] arguments) throws IOException, GeneralSecurityException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        Path privateKey = folder.resolve("access-token-key.pem");
        Path publicKey = folder.resolve("access-token-key.pub.pem");
        if (Files.exists(privateKey) && Files.exists(publicKey)) {
            return;
        }
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(BITS);
        KeyPair pair = generator.generateKeyPair();
        write(publicKey, "rw-r--r--", "PUBLIC KEY", pair.getPublic().getEncoded());
        write(privateKey, "rw-------", "PRIVATE KEY", pair.getPrivate().getEncoded());
    }

    private static void write(Path file, String permissions, String kind, byte[] key) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions)));
        String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key);
        Files.writeString(
                file,
                "-----BEGIN " + kind + "-----\n" + base64 + "\n-----END " + kind + "-----\n",
                StandardOpenOption.WRITE);
    }
}
