package org.collab.history.entity;

import org.collab.ot.Delta;

/**
 * An edit that would take something back.
 *
 * @param baseRevision the revision that it is made to
 * @param delta empty where there is nothing to take back
 * @param changes how many changes it takes back; 0 where it compares contents
 */
public record Proposal(long baseRevision, Delta delta, long changes) {}
