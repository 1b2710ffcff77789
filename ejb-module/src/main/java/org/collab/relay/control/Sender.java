package org.collab.relay.control;

import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.collab.collaboration.control.Scheduler;
import org.collab.relay.control.Topic.TopicException;

/**
 * Sends what is posted, in order, on a thread of the server's. While the broker is away, what waits is dropped at once
 * and only every now and then a connection is tried. Posting never blocks and never fails; thread-safe.
 */
public final class Sender {
    private final Topic topic;
    private final Scheduler scheduler;
    private final Listener listener;
    private final Backoff backoff;
    private final RelayQueue queue = new RelayQueue();
    private final AtomicBoolean working = new AtomicBoolean();
    private volatile boolean stale;
    private Optional<Topic.Sending> line = Optional.empty(); // belongs to whoever has set working

    /** Told on the sender's thread what became of messages. */
    public interface Listener {
        void sent();

        void dropped(int messages);

        void failed(TopicException cause);
    }

    public Sender(Topic topic, Scheduler scheduler, Clock clock, Listener listener) {
        this.topic = topic;
        this.scheduler = scheduler;
        this.listener = listener;
        this.backoff = new Backoff(clock);
    }

    /** False where it was dropped because too much waits. */
    public boolean post(RelayMessage message) {
        boolean taken = queue.offer(message);
        if (!taken) {
            listener.dropped(1);
        }
        wake();
        return taken;
    }

    /** The connection does not carry anything any more, though it has not said so. */
    public void reconnect() {
        stale = true;
    }

    /** Ends the connection, unless a message is on its way: then the server's own end has to do. */
    public void stop() {
        if (working.compareAndSet(false, true)) {
            hangUp();
        }
    }

    private void wake() {
        if (!working.compareAndSet(false, true)) {
            return;
        }
        try {
            scheduler.execute(this::work);
        } catch (RejectedExecutionException e) {
            working.set(false); // the server is stopping, and nobody has to be told
        }
    }

    private void work() {
        try {
            for (Optional<RelayMessage> next = queue.poll(); next.isPresent(); next = queue.poll()) {
                send(next.get());
            }
        } finally {
            working.set(false);
        }
        if (!queue.isEmpty()) {
            wake();
        }
    }

    private void send(RelayMessage message) {
        if (stale) {
            stale = false;
            hangUp();
        }
        String text = RelayJson.write(message);
        if (text.length() > RelayJson.LONGEST || (line.isEmpty() && !backoff.isDue())) {
            listener.dropped(1);
            return;
        }
        try {
            Topic.Sending open = line.isPresent() ? line.get() : topic.openForSending();
            line = Optional.of(open);
            open.send(text);
            backoff.succeeded();
            listener.sent();
        } catch (TopicException e) {
            backoff.failed();
            hangUp();
            listener.dropped(1 + queue.clear());
            listener.failed(e);
        }
    }

    private void hangUp() {
        line.ifPresent(Topic.Sending::close);
        line = Optional.empty();
    }
}
