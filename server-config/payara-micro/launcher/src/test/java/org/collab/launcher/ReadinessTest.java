package org.collab.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadinessTest {

    @Test
    void only_the_applications_own_up_counts() {
        assertThat(Readiness.Answer.of(200, "{\"status\":\"UP\",\"checks\":[]}").isReady())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "200 | {\"status\":\"DOWN\",\"checks\":[{\"status\":\"UP\"}]}",
                "200 | <html>UP</html>",
                "200 | [\"UP\"]",
                "200 | {\"status\":1}",
                "503 | {\"status\":\"UP\"}",
                "404 | not found"
            })
    void anything_else_does_not_and_is_told(int status, String body) {
        var answer = Readiness.Answer.of(status, body);

        assertThat(answer.isReady()).isFalse();
        assertThat(answer.description()).isEqualTo("it answered " + status + " " + body);
    }
}
