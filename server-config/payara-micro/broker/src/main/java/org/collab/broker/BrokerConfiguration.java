package org.collab.broker;

import java.util.Map;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.remoting.impl.invm.InVMAcceptorFactory;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptorFactory;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;

/** How the broker is set up: in memory, bounded, reachable from this process only or by nodes with an account. */
final class BrokerConfiguration {

    /** Bytes of undelivered messages an address may hold. */
    private static final long ADDRESS_BYTES = 32L * 1024 * 1024;

    private static final long ALL_ADDRESSES_BYTES = 2 * ADDRESS_BYTES;

    private BrokerConfiguration() {}

    /**
     * A broker that keeps nothing on disk and opens no port.
     *
     * <p>Messages only tell other nodes what is in the change log, so a full address drops new ones instead of blocking an
     * editor or filling the heap. There are no broker users: whoever runs code in this process already has everything the
     * broker could give.
     */
    static ConfigurationImpl inMemory() throws Exception {
        var configuration = new ConfigurationImpl();
        configuration
                .setName("collab")
                .setPersistenceEnabled(false)
                .setSecurityEnabled(false)
                .setJMXManagementEnabled(false)
                .setMessageCounterEnabled(false)
                .setMaxDiskUsage(-1)
                .setGlobalMaxSize(ALL_ADDRESSES_BYTES)
                .addAcceptorConfiguration(
                        new TransportConfiguration(InVMAcceptorFactory.class.getName(), Map.of("serverId", "0")))
                .addAddressSetting(
                        "#",
                        new AddressSettings()
                                .setMaxSizeBytes(ADDRESS_BYTES)
                                .setAddressFullMessagePolicy(AddressFullMessagePolicy.DROP));
        return configuration;
    }

    /** The same, which other nodes reach at this address as well; everybody has to sign in. */
    static Configuration listening(String host, int port, OneAccount account) throws Exception {
        return inMemory()
                .setSecurityEnabled(true)
                .setClusterUser(account.user())
                .setClusterPassword(account.password())
                .addAcceptorConfiguration(new TransportConfiguration(
                        NettyAcceptorFactory.class.getName(),
                        Map.of("host", host, "port", port, "protocols", "CORE", "useEpoll", false)));
    }
}
