/** What an administrator's tools can tell this node, over JMX. */
@NullMarked
package org.collab.web.operations;

import org.jspecify.annotations.NullMarked;
