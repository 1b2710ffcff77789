package org.collab.ot;

/**
 * Who wins where two edits meet at one place: whose insert stands first, whose attribute value stays.
 *
 * <p>Quill's {@code a.transform(b, true)} is {@code a.transform(b, THIS_FIRST)}, its {@code
 * a.transform(b, false)} is {@code a.transform(b, OTHER_FIRST)}. The edit that was committed earlier
 * comes first, on every replica.
 */
public enum Priority {
    /** The edit whose method is called came first; quill-delta's {@code true}. */
    THIS_FIRST,
    /** The edit given as the argument came first; quill-delta's {@code false}. */
    OTHER_FIRST
}
