package org.collab.ot.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.LongStream;
import org.collab.ot.Delta;
import org.collab.ot.DeltaJson;
import org.collab.ot.TestJson;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Replays {@code golden-traces.jsonl}, which the browser's client replays too. {@code
 * -Dgolden.write=true} writes the file anew, when the format or the random edits change.
 */
class GoldenTracesTest {

    private static final Path FILE = Path.of("src/test/resources/golden-traces.jsonl");
    private static final int RANDOM_TRACES = 80;
    private static final int EVENTS = 60;

    @Test
    void client_does_what_the_traces_say() throws IOException {
        if (Boolean.getBoolean("golden.write")) {
            List<String> written = new ArrayList<>(LongStream.range(0, RANDOM_TRACES)
                    .mapToObj(seed -> GoldenTrace.write(seed, EVENTS, seed >= RANDOM_TRACES / 2))
                    .toList());
            written.add(GoldenTrace.writePaste(RANDOM_TRACES, "pasted😀".repeat(8_000)));
            Files.write(FILE, written);
        }
        List<String> traces = Files.readAllLines(FILE);
        assertThat(traces).hasSize(RANDOM_TRACES + 1);
        traces.forEach(trace -> replay(TestJson.readObject(trace)));
    }

    private static void replay(Map<String, @Nullable Object> trace) {
        Replay replay = new Replay(delta(trace.get("contents")));
        for (Object event : (List<?>) Objects.requireNonNull(trace.get("events"))) {
            replay.next((Map<?, ?>) event, String.valueOf(trace.get("clientId")));
        }
        assertThat(replay.visible).isEqualTo(delta(trace.get("end")));
        assertThat(replay.client).isInstanceOf(Synchronized.class);
    }

    private static Delta delta(@Nullable Object ops) {
        return DeltaJson.fromValues((List<?>) Objects.requireNonNull(ops));
    }

    private static final class Replay {
        private OtClient client = OtClient.at(0);
        private Delta visible;
        private Delta base;

        Replay(Delta contents) {
            this.visible = contents;
            this.base = contents;
        }

        void next(Map<?, ?> event, String clientId) {
            Step step = step(event, clientId);
            client = step.client();
            visible = event.containsKey("resync") ? step.show() : visible.compose(step.show());
            assertThat(GoldenTrace.value(step.send())).isEqualTo(event.get("send"));
            assertThat(step.show()).isEqualTo(delta(event.get("show")));
            assertThat(GoldenTrace.state(client)).isEqualTo(event.get("state"));
            assertThat(client.revision()).isEqualTo(event.get("revision"));
        }

        private Step step(Map<?, ?> event, String clientId) {
            if (event.containsKey("local")) {
                Delta edit = delta(event.get("local"));
                visible = visible.compose(edit);
                return client.applyLocal(edit);
            }
            if (event.get("change") instanceof Map<?, ?> change) {
                return change(change, clientId, event.containsKey("inconsistent"));
            }
            if (event.get("resync") instanceof Map<?, ?> snapshot) {
                return resync(snapshot, event.get("kept"));
            }
            assertThat(event.get("reconnect")).isEqualTo(true);
            return new Step(client, client.reconnect(), Delta.EMPTY);
        }

        private Step change(Map<?, ?> change, String clientId, boolean isInconsistent) {
            long revision = number(change, "revision");
            if (isInconsistent) {
                assertThatThrownBy(() -> client.ack(revision, number(change, "seq")))
                        .isInstanceOf(InconsistentStreamException.class);
                return Step.to(client);
            }
            Delta delta = delta(change.get("delta"));
            base = base.compose(delta);
            return clientId.equals(change.get("clientId"))
                    ? client.ack(revision, number(change, "seq"))
                    : client.applyRemote(revision, delta);
        }

        private Step resync(Map<?, ?> value, @Nullable Object kept) {
            Delta contents = delta(value.get("contents"));
            Snapshot snapshot = new Snapshot(number(value, "revision"), number(value, "acknowledged"), contents);
            Resync outcome = client.resync(snapshot, base);
            base = contents;
            assertThat(outcome)
                    .isEqualTo(
                            kept == null
                                    ? new Resync.Merged(outcome.client())
                                    : new Resync.Unmergeable(outcome.client(), String.valueOf(kept)));
            OtClient next = outcome.client();
            return new Step(next, next.reconnect(), base.compose(next.unconfirmed()));
        }

        private static long number(Map<?, ?> object, String key) {
            return (Long) Objects.requireNonNull(object.get(key));
        }
    }
}
