package org.collab.collaboration.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CommitLanesTest {
    private static final AppendResult APPENDED = new AppendResult.Appended();

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<List<Appending>> transactions = Collections.synchronizedList(new ArrayList<>());
    private final List<Appending> alone = Collections.synchronizedList(new ArrayList<>());

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void batch_that_nobody_waits_beside_is_committed_by_itself() {
        CommitLanes lanes = new CommitLanes(1, this::write, this::writeAlone);
        Appending one = appending();

        assertThat(lanes.append(one)).isEqualTo(APPENDED);

        assertThat(transactions).containsExactly(List.of(one));
        assertThat(alone).isEmpty();
    }

    @Test
    void batches_that_come_while_the_lane_is_taken_share_the_next_transaction() throws Exception {
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        CommitLanes lanes = new CommitLanes(
                1,
                group -> {
                    entered.countDown();
                    waitFor(goOn);
                    return write(group);
                },
                this::writeAlone);
        CompletableFuture<AppendResult> first = append(lanes, appending());
        waitFor(entered);
        List<CompletableFuture<AppendResult>> others =
                IntStream.range(0, 5).mapToObj(i -> append(lanes, appending())).toList();
        await().until(() -> lanes.waiting() == 5);

        goOn.countDown();

        assertThat(first.get()).isEqualTo(APPENDED);
        for (CompletableFuture<AppendResult> other : others) {
            assertThat(other.get()).isEqualTo(APPENDED);
        }
        assertThat(transactions.stream().map(List::size)).containsExactly(1, 5);
    }

    @Test
    void batch_that_something_stands_in_the_way_of_waits_alone_and_holds_up_nobody() throws Exception {
        Appending blocked = appending();
        CountDownLatch unblocked = new CountDownLatch(1);
        CommitLanes lanes = new CommitLanes(1, group -> without(blocked, write(group)), appending -> {
            waitFor(unblocked);
            return new AppendResult.HeadMoved();
        });
        CompletableFuture<AppendResult> waits = append(lanes, blocked);
        await().until(() -> transactions.size() == 1);

        assertThat(append(lanes, appending()).get()).isEqualTo(APPENDED);
        assertThat(waits).isNotDone();
        unblocked.countDown();
        assertThat(waits.get()).isEqualTo(new AppendResult.HeadMoved());
    }

    @Test
    void transaction_whose_outcome_is_unknown_is_so_for_all_of_it_and_the_lane_goes_on() throws Exception {
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        AtomicInteger call = new AtomicInteger();
        CommitLanes lanes = new CommitLanes(
                1,
                group -> {
                    if (call.incrementAndGet() == 1) {
                        entered.countDown();
                        waitFor(goOn);
                        return write(group);
                    }
                    if (call.get() == 2) {
                        throw new IllegalStateException("the connection was lost");
                    }
                    return write(group);
                },
                this::writeAlone);
        CompletableFuture<AppendResult> first = append(lanes, appending());
        waitFor(entered);
        CompletableFuture<AppendResult> second = append(lanes, appending());
        CompletableFuture<AppendResult> third = append(lanes, appending());
        await().until(() -> lanes.waiting() == 2);
        goOn.countDown();

        assertThat(first.get()).isEqualTo(APPENDED);
        assertThatThrownBy(second::get).hasRootCauseMessage("the connection was lost");
        assertThatThrownBy(third::get).hasRootCauseMessage("the connection was lost");
        assertThat(append(lanes, appending()).get()).isEqualTo(APPENDED);
        assertThat(alone).isEmpty();
    }

    @Test
    void every_batch_of_many_threads_is_committed_once() {
        CommitLanes lanes = new CommitLanes(2, this::write, this::writeAlone);

        List<CompletableFuture<AppendResult>> all = IntStream.range(0, 2_000)
                .mapToObj(i -> append(lanes, appending()))
                .toList();

        assertThat(all).allSatisfy(one -> assertThat(one.get()).isEqualTo(APPENDED));
        List<UUID> written = transactions.stream()
                .flatMap(List::stream)
                .map(Appending::documentId)
                .toList();
        assertThat(written).hasSize(2_000).doesNotHaveDuplicates();
        assertThat(transactions.size()).isLessThan(2_000);
    }

    private CompletableFuture<AppendResult> append(CommitLanes lanes, Appending appending) {
        return CompletableFuture.supplyAsync(() -> lanes.append(appending), threads);
    }

    private Set<UUID> write(List<Appending> group) {
        transactions.add(List.copyOf(group));
        return group.stream().map(Appending::documentId).collect(Collectors.toSet());
    }

    private AppendResult writeAlone(Appending appending) {
        alone.add(appending);
        return APPENDED;
    }

    private static Set<UUID> without(Appending appending, Set<UUID> written) {
        return written.stream().filter(id -> !id.equals(appending.documentId())).collect(Collectors.toSet());
    }

    private static Appending appending() {
        return new Appending(UUID.randomUUID(), 0, new Batch(List.of(), Set.of(), Set.of()));
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
