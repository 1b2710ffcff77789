package org.collab.document.boundary;

import java.util.UUID;

/**
 * A copy of a document has been made and is still empty; its contents come next. Told within the transaction that makes
 * it, so whoever keeps things for the original (images, for one) gives them to the copy here, or refuses by throwing.
 *
 * @param copiedBy may read the original and write the copy
 */
public record DocumentCopied(UUID originalId, UUID copyId, UUID copiedBy) {}
