/** Clients of the product's REST API and WebSocket, as a stranger would write them from docs/sync-protocol.md. */
@NullMarked
package org.collab.it.client;

import org.jspecify.annotations.NullMarked;
