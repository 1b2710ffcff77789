/** How the application reaches its database. */
@NullMarked
package org.collab.persistence.control;

import org.jspecify.annotations.NullMarked;
