package org.collab.collaboration.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.collab.collaboration.control.LiveDocument.CommittedHead;

/**
 * Who wants to know of commits on this node. No CDI event, because to deliver one to a session bean costs a look-up of the
 * bean, and that at each commit. Thread-safe.
 */
@ApplicationScoped
public class CommitListeners {
    private final List<Consumer<CommittedHead>> listeners = new CopyOnWriteArrayList<>();

    /** @param listener called on the document's own thread, so it takes nothing but a note */
    public void add(Consumer<CommittedHead> listener) {
        listeners.add(listener);
    }

    void tell(CommittedHead head) {
        listeners.forEach(listener -> listener.accept(head));
    }
}
