/**
 * The launched product while its processes are killed and stopped, its connections break, its disk is full and its
 * clients talk nonsense. {@code faults.rounds} and {@code fuzz.seconds} say how long; seeds are printed, and
 * {@code faults.seed} repeats one.
 */
@NullMarked
package org.collab.it.faults;

import org.jspecify.annotations.NullMarked;
