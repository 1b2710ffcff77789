/** Checks pictures and encodes them anew, so that nothing is stored as it was sent; keeps them. */
@NullMarked
package org.collab.image.control;

import org.jspecify.annotations.NullMarked;
