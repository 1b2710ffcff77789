package org.collab.broker;

import jakarta.resource.spi.BootstrapContext;
import jakarta.resource.spi.ResourceAdapterInternalException;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.ra.ActiveMQResourceAdapter;
import org.jspecify.annotations.Nullable;

/**
 * Artemis' JMS resource adapter with the broker it talks to.
 *
 * <p>The server starts it before the first application that uses it and stops it after the last one: the broker
 * therefore outlives every producer and message-driven bean. {@code start} and {@code stop} are called by the server,
 * one at a time.
 */
public class EmbeddedBrokerResourceAdapter extends ActiveMQResourceAdapter {

    private static final long serialVersionUID = 1L;

    private transient @Nullable EmbeddedActiveMQ broker;

    @Override
    public void start(BootstrapContext context) throws ResourceAdapterInternalException {
        broker = startBroker();
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

    private static EmbeddedActiveMQ startBroker() throws ResourceAdapterInternalException {
        try {
            return new EmbeddedActiveMQ()
                    .setConfiguration(BrokerConfiguration.inMemory())
                    .start();
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
