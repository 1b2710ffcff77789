package org.collab.simulation;

import org.collab.ot.Delta;

/** What a user does to the document that the user sees. */
record Draft(Delta delta, Edit edit) {}
