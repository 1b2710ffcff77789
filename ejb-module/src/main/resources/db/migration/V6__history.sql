-- A document's work in stretches: derived from the log, deterministic, and only ever a shortcut.
CREATE TABLE history_sessions (
    document_id    uuid        NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    first_revision bigint      NOT NULL,
    last_revision  bigint      NOT NULL,
    started_at     timestamptz NOT NULL,
    ended_at       timestamptz NOT NULL,
    people         jsonb       NOT NULL,
    PRIMARY KEY (document_id, first_revision),
    CONSTRAINT history_sessions_in_order CHECK (first_revision > 0 AND first_revision <= last_revision)
);

-- Who wrote what, beside the snapshot that says what was written. Holds no text.
CREATE TABLE authorships (
    document_id uuid   NOT NULL,
    revision    bigint NOT NULL,
    stretches   bytea  NOT NULL,
    PRIMARY KEY (document_id, revision),
    FOREIGN KEY (document_id, revision) REFERENCES snapshots (document_id, revision) ON DELETE CASCADE
);
ALTER TABLE authorships ALTER COLUMN stretches SET STORAGE EXTERNAL;

CREATE TABLE named_versions (
    id          uuid PRIMARY KEY,
    document_id uuid        NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    revision    bigint      NOT NULL,
    name        text        NOT NULL,
    starred     boolean     NOT NULL DEFAULT false,
    created_by  uuid        NOT NULL REFERENCES users (id),
    created_at  timestamptz NOT NULL,
    CONSTRAINT named_versions_once_a_revision UNIQUE (document_id, revision),
    CONSTRAINT named_versions_revision_not_negative CHECK (revision >= 0)
);

-- What was taken out of a history, by whom and why; each is bound to the log by the change at its revision.
CREATE TABLE redactions (
    id          uuid PRIMARY KEY,
    document_id uuid        NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    revision    bigint      NOT NULL,
    author_id   uuid        NOT NULL REFERENCES users (id),
    created_at  timestamptz NOT NULL,
    reason      text        NOT NULL,
    units       bigint      NOT NULL,
    CONSTRAINT redactions_revision_key UNIQUE (document_id, revision)
);

-- The changes that a redaction has rewritten: their places in the hash chain, and the hashes of what stands there now.
CREATE TABLE redacted_changes (
    redaction_id     uuid   NOT NULL REFERENCES redactions (id) ON DELETE CASCADE,
    document_id      uuid   NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    revision         bigint NOT NULL,
    original_hash    bytea  NOT NULL,
    replacement_hash bytea  NOT NULL,
    PRIMARY KEY (document_id, revision, redaction_id)
);

-- What must not be purged, whatever was deleted.
CREATE TABLE holds (
    kind       text        NOT NULL,
    target_id  uuid        NOT NULL,
    reason     text        NOT NULL,
    placed_by  uuid        NOT NULL REFERENCES users (id),
    placed_at  timestamptz NOT NULL,
    PRIMARY KEY (kind, target_id),
    CONSTRAINT holds_kind_known CHECK (kind IN ('DOCUMENT', 'ROOM', 'USER'))
);

ALTER TABLE rooms ADD COLUMN history_for_viewers boolean NOT NULL DEFAULT true;
CREATE INDEX documents_deleted_at_idx ON documents (deleted_at) WHERE deleted_at IS NOT NULL;
