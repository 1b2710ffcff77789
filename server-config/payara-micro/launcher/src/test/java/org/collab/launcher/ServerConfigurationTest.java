package org.collab.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServerConfigurationTest {

    private static final List<ServerCommand> COMMANDS = ServerConfiguration.afterBoot(
            new DatabaseAddress("db.example.com", 5432, "collab", "collab", "se:cret"),
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

    private static String lastArgument(ServerCommand command) {
        return command.arguments().get(command.arguments().size() - 1);
    }
}
