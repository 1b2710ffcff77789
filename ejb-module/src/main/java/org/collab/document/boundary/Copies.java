package org.collab.document.boundary;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.collab.access.entity.Writer;
import org.collab.collaboration.boundary.DocumentContents;
import org.collab.collaboration.control.ContentsAsEdits;
import org.collab.collaboration.entity.Submission;
import org.collab.ot.Delta;

/**
 * Copies documents. The contents go the way of every edit, so a copy has a history of its own that begins with them. A
 * copy that cannot be finished is put into the trash.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Copies {
    private static final int LONGEST_TITLE = 200;

    @Inject
    private Documents documents;

    @Inject
    private DocumentContents contents;

    /**
     * Whoever may read the original and write in the room.
     *
     * @param roomId where the copy goes; the original's room where it is empty
     */
    public DocumentView copy(Writer writer, UUID originalId, Optional<String> title, Optional<UUID> roomId) {
        UUID caller = writer.userId();
        DocumentView original = documents.get(caller, originalId);
        Delta text = contents.atHead(caller, originalId).contents();
        String copyTitle = title.orElseGet(() -> shortened(original.title()) + " (copy)");
        UUID copyId = documents
                .createCopy(caller, originalId, roomId.orElse(original.roomId()), copyTitle)
                .id();
        boolean finished = false;
        try {
            fill(writer, copyId, ContentsAsEdits.of(text));
            finished = true;
        } finally {
            if (!finished) {
                documents.delete(caller, copyId);
            }
        }
        return documents.get(caller, copyId);
    }

    private void fill(Writer caller, UUID copyId, List<Delta> edits) {
        UUID clientId = UUID.randomUUID();
        long seq = 1;
        for (Delta edit : edits) {
            contents.submit(copyId, new Submission(clientId, seq, seq - 1, edit, caller));
            seq++;
        }
    }

    private static String shortened(String title) {
        int most = LONGEST_TITLE - " (copy)".length();
        if (title.length() <= most) {
            return title;
        }
        return title.substring(0, Character.isHighSurrogate(title.charAt(most - 1)) ? most - 1 : most);
    }
}
