package org.collab.simulation;

import java.util.stream.Collectors;
import org.collab.collaboration.entity.CommittedChange;
import org.collab.collaboration.entity.ServerMessage;
import org.collab.collaboration.entity.Submission;
import org.collab.collaboration.entity.SubmitResult;

/** Messages as short lines for a trace. */
final class Texts {
    private Texts() {}

    static String of(ServerMessage message) {
        if (message instanceof ServerMessage.Changes changes) {
            return "changes " + changes.changes().stream().map(Texts::of).collect(Collectors.joining("; "));
        }
        if (message instanceof ServerMessage.Welcome welcome) {
            return "welcome, head " + welcome.opening().head() + ", acknowledged "
                    + welcome.opening().acknowledged()
                    + welcome.contents()
                            .map(contents -> ", " + contents.delta())
                            .orElse("");
        }
        if (message instanceof ServerMessage.Rejected rejected) {
            return "rejected " + rejected.seq() + " " + rejected.code() + " " + rejected.message();
        }
        return message.getClass().getSimpleName();
    }

    static String of(CommittedChange change) {
        return change.revision() + "=" + client(change.clientId()) + ":" + change.seq() + " " + change.deltaJson();
    }

    static String of(Submission submission) {
        return client(submission.clientId()) + ":" + submission.seq() + " at " + submission.baseRevision() + " "
                + submission.delta();
    }

    static String of(SubmitResult result) {
        return result instanceof SubmitResult.AlreadyCommitted already
                ? "already " + of(already.original())
                : result.toString();
    }

    private static String client(java.util.UUID id) {
        return id.toString().substring(0, 4);
    }
}
