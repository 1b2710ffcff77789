package org.collab.ot.client;

/**
 * The server's stream contradicts what the client knows. Nothing was changed; the client must ask for the
 * contents and {@link OtClient#resync}.
 */
public final class InconsistentStreamException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    InconsistentStreamException(String message) {
        super(message);
    }
}
