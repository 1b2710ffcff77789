package org.collab.collaboration.entity;

/** Whether somebody is doing anything in a document, as their client says. */
public enum Activity {
    ACTIVE,
    IDLE
}
