package org.collab.ot.client;

import java.util.Optional;
import org.collab.ot.Delta;

/**
 * What comes of one event.
 *
 * @param client the client's next state
 * @param send what to send to the server now
 * @param show the edit to make to the document that the user sees; often empty
 */
public record Step(OtClient client, Optional<Submission> send, Delta show) {

    static Step to(OtClient client) {
        return new Step(client, Optional.empty(), Delta.EMPTY);
    }

    static Step showing(OtClient client, Delta show) {
        return new Step(client, Optional.empty(), show);
    }

    static Step sending(OtClient client, Submission submission) {
        return new Step(client, Optional.of(submission), Delta.EMPTY);
    }
}
