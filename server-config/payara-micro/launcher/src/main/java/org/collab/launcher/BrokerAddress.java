package org.collab.launcher;

import java.util.Map;
import java.util.Optional;

/**
 * Where nodes meet: this one's broker at an address that the others reach, or another node's or company's broker.
 *
 * @param isOwn whether this node's broker listens there
 * @param password empty for one that this installation makes itself
 */
record BrokerAddress(boolean isOwn, String host, int port, String user, Optional<String> password) {

    private static final String PORT = "61616";

    /** Empty where the broker serves this process alone. */
    static Optional<BrokerAddress> from(Map<String, String> environment) {
        var remote = Settings.value(environment, "BROKER_HOST", "");
        var listen = Settings.value(environment, "BROKER_LISTEN", "");
        if (remote.isEmpty() && listen.isEmpty()) {
            return Optional.empty();
        }
        if (!remote.isEmpty() && !listen.isEmpty()) {
            throw new StartupFailure(
                    "BROKER_HOST names another broker and BROKER_LISTEN opens this one; set one of them.");
        }
        var address = new BrokerAddress(
                remote.isEmpty(),
                remote.isEmpty() ? listen : remote,
                Settings.port("BROKER_PORT", Settings.value(environment, "BROKER_PORT", PORT)),
                Settings.value(environment, "BROKER_USER", "collab"),
                Optional.of(Settings.value(environment, "BROKER_PASSWORD", ""))
                        .filter(password -> !password.isEmpty()));
        if (!address.isOwn && address.password.isEmpty()) {
            throw new StartupFailure(
                    "BROKER_HOST needs BROKER_PASSWORD; a node's own is in its data folder, in secrets/broker-password.");
        }
        return Optional.of(address);
    }

    BrokerAddress withPassword(String made) {
        return new BrokerAddress(isOwn, host, port, user, Optional.of(made));
    }

    /** Without the password, which belongs in no log. */
    @Override
    public String toString() {
        return user + "@" + host + ":" + port;
    }
}
