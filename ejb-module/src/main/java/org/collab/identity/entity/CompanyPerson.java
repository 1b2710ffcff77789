package org.collab.identity.entity;

import java.util.Optional;
import java.util.Set;

/**
 * Somebody as the company's sign-in tells of them.
 *
 * @param emailVerified empty where it does not say
 * @param groups empty where it could not tell them, which is not the same as being in none
 */
public record CompanyPerson(
        String issuer,
        String subject,
        Optional<EmailAddress> email,
        Optional<Boolean> emailVerified,
        Optional<String> name,
        Optional<Set<String>> groups) {
    public CompanyPerson {
        groups = groups.map(Set::copyOf);
    }
}
