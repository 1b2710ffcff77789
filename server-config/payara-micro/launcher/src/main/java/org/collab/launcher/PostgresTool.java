package org.collab.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs PostgreSQL's own programs.
 *
 * <p>PostgreSQL refuses to run as root. Where the launcher is root, as in many containers, the programs run in a user
 * namespace of their own, in which they are nobody while the files stay root's.
 */
final class PostgresTool {

    private final Path bin;
    private final List<String> prefix;

    private PostgresTool(Path bin, List<String> prefix) {
        this.bin = bin;
        this.prefix = prefix;
    }

    /** @param home the folder that holds {@code bin} */
    static PostgresTool of(Path home) throws IOException, InterruptedException {
        return new PostgresTool(home.resolve("bin"), isRoot() ? userNamespace() : List.of());
    }

    /** What a program printed and whether it succeeded. */
    record Result(int status, String output) {
        boolean succeeded() {
            return status == 0;
        }
    }

    Result run(String program, String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(prefix);
        command.add(bin.resolve(program).toString());
        command.addAll(List.of(arguments));
        return execute(command);
    }

    private static boolean isRoot() throws IOException {
        var self = Path.of("/proc/self");
        return Files.isDirectory(self)
                ? Files.getAttribute(self, "unix:uid").equals(0)
                : System.getProperty("user.name", "").equals("root");
    }

    private static List<String> userNamespace() throws IOException, InterruptedException {
        if (!hasUserNamespaces()) {
            throw new StartupFailure("PostgreSQL does not run as root here; start Collab Platform as another user.");
        }
        return List.of("unshare", "--user");
    }

    private static boolean hasUserNamespaces() throws InterruptedException {
        try {
            return execute(List.of("unshare", "--user", "true")).succeeded();
        } catch (IOException e) {
            // No such program: not a Linux, or a very small one.
            return false;
        }
    }

    private static Result execute(List<String> command) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        // Errors are read by people who search for them, and by this program.
        builder.environment().put("LC_ALL", "C");
        var process = builder.start();
        process.getOutputStream().close();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Result(process.waitFor(), output.strip());
    }
}
