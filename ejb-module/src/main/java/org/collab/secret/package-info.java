/** Random bearer secrets of which the database holds only hashes. Used by refresh tokens and tickets. */
@NullMarked
package org.collab.secret;

import org.jspecify.annotations.NullMarked;
