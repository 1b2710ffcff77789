package org.collab.load;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** CPU time of the server's processes, where they run on this machine. Those that they have started count with them. */
record ServerCpu(List<ProcessHandle> processes) {
    /** Longer than the pauses between the server's tasks. */
    private static final Duration REST = Duration.ofSeconds(12);

    /** The share of a core that its timers take. */
    private static final double AT_REST = 0.1;

    /**
     * @param pids separated by commas; none where it is empty
     * @throws IllegalArgumentException where there is no such process
     */
    static ServerCpu of(String pids) {
        return new ServerCpu(Arrays.stream(pids.split(","))
                .filter(pid -> !pid.isBlank())
                .map(pid -> ProcessHandle.of(Long.parseLong(pid.strip()))
                        .orElseThrow(() -> new IllegalArgumentException("there is no process " + pid)))
                .toList());
    }

    /** Seconds since their start; of those that still run. */
    OptionalDouble seconds() {
        if (processes.isEmpty()) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(processes.stream()
                .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                .distinct()
                .flatMap(process -> process.info().totalCpuDuration().stream())
                .mapToDouble(used -> used.toNanos() / 1e9)
                .sum());
    }

    /**
     * Waits until hardly anything is done any more; at most so long, because a server with editors never rests.
     *
     * @throws IllegalStateException where that time has passed
     */
    void awaitRest(Duration atMost) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        double before = seconds().orElse(0);
        while (System.nanoTime() < end) {
            Thread.sleep(REST.toMillis());
            double now = seconds().orElse(0);
            if (now - before < AT_REST * REST.toSeconds()) {
                return;
            }
            before = now;
        }
        throw new IllegalStateException("the server was not at rest within " + atMost);
    }
}
