package org.collab.collaboration.entity;

import org.collab.ot.Delta;

/** The answer to somebody who wants a document's contents. */
public sealed interface ReadResult {
    /** The contents after change {@code revision}. */
    record Found(long revision, Delta contents) implements ReadResult {}

    /** There is no such document. */
    record Missing() implements ReadResult {}

    /** This node has too much to do; later it may answer. */
    record Overloaded(String message) implements ReadResult {}
}
