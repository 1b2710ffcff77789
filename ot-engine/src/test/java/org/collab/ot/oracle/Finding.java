package org.collab.ot.oracle;

/** A field of a case where the engine's result is not quill-delta's. */
record Finding(OracleCase at, String field, String expected, String actual) {

    @Override
    public String toString() {
        return "%s %d %s\n    expected %s\n    was      %s".formatted(at.kind(), at.id(), field, expected, actual);
    }
}
