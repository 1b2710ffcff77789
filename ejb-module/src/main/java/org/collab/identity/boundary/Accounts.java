package org.collab.identity.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.collab.error.CollabException;
import org.collab.error.ErrorCode;
import org.collab.identity.control.Passwords;
import org.collab.identity.control.UserColors;
import org.collab.identity.entity.User;
import org.collab.identity.entity.UserSettings;
import org.collab.persistence.entity.UniqueViolation;

/** The local accounts: sign up, check a password, look somebody up. */
@Stateless
public class Accounts {
    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Passwords passwords;

    /** @throws CollabException {@code email-taken} */
    public User register(String email, String password, String displayName) {
        String normalised = normalise(email);
        if (findByEmail(normalised).isPresent()) {
            throw taken(normalised);
        }
        UUID id = UUID.randomUUID();
        User user = new User(
                id, normalised, displayName.strip(), UserColors.of(id), passwords.hash(password), Instant.now());
        entities.persist(user);
        try {
            entities.flush();
        } catch (PersistenceException e) {
            if (UniqueViolation.causes(e)) {
                throw taken(normalised);
            }
            throw e;
        }
        return user;
    }

    /** @throws CollabException {@code invalid-credentials}, the same for an unknown address and a wrong password */
    public User authenticate(String email, String password) {
        Optional<User> user = findByEmail(email);
        if (!passwords.matches(password, user.flatMap(User::passwordHash))) {
            throw new CollabException(ErrorCode.INVALID_CREDENTIALS, "e-mail address or password is wrong");
        }
        return user.orElseThrow();
    }

    public User get(UUID id) {
        return find(id).orElseThrow(() -> CollabException.notFound("user"));
    }

    /** Takes over what the settings name. */
    public User change(UUID id, UserSettings settings) {
        User user = get(id);
        user.change(settings);
        return user;
    }

    public Optional<User> find(UUID id) {
        return Optional.ofNullable(entities.find(User.class, id));
    }

    public Optional<User> findByEmail(String email) {
        return entities.createNamedQuery(User.BY_EMAIL, User.class)
                .setParameter("email", normalise(email))
                .getResultStream()
                .findFirst();
    }

    private static String normalise(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }

    private static CollabException taken(String email) {
        return new CollabException(ErrorCode.EMAIL_TAKEN, "an account for " + email + " exists already");
    }
}
