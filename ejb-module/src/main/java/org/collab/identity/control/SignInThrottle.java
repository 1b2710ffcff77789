package org.collab.identity.control;

import jakarta.ejb.Schedule;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.collab.access.control.AccessLocks;
import org.collab.error.CollabException;
import org.collab.error.ErrorCode;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Bounds how often a password may be tried, for each account and for each address, over all nodes. An attempt counts from
 * its beginning, before the password is looked at, so that many at once are not more than many after each other; success
 * takes back what the account has gathered. Refused attempts do not count, so a lock ends by itself.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class SignInThrottle {
    @PersistenceContext
    private EntityManager entities;

    @Inject
    private AccessLocks locks;

    @Inject
    @ConfigProperty(name = "collab.sign-in.failures-per-account", defaultValue = "10")
    private int perAccount;

    @Inject
    @ConfigProperty(name = "collab.sign-in.failures-per-address", defaultValue = "100")
    private int perAddress;

    @Inject
    @ConfigProperty(name = "collab.sign-in.failure-window", defaultValue = "PT15M")
    private Duration window;

    /** One try; {@code atAddress} is the row that counts it for the address it comes from. */
    public record Attempt(String account, UUID atAddress) {}

    /** @throws CollabException {@code too-many-requests}, whether or not there is such an account */
    public Attempt open(String email, String address) {
        String account = "account " + email;
        String from = "address " + address;
        locks.change(List.of(UUID.nameUUIDFromBytes(hash(account)), UUID.nameUUIDFromBytes(hash(from))));
        requireFewer(account, perAccount);
        requireFewer(from, perAddress);
        count(account);
        return new Attempt(account, count(from));
    }

    public void succeeded(Attempt attempt) {
        entities.createNativeQuery("DELETE FROM sign_in_attempts WHERE target = ?1 OR id = ?2")
                .setParameter(1, hash(attempt.account()))
                .setParameter(2, attempt.atAddress())
                .executeUpdate();
    }

    @Schedule(hour = "*", minute = "*/5", persistent = false)
    void forgetOld() {
        entities.createNativeQuery("DELETE FROM sign_in_attempts WHERE at <= now() - make_interval(secs => ?1)")
                .setParameter(1, (double) window.toSeconds())
                .executeUpdate();
    }

    /** The clock is the database's, the same for all nodes. */
    private void requireFewer(String target, int most) {
        List<?> waits = entities.createNativeQuery(
                        "SELECT ceil(extract(epoch FROM at + make_interval(secs => ?2) - now())) FROM sign_in_attempts"
                                + " WHERE target = ?1 AND at > now() - make_interval(secs => ?2)"
                                + " ORDER BY at DESC OFFSET ?3 LIMIT 1")
                .setParameter(1, hash(target))
                .setParameter(2, (double) window.toSeconds())
                .setParameter(3, most - 1)
                .getResultList();
        if (!waits.isEmpty()) {
            throw new CollabException(
                    ErrorCode.TOO_MANY_REQUESTS,
                    "too many attempts to sign in have failed; try again later",
                    Duration.ofSeconds(Math.max(1, ((Number) waits.get(0)).longValue())));
        }
    }

    private UUID count(String target) {
        UUID id = UUID.randomUUID();
        entities.createNativeQuery("INSERT INTO sign_in_attempts (id, target, at) VALUES (?1, ?2, now())")
                .setParameter(1, id)
                .setParameter(2, hash(target))
                .executeUpdate();
        return id;
    }

    private static byte[] hash(String target) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(target.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
