/** The statements of docs/security.md, each tried on the running product as an attacker would. */
@NullMarked
package org.collab.it.security;

import org.jspecify.annotations.NullMarked;
