package org.collab.relay.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The server's JMS topic. Its resources are looked up whenever they are needed, so that the application starts without
 * them. Messages are not kept: whoever is not there does not need them.
 */
@ApplicationScoped
public class JmsTopic implements Topic {
    private static final Logger LOG = System.getLogger(JmsTopic.class.getName());
    private static final Duration LIFETIME = Duration.ofSeconds(30);

    @Inject
    @ConfigProperty(name = "collab.relay.connection-factory", defaultValue = "jms/collabConnectionFactory")
    private String connectionFactory;

    @Inject
    @ConfigProperty(name = "collab.relay.topic", defaultValue = "jms/collabChanges")
    private String topic;

    @Override
    public Sending openForSending() throws TopicException {
        return open((connection, session, destination) -> {
            MessageProducer producer = session.createProducer(destination);
            producer.setDeliveryMode(DeliveryMode.NON_PERSISTENT);
            producer.setTimeToLive(LIFETIME.toMillis());
            return new JmsSending(connection, session, producer);
        });
    }

    @Override
    public Receiving openForReceiving() throws TopicException {
        return open((connection, session, destination) -> {
            MessageConsumer consumer = session.createConsumer(destination);
            connection.start();
            return new JmsReceiving(connection, consumer);
        });
    }

    private interface Opening<T> {
        T open(Connection connection, Session session, jakarta.jms.Topic destination) throws JMSException;
    }

    @SuppressWarnings("BanJNDI") // both names are the administrator's
    private <T> T open(Opening<T> opening) throws TopicException {
        Optional<Connection> connection = Optional.empty();
        boolean opened = false;
        try {
            InitialContext names = new InitialContext();
            ConnectionFactory factory = (ConnectionFactory) names.lookup(connectionFactory);
            jakarta.jms.Topic destination = (jakarta.jms.Topic) names.lookup(topic);
            Connection made = factory.createConnection();
            connection = Optional.of(made);
            T result = opening.open(made, made.createSession(false, Session.AUTO_ACKNOWLEDGE), destination);
            opened = true;
            return result;
        } catch (NamingException | JMSException | JMSRuntimeException | ClassCastException e) {
            throw new TopicException(e);
        } finally {
            if (!opened) {
                connection.ifPresent(JmsTopic::close);
            }
        }
    }

    private record JmsSending(Connection connection, Session session, MessageProducer producer) implements Sending {
        @Override
        public void send(String text) throws TopicException {
            try {
                producer.send(session.createTextMessage(text));
            } catch (JMSException | JMSRuntimeException e) {
                throw new TopicException(e);
            }
        }

        @Override
        public void close() {
            JmsTopic.close(connection);
        }
    }

    private record JmsReceiving(Connection connection, MessageConsumer consumer) implements Receiving {
        @Override
        public Optional<String> receive(Duration atMost) throws TopicException {
            try {
                Message message = consumer.receive(atMost.toMillis());
                return message instanceof TextMessage text ? Optional.ofNullable(text.getText()) : Optional.empty();
            } catch (JMSException | JMSRuntimeException e) {
                throw new TopicException(e);
            }
        }

        @Override
        public void close() {
            JmsTopic.close(connection);
        }
    }

    /** A connection that is broken already may not close. */
    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (JMSException | JMSRuntimeException e) {
            LOG.log(Level.DEBUG, "a connection to the broker did not close", e);
        }
    }
}
