/** Accounts and sign-in: what the outside may ask of identity. */
@NullMarked
package org.collab.identity.boundary;

import org.jspecify.annotations.NullMarked;
