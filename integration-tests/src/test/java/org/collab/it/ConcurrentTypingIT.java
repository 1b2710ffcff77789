package org.collab.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.collab.it.client.Api;
import org.collab.it.client.Editor;
import org.collab.it.product.Product;
import org.collab.it.product.SharedProduct;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedProduct.class)
class ConcurrentTypingIT {
    private static final int EDITS = 500;
    private static final int LONGEST_PAUSE_MILLIS = 20;

    @Test
    void I6_two_editors_with_500_edits_each_and_the_server_end_equal(Product product) {
        Api ana = Api.newUser(product.uri(), "Ana");
        Api ben = Api.newUser(product.uri(), "Ben");
        String room = ana.createRoom("Typing");
        ana.addMember(room, ben, "editor");
        String document = ana.createDocument(room, "Both at once");
        long seed = System.nanoTime();
        System.out.println("ConcurrentTypingIT seed " + seed);

        try (Editor first = new Editor(ana, document);
                Editor second = new Editor(ben, document)) {
            first.connect();
            second.connect();
            typeAtOnce(List.of(first, second), seed);
            await("both editors are saved and equal")
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> first.isSaved()
                            && second.isSaved()
                            && first.revision() == second.revision()
                            && first.contents().equals(second.contents()));
            assertThat(ben.delta(document)).isEqualTo(first.contents());
            assertThat(ana.contents(document).getJsonNumber("revision").longValue())
                    .isEqualTo(first.revision());
        }
    }

    @Test
    void E9_edits_made_while_cut_off_arrive_exactly_once(Product product) {
        Api ana = Api.newUser(product.uri(), "Ana");
        String document = ana.createDocument(ana.createRoom("Cuts"), "Cut off");
        Random random = new Random(42);
        try (Editor first = new Editor(ana, document);
                Editor second = new Editor(ana, document)) {
            first.connect();
            second.connect();
            for (int round = 0; round < 20; round++) {
                first.edit(random);
                first.cut();
                first.edit(random);
                second.edit(random);
                first.connect();
            }
            await("both editors are saved and equal")
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> first.isSaved()
                            && second.isSaved()
                            && first.revision() == second.revision()
                            && first.contents().equals(second.contents()));
            assertThat(ana.delta(document)).isEqualTo(first.contents());
        }
    }

    private static void typeAtOnce(List<Editor> editors, long seed) {
        ScheduledExecutorService timer = Executors.newScheduledThreadPool(editors.size());
        try {
            List<CompletableFuture<Void>> finished = editors.stream()
                    .map(editor -> type(editor, timer, new Random(seed + editors.indexOf(editor))))
                    .toList();
            finished.forEach(CompletableFuture::join);
        } finally {
            timer.shutdownNow();
        }
    }

    private static CompletableFuture<Void> type(Editor editor, ScheduledExecutorService timer, Random random) {
        CompletableFuture<Void> finished = new CompletableFuture<>();
        typeNext(editor, timer, random, EDITS, finished);
        return finished;
    }

    private static void typeNext(
            Editor editor,
            ScheduledExecutorService timer,
            Random random,
            int remaining,
            CompletableFuture<Void> finished) {
        if (remaining == 0) {
            finished.complete(null);
            return;
        }
        var unused = timer.schedule(
                () -> {
                    try {
                        editor.edit(random);
                        typeNext(editor, timer, random, remaining - 1, finished);
                    } catch (Throwable e) {
                        finished.completeExceptionally(e);
                    }
                },
                random.nextInt(LONGEST_PAUSE_MILLIS),
                TimeUnit.MILLISECONDS);
    }
}
