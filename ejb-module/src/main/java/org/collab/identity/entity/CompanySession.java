package org.collab.identity.entity;

import java.util.Optional;

/**
 * What ties a session here to one of the company's sign-in.
 *
 * @param subject the user there
 * @param session the session there, where it has told one
 * @param refreshToken encrypted
 * @param idToken encrypted
 */
public record CompanySession(
        String subject, Optional<String> session, Optional<byte[]> refreshToken, Optional<byte[]> idToken) {}
