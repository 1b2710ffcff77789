@NullMarked
package org.collab.ot.table;

import org.jspecify.annotations.NullMarked;
