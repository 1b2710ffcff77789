/** Rooms and their members. */
@NullMarked
package org.collab.room.boundary;

import org.jspecify.annotations.NullMarked;
