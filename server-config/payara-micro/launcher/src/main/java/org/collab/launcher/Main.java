package org.collab.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The command: checks what can be checked at once, then hands over to {@link Launcher}. */
public final class Main {

    private static final long LOG_FILE_BYTES = 10L * 1024 * 1024;

    private Main() {}

    /** Ends the process with status 1 where the product cannot start, 0 where a signal stopped it. */
    public static void main(String[] arguments) throws IOException, URISyntaxException, InterruptedException {
        var console = Console.ofProcess();
        try {
            var settings = Settings.from(System.getenv(), List.of(arguments), distribution());
            requireFile(settings.application());
            var data = DataDirectory.open(settings.dataDir(), console);
            PortCheck.requireFree(settings.host(), settings.port());
            redirectOutput(data.serverLog());
            new Launcher(settings, data, console).run();
        } catch (StartupFailure e) {
            console.complain(e.sentence());
            System.exit(1);
        }
    }

    private static Path distribution() throws URISyntaxException {
        var jar = Main.class.getProtectionDomain().getCodeSource().getLocation();
        return Path.of(jar.toURI()).resolveSibling("");
    }

    private static void requireFile(Path file) {
        if (!Files.isReadable(file)) {
            throw new StartupFailure("There is no file " + file + " to deploy.");
        }
    }

    /** The terminal keeps the launcher's own few lines; whatever the server prints goes to its log. */
    private static void redirectOutput(Path file) throws IOException {
        var log = new PrintStream(LogFile.open(file, LOG_FILE_BYTES), true, StandardCharsets.UTF_8);
        System.setOut(log);
        System.setErr(log);
    }
}
