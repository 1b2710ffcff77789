/**
 * Tells other nodes over a JMS topic what this one has committed and who is in its documents. Nobody depends on it: its
 * loss costs latency only, because every node polls the heads of its open documents as well. Publishes after the commit
 * and beside the document's own thread; believes of what it hears only what fits the log.
 */
@NullMarked
package org.collab.relay.boundary;

import org.jspecify.annotations.NullMarked;
