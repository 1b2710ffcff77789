/** Whether this node can serve, for whoever watches it. */
@NullMarked
package org.collab.health;

import org.jspecify.annotations.NullMarked;
