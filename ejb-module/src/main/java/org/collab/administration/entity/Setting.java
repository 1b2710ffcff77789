package org.collab.administration.entity;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A setting that the application knows. The one list of them: docs/operations.md and the code are held against it by a test. */
public record Setting(String key, Optional<String> fallback) {
    public static final List<Setting> ALL = List.of(
            of("collab.access-token.key-file"),
            of("collab.access-token.previous-key-file"),
            of("collab.accounts.local", "true"),
            of("collab.accounts.registration", "true"),
            of("collab.administrators"),
            of("collab.administrators.code-file"),
            of("collab.audit.retention", "P365D"),
            of("collab.commit.lanes"),
            of("collab.datasource", "jdbc/collab"),
            of("collab.directory.open", "false"),
            of("collab.documents.most-open", "5000"),
            of("collab.history.chunk-after", "PT168H"),
            of("collab.history.chunk-size", "2000"),
            of("collab.history.session-changes", "1000"),
            of("collab.history.session-pause", "PT5M"),
            of("collab.history.upkeep-every", "PT10M"),
            of("collab.images.max-bytes", "10485760"),
            of("collab.images.max-bytes-per-document", "268435456"),
            of("collab.images.max-pixels", "40000000"),
            of("collab.invitations.lifetime", "P14D"),
            of("collab.invitations.most-open", "200"),
            of("collab.invitations.retention", "P30D"),
            of("collab.links.guests", "true"),
            of("collab.links.most-guests", "200"),
            of("collab.metrics.token"),
            of("collab.origins.allow-missing", "false"),
            of("collab.origins.allowed"),
            of("collab.public-url"),
            of("collab.relay.connection-factory", "jms/collabConnectionFactory"),
            of("collab.relay.topic", "jms/collabChanges"),
            of("collab.rest.max-body-bytes", "1048576"),
            of("collab.rest.request-burst", "1000"),
            of("collab.rest.requests-per-second", "100"),
            of("collab.search.catch-up-every", "PT30S"),
            of("collab.sessions.retention", "P30D"),
            of("collab.sign-in.failure-window", "PT15M"),
            of("collab.sign-in.failures-per-account", "10"),
            of("collab.sign-in.failures-per-address", "100"),
            of("collab.sso.administrators-group"),
            of("collab.sso.allowed-domains"),
            of("collab.sso.api-audience"),
            of("collab.sso.auto-provision", "true"),
            of("collab.sso.claims.email", "email"),
            of("collab.sso.claims.groups", "groups"),
            of("collab.sso.claims.name", "name"),
            of("collab.sso.claims.subject", "sub"),
            of("collab.sso.client-id"),
            of("collab.sso.client-secret"),
            of("collab.sso.group-roles"),
            of("collab.sso.issuer"),
            of("collab.sso.name"),
            of("collab.sso.scopes", "openid profile email"),
            of("collab.sso.trust-email", "false"),
            of("collab.threads", "64"),
            of("collab.trash.purge-every", "PT1H"),
            of("collab.trash.retention", "P30D"),
            of("collab.trusted-proxies"),
            of("mp.jwt.verify.audiences"),
            of("mp.jwt.verify.issuer"),
            of("mp.jwt.verify.publickey.location"));

    private static final List<String> SECRETS = List.of("key", "secret", "password", "token");

    private static Setting of(String key) {
        return new Setting(key, Optional.empty());
    }

    private static Setting of(String key, String fallback) {
        return new Setting(key, Optional.of(fallback));
    }

    /** Whether values of settings with such a key are never shown. */
    public static boolean isSecret(String key) {
        String lower = key.toLowerCase(Locale.ROOT);
        return SECRETS.stream().anyMatch(lower::contains);
    }
}
