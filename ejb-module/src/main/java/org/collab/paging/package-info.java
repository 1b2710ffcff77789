/** One page of a list, as every list of the application is answered. */
@NullMarked
package org.collab.paging;

import org.jspecify.annotations.NullMarked;
