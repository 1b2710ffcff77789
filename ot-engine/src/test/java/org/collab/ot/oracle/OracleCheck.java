package org.collab.ot.oracle;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.collab.ot.Delta;
import org.collab.ot.InvalidDeltaException;
import org.collab.ot.Priority;
import org.collab.ot.TestJson;
import org.jspecify.annotations.Nullable;

/**
 * Holds the engine's results for one case against what is expected, field by field. Deltas are compared
 * in normal form: quill-delta leaves neighbours that could be one op apart where its input did.
 */
final class OracleCheck {

    private final OracleCase oracle;
    private final List<Finding> findings = new ArrayList<>();
    private final Set<Deviation> deviations = EnumSet.noneOf(Deviation.class);
    private int assertions;

    OracleCheck(OracleCase oracle) {
        this.oracle = oracle;
    }

    List<Finding> findings() {
        return findings;
    }

    int assertions() {
        return assertions;
    }

    Set<Deviation> deviations() {
        return deviations;
    }

    OracleCheck run() {
        if (oracle.kind().equals("attr")) {
            new AttributeFields(oracle, this::compare).run();
        } else {
            operations();
        }
        return this;
    }

    private void operations() {
        Delta doc = oracle.delta("doc");
        Delta a = oracle.delta("a");
        Delta b = oracle.delta("b");
        delta("docA", () -> compose(doc, a));
        delta("docB", () -> compose(doc, b));
        if (oracle.has("next")) {
            composition(doc, a, oracle.delta("next"));
        }
        delta("bAfterA", () -> a.transform(b, Priority.THIS_FIRST, NestedDeltaHandler.HANDLERS));
        delta("aAfterB", () -> b.transform(a, Priority.OTHER_FIRST, NestedDeltaHandler.HANDLERS));
        delta("aAfterB2", () -> b.transform(a, Priority.THIS_FIRST, NestedDeltaHandler.HANDLERS));
        delta("bAfterA2", () -> a.transform(b, Priority.OTHER_FIRST, NestedDeltaHandler.HANDLERS));
        merges(doc, a, b);
        delta("aInverse", () -> a.invert(doc, NestedDeltaHandler.HANDLERS));
        inverseRestores(doc, a);
        compare("positions", () -> positions(a));
        new DocumentFields(oracle, this::compare).run(doc, a);
        if (oracle.expected().containsKey("diffAB")) {
            difference(compose(doc, a), compose(doc, b));
        }
    }

    private static Delta compose(Delta first, Delta next) {
        return first.compose(next, NestedDeltaHandler.HANDLERS);
    }

    /** Where the result differs, it may be the right one all the same. */
    private void composition(Delta doc, Delta a, Delta next) {
        int before = findings.size();
        delta("aNext", () -> compose(a, next));
        boolean differs = findings.size() > before;
        if (differs && keepsRemovals(doc, a, next)) {
            findings.remove(before);
            deviations.add(Deviation.CHANGED_EMBED_KEEPS_REMOVAL);
        }
    }

    private boolean keepsRemovals(Delta doc, Delta a, Delta next) {
        if (!(oracle.expected().get("aNext") instanceof List<?> expected)) {
            return false;
        }
        Delta composed = compose(a, next);
        return Deviation.isKeptRemoval(TestJson.delta(expected), composed)
                && compose(doc, composed).equals(compose(compose(doc, a), next));
    }

    private void merges(Delta doc, Delta a, Delta b) {
        Merge aFirst = Merge.of(doc, a, b);
        Merge bFirst = Merge.of(doc, b, a);
        delta("mergedAFirst", aFirst::result);
        if (oracle.expected().containsKey("mergedBFirst")) {
            delta("mergedBFirst", bFirst::result);
        }
        compare("tp1", () -> List.of(aFirst.meets(), bFirst.meets()));
    }

    /** Any edit from one document to the other is right; quill-delta's own is one, unless it threw. */
    private void difference(Delta docA, Delta docB) {
        assertions++;
        Delta reached = docA.compose(docA.diff(docB));
        if (!Normal.form(reached).equals(Normal.form(docB))) {
            findings.add(new Finding(oracle, "diffAB", docB.toString(), reached.toString()));
        }
    }

    /** Where quill-delta does not restore null attributes of inserted content, the engine has none. */
    private void inverseRestores(Delta doc, Delta a) {
        int before = findings.size();
        compare("inverseRestores", () -> restores(doc, a));
        boolean hadRemovals = Deviation.hasRemovalOnInsert(oracle.input().get("doc"))
                || Deviation.hasRemovalOnInsert(oracle.input().get("a"));
        if (findings.size() > before && hadRemovals && restores(doc, a)) {
            findings.remove(before);
            deviations.add(Deviation.INSERT_DROPS_REMOVAL);
        }
    }

    private static boolean restores(Delta doc, Delta a) {
        Delta inverse = a.invert(doc, NestedDeltaHandler.HANDLERS);
        return Delta.of(compose(compose(doc, a), inverse).ops()).equals(Delta.of(doc.ops()));
    }

    private List<Object> positions(Delta a) {
        List<Object> result = new ArrayList<>();
        for (Object triple : (List<?>) Objects.requireNonNull(oracle.expected().get("positions"))) {
            int at = ((Long) ((List<?>) triple).get(0)).intValue();
            result.add(List.of((long) at, (long) a.transformPosition(at, Priority.THIS_FIRST), (long)
                    a.transformPosition(at, Priority.OTHER_FIRST)));
        }
        return result;
    }

    private void delta(String field, Supplier<Delta> result) {
        compare(field, () -> Normal.form(result.get()));
    }

    /** Compares where the case has the field. */
    void compare(String field, Supplier<? extends @Nullable Object> result) {
        if (!oracle.expected().containsKey(field)) {
            return;
        }
        assertions++;
        if (Deviation.hasRemovalOnInsert(oracle.expected().get(field))) {
            deviations.add(Deviation.INSERT_DROPS_REMOVAL);
        }
        Object expected = Normal.expected(field, oracle.expected().get(field));
        Object actual;
        try {
            actual = result.get();
        } catch (InvalidDeltaException e) {
            actual = Map.of("throws", String.valueOf(e.getMessage()));
        }
        if (!Objects.equals(expected, actual)) {
            findings.add(new Finding(oracle, field, TestJson.write(expected), TestJson.write(actual)));
        }
    }
}
