package org.collab.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ServerConfigurationTest {

    private static final List<ServerCommand> COMMANDS = ServerConfiguration.afterBoot(
            new DatabaseAddress("db.example.com", 5432, "collab", "collab", "se:cret"),
            Optional.of(new BrokerAddress(false, "first", 61616, "collab", Optional.of("se:cret"))),
            Path.of("/adapter"),
            Path.of("/collab.war"));

    @Test
    void resources_come_before_the_application_that_needs_them() {
        assertThat(COMMANDS)
                .extracting(ServerConfigurationTest::lastArgument)
                .containsSubsequence("jdbc/collab", "jms/collabConnectionFactory", "jms/collabChanges", "/collab.war");
    }

    @Test
    void the_port_opens_when_the_application_is_there() {
        assertThat(ServerConfiguration.beforeBoot("127.0.0.1"))
                .extracting(ServerConfigurationTest::lastArgument)
                .anySatisfy(argument -> assertThat(argument).endsWith("http-listener.enabled=false"));
        assertThat(lastArgument(COMMANDS.get(COMMANDS.size() - 1))).endsWith("http-listener.enabled=true");
    }

    @Test
    void the_server_listens_where_it_is_told() {
        assertThat(ServerConfiguration.beforeBoot("127.0.0.1"))
                .extracting(ServerConfigurationTest::lastArgument)
                .anySatisfy(argument -> assertThat(argument).endsWith("http-listener.address=127.0.0.1"));
    }

    @Test
    void the_pool_reaches_the_database_of_this_start() {
        assertThat(COMMANDS.get(0).arguments())
                .anySatisfy(argument -> assertThat(argument)
                        .contains(":portNumber=5432:")
                        .contains(":password=se\\:cret:")
                        .contains(":reWriteBatchedInserts=true:"));
    }

    @Test
    void the_adapter_is_told_of_another_broker_before_it_is_there() {
        var names = COMMANDS.stream().map(ServerCommand::name).toList();
        var told = names.indexOf("create-resource-adapter-config");
        assertThat(told).isBetween(0, names.indexOf("deploy") - 1);
        assertThat(COMMANDS.get(told).arguments())
                .contains("RemoteHost=first:RemotePort=61616:UserName=collab:Password=se\\:cret");
    }

    private static String lastArgument(ServerCommand command) {
        return command.arguments().get(command.arguments().size() - 1);
    }
}
