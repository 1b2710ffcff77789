package org.collab.history.control;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.collab.collaboration.entity.CommittedChange;
import org.collab.collaboration.entity.DocumentText;
import org.collab.history.entity.RedactionTarget;
import org.collab.ot.Delta;
import org.collab.ot.Op;
import org.collab.ot.RichText;

/**
 * Finds what has to be rewritten so that something stands nowhere in a history.
 *
 * <p>It follows the changes with the origin of every character, in the document and in its tables' cells: which change has
 * put it in, and where in that change. What was selected at a revision is traced to its origins. A text of
 * {@link RedactionTarget#SHORTEST} units and more is also looked for around every edit, so that its origins are found for every revision.
 * An embed that was selected loses all that it ever said: a table its cells' texts, a picture itself and its description.
 * So do its copies, as an undone deletion makes them; but a copy of a picture that still stands elsewhere stays.
 *
 * <p>Rewriting puts a block character in the place of each unit and changes no length, so that every position of every
 * other change stays valid. Newlines stay: they hold the formats of their lines. Not thread-safe.
 */
public final class RedactionPlan {
    private final RedactionTarget target;
    private final List<String> texts;
    private final List<ForbiddenText> forbidden;
    private final PieceList<Origin> origins = new PieceList<>(List.of(new Origin(1, Ink.document(0), 0)));
    private final EmbedLives embeds = new EmbedLives();
    private final NavigableMap<Long, ChangeMarks> marks = new TreeMap<>();
    private final Set<EmbedLife> chosen = new LinkedHashSet<>();
    private RichText document = DocumentText.EMPTY;
    private long held;

    public RedactionPlan(RedactionTarget target) {
        this.target = target;
        this.texts = target.texts().stream()
                .filter(text -> text.length() >= RedactionTarget.SHORTEST && !text.isBlank())
                .distinct()
                .toList();
        this.forbidden = texts.stream().map(ForbiddenText::new).toList();
    }

    /** The texts that must stand nowhere afterwards. */
    public List<String> texts() {
        return texts;
    }

    /** Follows the next change. */
    public void add(CommittedChange change) {
        origins.edit(change.delta(), new Origin.Hand(Ink.document(change.revision())));
        document = document.apply(change.delta());
        held = change.revision();
        embeds.follow(change, origins, this::look);
        if (held == target.revision()) {
            choose();
        }
        Body body = new Body(document);
        forbidden.forEach(text -> text.find(change.delta(), body, this::mark));
        if (!texts.isEmpty() && RedactedOps.holds(change, texts)) {
            marks(held);
        }
    }

    private record Body(RichText document) implements ForbiddenText.Edited {
        @Override
        public int length() {
            return document.length();
        }

        /** With something that is in no text for each embed. */
        @Override
        public String slice(int from, int to) {
            StringBuilder text = new StringBuilder();
            for (Op op : document.slice(from, to).ops()) {
                text.append(op instanceof Op.Insert insert ? insert.text() : "\0");
            }
            return text.toString();
        }
    }

    private void look(CellLife cell, Delta edit) {
        forbidden.forEach(text ->
                text.find(edit, cell, (from, to) -> cell.origins(from, to).forEach(this::mark)));
    }

    private void choose() {
        int at = target.index();
        for (Op op : target.contents().ops()) {
            if (op instanceof Op.Insert) {
                mark(at, at + op.length());
            } else {
                embeds.at(origins, at).ifPresent(chosen::add);
            }
            at += op.length();
        }
    }

    private void mark(int from, int to) {
        origins.slice(from, to).forEach(this::mark);
    }

    private void mark(Origin origin) {
        if (origin.ink().revision() > 0) {
            marks(origin.ink().revision()).mark(origin);
        }
    }

    private ChangeMarks marks(long revision) {
        return marks.computeIfAbsent(revision, missing -> new ChangeMarks());
    }

    /** The last revision that was followed. */
    public long held() {
        return held;
    }

    /** What has to be rewritten of all that was followed; asked for once, at the end. */
    public Redacting redacting() {
        Set<EmbedLife> standing = standing();
        Set<EmbedLife> staying = new HashSet<>(standing);
        staying.removeIf(life -> chosen.contains(life) || !life.isPicture());
        Map<EmbedLife, List<EmbedLife.Touch>> going = embeds.without(chosen, staying);
        going.values().stream()
                .flatMap(List::stream)
                .forEach(touch -> marks(touch.revision()).empty(touch.op()));
        List<Redacting.Picture> pictures = chosen.stream()
                .filter(EmbedLife::isPicture)
                .map(EmbedLife::value)
                .filter(address -> !address.equals(RedactedOps.TAKEN_OUT))
                .distinct()
                .map(address -> new Redacting.Picture(address, (int) staying.stream()
                        .filter(life -> life.value().equals(address))
                        .count()))
                .toList();
        return new Redacting(marks, texts, pictures);
    }

    /** The embeds of the document as it is now. */
    private Set<EmbedLife> standing() {
        Set<EmbedLife> standing = new HashSet<>();
        int at = 0;
        for (Op op : document.toDelta().ops()) {
            if (op instanceof Op.Embed) {
                embeds.at(origins, at).ifPresent(standing::add);
            }
            at += op.length();
        }
        return standing;
    }
}
