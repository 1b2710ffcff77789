/** Pictures as rows and as values. */
@NullMarked
package org.collab.image.entity;

import org.jspecify.annotations.NullMarked;
