package org.collab.collaboration.entity;

import java.util.List;
import org.collab.ot.Delta;
import org.collab.ot.EmbedHandlers;
import org.collab.ot.Rebase;
import org.collab.ot.RichText;
import org.collab.ot.table.TableEmbed;

/** Documents as this product has them: with tables that can be edited in place. */
public final class DocumentText {
    public static final EmbedHandlers EMBEDS = TableEmbed.HANDLERS;

    /** Revision 0 of every document. */
    public static final RichText EMPTY = RichText.empty(EMBEDS);

    private DocumentText() {}

    public static RichText of(Delta contents) {
        return RichText.of(contents, EMBEDS);
    }

    /** See {@link Rebase#over(Delta, Iterable, EmbedHandlers)}. */
    public static Delta rebase(Delta delta, List<Delta> committed) {
        return Rebase.over(delta, committed, EMBEDS);
    }
}
