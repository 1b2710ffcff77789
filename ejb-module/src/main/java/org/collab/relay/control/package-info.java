/** The relay's messages, their queue, the topic, and what is known of other nodes. */
@NullMarked
package org.collab.relay.control;

import org.jspecify.annotations.NullMarked;
