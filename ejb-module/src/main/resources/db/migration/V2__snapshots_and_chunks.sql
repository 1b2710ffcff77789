-- The contents at a revision, so that opening a document does not read its whole history. Only ever a shortcut.
CREATE TABLE snapshots (
    document_id uuid        NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    revision    bigint      NOT NULL,
    contents    bytea       NOT NULL,
    state_hash  text        NOT NULL,
    change_hash bytea       NOT NULL,
    created_at  timestamptz NOT NULL,
    PRIMARY KEY (document_id, revision),
    CONSTRAINT snapshots_revision_positive CHECK (revision > 0)
);
-- Deflated by the application already.
ALTER TABLE snapshots ALTER COLUMN contents SET STORAGE EXTERNAL;

-- Old changes, many in a row, lossless. The rows of the change log go on after documents.chunked_revision.
CREATE TABLE change_chunks (
    document_id    uuid   NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    first_revision bigint NOT NULL,
    last_revision  bigint NOT NULL,
    clients        text   NOT NULL,
    payload        bytea  NOT NULL,
    PRIMARY KEY (document_id, last_revision),
    CONSTRAINT change_chunks_in_order CHECK (first_revision > 0 AND first_revision <= last_revision)
);
ALTER TABLE change_chunks ALTER COLUMN payload SET STORAGE EXTERNAL;

-- Exactly-once for changes that have left the rows and their unique constraint.
CREATE TABLE submission_watermark (
    document_id uuid   NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    client_id   uuid   NOT NULL,
    last_seq    bigint NOT NULL,
    PRIMARY KEY (document_id, client_id)
);

ALTER TABLE documents
    ADD COLUMN chunked_revision bigint NOT NULL DEFAULT 0,
    ADD CONSTRAINT documents_chunked_not_ahead CHECK (chunked_revision <= head_revision);
