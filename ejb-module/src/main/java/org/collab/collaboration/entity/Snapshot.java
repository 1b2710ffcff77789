package org.collab.collaboration.entity;

import org.collab.ot.RichText;

/**
 * A document as its changes up to a revision make it (I3). Only ever a shortcut: the changes say the same.
 *
 * @param hash the change chain's hash at the revision
 */
public record Snapshot(long revision, RichText text, ChangeHash hash) {}
