package org.collab.launcher;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The server's configuration as administration commands.
 *
 * <p>JNDI names are those of every other installation: {@code jdbc/collab}, {@code jms/collabConnectionFactory},
 * {@code jms/collabChanges}.
 */
final class ServerConfiguration {

    /** Name of the resource adapter; the server looks it up by this name for message-driven beans. */
    static final String RESOURCE_ADAPTER = "artemis-ra";

    static final String APPLICATION = "collab";

    private static final String CONFIG = "configs.config.server-config.";
    private static final String LISTENER = CONFIG + "network-config.network-listeners.network-listener.http-listener.";
    private static final String JDBC_POOL = "collabPool";
    private static final String JMS_POOL = "collabJmsPool";

    private ServerConfiguration() {}

    /**
     * What must hold before the server boots. The port stays closed until the application is there: an editor that comes
     * back to a server without it would be told 404, which means that its document is gone.
     */
    static List<ServerCommand> beforeBoot(String host) {
        return List.of(
                ServerCommand.set(LISTENER + "address", host),
                ServerCommand.set(LISTENER + "enabled", false),
                ServerCommand.set(CONFIG + "network-config.protocols.protocol.http-listener.http.server-header", false),
                ServerCommand.set(CONFIG + "availability-service.availability-enabled", false),
                ServerCommand.set(CONFIG + "microprofile-metrics-configuration.enabled", false),
                ServerCommand.set(CONFIG + "phone-home-runtime-configuration.enabled", false));
    }

    /** Resources first, then the application that needs them, then the port. */
    static List<ServerCommand> afterBoot(
            DatabaseAddress database, Optional<BrokerAddress> broker, Path brokerAdapter, Path application) {
        var commands = new ArrayList<ServerCommand>();
        commands.add(jdbcPool(database));
        commands.add(ServerCommand.of("create-jdbc-resource", "--connectionpoolid", JDBC_POOL, "jdbc/collab"));
        broker.map(ServerConfiguration::brokerProperties).ifPresent(commands::add);
        commands.addAll(List.of(
                ServerCommand.of("deploy", "--type", "rar", "--name", RESOURCE_ADAPTER, brokerAdapter.toString()),
                jmsPool(broker),
                ServerCommand.of("create-connector-resource", "--poolname", JMS_POOL, "jms/collabConnectionFactory"),
                topic("jms/collabChanges", "collab-changes"),
                ServerCommand.of("deploy", "--name", APPLICATION, "--contextroot", "/", application.toString()),
                ServerCommand.set(LISTENER + "enabled", true)));
        return commands;
    }

    /** What the resource adapter is told before it is there. */
    private static ServerCommand brokerProperties(BrokerAddress broker) {
        var side = broker.isOwn() ? "Listen" : "Remote";
        return ServerCommand.of(
                "create-resource-adapter-config",
                "--property",
                properties(side + "Host=" + escaped(broker.host()), side + "Port=" + broker.port(), account(broker)),
                RESOURCE_ADAPTER);
    }

    /**
     * The port closes before the application goes: a server without it answers 500, with which a proxy does not ask
     * another node, and browsers give up.
     */
    static List<ServerCommand> beforeStop() {
        return List.of(ServerCommand.set(LISTENER + "enabled", false));
    }

    /**
     * A connection is tried before it is lent, at most once a second: often enough to survive a restart of PostgreSQL,
     * and free for the hot path. Its objects are the driver's own: the server's wrappers trace every call for listeners that
     * nobody has.
     */
    private static ServerCommand jdbcPool(DatabaseAddress database) {
        return ServerCommand.of(
                "create-jdbc-connection-pool",
                "--restype",
                "javax.sql.DataSource",
                "--datasourceclassname",
                "org.postgresql.ds.PGSimpleDataSource",
                "--steadypoolsize",
                "4",
                "--maxpoolsize",
                "32",
                "--poolresize",
                "4",
                "--maxwait",
                "5000",
                "--isconnectvalidatereq",
                "--validationmethod",
                "custom-validation",
                "--validationClassname",
                "org.glassfish.api.jdbc.validation.JDBC40ConnectionValidation",
                "--validateatmostonceperiod",
                "1",
                "--wrapjdbcobjects=false",
                "--property",
                properties(
                        "serverName=" + escaped(database.host()),
                        "portNumber=" + database.port(),
                        "databaseName=" + escaped(database.name()),
                        "user=" + escaped(database.user()),
                        "password=" + escaped(database.password()),
                        "ApplicationName=collab",
                        "reWriteBatchedInserts=true",
                        "connectTimeout=5",
                        "loginTimeout=5",
                        "socketTimeout=60",
                        "tcpKeepAlive=true"),
                JDBC_POOL);
    }

    private static ServerCommand jmsPool(Optional<BrokerAddress> broker) {
        var arguments = new ArrayList<>(List.of(
                "--raname",
                RESOURCE_ADAPTER,
                "--connectiondefinition",
                "jakarta.jms.ConnectionFactory",
                "--transactionsupport",
                "XATransaction",
                "--steadypoolsize",
                "0",
                "--maxpoolsize",
                "8",
                "--maxwait",
                "5000"));
        broker.ifPresent(address -> arguments.addAll(List.of("--property", account(address))));
        arguments.add(JMS_POOL);
        return new ServerCommand("create-connector-connection-pool", List.copyOf(arguments));
    }

    private static String account(BrokerAddress broker) {
        return properties(
                "UserName=" + escaped(broker.user()),
                "Password=" + escaped(broker.password().orElseThrow()));
    }

    private static ServerCommand topic(String jndiName, String address) {
        return ServerCommand.of(
                "create-admin-object",
                "--raname",
                RESOURCE_ADAPTER,
                "--restype",
                "jakarta.jms.Topic",
                "--property",
                properties("Address=" + address),
                jndiName);
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\")
                .replace(":", "\\:")
                .replace("\"", "\\\"")
                .replace("'", "\\'");
    }

    /** A colon separates the properties, so every other one must be escaped. */
    private static String properties(String... properties) {
        return String.join(":", properties);
    }
}
