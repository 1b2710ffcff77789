/** Submissions, changes and the messages that participants receive. */
@NullMarked
package org.collab.collaboration.entity;

import org.jspecify.annotations.NullMarked;
