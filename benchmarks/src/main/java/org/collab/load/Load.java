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

/**
 * Types into an installation's documents and measures how long edits take. One JSON line a step on standard output; what
 * went wrong on standard error. Exit status 1 where edits were missing or the server complained.
 */
public final class Load {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
    private static final long PATIENCE = 30 * SECOND;
    private static final long PING_INTERVAL = 20 * SECOND;
    private static final int CONNECTING_AT_ONCE = 20;
    /** Fewer of the deliveries that are due mean that the server, or the generator, falls behind. */
    private static final double KEPT_UP = 0.97;

    private final LoadOptions options;
    private final AtomicReference<Scoreboard> scoreboard = new AtomicReference<>(new Scoreboard(0, 0));
    private final AtomicInteger errors = new AtomicInteger();
    private final List<LightEditor> editors = new ArrayList<>();
    private long pingDue = System.nanoTime() + PING_INTERVAL;

    private Load(LoadOptions options) {
        this.options = options;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        LoadOptions options;
        try {
            options = LoadOptions.of(arguments, System.getenv());
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
            return;
        }
        System.err.println("seed " + options.seed());
        System.exit(new Load(options).run() ? 0 : 1);
    }

    private boolean run() throws IOException, InterruptedException {
        connect();
        List<StepResult> steps = new ArrayList<>();
        StepResult last;
        double rate = options.rate();
        do {
            last = step(rate);
            steps.add(last);
            System.out.println(last.toJson());
            rate *= options.ramp();
        } while (options.ramp() > 1 && isGood(last));
        editors.forEach(LightEditor::close);
        if (options.plot().isPresent()) {
            LatencyPlot.write(options.plot().get(), steps);
        }
        return errors.get() == 0 && steps.stream().allMatch(step -> step.missing() == 0);
    }

    private boolean isGood(StepResult step) {
        return step.keepUp() >= KEPT_UP && step.missing() == 0 && step.propagationMillis(99) <= options.limitMillis();
    }

    private void connect() throws IOException, InterruptedException {
        Installation installation = Installation.signIn(options);
        Random random = new Random(options.seed());
        String room = installation.createRoom("Load");
        List<CompletableFuture<LightEditor>> connecting = new ArrayList<>();
        for (int document = 0; document < options.documents(); document++) {
            String id = installation.createDocument(room, "Load " + document);
            for (int editor = 0; editor < options.editors(); editor++) {
                connecting.add(LightEditor.connect(
                        installation.http(),
                        installation.socket(id),
                        new Random(random.nextLong()),
                        options.editors() - 1,
                        scoreboard::get,
                        errors));
                if (editor == 0) {
                    LightEditor first = connecting.get(connecting.size() - 1).join();
                    first.type(text(random));
                    await(first::isIdle);
                }
                if (connecting.size() % CONNECTING_AT_ONCE == 0) {
                    connecting.forEach(CompletableFuture::join);
                }
            }
        }
        connecting.forEach(open -> editors.add(open.join()));
    }

    private String text(Random random) {
        StringBuilder text = new StringBuilder();
        while (text.length() < options.length()) {
            text.append(random.nextInt(6) == 0 ? ' ' : (char) ('a' + random.nextInt(26)));
        }
        return text.toString();
    }

    /** Everybody types at the rate: first to warm up, then measured. Ends when everything has arrived everywhere. */
    private StepResult step(double rate) {
        long start = System.nanoTime() + SECOND / 10;
        long from = start + options.warmSeconds() * SECOND;
        long until = from + options.seconds() * SECOND;
        Scoreboard board = new Scoreboard(from, until);
        scoreboard.set(board);
        double interval = SECOND / (rate * editors.size());
        OptionalDouble cpuBefore = OptionalDouble.empty();
        long turn = 0;
        for (long due = start; due < until; due = start + (long) (++turn * interval)) {
            waitUntil(due);
            long now = System.nanoTime();
            if (cpuBefore.isEmpty() && now >= from) {
                cpuBefore = serverCpu();
            }
            board.made(due, now);
            editors.get((int) (turn % editors.size())).edit(now);
            keepAlive(now);
        }
        OptionalDouble cpuAfter = serverCpu();
        await(() -> board.missing() == 0 && editors.stream().allMatch(LightEditor::isIdle));
        double due = board.made() * (options.editors() - 1.0);
        return new StepResult(
                options.documents(),
                options.editors(),
                options.seconds(),
                rate * editors.size(),
                board.made() / (double) options.seconds(),
                board.delivered() / (double) options.seconds(),
                due == 0 ? 1 : board.delivered() / due,
                board.propagation(),
                board.acknowledgement(),
                board.lateness(),
                cpuBefore.isEmpty() ? cpuBefore : OptionalDouble.of(cpuAfter.orElseThrow() - cpuBefore.getAsDouble()),
                board.missing(),
                errors.get());
    }

    /** Seconds since the server's start. */
    private OptionalDouble serverCpu() {
        return options.server().flatMap(server -> server.info().totalCpuDuration()).stream()
                .mapToDouble(used -> used.toNanos() / 1e9)
                .findFirst();
    }

    private void keepAlive(long now) {
        if (now > pingDue) {
            pingDue = now + PING_INTERVAL;
            editors.forEach(LightEditor::ping);
        }
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
