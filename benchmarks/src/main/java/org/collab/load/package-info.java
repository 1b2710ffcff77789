/** A load generator: light clients of the protocol measure an installation. Nothing of it is in the product. */
@NullMarked
package org.collab.load;

import org.jspecify.annotations.NullMarked;
