package org.collab.history.boundary;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.collab.access.boundary.AccessControl;
import org.collab.collaboration.boundary.DocumentContents;
import org.collab.collaboration.boundary.LiveDocuments;
import org.collab.collaboration.control.RedactionTable;
import org.collab.collaboration.entity.Redaction;
import org.collab.document.boundary.DocumentView;
import org.collab.document.boundary.Documents;
import org.collab.error.CollabException;
import org.collab.error.ErrorCode;
import org.collab.history.control.RedactionPlan;
import org.collab.history.control.Redactor;
import org.collab.history.entity.PictureFate;
import org.collab.history.entity.RedactionTarget;
import org.collab.history.entity.RedactionWish;
import org.collab.ot.Delta;

/**
 * Takes what must not stay out of a document's whole history: text, tables' texts, pictures. Owners only. What remains is a
 * block for each character and a place for each picture, and a redaction that says who has taken out how much, and why.
 * Open editors get the contents anew.
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

    @Inject
    private Documents documents;

    /**
     * What a redaction would do.
     *
     * @param changes how many changes would be rewritten
     */
    public record Extent(long units, long changes, List<TakenPicture> pictures) {}

    /** A redaction that was carried out. */
    public record Done(Redaction redaction, List<TakenPicture> pictures) {}

    /**
     * A picture that is taken out of a document. Its bytes stay in the store where it is shown elsewhere.
     *
     * @param documents those of the others that show it, that the caller may see
     * @param others how many more there are
     */
    public record TakenPicture(Optional<UUID> imageId, int places, List<DocumentView> documents, int others) {
        public boolean isErased() {
            return places == 0 && documents.isEmpty() && others == 0;
        }
    }

    /** The redactions in the order in which they were made, for whoever may see the history. */
    public List<Redaction> list(UUID caller, UUID documentId) {
        access.requireHistory(caller, documentId);
        return table.of(documentId);
    }

    /** How much a redaction would take out, without doing it. */
    public Extent extent(UUID caller, UUID documentId, RedactionWish wish) {
        RedactionPlan plan = new RedactionPlan(target(caller, documentId, wish));
        redactor.follow(documentId, plan);
        Redactor.Rewriting rewriting = redactor.rewriting(documentId, plan);
        return new Extent(rewriting.units(), rewriting.changes().size(), pictures(caller, rewriting.pictures()));
    }

    /** @throws CollabException {@code nothing-to-undo} where there is nothing to take out */
    public Done redact(UUID caller, UUID documentId, RedactionWish wish) {
        RedactionTarget target = target(caller, documentId, wish);
        if (target.isToldBy(wish.reason())) {
            throw new CollabException(ErrorCode.VALIDATION_FAILED, "the reason must not repeat what is taken out");
        }
        RedactionPlan plan = new RedactionPlan(target);
        redactor.follow(documentId, plan); // most of the way, while edits go on
        Redactor.Done done = redactor.redact(caller, documentId, plan, wish.reason());
        liveDocuments.rewritten(documentId);
        indexing.extend(documentId);
        return new Done(done.redaction(), pictures(caller, done.pictures()));
    }

    private List<TakenPicture> pictures(UUID caller, List<PictureFate> fates) {
        return fates.stream()
                .map(fate -> {
                    List<DocumentView> seen =
                            List.copyOf(documents.find(caller, fate.documents()).values());
                    return new TakenPicture(
                            fate.imageId(),
                            fate.places(),
                            seen,
                            fate.documents().size() - seen.size());
                })
                .toList();
    }

    private RedactionTarget target(UUID caller, UUID documentId, RedactionWish wish) {
        access.requireDocumentOwner(caller, documentId);
        Delta at = contents.at(caller, documentId, wish.revision()).contents();
        long end = (long) wish.index() + wish.length();
        if (end > at.length()) {
            throw new CollabException(
                    ErrorCode.VALIDATION_FAILED,
                    "the range ends at " + end + ", behind the contents of " + at.length());
        }
        RedactionTarget target = new RedactionTarget(wish.revision(), wish.index(), at.slice(wish.index(), (int) end));
        if (target.cutsCharacters() || target.isBlank()) {
            throw new CollabException(
                    ErrorCode.VALIDATION_FAILED, "the range must hold whole characters that can be seen");
        }
        return target;
    }
}
