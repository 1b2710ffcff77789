/** The EJB services, called inside of an installed server by Arquillian. */
@NullMarked
package org.collab.it.container;

import org.jspecify.annotations.NullMarked;
