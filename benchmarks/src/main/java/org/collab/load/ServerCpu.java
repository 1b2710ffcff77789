package org.collab.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

    /** Of a second, in which Linux tells CPU time. */
    private static final double TICKS = 100;

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

    /** Seconds since their start. Children that have ended count on Linux alone. */
    OptionalDouble seconds() {
        if (processes.isEmpty()) {
            return OptionalDouble.empty();
        }
        double ended = processes.stream().mapToDouble(ServerCpu::endedChildren).sum();
        return OptionalDouble.of(ended
                + processes.stream()
                        .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                        .distinct()
                        .flatMap(process -> process.info().totalCpuDuration().stream())
                        .mapToDouble(used -> used.toNanos() / 1e9)
                        .sum());
    }

    /** Seconds of the children that have ended: a database's connections come and go. */
    private static double endedChildren(ProcessHandle process) {
        try {
            String stat = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
            List<String> fields =
                    List.of(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1));
            return (Long.parseLong(fields.get(13)) + Long.parseLong(fields.get(14))) / TICKS;
        } catch (IOException e) {
            return 0; // no Linux, or the process has ended
        }
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
