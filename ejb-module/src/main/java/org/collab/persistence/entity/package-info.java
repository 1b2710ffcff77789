/** How values that JPA does not know are stored, and what the failures of the database mean. */
@NullMarked
package org.collab.persistence.entity;

import org.jspecify.annotations.NullMarked;
