package org.collab.relay.boundary;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Future;
import org.collab.collaboration.boundary.CommitListeners;
import org.collab.collaboration.boundary.LiveDocuments;
import org.collab.collaboration.boundary.ServerThreads;
import org.collab.health.RelayState;
import org.collab.relay.control.Conversation;
import org.collab.relay.control.JmsTopic;
import org.collab.relay.control.Receiver;
import org.collab.relay.control.RelayMeters;
import org.collab.relay.control.Sender;
import org.collab.relay.control.Topic.TopicException;
import org.collab.telemetry.Metrics;

/** This node's place at the topic, from the application's start to its end. */
@Singleton
@Startup
@DependsOn("LiveDocuments")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Relay {
    private static final Duration INTERVAL = Duration.ofMillis(200);

    @Inject
    private LiveDocuments documents;

    @Inject
    private ServerThreads threads;

    @Inject
    private CommitListeners commits;

    @Inject
    private JmsTopic topic;

    @Inject
    private Metrics metrics;

    private Optional<Line> line = Optional.empty();

    private record Line(Conversation conversation, Sender sender, Receiver receiver, Future<?> work) {}

    @PostConstruct
    void start() {
        Clock clock = Clock.systemUTC();
        RelayMeters meters = new RelayMeters(metrics);
        Conversation conversation = new Conversation(clock, documents, meters);
        Sender sender = new Sender(topic, threads, clock, new Sender.Listener() {
            @Override
            public void sent() {
                meters.sent();
            }

            @Override
            public void dropped(int messages) {
                meters.dropped(messages);
            }

            @Override
            public void failed(TopicException cause) {
                conversation.failed(cause);
            }
        });
        Receiver receiver = new Receiver(topic, threads, clock, conversation::hear, conversation::failed);
        conversation.speakThrough(sender::post);
        line = Optional.of(new Line(
                conversation,
                sender,
                receiver,
                threads.repeat(INTERVAL, () -> keepUp(conversation, sender, receiver))));
        receiver.start();
        commits.add(conversation::tell);
    }

    @PreDestroy
    void stop() {
        line.ifPresent(open -> {
            open.work().cancel(false);
            open.receiver().stop();
            open.sender().stop();
        });
    }

    /** How this node stands with the others. */
    public RelayState state() {
        return line.orElseThrow().conversation().state();
    }

    private static void keepUp(Conversation conversation, Sender sender, Receiver receiver) {
        if (!conversation.keepUp()) {
            sender.reconnect();
            receiver.reconnect();
        }
    }
}
