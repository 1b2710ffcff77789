package org.collab.identity.entity;

/** How a session has begun. */
public enum SignInMethod {
    /** With a password that is kept here. */
    PASSWORD,
    /** Through the company's sign-in. */
    SSO,
    /** As a guest, by a share link. */
    LINK,
    /** A program that has shown a token of the company's sign-in. */
    TOKEN
}
