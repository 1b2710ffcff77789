/** Passwords and tokens. Used by identity's boundary only. */
@NullMarked
package org.collab.identity.control;

import org.jspecify.annotations.NullMarked;
