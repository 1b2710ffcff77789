package org.collab.identity.control;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.Resource;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.MalformedURLException;
import java.net.URL;
import java.security.Key;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.collab.error.CollabException;
import org.collab.error.ErrorCode;
import org.eclipse.microprofile.faulttolerance.exceptions.FaultToleranceException;
import org.jspecify.annotations.Nullable;

/**
 * What the company's sign-in says about itself: its addresses and its keys, asked for with short time-outs and kept for
 * an hour. While it is away, what it said last goes on to count.
 */
@ApplicationScoped
public class SsoProvider {
    /** To connect, and again to read. */
    static final int TIMEOUT_MILLIS = 3_000;

    private static final Logger LOG = System.getLogger(SsoProvider.class.getName());
    private static final Duration FRESH = Duration.ofHours(1);
    private static final Duration PAUSE = Duration.ofSeconds(5);

    /** Signatures by keys that only the sign-in has: none by a shared secret, and never {@code none}. */
    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(
            JWSAlgorithm.RS256,
            JWSAlgorithm.RS384,
            JWSAlgorithm.RS512,
            JWSAlgorithm.PS256,
            JWSAlgorithm.PS384,
            JWSAlgorithm.PS512,
            JWSAlgorithm.ES256,
            JWSAlgorithm.ES384,
            JWSAlgorithm.ES512);

    @Inject
    private SsoSettings settings;

    @Inject
    private SsoCalls calls;

    private final AtomicReference<@Nullable Known> known = new AtomicReference<>();
    private volatile Instant failedAt = Instant.EPOCH;

    /** What it has said, and when. */
    public record Known(
            OIDCProviderMetadata metadata, JWSVerificationKeySelector<SecurityContext> keys, Instant since) {}

    /** @throws CollabException {@code sso-away} */
    public Known get() {
        @Nullable Known last = known.get();
        Instant now = Instant.now();
        if (last != null && now.isBefore(last.since().plus(FRESH))) {
            return last;
        }
        if (now.isAfter(failedAt.plus(PAUSE))) {
            try {
                Known fresh = ask(now);
                known.set(fresh);
                return fresh;
            } catch (GeneralException | IOException | FaultToleranceException e) {
                failedAt = now;
                LOG.log(
                        Level.WARNING,
                        "the company''s sign-in at {0} does not answer as it should: {1}",
                        settings.issuer(),
                        e);
            }
        }
        if (last != null) {
            return last;
        }
        throw away();
    }

    static CollabException away() {
        return new CollabException(
                ErrorCode.SSO_AWAY, "the company's sign-in does not answer now; try again in a moment");
    }

    private Known ask(Instant now) throws GeneralException, IOException {
        OIDCProviderMetadata metadata = calls.metadata(settings.issuer());
        return new Known(metadata, new KnownKeys(keys(metadata)), now);
    }

    /** A name of a key that is unknown, told again while the list is not asked for yet another time, names no key. */
    private static final class KnownKeys extends JWSVerificationKeySelector<SecurityContext> {
        KnownKeys(JWKSource<SecurityContext> source) {
            super(ALGORITHMS, source);
        }

        @Override
        public List<Key> selectJWSKeys(JWSHeader header, @Nullable SecurityContext context) throws KeySourceException {
            try {
                return super.selectJWSKeys(header, context);
            } catch (RateLimitReachedException e) {
                LOG.log(Level.WARNING, "a token names the key {0}, which the sign-in does not have", header.getKeyID());
                return List.of();
            }
        }
    }

    private JWKSource<SecurityContext> keys(OIDCProviderMetadata metadata) throws MalformedURLException {
        return JWKSourceBuilder.<SecurityContext>create(metadata.getJWKSetURI().toURL(), this::keys)
                .cache(FRESH.toMillis(), 2L * TIMEOUT_MILLIS)
                .refreshAheadCache(false)
                .retrying(true)
                .outageTolerant(Duration.ofHours(24).toMillis())
                .build();
    }

    private Resource keys(URL address) throws IOException {
        try {
            return calls.keys(address);
        } catch (FaultToleranceException e) {
            throw new IOException(e);
        }
    }
}
