package org.collab.simulation;

import org.collab.ot.Delta;
import org.collab.ot.client.OtClient;
import org.collab.ot.client.Step;

/** The client's state machine as a session drives it: the production one, unless a bug is put in. */
interface ClientCore {
    ClientCore PRODUCTION = new ClientCore() {};

    default Step applyLocal(OtClient client, Delta edit) {
        return client.applyLocal(edit);
    }

    default Step applyRemote(OtClient client, long revision, Delta change) {
        return client.applyRemote(revision, change);
    }

    default Step ack(OtClient client, long revision, long seq) {
        return client.ack(revision, seq);
    }

    default Step withdraw(OtClient client, long seq, Delta base) {
        return client.withdraw(seq, base);
    }
}
