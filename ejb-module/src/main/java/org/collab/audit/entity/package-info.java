/** What the audit log holds. */
@NullMarked
package org.collab.audit.entity;

import org.jspecify.annotations.NullMarked;
