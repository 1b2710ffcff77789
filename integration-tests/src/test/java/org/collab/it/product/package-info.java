/** Starts and stops the real product. */
@NullMarked
package org.collab.it.product;

import org.jspecify.annotations.NullMarked;
