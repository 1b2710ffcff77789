package org.collab.history.control;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;
import org.collab.collaboration.entity.CommittedChange;
import org.collab.ot.Delta;
import org.collab.ot.DeltaBuilder;
import org.collab.ot.EmbedHandlers;
import org.collab.ot.Op;
import org.collab.ot.Priority;
import org.collab.ot.RichText;

/**
 * Takes some changes of a history back and leaves the others as they are.
 *
 * <pre>
 *   d ──c──▶ d'        an undo u, made to d, is carried over the change c that follows:
 *   │        │           c is taken back itself:   u' = c⁻¹ ∘ u     (first the inverse, then what was undone before)
 *   u        u'          c stays:                  u' = u transformed over c, which has priority
 *   ▼        ▼
 * </pre>
 *
 * It removes what the changes that are taken back have put in, as far as it is still there, and puts back what they have
 * removed; it never removes anybody else's characters. A change that is the undo itself has taken everything back; what
 * it did is not done again, unless it was taken back in turn. Linear in the changes, times the undo's ops.
 */
public final class SelectiveUndo {
    private static final Op NEWLINE = Delta.builder().insert("\n").build().ops().get(0);

    private final EmbedHandlers embeds;
    private final Predicate<CommittedChange> chosen;
    private RichText text;
    private Delta undo = Delta.EMPTY;
    /** What would bring back what somebody has taken back in the same way already. */
    private Delta redo = Delta.EMPTY;

    private long undone;

    /** @param before the document that the first change is made to */
    public SelectiveUndo(RichText before, EmbedHandlers embeds, Predicate<CommittedChange> chosen) {
        this.text = before;
        this.embeds = embeds;
        this.chosen = chosen;
    }

    /** Carries the undo over the next change. */
    public void add(CommittedChange change) {
        Delta delta = change.delta();
        if (chosen.test(change)) {
            undone++;
            undo = inverse(delta).compose(undo, embeds);
            redo = carried(redo, delta);
        } else if (isSame(delta, undo)) {
            undo = Delta.EMPTY;
            redo = inverse(delta);
        } else if (isSame(delta, redo)) {
            undo = inverse(delta).compose(undo, embeds);
            redo = Delta.EMPTY;
        } else {
            undo = carried(undo, delta);
            redo = carried(redo, delta);
        }
        text = text.apply(delta);
    }

    private static boolean isSame(Delta change, Delta carried) {
        return !change.isEmpty() && change.equals(carried.chop());
    }

    private Delta carried(Delta edit, Delta over) {
        return edit.isEmpty() ? edit : over.transform(edit, Priority.THIS_FIRST, embeds);
    }

    /** Looks at the part of the document only that the change touches. */
    private Delta inverse(Delta delta) {
        ArrayDeque<Op> rest = new ArrayDeque<>(delta.ops());
        boolean moved =
                rest.peek() instanceof Op.Retain first && first.attributes().isEmpty();
        int start = moved ? rest.remove().length() : 0;
        Delta inverse = Delta.of(rest).invert(text.slice(start, delta.baseLength()), embeds);
        DeltaBuilder whole = Delta.builder().retain(start);
        inverse.ops().forEach(whole::push);
        return whole.build();
    }

    /** The document after the changes. */
    public RichText text() {
        return text;
    }

    /** How many changes were chosen. */
    public long undone() {
        return undone;
    }

    /** The edit of the document after the changes; empty where nothing is left to take back. */
    public Delta undo() {
        return endsWithNewline(undo.chop());
    }

    /** A document keeps a newline at its end, also where the one that ends it now is taken back. */
    private Delta endsWithNewline(Delta edit) {
        Delta now = text.toDelta();
        Delta result = now.compose(edit, embeds);
        List<Op> ops = result.ops();
        boolean ends = !ops.isEmpty()
                && ops.get(ops.size() - 1) instanceof Op.Insert last
                && last.text().endsWith("\n");
        if (ends) {
            return edit;
        }
        DeltaBuilder repaired = Delta.builder();
        for (Iterator<Op> rest = edit.ops().iterator(); rest.hasNext(); ) {
            repaired.push(rest.next());
        }
        repaired.retain(now.length() - edit.baseLength());
        return repaired.push(NEWLINE).build();
    }
}
