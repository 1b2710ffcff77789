/** Whether this node lives and can serve. */
@NullMarked
package org.collab.web.health;

import org.jspecify.annotations.NullMarked;
