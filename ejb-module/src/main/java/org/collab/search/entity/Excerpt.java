package org.collab.search.entity;

import java.util.List;

/** A piece of plain text with the places that were searched for. */
public record Excerpt(String text, List<TextRange> ranges) {
    public Excerpt {
        ranges = List.copyOf(ranges);
    }
}
