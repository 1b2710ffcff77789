package org.collab.access.boundary;

import java.util.Set;
import java.util.UUID;

/**
 * The company's sign-in has told which groups somebody is in. Fired by identity within the transaction that signs in or
 * refreshes; whoever keeps groups replaces what was told before. Here and not in identity, because identity knows access
 * and access does not know identity.
 */
public record GroupsTold(UUID userId, Set<String> names) {
    public GroupsTold {
        names = Set.copyOf(names);
    }
}
