/** A room: a persistent place with members and documents. */
@NullMarked
package org.collab.room.entity;

import org.jspecify.annotations.NullMarked;
