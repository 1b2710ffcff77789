/** Accounts, sessions, keys and the company's sign-in, on the launched product. */
@NullMarked
package org.collab.it.identity;

import org.jspecify.annotations.NullMarked;
