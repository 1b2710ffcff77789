package org.collab.load;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** CPU time of the server's processes, where they run on this machine. Those that they have started count with them. */
record ServerCpu(List<ProcessHandle> processes) {
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
}
