/** Messages as JSON text, both ways. Everything that goes over a WebSocket is spelled here and nowhere else. */
@NullMarked
package org.collab.web.wire;

import org.jspecify.annotations.NullMarked;
