/** How the audit log is chained and stored. */
@NullMarked
package org.collab.audit.control;

import org.jspecify.annotations.NullMarked;
