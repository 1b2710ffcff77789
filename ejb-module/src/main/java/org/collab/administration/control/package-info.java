/** How the installation is looked at and tidied up. */
@NullMarked
package org.collab.administration.control;

import org.jspecify.annotations.NullMarked;
