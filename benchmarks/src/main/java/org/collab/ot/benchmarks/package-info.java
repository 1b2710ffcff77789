/**
 * What the engine costs: JMH benchmarks of single operations and a replay of a real typing history, on the
 * workload that {@code js/workload.mjs} writes and quill-delta is measured with too. {@code
 * benchmarks/run} runs everything. Nothing here is part of the product.
 */
@NullMarked
package org.collab.ot.benchmarks;

import org.jspecify.annotations.NullMarked;
