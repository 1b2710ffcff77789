package org.collab.collaboration.control;

/**
 * The change log did not answer. What was asked for may or may not have happened: look it up before doing it again.
 */
public class StoreUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StoreUnavailableException(Throwable cause) {
        super("the change log did not answer", cause);
    }
}
