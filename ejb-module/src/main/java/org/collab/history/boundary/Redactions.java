package org.collab.history.boundary;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.collab.access.boundary.AccessControl;
import org.collab.collaboration.boundary.DocumentContents;
import org.collab.collaboration.boundary.LiveDocuments;
import org.collab.collaboration.control.RedactionTable;
import org.collab.collaboration.entity.Redaction;
import org.collab.error.CollabException;
import org.collab.error.ErrorCode;
import org.collab.history.control.RedactionPlan;
import org.collab.history.control.Redactor;
import org.collab.history.entity.RedactionWish;
import org.collab.ot.Delta;
import org.collab.ot.Op;

/**
 * Takes text that must not stay out of a document's whole history. Owners only. What remains is a block for each
 * character, and a redaction that says who has taken out how much, and why. Open editors get the contents anew.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Redactions {
    @Inject
    private AccessControl access;

    @Inject
    private DocumentContents contents;

    @Inject
    private RedactionTable table;

    @Inject
    private Redactor redactor;

    @Inject
    private LiveDocuments liveDocuments;

    @Inject
    private HistoryIndexing indexing;

    /**
     * What a redaction would do.
     *
     * @param changes how many changes would be rewritten
     */
    public record Extent(long units, long changes) {}

    /** The redactions in the order in which they were made, for whoever may see the history. */
    public List<Redaction> list(UUID caller, UUID documentId) {
        access.requireHistory(caller, documentId);
        return table.of(documentId);
    }

    /** How much a redaction would take out, without doing it. */
    public Extent extent(UUID caller, UUID documentId, RedactionWish wish) {
        String text = text(caller, documentId, wish);
        RedactionPlan plan = new RedactionPlan(text, wish.revision(), wish.index());
        redactor.follow(documentId, plan);
        Redactor.Rewriting rewriting = redactor.rewriting(documentId, plan);
        return new Extent(rewriting.units(), rewriting.changes().size());
    }

    /** @throws CollabException {@code nothing-to-undo} where there is nothing to take out */
    public Redaction redact(UUID caller, UUID documentId, RedactionWish wish) {
        String text = text(caller, documentId, wish);
        if (wish.reason().contains(text)) {
            throw new CollabException(ErrorCode.VALIDATION_FAILED, "the reason must not repeat the text");
        }
        RedactionPlan plan = new RedactionPlan(text, wish.revision(), wish.index());
        redactor.follow(documentId, plan); // most of the way, while edits go on
        Redaction redaction = redactor.redact(caller, documentId, plan, text, wish);
        liveDocuments.rewritten(documentId);
        indexing.extend(documentId);
        return redaction;
    }

    private String text(UUID caller, UUID documentId, RedactionWish wish) {
        access.requireDocumentOwner(caller, documentId);
        Delta at = contents.at(caller, documentId, wish.revision()).contents();
        long end = (long) wish.index() + wish.length();
        if (end > at.length()) {
            throw new CollabException(
                    ErrorCode.VALIDATION_FAILED,
                    "the range ends at " + end + ", behind the contents of " + at.length());
        }
        Delta part = at.slice(wish.index(), (int) end);
        for (Op op : part.ops()) {
            if (op instanceof Op.Embed embed && embed.type().startsWith("table")) {
                throw new CollabException(ErrorCode.VALIDATION_FAILED, "tables cannot be redacted as a whole");
            }
        }
        String text = RedactionPlan.textOf(part);
        boolean cutsPair =
                Character.isLowSurrogate(text.charAt(0)) || Character.isHighSurrogate(text.charAt(text.length() - 1));
        if (cutsPair || text.isBlank()) {
            throw new CollabException(
                    ErrorCode.VALIDATION_FAILED, "the range must hold whole characters that can be seen");
        }
        return text;
    }
}
