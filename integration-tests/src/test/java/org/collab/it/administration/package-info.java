/** Audit, administration and data protection on the launched product. */
@NullMarked
package org.collab.it.administration;

import org.jspecify.annotations.NullMarked;
