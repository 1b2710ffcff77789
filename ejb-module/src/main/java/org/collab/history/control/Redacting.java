package org.collab.history.control;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import org.collab.collaboration.entity.CommittedChange;

/** What has to be rewritten so that something stands nowhere in a history. */
public final class Redacting {
    private final NavigableMap<Long, ChangeMarks> marks;
    private final List<String> texts;
    private final List<Picture> pictures;

    /**
     * A picture that is taken out.
     *
     * @param address its embed's value
     * @param places where it stays, in the document as it is now
     */
    public record Picture(String address, int places) {}

    Redacting(NavigableMap<Long, ChangeMarks> marks, List<String> texts, List<Picture> pictures) {
        this.marks = marks;
        this.texts = texts;
        this.pictures = pictures;
    }

    /** The revisions that have to be rewritten, in order. */
    public List<Long> revisions() {
        return new ArrayList<>(marks.keySet());
    }

    /** The pictures that were selected. */
    public List<Picture> pictures() {
        return pictures;
    }

    /** What has to stand in the place of a change; empty where it may stay as it is. */
    public Optional<RedactedOps> rewritten(CommittedChange change) {
        return Optional.ofNullable(marks.get(change.revision()))
                .map(found -> RedactedOps.of(change, found, texts))
                .filter(ops -> !ops.delta().equals(change.delta()));
    }
}
