package org.collab.paging;

import org.collab.error.CollabException;
import org.collab.error.ErrorCode;

/**
 * Which part of a list is wanted.
 *
 * @param limit 1 to {@link #MAX_LIMIT}
 * @param offset 0 or more
 */
public record PageRequest(int limit, int offset) {
    public static final int DEFAULT_LIMIT = 50;
    public static final int MAX_LIMIT = 1000;

    public PageRequest {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new CollabException(
                    ErrorCode.VALIDATION_FAILED, "limit must be 1 to " + MAX_LIMIT + ", was " + limit);
        }
        if (offset < 0) {
            throw new CollabException(ErrorCode.VALIDATION_FAILED, "offset must not be negative, was " + offset);
        }
    }
}
