package org.collab.load;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** The same number of editors on each of some documents, who type as told. */
final class Crowd implements AutoCloseable {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
    private static final long PATIENCE = 30 * SECOND;
    private static final long PING_INTERVAL = 20 * SECOND;
    private static final int CONNECTING_AT_ONCE = 20;
    /** A message has at most 256 KiB (protocol L7). */
    private static final int LONGEST_PIECE = 200_000;

    private final Installation installation;
    private final Random random;
    private final ServerCpu server;
    private final AtomicReference<Scoreboard> scoreboard = new AtomicReference<>(new Scoreboard(0, 0));
    private final AtomicInteger errors = new AtomicInteger();
    private final List<LightEditor> editors = new ArrayList<>();
    private final int perDocument;
    private final int documents;
    private long pingDue = System.nanoTime() + PING_INTERVAL;

    private Crowd(Installation installation, long seed, ServerCpu server, int documents, int perDocument) {
        this.installation = installation;
        this.random = new Random(seed);
        this.server = server;
        this.documents = documents;
        this.perDocument = perDocument;
    }

    /**
     * Connects to documents that are there, and fills up those that are shorter than they should be.
     *
     * @param length UTF-16 code units that they have at least; typing neither lengthens nor shortens them much
     */
    static Crowd of(
            Installation installation, long seed, ServerCpu server, List<String> documents, int perDocument, int length)
            throws IOException, InterruptedException {
        Crowd crowd = new Crowd(installation, seed, server, documents.size(), perDocument);
        crowd.connect(documents, length);
        return crowd;
    }

    private void connect(List<String> ids, int length) throws IOException, InterruptedException {
        List<CompletableFuture<LightEditor>> opening = new ArrayList<>();
        for (String id : ids) {
            for (int editor = 0; editor < perDocument; editor++) {
                opening.add(LightEditor.connect(
                        installation.http(),
                        installation.socket(id),
                        new Random(random.nextLong()),
                        perDocument - 1,
                        scoreboard::get,
                        errors));
                if (editor == 0) {
                    lengthen(opening.get(opening.size() - 1).join(), length);
                }
                if (opening.size() == CONNECTING_AT_ONCE) {
                    admit(opening);
                }
            }
        }
        admit(opening);
    }

    /** Waits for them; thousands take a while to come, and the server lets nobody go on who is silent meanwhile. */
    private void admit(List<CompletableFuture<LightEditor>> opening) {
        opening.forEach(open -> editors.add(open.join()));
        opening.clear();
        keepAlive(System.nanoTime());
    }

    private void lengthen(LightEditor editor, int length) {
        while (editor.length() < length) {
            editor.type(text(Math.min(LONGEST_PIECE, length - editor.length())));
            await(editor::isIdle);
            if (!editor.isIdle()) {
                throw new IllegalStateException("the first text was not saved within 30 s");
            }
        }
    }

    private String text(int length) {
        StringBuilder text = new StringBuilder();
        while (text.length() < length) {
            text.append(random.nextInt(6) == 0 ? ' ' : (char) ('a' + random.nextInt(26)));
        }
        return text.toString();
    }

    /**
     * Everybody types: first to warm up, then measured. Ends when everything has arrived everywhere.
     *
     * @param rate edits a second of each editor
     */
    StepResult type(double rate, int warmSeconds, int seconds) {
        long start = System.nanoTime() + SECOND / 10;
        long from = start + warmSeconds * SECOND;
        long until = from + seconds * SECOND;
        Scoreboard board = new Scoreboard(from, until);
        scoreboard.set(board);
        double interval = SECOND / (rate * editors.size());
        OptionalDouble cpuBefore = OptionalDouble.empty();
        long turn = 0;
        for (long due = start; due < until; due = start + (long) (++turn * interval)) {
            waitUntil(due);
            long now = System.nanoTime();
            if (cpuBefore.isEmpty() && now >= from) {
                cpuBefore = server.seconds();
            }
            board.made(due, now);
            editors.get((int) (turn % editors.size())).edit(now);
            keepAlive(now);
        }
        OptionalDouble cpuAfter = server.seconds();
        await(() -> board.missing() == 0 && editors.stream().allMatch(LightEditor::isIdle));
        double due = board.made() * (perDocument - 1.0);
        return new StepResult(
                documents,
                perDocument,
                seconds,
                rate * editors.size(),
                board.made() / (double) seconds,
                board.delivered() / (double) seconds,
                due == 0 ? 1 : board.delivered() / due,
                board.propagation(),
                board.acknowledgement(),
                board.lateness(),
                cpuBefore.isEmpty() ? cpuBefore : OptionalDouble.of(cpuAfter.orElseThrow() - cpuBefore.getAsDouble()),
                board.missing(),
                errors.get());
    }

    private void keepAlive(long now) {
        if (now > pingDue) {
            pingDue = now + PING_INTERVAL;
            editors.forEach(LightEditor::ping);
        }
    }

    @Override
    public void close() {
        editors.forEach(LightEditor::close);
    }

    private static void waitUntil(long due) {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private static void await(BooleanSupplier condition) {
        long giveUp = System.nanoTime() + PATIENCE;
        while (!condition.getAsBoolean() && System.nanoTime() < giveUp) {
            LockSupport.parkNanos(SECOND / 1_000);
        }
    }
}
