package org.collab.ot.oracle;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Runs the engine against a file of oracle cases: {@code OracleMain FILE}. Needs nothing but the module's
 * classes and test classes. Exit status 0 where all passed, 1 where some failed, 2 where the file cannot
 * be read.
 */
public final class OracleMain {

    private OracleMain() {}

    @SuppressWarnings("SystemOut")
    public static void main(String[] args) {
        if (args.length != 1) {
            System.err.println("Usage: oracle FILE (JSON lines, plain or .gz)");
            System.exit(2);
        }
        OracleReport report = new OracleReport();
        try {
            OracleFile.read(Path.of(args[0]), report::add);
        } catch (IOException e) {
            System.err.println("Cannot read the oracle cases in " + args[0] + ": " + e);
            System.exit(2);
        }
        System.out.print(report.counts());
        System.out.print(report.deviationList());
        System.out.print(report.failures());
        System.out.printf("%d passed, %d failed%n", report.passed(), report.failed());
        System.exit(report.failed() == 0 ? 0 : 1);
    }
}
