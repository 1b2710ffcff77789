/** What a search gives. */
@NullMarked
package org.collab.search.entity;

import org.jspecify.annotations.NullMarked;
