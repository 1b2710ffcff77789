package org.collab.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The two people of the sample content with their passwords, made once and kept. */
final class DemoUsers {

    static final String ANA = "ana@demo.example";
    static final String BEN = "ben@demo.example";

    private static final int PASSWORD_BYTES = 8;

    private final Map<String, String> passwords;

    private DemoUsers(Map<String, String> passwords) {
        this.passwords = passwords;
    }

    /** Reads the file of lines {@code EMAIL PASSWORD}; makes it where it is missing. */
    static DemoUsers in(Path file) throws IOException {
        if (Files.notExists(file)) {
            PrivateFiles.write(file, line(ANA) + line(BEN));
        }
        try (var lines = Files.lines(file)) {
            return new DemoUsers(lines.map(line -> line.split(" ", 2))
                    .filter(parts -> parts.length == 2)
                    .collect(Collectors.toMap(
                            parts -> parts[0], parts -> parts[1].strip(), (first, second) -> second, TreeMap::new)));
        }
    }

    String password(String email) {
        var password = passwords.get(email);
        if (password == null) {
            throw new StartupFailure("The file demo-users in secrets/ has no password for " + email
                    + "; put it back or remove the file and its users.");
        }
        return password;
    }

    private static String line(String email) {
        return email + " " + Secrets.newPassword(PASSWORD_BYTES) + "\n";
    }
}
