package org.collab.launcher;

/** The product cannot start; the message is one sentence for the person at the terminal, who gets no stack trace. */
final class StartupFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StartupFailure(String sentence) {
        super(sentence);
    }

    StartupFailure(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    /** The sentence to show. */
    String sentence() {
        return String.valueOf(getMessage());
    }
}
