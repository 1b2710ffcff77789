/** How documents are listed, marked and visited. */
@NullMarked
package org.collab.document.control;

import org.jspecify.annotations.NullMarked;
