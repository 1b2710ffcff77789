/** Giving access to others, and taking it back. */
@NullMarked
package org.collab.it.sharing;

import org.jspecify.annotations.NullMarked;
