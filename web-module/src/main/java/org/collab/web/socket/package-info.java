/** The WebSocket that editors are connected by: handshake, messages in both directions, back-pressure. */
@NullMarked
package org.collab.web.socket;

import org.jspecify.annotations.NullMarked;
