package org.collab.ot.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** The CPU time that the whole JVM has used since then, in microseconds. */
record ProcessCpu(long startNanos) {

    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    static ProcessCpu start() {
        return new ProcessCpu(SYSTEM.getProcessCpuTime());
    }

    double micros() {
        return (SYSTEM.getProcessCpuTime() - startNanos) / 1e3;
    }
}
