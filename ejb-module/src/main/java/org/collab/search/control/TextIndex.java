package org.collab.search.control;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.collab.ot.Delta;
import org.collab.paging.Page;
import org.collab.paging.PageRequest;
import org.collab.search.entity.Excerpt;
import org.collab.search.entity.TextRange;

/**
 * The only class on the search index. A document's row says from which revision its text is, so whoever finds it behind
 * the document's head may bring it up to date, and an older text never replaces a newer one.
 */
@Stateless
public class TextIndex {
    /** Units from a text's beginning in which an excerpt is looked for; a text may be much longer. */
    private static final int EXCERPT_WITHIN = 200_000;

    private static final String FOUND = " FROM document_texts t"
            + " JOIN documents d ON d.id = t.document_id AND d.deleted_at IS NULL"
            + " JOIN rooms r ON r.id = d.room_id AND r.deleted_at IS NULL"
            + " JOIN document_roles m ON m.document_id = d.id AND m.user_id = ?1"
            + " WHERE t.words @@ CAST(?2 AS tsquery)";

    @PersistenceContext
    private EntityManager entities;

    /** Takes a document's title in; the caller's transaction decides. */
    public void putTitle(UUID documentId, String title) {
        entities.createNativeQuery("INSERT INTO document_texts (document_id, revision, text, title_words, text_words)"
                        + " VALUES (?1, 0, '', CAST(?2 AS tsvector), '') ON CONFLICT (document_id)"
                        + " DO UPDATE SET title_words = excluded.title_words")
                .setParameter(1, documentId)
                .setParameter(2, WordVector.ofTitle(Words.composed(title)))
                .executeUpdate();
    }

    /** Takes a document's text in, where the index knows only an older one. */
    public void putText(UUID documentId, long revision, Delta contents) {
        List<?> titles = entities.createNativeQuery("SELECT title FROM documents WHERE id = ?1 FOR KEY SHARE")
                .setParameter(1, documentId)
                .getResultList();
        if (titles.isEmpty()) {
            return;
        }
        String text = PlainText.of(contents);
        entities.createNativeQuery("INSERT INTO document_texts AS t"
                        + " (document_id, revision, text, title_words, text_words)"
                        + " VALUES (?1, ?2, ?3, CAST(?4 AS tsvector), CAST(?5 AS tsvector)) ON CONFLICT (document_id)"
                        + " DO UPDATE SET revision = excluded.revision, text = excluded.text,"
                        + " title_words = CASE WHEN t.revision < 0 THEN excluded.title_words ELSE t.title_words END,"
                        + " text_words = excluded.text_words WHERE t.revision < excluded.revision")
                .setParameter(1, documentId)
                .setParameter(2, revision)
                .setParameter(3, text)
                .setParameter(4, WordVector.ofTitle(Words.composed(String.valueOf(titles.get(0)))))
                .setParameter(5, WordVector.ofText(text))
                .executeUpdate();
    }

    /** Forgets a document's text up to a revision; a later one brings it back. The caller's transaction decides. */
    public void forget(UUID documentId, long revision) {
        entities.createNativeQuery("UPDATE document_texts SET revision = ?2, text = '', text_words = ''"
                        + " WHERE document_id = ?1")
                .setParameter(1, documentId)
                .setParameter(2, revision)
                .executeUpdate();
    }

    /** Documents whose text in the index is older than their head, the last changed first. */
    public List<UUID> behind(int limit) {
        List<?> ids = entities.createNativeQuery("SELECT d.id FROM documents d"
                        + " JOIN rooms r ON r.id = d.room_id AND r.deleted_at IS NULL"
                        + " LEFT JOIN document_texts t ON t.document_id = d.id"
                        + " WHERE d.deleted_at IS NULL AND COALESCE(t.revision, -1) < d.head_revision"
                        + " ORDER BY d.updated_at DESC")
                .setMaxResults(limit)
                .getResultList();
        return ids.stream().map(TextIndex::id).toList();
    }

    /**
     * The documents that the caller may see and that have all of the words in their title and text, the last word as a
     * beginning. Those with the words in their title come first.
     */
    public Page<UUID> find(UUID caller, List<String> words, PageRequest page) {
        String query = WordVector.query(words);
        List<?> ids = entities.createNativeQuery("SELECT d.id" + FOUND
                        + " ORDER BY (t.title_words @@ CAST(?2 AS tsquery)) DESC,"
                        + " ts_rank(t.words, CAST(?2 AS tsquery)) DESC, d.updated_at DESC, d.id")
                .setParameter(1, caller)
                .setParameter(2, query)
                .setFirstResult(page.offset())
                .setMaxResults(page.limit())
                .getResultList();
        Object total = entities.createNativeQuery("SELECT COUNT(*)" + FOUND)
                .setParameter(1, caller)
                .setParameter(2, query)
                .getSingleResult();
        return new Page<>(ids.stream().map(TextIndex::id).toList(), ((Number) total).longValue());
    }

    /** Where the words are in the documents' texts. The caller has found them by {@link #find}. */
    public Map<UUID, Excerpt> excerpts(Collection<UUID> documentIds, List<String> words) {
        Map<UUID, Excerpt> excerpts = new HashMap<>();
        if (documentIds.isEmpty()) {
            return excerpts;
        }
        String places = IntStream.range(0, documentIds.size())
                .mapToObj(i -> "?" + (i + 2))
                .collect(Collectors.joining(", "));
        Query query = entities.createNativeQuery("SELECT document_id, substr(text, 1, ?1) FROM document_texts"
                        + " WHERE document_id IN (" + places + ")")
                .setParameter(1, EXCERPT_WITHIN);
        int place = 2;
        for (UUID documentId : documentIds) {
            query.setParameter(place++, documentId);
        }
        for (Object row : query.getResultList()) {
            Object[] columns = (Object[]) row;
            excerpts.put(id(columns[0]), Excerpts.of(String.valueOf(columns[1]), words));
        }
        return excerpts;
    }

    /** The words of a query; at most a few, and none where it has no letters. */
    public static List<String> words(String query) {
        return Words.of(query, 10);
    }

    public static List<TextRange> ranges(String title, List<String> words) {
        return Excerpts.ranges(title, words);
    }

    private static UUID id(Object column) {
        return UUID.fromString(String.valueOf(column));
    }
}
