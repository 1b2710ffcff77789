/** What the outside may ask: find documents by their words. */
@NullMarked
package org.collab.search.boundary;

import org.jspecify.annotations.NullMarked;
