/**
 * Operational transformation of rich text: Quill Deltas as immutable values, in plain Java.
 *
 * <p>{@link org.collab.ot.Delta} is a document or an edit, {@link org.collab.ot.RichText} a document
 * that refuses every edit which would damage it, {@link org.collab.ot.Rebase} brings an edit over what
 * was committed since. {@link org.collab.ot.DeltaJson} is the only way in and out as text.
 *
 * <h2>Where the ideas come from</h2>
 *
 * Transforming edits that were made at the same time goes back to C. Ellis and S. Gibbs, "Concurrency
 * Control in Groupware Systems" (1989). That a server in the middle gives all edits one order, so that only
 * the law TP1 (the square of {@link org.collab.ot.Delta}) is needed, is from D. Nichols et al.,
 * "High-Latency, Low-Bandwidth Windowing in the Jupiter Collaboration System" (1995). The ops and what they
 * mean are those of Quill's Delta format.
 *
 * <h2>Conventions</h2>
 *
 * Lengths and positions are UTF-16 code units everywhere, as in JavaScript. Everything here is a
 * value or a pure function: no I/O, no clock, no thread, no global state. All types may be shared
 * between threads. The package depends on nothing but the JDK; anybody may call it.
 */
@NullMarked
package org.collab.ot;

import org.jspecify.annotations.NullMarked;
