/** Words, snippets and the index table. */
@NullMarked
package org.collab.search.control;

import org.jspecify.annotations.NullMarked;
