/** Users and their sessions. */
@NullMarked
package org.collab.identity.entity;

import org.jspecify.annotations.NullMarked;
