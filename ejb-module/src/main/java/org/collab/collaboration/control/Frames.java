package org.collab.collaboration.control;

import java.util.List;
import java.util.function.Consumer;
import org.collab.collaboration.entity.CommittedChange;
import org.collab.collaboration.entity.ServerMessage;

/** Changes in frames of a bounded size, in order. */
final class Frames {
    private static final int CHANGES_A_FRAME = 200;
    private static final int UNITS_A_FRAME = 200_000;

    private Frames() {}

    /** One frame holds one change at least, however long it is. */
    static void send(List<CommittedChange> changes, Consumer<ServerMessage> receiver) {
        int from = 0;
        int units = 0;
        for (int i = 0; i < changes.size(); i++) {
            int length = changes.get(i).deltaJson().length();
            if (i > from && (i - from == CHANGES_A_FRAME || units + length > UNITS_A_FRAME)) {
                receiver.accept(new ServerMessage.Changes(changes.subList(from, i)));
                from = i;
                units = 0;
            }
            units += length;
        }
        if (from < changes.size()) {
            receiver.accept(new ServerMessage.Changes(changes.subList(from, changes.size())));
        }
    }
}
