package org.collab.identity.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.collab.error.CollabException;
import org.collab.error.ErrorCode;
import org.collab.identity.control.Passwords;
import org.collab.identity.control.UserColors;
import org.collab.identity.entity.EmailAddress;
import org.collab.identity.entity.User;
import org.collab.identity.entity.UserSettings;
import org.collab.persistence.entity.UniqueViolation;

/** The users: sign up, look somebody up, change what they have chosen. */
@Stateless
public class Accounts {
    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Passwords passwords;

    /** @throws CollabException {@code email-taken} */
    public User register(String email, String password, String displayName) {
        EmailAddress address = new EmailAddress(email);
        UUID id = UUID.randomUUID();
        return add(new User(
                id, address.value(), displayName.strip(), UserColors.of(id), passwords.hash(password), Instant.now()));
    }

    /**
     * Somebody whom the company's sign-in knows.
     *
     * @throws CollabException {@code email-taken}
     */
    public User provision(EmailAddress email, String displayName) {
        UUID id = UUID.randomUUID();
        return add(User.ofCompany(id, email.value(), displayName, UserColors.of(id), Instant.now()));
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
                .setParameter("email", new EmailAddress(email).value())
                .getResultStream()
                .findFirst();
    }

    private User add(User user) {
        String email = user.email().orElseThrow();
        if (findByEmail(email).isPresent()) {
            throw taken(email);
        }
        entities.persist(user);
        try {
            entities.flush();
        } catch (PersistenceException e) {
            if (UniqueViolation.causes(e)) {
                throw taken(email);
            }
            throw e;
        }
        return user;
    }

    private static CollabException taken(String email) {
        return new CollabException(ErrorCode.EMAIL_TAKEN, "an account for " + email + " exists already");
    }
}
