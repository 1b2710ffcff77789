/** Tells other nodes that a document has moved, over a JMS topic. Nobody depends on it: its loss costs latency only. */
@NullMarked
package org.collab.relay.boundary;

import org.jspecify.annotations.NullMarked;
