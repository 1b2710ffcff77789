/** Pictures of documents: stored by editors, read by whoever may read the document. */
@NullMarked
package org.collab.image.boundary;

import org.jspecify.annotations.NullMarked;
