/** Sessions, authors' stretches, differences and redactions. */
@NullMarked
package org.collab.history.entity;

import org.jspecify.annotations.NullMarked;
