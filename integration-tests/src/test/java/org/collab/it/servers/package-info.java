/** The project's scripts and the application on servers of an administrator's own. */
@NullMarked
package org.collab.it.servers;

import org.jspecify.annotations.NullMarked;
