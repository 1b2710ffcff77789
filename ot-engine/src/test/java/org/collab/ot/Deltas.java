package org.collab.ot;

/** Short ways to write deltas in tests. */
public final class Deltas {

    private Deltas() {}

    /** A delta from JSON where a single quote stands for a double one. */
    public static Delta delta(String json) {
        return DeltaJson.read(json.replace('\'', '"'));
    }
}
