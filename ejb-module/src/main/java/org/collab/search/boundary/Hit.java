package org.collab.search.boundary;

import java.util.List;
import org.collab.document.boundary.DocumentView;
import org.collab.search.entity.Excerpt;
import org.collab.search.entity.TextRange;

/**
 * A document that was found.
 *
 * @param titleRanges what of its title was searched for
 * @param snippet the first place in its text, or the text's beginning
 */
public record Hit(DocumentView document, List<TextRange> titleRanges, Excerpt snippet) {
    public Hit {
        titleRanges = List.copyOf(titleRanges);
    }
}
