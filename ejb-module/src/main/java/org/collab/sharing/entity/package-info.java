/** What is given to whom. */
@NullMarked
package org.collab.sharing.entity;

import org.jspecify.annotations.NullMarked;
