package org.collab.identity.control;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.collab.identity.entity.CompanyPerson;
import org.collab.identity.entity.EmailAddress;

/**
 * Reads people out of claims, as the settings name them. A name is looked for as it stands and then as a path:
 * {@code realm_access.roles} finds {@code {"realm_access":{"roles":[…]}}}.
 */
final class Claims {
    private static final Logger LOG = System.getLogger(Claims.class.getName());
    private static final int MAX_NAME = 80;
    private static final int MAX_GROUPS = 1_000;
    private static final int MAX_GROUP = 200;

    private final SsoSettings settings;

    Claims(SsoSettings settings) {
        this.settings = settings;
    }

    CompanyPerson person(String subject, Map<String, ?> claims) {
        return new CompanyPerson(
                settings.issuer().getValue(),
                text(claims, settings.subjectClaim()).orElse(subject),
                text(claims, settings.emailClaim())
                        .filter(email -> email.length() <= 254 && email.indexOf('@') > 0)
                        .map(EmailAddress::new),
                find(claims, "email_verified").map(value -> Boolean.parseBoolean(value.toString())),
                name(claims),
                groups(claims));
    }

    private Optional<String> name(Map<String, ?> claims) {
        return text(claims, settings.nameClaim())
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .map(name -> name.length() <= MAX_NAME
                        ? name
                        : name.substring(0, MAX_NAME).strip());
    }

    /** Nobody is in a group that is not told, unless there were too many to tell. */
    private Optional<Set<String>> groups(Map<String, ?> claims) {
        Optional<Object> told = find(claims, settings.groupsClaim());
        if (told.isEmpty() && isOverage(claims)) {
            LOG.log(
                    Level.WARNING,
                    "the company''s sign-in has more groups for somebody than it tells (overage), so their groups stay as"
                            + " they were; in Entra ID, let it tell only groups assigned to the application, or app roles");
            return Optional.empty();
        }
        Set<String> names = new LinkedHashSet<>();
        told.map(value -> value instanceof Collection<?> many ? many : List.of(value))
                .orElse(List.of())
                .forEach(name -> names.add(name.toString()));
        names.removeIf(name -> name.isBlank() || name.length() > MAX_GROUP);
        if (names.size() > MAX_GROUPS) {
            LOG.log(Level.WARNING, "somebody is in {0} groups; only {1} of them count", names.size(), MAX_GROUPS);
        }
        return Optional.of(names.stream().limit(MAX_GROUPS).collect(java.util.stream.Collectors.toUnmodifiableSet()));
    }

    /** How Entra ID says that it has left the groups out. */
    private boolean isOverage(Map<String, ?> claims) {
        boolean elsewhere =
                claims.get("_claim_names") instanceof Map<?, ?> names && names.containsKey(settings.groupsClaim());
        return elsewhere || claims.containsKey("hasgroups");
    }

    private static Optional<String> text(Map<String, ?> claims, String name) {
        return find(claims, name).map(Object::toString).filter(value -> value.indexOf('\0') < 0);
    }

    private static Optional<Object> find(Map<?, ?> claims, String name) {
        Object value = claims.get(name);
        if (value != null) {
            return Optional.of(value);
        }
        int dot = name.indexOf('.');
        return dot > 0 && claims.get(name.substring(0, dot)) instanceof Map<?, ?> inner
                ? find(inner, name.substring(dot + 1))
                : Optional.empty();
    }
}
