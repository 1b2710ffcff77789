package org.collab.history.control;

/**
 * Where a change has put text in: into the document, or into a cell of a table by its op of this index.
 *
 * @param cell "row:column"; empty for the document itself
 */
record Ink(long revision, int op, String cell) {
    static Ink document(long revision) {
        return new Ink(revision, -1, "");
    }

    boolean isInCell() {
        return !cell.isEmpty();
    }
}
