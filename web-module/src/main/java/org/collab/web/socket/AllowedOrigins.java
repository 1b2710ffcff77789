package org.collab.web.socket;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Which pages may open a WebSocket here (protocol O2). A page of this application's own host and port may, and those
 * listed in {@code collab.origins.allowed}. Browsers always say their origin; programs that are no browsers may leave it
 * out where {@code collab.origins.allow-missing} says so.
 */
@ApplicationScoped
public class AllowedOrigins {
    @Inject
    private Config config;

    private Set<String> configured = Set.of();

    @Inject
    @ConfigProperty(name = "collab.origins.allow-missing", defaultValue = "false")
    private boolean allowMissing;

    @PostConstruct
    void readConfiguration() {
        // Not injected as Optional<Set<String>>: Payara cannot convert that.
        configured = config.getOptionalValues("collab.origins.allowed", String.class)
                .map(Set::copyOf)
                .orElse(Set.of());
    }

    boolean allow(@Nullable String origin, @Nullable String host, boolean secure) {
        if (origin == null) {
            return allowMissing;
        }
        return configured.contains(origin) || isOwn(origin, host, secure);
    }

    private static boolean isOwn(String origin, @Nullable String host, boolean secure) {
        try {
            URI uri = new URI(origin);
            if (host == null || uri.getHost() == null || uri.getUserInfo() != null) {
                return false;
            }
            String scheme = String.valueOf(uri.getScheme());
            boolean schemeFits = scheme.equals("https") || (scheme.equals("http") && !secure);
            return schemeFits && withPort(uri.getRawAuthority(), scheme).equals(withPort(host, scheme));
        } catch (URISyntaxException e) {
            return false; // "null" and other things that are no origin
        }
    }

    private static String withPort(String authority, String scheme) {
        String lower = authority.toLowerCase(Locale.ROOT);
        boolean hasPort = lower.lastIndexOf(':') > lower.lastIndexOf(']');
        return hasPort ? lower : lower + (scheme.equals("https") ? ":443" : ":80");
    }
}
