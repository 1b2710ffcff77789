/** The tables of sharing, and the rules that do not depend on who asks. */
@NullMarked
package org.collab.sharing.control;

import org.jspecify.annotations.NullMarked;
