/** Errors as RFC 9457 problem documents with stable codes. */
@NullMarked
package org.collab.web.problem;

import org.jspecify.annotations.NullMarked;
