/** The built frontend's pages, and the headers that every response carries. */
@NullMarked
package org.collab.web.page;

import org.jspecify.annotations.NullMarked;
