/**
 * Giving access to others: people, groups, links, invitations, ownership. Every call names the caller; only owners change
 * anything, and each change takes the lock of {@link org.collab.access.control.AccessLocks} before it is made.
 */
@NullMarked
package org.collab.sharing.boundary;

import org.jspecify.annotations.NullMarked;
