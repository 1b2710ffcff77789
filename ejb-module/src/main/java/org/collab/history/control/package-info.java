/** Folds of the change log, and the tables that keep them. */
@NullMarked
package org.collab.history.control;

import org.jspecify.annotations.NullMarked;
