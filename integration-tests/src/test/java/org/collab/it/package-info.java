/** What the launched product must do, seen from outside. */
@NullMarked
package org.collab.it;

import org.jspecify.annotations.NullMarked;
