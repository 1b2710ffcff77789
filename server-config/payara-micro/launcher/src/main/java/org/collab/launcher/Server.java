package org.collab.launcher;

import fish.payara.micro.BootstrapException;
import fish.payara.micro.ClusterCommandResult.ExitStatus;
import fish.payara.micro.PayaraMicro;
import fish.payara.micro.PayaraMicroRuntime;
import fish.payara.micro.boot.AdminCommandRunner;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javax.management.JMException;
import javax.management.ObjectName;
import org.jspecify.annotations.Nullable;

/**
 * Payara Micro with the application.
 *
 * <p>One a process: Payara Micro keeps itself in static fields. It starts from an empty folder each time, so that what
 * this class says is the whole configuration.
 */
final class Server {

    private static final int MIN_HTTP_THREADS = 8;
    private static final int MAX_HTTP_THREADS = 64;

    private final PayaraMicroRuntime runtime;

    private final AdminCommandRunner commands;

    private Server(PayaraMicroRuntime runtime, AdminCommandRunner commands) {
        this.runtime = runtime;
        this.commands = commands;
    }

    /** Boots the server and deploys the application; returns when both are done. */
    static Server start(Settings settings, DataDirectory data, Secrets secrets, DatabaseAddress database)
            throws IOException, BootstrapException {
        var folder = data.server();
        PrivateFiles.deleteFolder(folder);
        PrivateFiles.createFolder(folder);
        ServerProperties.of(data, secrets, copy("logging.properties", folder)).forEach(System::setProperty);

        var before = ServerConfiguration.beforeBoot(settings.host());
        var after = ServerConfiguration.afterBoot(
                database, broker(settings, secrets), brokerAdapter(folder), settings.application());
        var runner = new AtomicReference<@Nullable AdminCommandRunner>();
        PayaraMicro.setUpackedJarDir(unpackedServer(data).toFile());
        var micro = PayaraMicro.getInstance()
                .setRootDir(folder.toFile())
                .setHttpPort(settings.port())
                .setMinHttpThreads(MIN_HTTP_THREADS)
                .setMaxHttpThreads(MAX_HTTP_THREADS)
                .setNoHazelcast(true)
                .setPrintLogo(false)
                .setPreBootHandler(commands -> runAll(commands, before))
                .setPostBootHandler(commands -> {
                    runner.set(commands);
                    runAll(commands, after);
                });
        try (var libraries = Files.newDirectoryStream(settings.brokerLibraries(), "*.jar")) {
            libraries.forEach(library -> micro.addLibrary(library.toFile()));
        }
        return new Server(micro.bootStrap(), Objects.requireNonNull(runner.get()));
    }

    private static Optional<BrokerAddress> broker(Settings settings, Secrets secrets) throws IOException {
        if (settings.broker().isEmpty()) {
            return Optional.empty();
        }
        var address = settings.broker().get();
        return Optional.of(address.password().isPresent() ? address : address.withPassword(secrets.brokerPassword()));
    }

    /** Sends the editors away, through the application's own bean: undeploying alone would break the editors' connections off without a word. */
    void drain() throws JMException {
        var node = new ObjectName("org.collab:type=Node");
        var beans = ManagementFactory.getPlatformMBeanServer();
        if (beans.isRegistered(node)) {
            beans.invoke(node, "drain", new Object[0], new String[0]);
        }
    }

    /** Closes the port, takes the application down, which lets it write what it holds, then the server. */
    void stop() throws BootstrapException {
        runAll(commands, ServerConfiguration.beforeStop());
        runtime.undeploy(ServerConfiguration.APPLICATION);
        runtime.shutdown();
    }

    private static void runAll(AdminCommandRunner runner, List<ServerCommand> commands) {
        for (var command : commands) {
            var result = runner.run(command.name(), command.arguments().toArray(String[]::new));
            if (result.getExitStatus() == ExitStatus.FAILURE) {
                throw new StartupFailure(
                        "The server refused \"" + command.name() + "\": " + reason(result.getOutput()) + ".");
            }
        }
    }

    /** The sentence in the middle of the server's report: "…Description: …Command SENTENCE. Please see server.log …". */
    static String reason(String report) {
        var line = report.strip().lines().findFirst().orElse("no reason given");
        return line.replaceFirst("^PlainTextActionReporter(FAILURE|WARNING|SUCCESS)(Description: )?", "")
                .replaceFirst("^\\S+ AdminCommand", "")
                .replaceFirst("[.:]?\\s*Please see server.log for more details.*$", "")
                .strip();
    }

    /** The server's jars as files: classes load faster than out of jars inside a jar. */
    private static Path unpackedServer(DataDirectory data) throws IOException {
        var folder = data.cache().resolve("payara-micro");
        PrivateFiles.createFolder(folder);
        return folder;
    }

    /** A resource adapter may be a folder with nothing but its description. */
    private static Path brokerAdapter(Path folder) throws IOException {
        var adapter = folder.resolve(ServerConfiguration.RESOURCE_ADAPTER);
        copy("ra.xml", Files.createDirectories(adapter.resolve("META-INF")));
        return adapter;
    }

    private static Path copy(String resource, Path folder) throws IOException {
        var file = folder.resolve(resource);
        try (var content = Server.class.getResourceAsStream(resource)) {
            if (content == null) {
                throw new IllegalStateException(resource + " is not in the launcher's jar");
            }
            Files.copy(content, file);
        }
        return file;
    }
}
