/** Passwords and tokens. Used by identity's boundary; share links have passwords too. */
@NullMarked
package org.collab.identity.control;

import org.jspecify.annotations.NullMarked;
