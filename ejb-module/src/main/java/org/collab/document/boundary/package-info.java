/** Documents: title and place. Their contents belong to the collaboration feature. */
@NullMarked
package org.collab.document.boundary;

import org.jspecify.annotations.NullMarked;
