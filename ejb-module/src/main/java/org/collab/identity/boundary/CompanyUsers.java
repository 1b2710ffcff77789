package org.collab.identity.boundary;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.collab.access.boundary.GroupsTold;
import org.collab.access.control.AccessLocks;
import org.collab.error.CollabException;
import org.collab.error.ErrorCode;
import org.collab.identity.control.SsoSettings;
import org.collab.identity.entity.CompanyPerson;
import org.collab.identity.entity.EmailAddress;
import org.collab.identity.entity.User;

/**
 * Who the people of the company's sign-in are here. Somebody is known by issuer and subject; at the first sign-in, by an
 * address that the company has verified. Groups and the administrators' right follow what is told each time.
 */
@Stateless
public class CompanyUsers {
    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Accounts accounts;

    @Inject
    private Sessions sessions;

    @Inject
    private AccessLocks locks;

    @Inject
    private SsoSettings settings;

    @Inject
    private Event<GroupsTold> groupsTold;

    @Inject
    private Event<AddressProved> proved;

    /**
     * The user; a new one where the person is not known and the settings let them in.
     *
     * @throws CollabException {@code account-suspended}, {@code sso-foreign-domain}, {@code sso-unverified-email},
     *     {@code sso-unknown-user}
     */
    public User admit(CompanyPerson person) {
        person.email().filter(email -> !settings.allows(email.domain())).ifPresent(email -> {
            throw new CollabException(
                    ErrorCode.SSO_FOREIGN_DOMAIN,
                    "people with addresses at " + email.domain() + " may not sign in here");
        });
        User user = known(person).orElseGet(() -> introduce(person));
        if (user.isSuspended()) {
            throw new CollabException(ErrorCode.ACCOUNT_SUSPENDED, "this account is suspended");
        }
        follow(user, person);
        person.email()
                .filter(email -> isVerified(person))
                .ifPresent(email -> proved.fire(new AddressProved(user.id(), email.value())));
        return user;
    }

    /** Takes over what is told about a user now. */
    public void follow(UUID userId, CompanyPerson person) {
        follow(accounts.get(userId), person);
    }

    private void follow(User user, CompanyPerson person) {
        person.groups().ifPresent(groups -> {
            locks.change(user.id());
            settings.administratorsGroup().ifPresent(group -> user.administer(groups.contains(group)));
            groupsTold.fire(new GroupsTold(user.id(), groups));
        });
    }

    private Optional<User> known(CompanyPerson person) {
        List<?> ids = entities.createNativeQuery(
                        "SELECT user_id FROM user_identities WHERE issuer = ?1 AND subject = ?2")
                .setParameter(1, person.issuer())
                .setParameter(2, person.subject())
                .getResultList();
        return ids.stream().findFirst().map(id -> accounts.get(UUID.fromString(id.toString())));
    }

    /** An address that is not verified might be anybody's: it opens no account, neither an old one nor a new one. */
    private User introduce(CompanyPerson person) {
        EmailAddress email = person.email()
                .filter(address -> isVerified(person))
                .orElseThrow(() -> new CollabException(
                        ErrorCode.SSO_UNVERIFIED_EMAIL, "the company's sign-in has not verified this e-mail address"));
        User user = accounts.findByEmail(email.value()).map(this::handOver).orElseGet(() -> provision(person, email));
        entities.flush();
        entities.createNativeQuery("INSERT INTO user_identities (issuer, subject, user_id, created_at)"
                        + " VALUES (?1, ?2, ?3, now())")
                .setParameter(1, person.issuer())
                .setParameter(2, person.subject())
                .setParameter(3, user.id())
                .executeUpdate();
        return user;
    }

    private boolean isVerified(CompanyPerson person) {
        return person.emailVerified().orElse(settings.trustEmail());
    }

    /**
     * Whoever has signed up here with somebody's address has proved nothing: from now on only the company's sign-in opens
     * this account.
     */
    private User handOver(User user) {
        user.forgetPassword();
        sessions.revokeAll(user.id());
        return user;
    }

    private User provision(CompanyPerson person, EmailAddress email) {
        if (!settings.autoProvision()) {
            throw new CollabException(ErrorCode.SSO_UNKNOWN_USER, "there is no account for " + email.value() + " here");
        }
        String address = email.value();
        return accounts.provision(email, person.name().orElse(address.substring(0, address.indexOf('@'))));
    }
}
