/**
 * The client's side of the sync protocol as a pure state machine: {@link
 * org.collab.ot.client.OtClient}. The browser's client is its twin and behaves the same.
 */
@NullMarked
package org.collab.ot.client;

import org.jspecify.annotations.NullMarked;
