package org.collab.broker;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Set;
import org.apache.activemq.artemis.core.security.CheckType;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.spi.core.security.ActiveMQSecurityManager;
import org.jspecify.annotations.Nullable;

/** Lets the nodes in, which share one account, and nobody else. The nodes may send and listen, and make nothing that lasts. */
record OneAccount(String user, String password) implements ActiveMQSecurityManager {

    private static final Set<CheckType> NEEDED = Set.of(
            CheckType.SEND,
            CheckType.CONSUME,
            CheckType.CREATE_ADDRESS,
            CheckType.DELETE_ADDRESS,
            CheckType.CREATE_NON_DURABLE_QUEUE,
            CheckType.DELETE_NON_DURABLE_QUEUE);

    @Override
    public boolean validateUser(@Nullable String name, @Nullable String secret) {
        return name != null && secret != null && same(user, name) && same(password, secret);
    }

    @Override
    public boolean validateUserAndRole(
            @Nullable String name, @Nullable String secret, Set<Role> roles, CheckType checkType) {
        return NEEDED.contains(checkType) && validateUser(name, secret);
    }

    /** Takes the same time wherever they differ. */
    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    /** Without the password, which belongs in no log. */
    @Override
    public String toString() {
        return user;
    }
}
