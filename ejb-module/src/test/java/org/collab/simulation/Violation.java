package org.collab.simulation;

/** An invariant does not hold. */
final class Violation extends AssertionError {
    private static final long serialVersionUID = 1L;

    /** What is checked: the protocol's invariants, and what they take for granted. */
    enum Oracle {
        /** Revisions are 1..head, gapless, immutable; their hashes are a chain. */
        I1_LOG,
        /** Every edit is exactly once in the log, or visibly rejected. */
        I2_EXACTLY_ONCE,
        /** Contents at a revision are the fold of the changes up to it. */
        I3_FOLD,
        /** Every connection's stream is a gapless prefix of the log. */
        I4_STREAM,
        /** Nothing is told before it is durable. */
        I5_DURABLE,
        /** All replicas at rest are equal. */
        I6_EQUAL,
        /** What is invalid or forbidden changes nothing. */
        I7_REJECTED,
        /** With the faults gone, everything comes to rest. */
        REST,
        /** No client's contents are found to differ from the server's. */
        DIVERGENCE,
        /** Nothing fails that was not made to fail. */
        FAILURE
    }

    private final Oracle oracle;

    Violation(Oracle oracle, String message) {
        super(oracle + ": " + message);
        this.oracle = oracle;
    }

    Violation(Oracle oracle, Throwable cause) {
        super(oracle + ": " + cause, cause);
        this.oracle = oracle;
    }

    Oracle oracle() {
        return oracle;
    }
}
