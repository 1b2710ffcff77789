/** Who may do what. Every check of a right is asked here, by REST and WebSocket alike. */
@NullMarked
package org.collab.access.boundary;

import org.jspecify.annotations.NullMarked;
