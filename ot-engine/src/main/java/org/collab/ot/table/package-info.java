/**
 * Tables as embeds with operations of their own: {@link org.collab.ot.table.TableEmbed}. The browser has a
 * twin of it; both read the same cases.
 */
@NullMarked
package org.collab.ot.table;

import org.jspecify.annotations.NullMarked;
