/** How values that JPA does not know are stored. */
@NullMarked
package org.collab.persistence.entity;

import org.jspecify.annotations.NullMarked;
