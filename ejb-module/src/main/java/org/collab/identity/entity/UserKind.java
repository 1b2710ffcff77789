package org.collab.identity.entity;

/** What a user is to the installation. */
public enum UserKind {
    /** Has an account, here or in the company's sign-in. */
    MEMBER,
    /** Came by a share link and gave a name. */
    GUEST,
    /** Was erased: what the user has written stays, under nobody's name. */
    ERASED
}
