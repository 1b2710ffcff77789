package org.collab.identity.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.collab.error.CollabException;
import org.collab.identity.boundary.SingleSignOn.ProgramSignIn;
import org.collab.identity.control.AccessTokens;
import org.collab.identity.entity.Client;

/**
 * Our access tokens for the tokens of the company's sign-in that programs present with each request. Each is exchanged
 * once, and again when ours runs out; none serves longer than it would there. Where the session that came of it was ended,
 * the token opens nothing until then.
 */
@ApplicationScoped
public class ProgramTokens {
    /** So that they take a few megabytes at most. With more at a time, some are exchanged at each request. */
    private static final int MOST = 2_000;

    /** So that ours is not refused for its age while the request is on its way. */
    private static final Duration MARGIN = Duration.ofSeconds(30);

    @Inject
    private SingleSignOn singleSignOn;

    private final Map<String, Exchanged> exchanged = new ConcurrentHashMap<>();

    private record Exchanged(String accessToken, Instant until) {
        boolean serves(Instant now) {
            return now.isBefore(until);
        }
    }

    /** @throws CollabException as {@link SingleSignOn#exchange} */
    public String accessTokenFor(String companyToken, Client client) {
        Instant now = Instant.now();
        return Optional.ofNullable(exchanged.get(companyToken))
                .filter(known -> known.serves(now))
                .orElseGet(() -> exchange(companyToken, client, now))
                .accessToken();
    }

    private Exchanged exchange(String companyToken, Client client, Instant now) {
        ProgramSignIn program = singleSignOn.exchange(companyToken, client);
        Instant ourEnd = now.plus(AccessTokens.LIFETIME).minus(MARGIN);
        Instant theirEnd = program.tokenExpiresAt();
        Exchanged fresh = new Exchanged(program.signIn().accessToken(), theirEnd.isBefore(ourEnd) ? theirEnd : ourEnd);
        exchanged.values().removeIf(each -> !each.serves(now));
        if (exchanged.size() < MOST) {
            exchanged.put(companyToken, fresh);
        }
        return fresh;
    }
}
