package org.collab.ot.client;

/** What became of a client's unconfirmed edits when it took a {@link Snapshot} as its new base. */
public sealed interface Resync {

    /** The client's next state, at the snapshot's revision. */
    OtClient client();

    /**
     * What the snapshot does not hold was moved to it. The user sees the snapshot's contents and {@link
     * OtClient#unconfirmed} on top; {@link OtClient#reconnect} says what to send.
     */
    record Merged(OtClient client) implements Resync {}

    /**
     * What the snapshot does not hold does not fit there.
     *
     * @param kept the text that the user typed, to be put where the user can reach it
     */
    record Unmergeable(OtClient client, String kept) implements Resync {}
}
