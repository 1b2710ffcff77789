package org.collab.ot.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** The engine does what quill-delta 5.1.0 does, in all of the project's own cases. */
class OracleTest {

    private static final Map<String, Integer> CASES = Map.ofEntries(
            Map.entry("attr", 947),
            Map.entry("big", 280),
            Map.entry("embed", 2718),
            Map.entry("embedot", 1564),
            Map.entry("nullins", 595),
            Map.entry("oddattr", 1172),
            Map.entry("overrun", 808),
            Map.entry("plain", 2758),
            Map.entry("raw", 1179),
            Map.entry("rich", 4820),
            Map.entry("split", 821),
            Map.entry("unicode", 2338));

    @Test
    @SuppressWarnings("SystemOut")
    void all_cases_pass_for_every_field() {
        OracleReport report = new OracleReport();
        OracleFile.readOwn(report::add);
        System.out.print(report.counts());
        assertThat(report.casesByKind()).isEqualTo(CASES);
        assertThat(report.findings()).as(report.failures()).isEmpty();
        assertThat(report.passed()).isEqualTo(20_000);
        assertThat(report.deviations().get(Deviation.CHANGED_EMBED_KEEPS_REMOVAL))
                .hasSize(117);
    }
}
