/** Roles, room memberships and tickets. */
@NullMarked
package org.collab.access.entity;

import org.jspecify.annotations.NullMarked;
