/**
 * The one error table. Every refusal that a client can see is a {@link org.collab.error.CollabException} with an
 * {@link org.collab.error.ErrorCode}; its code goes on the wire, never a stack trace. Every feature may use it.
 */
@NullMarked
package org.collab.error;

import org.jspecify.annotations.NullMarked;
