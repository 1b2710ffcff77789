/**
 * The audit log: who did what, when and from where. Whoever does something that belongs into it calls this in its
 * transaction.
 */
@NullMarked
package org.collab.audit.boundary;

import org.jspecify.annotations.NullMarked;
