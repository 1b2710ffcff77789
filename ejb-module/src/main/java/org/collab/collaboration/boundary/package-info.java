/** Open documents: join, leave, submit, read. The only way to change contents. */
@NullMarked
package org.collab.collaboration.boundary;

import org.jspecify.annotations.NullMarked;
