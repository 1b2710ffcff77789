package org.collab.collaboration.entity;

import org.collab.error.ErrorCode;

/** What became of a submission. */
public sealed interface SubmitResult {
    /** Committed now. */
    record Accepted(long revision) implements SubmitResult {}

    /** It was committed before, by an earlier try. */
    record AlreadyCommitted(CommittedChange original) implements SubmitResult {}

    /** Not committed, and not seen by anybody. */
    record Rejected(ErrorCode code, String message) implements SubmitResult {}
}
