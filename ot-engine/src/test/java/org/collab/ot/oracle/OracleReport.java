package org.collab.ot.oracle;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts cases and assertions by kind, and keeps what failed. A case passes where all its fields do. */
final class OracleReport {

    /** More ids than this tell nobody more. */
    private static final int IDS = 20;

    private final Map<String, Integer> casesByKind = new TreeMap<>();
    private final Map<String, Integer> assertionsByKind = new TreeMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private final Map<Deviation, List<Long>> deviations = new EnumMap<>(Deviation.class);
    private int passed;
    private int failed;

    void add(OracleCase oracle) {
        OracleCheck check = new OracleCheck(oracle).run();
        casesByKind.merge(oracle.kind(), 1, Integer::sum);
        assertionsByKind.merge(oracle.kind(), check.assertions(), Integer::sum);
        check.deviations()
                .forEach(deviation -> deviations
                        .computeIfAbsent(deviation, key -> new ArrayList<>())
                        .add(oracle.id()));
        findings.addAll(check.findings());
        if (check.findings().isEmpty()) {
            passed++;
        } else {
            failed++;
        }
    }

    List<Finding> findings() {
        return findings;
    }

    int passed() {
        return passed;
    }

    int failed() {
        return failed;
    }

    Map<String, Integer> casesByKind() {
        return casesByKind;
    }

    /** "embed: 2718 cases, 41000 assertions", a line a kind. */
    String counts() {
        StringBuilder result = new StringBuilder();
        casesByKind.forEach((kind, cases) ->
                result.append("%s: %d cases, %d assertions%n".formatted(kind, cases, assertionsByKind.get(kind))));
        return result.toString();
    }

    Map<Deviation, List<Long>> deviations() {
        return deviations;
    }

    /** The cases that pass by a documented deviation. */
    String deviationList() {
        StringBuilder result = new StringBuilder();
        deviations.forEach((deviation, ids) ->
                result.append("deviation %s: %d cases, the first %s%n".formatted(deviation, ids.size(), first(ids))));
        return result.toString();
    }

    /** What failed, counted by kind and field, with the first of each in full. */
    String failures() {
        Map<String, List<Finding>> byField = new TreeMap<>();
        for (Finding finding : findings) {
            byField.computeIfAbsent(finding.at().kind() + " " + finding.field(), key -> new ArrayList<>())
                    .add(finding);
        }
        StringBuilder result = new StringBuilder();
        byField.forEach((field, all) -> result.append(
                "%s: %d failed, the first %s%n  %s%n".formatted(field, all.size(), ids(all), all.get(0))));
        return result.toString();
    }

    private static List<Long> ids(List<Finding> findings) {
        return first(findings.stream().map(finding -> finding.at().id()).toList());
    }

    private static List<Long> first(List<Long> ids) {
        return ids.subList(0, Math.min(IDS, ids.size()));
    }
}
