/**
 * The simulator: production sequencing and the production client run on one thread, in an order and with faults that a
 * seed decides, and every invariant of the protocol (I1–I7) is checked.
 *
 * <p>{@code Simulation} is one run. A {@code World} holds its parts: nodes with {@code LiveDocument}s on one simulated
 * database, browser tabs with {@code OtClient}s, and connections between them. Whatever is under way waits in the {@code
 * Agenda}; the {@code Dice} choose what happens next. {@code Watch} checks what the server says when it says it, {@code
 * Verdict} what is left when everything has come to rest. {@code Seams} are the places where the gate puts bugs in.
 */
@NullMarked
package org.collab.simulation;

import org.jspecify.annotations.NullMarked;
