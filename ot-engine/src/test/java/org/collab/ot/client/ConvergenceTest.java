package org.collab.ot.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.collab.ot.RandomDeltas;
import org.collab.ot.RichText;
import org.collab.ot.client.SimulatedServer.Committed;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Editors on a network with delay, loss of connection and resubmission end equal. */
class ConvergenceTest {

    private static final int RUNS = 60;
    private static final int EVENTS = 300;

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5})
    void I6_replicas_at_rest_are_equal(int editors) {
        for (long seed = 0; seed < RUNS; seed++) {
            Run run = new Run(editors, seed);
            run.edit();
            run.settle();
            run.checkEqual();
            run.checkExactlyOnce();
        }
    }

    /** One simulated session: everything that happens is decided by the seed. */
    private static final class Run {
        private final SimulatedServer server = new SimulatedServer();
        private final RandomDeltas random;
        private final List<SimulatedEditor> editors;
        private final long seed;

        Run(int count, long seed) {
            this.random = new RandomDeltas(seed);
            this.seed = seed;
            this.editors = java.util.stream.IntStream.range(0, count)
                    .mapToObj(i -> new SimulatedEditor("client " + i, server))
                    .toList();
        }

        void edit() {
            for (int i = 0; i < EVENTS; i++) {
                SimulatedEditor editor = editors.get(random.below(editors.size()));
                switch (random.below(16)) {
                    case 0 -> editor.disconnect();
                    case 1 -> editor.reconnect();
                    case 2, 3, 4, 5 -> editor.type(random);
                    case 6, 7, 8 -> editor.deliverOneToServer();
                    case 9, 10 -> editor.stream();
                    default -> editor.deliverOneToClient();
                }
            }
        }

        void settle() {
            for (int i = 0; i < 10_000 && !editors.stream().allMatch(SimulatedEditor::isAtRest); i++) {
                for (SimulatedEditor editor : editors) {
                    editor.reconnect();
                    editor.deliverOneToServer();
                    editor.stream();
                    editor.deliverOneToClient();
                }
            }
        }

        void checkEqual() {
            for (SimulatedEditor editor : editors) {
                assertThat(editor.isAtRest()).as("seed %d comes to rest", seed).isTrue();
                assertThat(editor.document())
                        .as("seed %d", seed)
                        .isEqualTo(server.document().toDelta());
                assertThat(RichText.of(editor.document()).hash())
                        .isEqualTo(server.document().hash());
            }
        }

        /** I1, I2: the log has every submission of every client once, and no gap. */
        void checkExactlyOnce() {
            List<Committed> log = server.after(0);
            long submissions =
                    editors.stream().mapToLong(SimulatedEditor::submissions).sum();
            assertThat(log).as("seed %d", seed).hasSize((int) submissions);
            assertThat(log.stream().map(change -> change.clientId() + change.seq()))
                    .doesNotHaveDuplicates();
            assertThat(log.stream().map(Committed::revision))
                    .containsExactlyElementsOf(java.util.stream.LongStream.rangeClosed(1, submissions)
                            .boxed()
                            .toList());
        }
    }
}
