package org.collab.relay.control;

import java.time.Duration;
import java.util.Optional;

/** What carries messages to every node, this one included. Each connection has one user at a time. */
public interface Topic {
    Sending openForSending() throws TopicException;

    Receiving openForReceiving() throws TopicException;

    interface Sending extends AutoCloseable {
        void send(String text) throws TopicException;

        @Override
        void close();
    }

    interface Receiving extends AutoCloseable {
        /** The next text; empty where none has come in that time, or something that is no text. */
        Optional<String> receive(Duration atMost) throws TopicException;

        @Override
        void close();
    }

    /** The broker cannot be reached, or is not configured. */
    final class TopicException extends Exception {
        private static final long serialVersionUID = 1L;

        public TopicException(Throwable cause) {
            super(cause);
        }
    }
}
