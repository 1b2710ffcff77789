/** How access is kept: what must not change while an edit that relies on it commits. */
@NullMarked
package org.collab.access.control;

import org.jspecify.annotations.NullMarked;
