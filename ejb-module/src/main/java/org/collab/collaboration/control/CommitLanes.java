package org.collab.collaboration.control;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/**
 * Lets batches of several documents share a transaction, most of whose cost is the same for one batch as for ten. So many
 * transactions run at the same time, each in a lane; who comes while all lanes are taken waits, and the next lane that is
 * free takes along everybody who waits. While batches come fast, transactions keep a distance, in which some gather; where
 * there is little to do, nobody waits. A batch that something stands in the way of leaves its lane and waits by itself.
 *
 * <p>Threading: {@link #append} is called by many threads and blocks. One of those that wait works for all of them.
 */
final class CommitLanes {
    /** Keeps one transaction short. */
    private static final int MOST_TOGETHER = 64;

    /** Between the beginnings of two transactions, while batches come fast; in nanoseconds. */
    private static final long DISTANCE = TimeUnit.MILLISECONDS.toNanos(3);

    /** Batches come fast where so many are to be expected within the distance. */
    private static final int ENOUGH = 2;

    /** How many arrivals the mean of the gaps between them goes back, about. */
    private static final int MEMORY = 16;

    private static final long LONGEST_GAP = TimeUnit.SECONDS.toNanos(1);

    private final int lanes;
    private final Function<List<Appending>, Set<UUID>> together;
    private final Function<Appending, AppendResult> alone;
    private final Queue<Waiting> waiting = new ArrayDeque<>();
    private int taken;
    private long lastArrival = System.nanoTime();
    private long lastBeginning = lastArrival - DISTANCE;
    private long meanGap = LONGEST_GAP;

    /** What somebody who waits is told. */
    private sealed interface Told {
        /** You have a lane: work for yourself and for everybody who waits. */
        record Lead() implements Told {}

        record Written() implements Told {}

        /** Something stands in your way. */
        record Left() implements Told {}
    }

    private record Waiting(Appending appending, CompletableFuture<Told> told) {
        Told await() {
            try {
                return told.join();
            } catch (CompletionException e) {
                if (e.getCause() instanceof RuntimeException cause) {
                    throw cause;
                }
                throw e;
            }
        }
    }

    /**
     * @param together writes what it can of several batches in one transaction, without waiting for locks; tells of which
     *     documents it has, and throws where that is not known
     * @param alone writes one batch in a transaction of its own
     */
    CommitLanes(int lanes, Function<List<Appending>, Set<UUID>> together, Function<Appending, AppendResult> alone) {
        this.lanes = lanes;
        this.together = together;
        this.alone = alone;
    }

    /** Commits a batch; throws what its transaction has thrown. */
    AppendResult append(Appending appending) {
        Waiting mine = new Waiting(appending, new CompletableFuture<>());
        Told told = takeLane(mine) ? new Told.Lead() : mine.await();
        if (told instanceof Told.Lead) {
            told = work(mine);
        }
        return told instanceof Told.Written ? new AppendResult.Appended() : alone.apply(appending);
    }

    /** Works for who has a lane and for everybody who waits; what the former is told. */
    private Told work(Waiting mine) {
        List<Waiting> group = gather(mine);
        List<Waiting> others = group.subList(1, group.size());
        try {
            Set<UUID> written =
                    together.apply(group.stream().map(Waiting::appending).toList());
            others.forEach(other -> other.told().complete(told(other, written)));
            return told(mine, written);
        } catch (RuntimeException e) {
            others.forEach(other -> other.told().completeExceptionally(e));
            throw e;
        } finally {
            passLaneOn();
        }
    }

    private static Told told(Waiting waiting, Set<UUID> written) {
        return written.contains(waiting.appending().documentId()) ? new Told.Written() : new Told.Left();
    }

    /** How many wait for a lane. */
    synchronized int waiting() {
        return waiting.size();
    }

    private synchronized boolean takeLane(Waiting mine) {
        long now = System.nanoTime();
        meanGap += (Math.min(now - lastArrival, LONGEST_GAP) - meanGap) / MEMORY;
        lastArrival = now;
        if (taken == lanes) {
            waiting.add(mine);
            return false;
        }
        taken++;
        return true;
    }

    /** Keeps the distance, and takes along who waits then. */
    private List<Waiting> gather(Waiting mine) {
        for (long rest = rest(); rest > 0; rest = rest()) {
            LockSupport.parkNanos(rest);
        }
        List<Waiting> group = new ArrayList<>(List.of(mine));
        synchronized (this) {
            lastBeginning = System.nanoTime();
            while (!waiting.isEmpty() && group.size() < MOST_TOGETHER) {
                group.add(waiting.remove());
            }
        }
        return group;
    }

    private synchronized long rest() {
        boolean fast = meanGap * ENOUGH < DISTANCE;
        return fast ? lastBeginning + DISTANCE - System.nanoTime() : 0;
    }

    private void passLaneOn() {
        Waiting next;
        synchronized (this) {
            next = waiting.poll();
            if (next == null) {
                taken--;
                return;
            }
        }
        next.told().complete(new Told.Lead());
    }
}
