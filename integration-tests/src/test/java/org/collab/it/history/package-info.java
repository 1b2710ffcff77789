/** Looking into a document's history and taking things back, on the launched product. */
@NullMarked
package org.collab.it.history;

import org.jspecify.annotations.NullMarked;
