package org.collab.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ServerTest {

    @Test
    void the_servers_report_becomes_a_sentence() {
        var report = "PlainTextActionReporterFAILUREDescription: deploy AdminCommandError occurred during deployment:"
                + " Exception while loading the app : Initialization failed for Singleton Boot."
                + " Please see server.log for more details.\n    [name=collab\n";

        assertThat(Server.reason(report))
                .isEqualTo("Error occurred during deployment:"
                        + " Exception while loading the app : Initialization failed for Singleton Boot");
    }

    @Test
    void an_empty_report_is_said_to_be_one() {
        assertThat(Server.reason(" ")).isEqualTo("no reason given");
    }
}
