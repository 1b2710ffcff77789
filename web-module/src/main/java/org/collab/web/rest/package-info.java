/** The REST resources under /api. They translate; decisions are made behind the boundaries that they call. */
@NullMarked
package org.collab.web.rest;

import org.jspecify.annotations.NullMarked;
