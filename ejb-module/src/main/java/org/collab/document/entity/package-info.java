/** A document's row. */
@NullMarked
package org.collab.document.entity;

import org.jspecify.annotations.NullMarked;
