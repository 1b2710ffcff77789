/** Sequencing: one mailbox a live document, rebase, commit, publish. Knows neither sockets nor REST. */
@NullMarked
package org.collab.collaboration.control;

import org.jspecify.annotations.NullMarked;
