/**
 * The message broker of a Payara Micro installation, which runs inside the server as a resource adapter.
 *
 * <p>Broker and adapter are loaded by the same class loader, because Artemis' in-VM transport finds the broker through a
 * static registry. They are a library of the server and not part of a RAR: the server reads every class of a RAR for
 * annotations at each start, which took a quarter of the starting time. No socket listens,
 * unless other nodes are to use this broker.
 */
@NullMarked
package org.collab.broker;

import org.jspecify.annotations.NullMarked;
