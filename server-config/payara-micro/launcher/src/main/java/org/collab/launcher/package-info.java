/**
 * One command that runs Collab Platform on a single machine: PostgreSQL, the message broker, Payara Micro and the
 * application.
 *
 * <p>{@link org.collab.launcher.Launcher} is the order of events; every other class is one step of it. A step that finds
 * something the user can put right throws {@link org.collab.launcher.StartupFailure} with the sentence to show. Nothing
 * here is used by the application, and an installation on an existing server needs nothing of it.
 */
@NullMarked
package org.collab.launcher;

import org.jspecify.annotations.NullMarked;
