/**
 * Checks histories straight in the database: needs no server, and trusts none. {@link org.collab.verifier.Main} is the
 * command.
 */
@NullMarked
package org.collab.verifier;

import org.jspecify.annotations.NullMarked;
