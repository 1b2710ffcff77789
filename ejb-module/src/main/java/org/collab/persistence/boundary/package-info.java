/** Brings the database to the shape that this version expects, before anything else starts. */
@NullMarked
package org.collab.persistence.boundary;

import org.jspecify.annotations.NullMarked;
