/** The installation as its administrators see it. */
@NullMarked
package org.collab.administration.entity;

import org.jspecify.annotations.NullMarked;
