package org.collab.history.entity;

import java.util.List;

/**
 * What has changed from one revision to a later one.
 *
 * @param exact whether it was folded from the changes themselves; else it compares the two contents, and does not know
 *     who has removed what
 */
public record Difference(long from, long to, boolean exact, List<Passage> passages) {
    public Difference {
        passages = List.copyOf(passages);
    }
}
