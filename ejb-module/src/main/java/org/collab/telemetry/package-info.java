/** What this node tells whoever watches it, in Prometheus' form. Nothing depends on what is measured here. */
@NullMarked
package org.collab.telemetry;

import org.jspecify.annotations.NullMarked;
