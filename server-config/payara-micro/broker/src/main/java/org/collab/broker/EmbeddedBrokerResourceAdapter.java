package org.collab.broker;

import jakarta.resource.spi.BootstrapContext;
import jakarta.resource.spi.ResourceAdapterInternalException;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyConnectorFactory;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.activemq.artemis.ra.ActiveMQResourceAdapter;
import org.apache.activemq.artemis.ra.ConnectionFactoryProperties;
import org.jspecify.annotations.Nullable;

/**
 * Artemis' JMS resource adapter, with the broker it talks to unless that is somebody else's.
 *
 * <p>The server starts it before the first application that uses it and stops it after the last one: the broker
 * therefore outlives every producer and message-driven bean. {@code start} and {@code stop} are called by the server,
 * one at a time, after the properties are set: {@code RemoteHost} and {@code RemotePort} name a broker to use in place of
 * its own, {@code ListenHost} and {@code ListenPort} let other nodes use this one; both need {@code UserName} and
 * {@code Password}.
 */
public class EmbeddedBrokerResourceAdapter extends ActiveMQResourceAdapter {

    private static final long serialVersionUID = 1L;
    private static final long CALL_TIMEOUT_MILLIS = 5_000;

    private @Nullable String remoteHost;
    private int remotePort;
    private @Nullable String listenHost;
    private int listenPort;
    private transient @Nullable EmbeddedActiveMQ broker;

    public void setRemoteHost(String host) {
        remoteHost = host;
    }

    public void setRemotePort(Integer port) {
        remotePort = port;
    }

    public void setListenHost(String host) {
        listenHost = host;
    }

    public void setListenPort(Integer port) {
        listenPort = port;
    }

    @Override
    public void start(BootstrapContext context) throws ResourceAdapterInternalException {
        setCallTimeout(CALL_TIMEOUT_MILLIS);
        setReconnectAttempts(0); // the application tries again by itself
        if (remoteHost == null) {
            broker = startBroker();
        } else {
            setConnectorClassName(NettyConnectorFactory.class.getName());
            setConnectionParameters("host=" + remoteHost + ";port=" + remotePort + ";useEpoll=false");
        }
        super.start(context);
    }

    @Override
    public void stop() {
        super.stop();
        var running = broker;
        broker = null;
        if (running != null) {
            stop(running);
        }
    }

    /** Every connection is the account's, whoever asks for it. */
    @Override
    public ActiveMQConnectionFactory newConnectionFactory(ConnectionFactoryProperties properties) {
        var factory = super.newConnectionFactory(properties);
        if (getUserName() != null) {
            factory.setUser(getUserName());
            factory.setPassword(getPassword());
        }
        return factory;
    }

    private EmbeddedActiveMQ startBroker() throws ResourceAdapterInternalException {
        try {
            var starting = new EmbeddedActiveMQ();
            if (listenHost == null) {
                starting.setConfiguration(BrokerConfiguration.inMemory());
            } else {
                var account = new OneAccount(getUserName(), getPassword());
                starting.setConfiguration(BrokerConfiguration.listening(listenHost, listenPort, account))
                        .setSecurityManager(account);
            }
            return starting.start();
        } catch (Exception e) {
            throw new ResourceAdapterInternalException("The message broker did not start", e);
        }
    }

    private static void stop(EmbeddedActiveMQ broker) {
        try {
            broker.stop();
        } catch (Exception e) {
            throw new IllegalStateException("The message broker did not stop", e);
        }
    }
}
