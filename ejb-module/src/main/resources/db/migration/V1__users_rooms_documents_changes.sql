CREATE TABLE users (
    id            uuid PRIMARY KEY,
    email         text        NOT NULL,
    display_name  text        NOT NULL,
    color         text        NOT NULL,
    password_hash text        NOT NULL,
    created_at    timestamptz NOT NULL,
    CONSTRAINT users_email_key UNIQUE (email),
    CONSTRAINT users_email_normalised CHECK (email = lower(email))
);

-- One signed-in browser. Only hashes of refresh tokens are stored.
CREATE TABLE sessions (
    id                  uuid PRIMARY KEY,
    user_id             uuid        NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    token_hash          bytea       NOT NULL,
    previous_token_hash bytea,
    rotated_at          timestamptz NOT NULL,
    created_at          timestamptz NOT NULL,
    expires_at          timestamptz NOT NULL,
    revoked_at          timestamptz,
    CONSTRAINT sessions_token_hash_key UNIQUE (token_hash)
);
CREATE INDEX sessions_user_id_idx ON sessions (user_id);
CREATE INDEX sessions_previous_token_hash_idx ON sessions (previous_token_hash);

CREATE TABLE rooms (
    id         uuid PRIMARY KEY,
    name       text        NOT NULL,
    created_by uuid        NOT NULL REFERENCES users (id),
    created_at timestamptz NOT NULL,
    deleted_at timestamptz
);

CREATE TABLE room_members (
    room_id    uuid        NOT NULL REFERENCES rooms (id) ON DELETE CASCADE,
    user_id    uuid        NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    role       text        NOT NULL,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (room_id, user_id),
    CONSTRAINT room_members_role_known CHECK (role IN ('OWNER', 'EDITOR', 'COMMENTER', 'VIEWER'))
);
CREATE INDEX room_members_user_id_idx ON room_members (user_id);

-- head_revision moves with every commit: room is left in the page so that the update stays on it.
CREATE TABLE documents (
    id                uuid PRIMARY KEY,
    room_id           uuid        NOT NULL REFERENCES rooms (id) ON DELETE CASCADE,
    kind              text        NOT NULL DEFAULT 'text',
    title             text        NOT NULL,
    head_revision     bigint      NOT NULL DEFAULT 0,
    history_epoch     bigint      NOT NULL DEFAULT 1,
    snapshot_revision bigint      NOT NULL DEFAULT 0,
    created_by        uuid        NOT NULL REFERENCES users (id),
    created_at        timestamptz NOT NULL,
    updated_at        timestamptz NOT NULL,
    deleted_at        timestamptz,
    CONSTRAINT documents_head_not_negative CHECK (head_revision >= 0)
) WITH (fillfactor = 80);
CREATE INDEX documents_room_id_idx ON documents (room_id) WHERE deleted_at IS NULL;

-- The change log: the truth about every document. Revisions 1..head, gapless, immutable.
CREATE TABLE changes (
    document_id   uuid        NOT NULL,
    revision      bigint      NOT NULL,
    client_id     uuid        NOT NULL,
    client_seq    bigint      NOT NULL,
    author_id     uuid        NOT NULL,
    base_revision bigint      NOT NULL,
    created_at    timestamptz NOT NULL,
    delta         text        NOT NULL,
    hash          bytea       NOT NULL,
    CONSTRAINT changes_pkey PRIMARY KEY (document_id, revision),
    CONSTRAINT changes_submission_key UNIQUE (document_id, client_id, client_seq),
    CONSTRAINT changes_revision_positive CHECK (revision > 0),
    CONSTRAINT changes_base_before_revision CHECK (base_revision >= 0 AND base_revision < revision)
) PARTITION BY HASH (document_id);

DO $$
BEGIN
    FOR part IN 0..15 LOOP
        EXECUTE format(
            'CREATE TABLE changes_p%s PARTITION OF changes FOR VALUES WITH (MODULUS 16, REMAINDER %s)', part, part);
    END LOOP;
END
$$;

-- A right to open one WebSocket on one document, once. Only the hash is stored.
CREATE TABLE tickets (
    token_hash  bytea PRIMARY KEY,
    user_id     uuid        NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    document_id uuid        NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    expires_at  timestamptz NOT NULL
);
CREATE INDEX tickets_expires_at_idx ON tickets (expires_at);
