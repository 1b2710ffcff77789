/** Measurements of this node over HTTP. */
@NullMarked
package org.collab.web.metrics;

import org.jspecify.annotations.NullMarked;
