package org.collab.search.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.collab.document.boundary.DocumentView;
import org.collab.document.boundary.Documents;
import org.collab.paging.Page;
import org.collab.paging.PageRequest;
import org.collab.search.control.TextIndex;
import org.collab.search.entity.Excerpt;

/** Finds documents by the words of their titles and texts, among those that the caller may see. */
@Stateless
public class Search {
    private static final Excerpt NOTHING = new Excerpt("", List.of());

    @Inject
    private TextIndex index;

    @Inject
    private Documents documents;

    /** The best first. A query without a word finds nothing. */
    public Page<Hit> find(UUID caller, String query, PageRequest page) {
        List<String> words = TextIndex.words(query);
        if (words.isEmpty()) {
            return new Page<>(List.of(), 0);
        }
        Page<UUID> found = index.find(caller, words, page);
        Map<UUID, DocumentView> views = documents.find(caller, found.items());
        Map<UUID, Excerpt> excerpts = index.excerpts(views.keySet(), words);
        List<Hit> hits = found.items().stream()
                .flatMap(id -> Stream.ofNullable(views.get(id)))
                .map(view -> hit(view, words, excerpts.getOrDefault(view.id(), NOTHING)))
                .toList();
        return new Page<>(hits, found.total());
    }

    private static Hit hit(DocumentView document, List<String> words, Excerpt excerpt) {
        return new Hit(document, TextIndex.ranges(document.title(), words), excerpt);
    }
}
