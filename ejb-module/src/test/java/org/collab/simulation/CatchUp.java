package org.collab.simulation;

import java.util.List;
import java.util.function.Consumer;
import org.collab.collaboration.control.StoreUnavailableException;
import org.collab.collaboration.entity.CommittedChange;

/** A page's question over REST for the changes after a revision. */
final class CatchUp {
    private static final int PAGE = 500;

    private CatchUp() {}

    /** The answer comes later, or never; it is empty where the server cannot answer. */
    static void ask(World world, NodeProcess process, long revision, Consumer<List<CommittedChange>> answer) {
        world.agenda.sometime(() -> process.run(() -> {
            List<CommittedChange> page = page(world, process, revision);
            world.agenda.sometime(() -> answer.accept(page));
        }));
    }

    private static List<CommittedChange> page(World world, NodeProcess process, long revision) {
        try {
            return process.store().read(world.documentId, revision, PAGE);
        } catch (StoreUnavailableException e) {
            return List.of();
        }
    }
}
