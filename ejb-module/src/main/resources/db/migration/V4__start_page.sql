-- Who made the newest change; null before the first one. Without a foreign key, because every edit writes it.
ALTER TABLE documents ADD COLUMN updated_by uuid;
UPDATE documents d
   SET updated_by = c.author_id
  FROM changes c
 WHERE c.document_id = d.id
   AND c.revision = d.head_revision;
CREATE INDEX documents_trash_idx ON documents (room_id) WHERE deleted_at IS NOT NULL;

-- What a user has chosen; null leaves it to the browser.
ALTER TABLE users
    ADD COLUMN language text,
    ADD COLUMN theme    text,
    ADD CONSTRAINT users_language_known CHECK (language IN ('en', 'es')),
    ADD CONSTRAINT users_theme_known CHECK (theme IN ('light', 'dark', 'auto'));

CREATE TABLE document_favourites (
    user_id     uuid        NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    document_id uuid        NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    created_at  timestamptz NOT NULL,
    PRIMARY KEY (user_id, document_id)
);

-- When somebody has opened a document last.
CREATE TABLE document_visits (
    user_id     uuid        NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    document_id uuid        NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    visited_at  timestamptz NOT NULL,
    PRIMARY KEY (user_id, document_id)
);

-- The search index. Words are cut, lower-cased and rid of accents by the application, so that every database agrees.
-- revision is the one that the text is from; -1 where neither title nor text have been looked at.
CREATE TABLE document_texts (
    document_id uuid PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE,
    revision    bigint   NOT NULL,
    text        text     NOT NULL,
    title_words tsvector NOT NULL,
    text_words  tsvector NOT NULL,
    words       tsvector NOT NULL GENERATED ALWAYS AS (title_words || text_words) STORED
);
CREATE INDEX document_texts_words_idx ON document_texts USING gin (words);
CREATE INDEX document_texts_revision_idx ON document_texts (document_id) INCLUDE (revision);
INSERT INTO document_texts (document_id, revision, text, title_words, text_words)
SELECT id, -1, '', '', ''
  FROM documents;
