-- Guests have neither address nor password, users of the company's sign-in no password, erased users nothing at all.
ALTER TABLE users
    ALTER COLUMN email DROP NOT NULL,
    ALTER COLUMN password_hash DROP NOT NULL,
    ADD COLUMN kind          text    NOT NULL DEFAULT 'MEMBER',
    ADD COLUMN administrator boolean NOT NULL DEFAULT false,
    ADD COLUMN suspended_at  timestamptz,
    ADD CONSTRAINT users_kind_known CHECK (kind IN ('MEMBER', 'GUEST', 'ERASED')),
    ADD CONSTRAINT users_members_have_addresses CHECK (kind <> 'MEMBER' OR email IS NOT NULL);

-- The groups that somebody is in: told by the company's sign-in, or set by an administrator.
CREATE TABLE user_groups (
    user_id uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    name    text NOT NULL,
    source  text NOT NULL,
    PRIMARY KEY (user_id, name, source),
    CONSTRAINT user_groups_source_known CHECK (source IN ('SIGN_IN', 'ADMINISTRATOR'))
);
CREATE INDEX user_groups_name_idx ON user_groups (name);

CREATE TABLE room_groups (
    room_id    uuid        NOT NULL REFERENCES rooms (id) ON DELETE CASCADE,
    name       text        NOT NULL,
    role       text        NOT NULL,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (room_id, name),
    CONSTRAINT room_groups_role_known CHECK (role IN ('OWNER', 'EDITOR', 'COMMENTER', 'VIEWER'))
);
CREATE INDEX room_groups_name_idx ON room_groups (name);

-- Roles on one document, in place of what its room gives.
CREATE TABLE document_members (
    document_id uuid        NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    user_id     uuid        NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    role        text        NOT NULL,
    created_at  timestamptz NOT NULL,
    PRIMARY KEY (document_id, user_id),
    CONSTRAINT document_members_role_known CHECK (role IN ('OWNER', 'EDITOR', 'COMMENTER', 'VIEWER'))
);
CREATE INDEX document_members_user_id_idx ON document_members (user_id);

CREATE TABLE document_groups (
    document_id uuid        NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    name        text        NOT NULL,
    role        text        NOT NULL,
    created_at  timestamptz NOT NULL,
    PRIMARY KEY (document_id, name),
    CONSTRAINT document_groups_role_known CHECK (role IN ('OWNER', 'EDITOR', 'COMMENTER', 'VIEWER'))
);
CREATE INDEX document_groups_name_idx ON document_groups (name);

-- Whoever opens a document by its link gets the link's role for as long as the link is open; closing it deletes the row.
CREATE TABLE share_links (
    document_id   uuid PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE,
    token         text        NOT NULL,
    scope         text        NOT NULL,
    role          text        NOT NULL,
    expires_at    timestamptz,
    password_hash text,
    created_by    uuid        NOT NULL REFERENCES users (id),
    created_at    timestamptz NOT NULL,
    CONSTRAINT share_links_token_key UNIQUE (token),
    CONSTRAINT share_links_scope_known CHECK (scope IN ('ORGANISATION', 'ANYONE')),
    CONSTRAINT share_links_role_known CHECK (role IN ('EDITOR', 'COMMENTER', 'VIEWER'))
);

CREATE TABLE link_visitors (
    token      text        NOT NULL REFERENCES share_links (token) ON DELETE CASCADE ON UPDATE CASCADE,
    user_id    uuid        NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (token, user_id)
);
CREATE INDEX link_visitors_user_id_idx ON link_visitors (user_id);

-- A role that waits for whoever signs in with that address and shows the token; exactly one of room and document.
CREATE TABLE invitations (
    id          uuid PRIMARY KEY,
    room_id     uuid REFERENCES rooms (id) ON DELETE CASCADE,
    document_id uuid REFERENCES documents (id) ON DELETE CASCADE,
    email       text        NOT NULL,
    role        text        NOT NULL,
    token_hash  bytea       NOT NULL,
    created_by  uuid        NOT NULL REFERENCES users (id),
    created_at  timestamptz NOT NULL,
    expires_at  timestamptz NOT NULL,
    CONSTRAINT invitations_token_key UNIQUE (token_hash),
    CONSTRAINT invitations_one_target CHECK ((room_id IS NULL) <> (document_id IS NULL)),
    CONSTRAINT invitations_role_known CHECK (role IN ('OWNER', 'EDITOR', 'COMMENTER', 'VIEWER'))
);
CREATE INDEX invitations_room_id_idx ON invitations (room_id);
CREATE INDEX invitations_document_id_idx ON invitations (document_id);

-- Who signs in, on a ticket: a session that ends ends its sockets.
ALTER TABLE tickets ADD COLUMN session_id uuid REFERENCES sessions (id) ON DELETE CASCADE;

CREATE FUNCTION role_rank(role text) RETURNS integer
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE role WHEN 'OWNER' THEN 4 WHEN 'EDITOR' THEN 3 WHEN 'COMMENTER' THEN 2 WHEN 'VIEWER' THEN 1 END;

CREATE FUNCTION role_of_rank(rank integer) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE rank WHEN 4 THEN 'OWNER' WHEN 3 THEN 'EDITOR' WHEN 2 THEN 'COMMENTER' WHEN 1 THEN 'VIEWER' END;

-- The role that each user has in each room: the highest of the user's own and of the user's groups. Suspended users have
-- none. Deleted rooms are in it.
CREATE VIEW room_roles AS
SELECT granted.room_id, granted.user_id, role_of_rank(max(granted.rank)) AS role
  FROM (SELECT m.room_id, m.user_id, role_rank(m.role) AS rank
          FROM room_members m
        UNION ALL
        SELECT g.room_id, u.user_id, role_rank(g.role)
          FROM room_groups g
          JOIN user_groups u ON u.name = g.name) AS granted
  JOIN users person ON person.id = granted.user_id AND person.suspended_at IS NULL
 GROUP BY granted.room_id, granted.user_id;

-- The role that each user has on each document. What is granted on the document itself stands in place of what its room
-- gives, except that owners of the room stay owners; a link only ever adds. Deleted documents are in it.
CREATE VIEW document_roles AS
WITH own AS NOT MATERIALIZED (
    SELECT m.document_id, m.user_id, role_rank(m.role) AS rank
      FROM document_members m
    UNION ALL
    SELECT g.document_id, u.user_id, role_rank(g.role)
      FROM document_groups g
      JOIN user_groups u ON u.name = g.name
     WHERE NOT EXISTS (SELECT 1 FROM document_members m WHERE m.document_id = g.document_id AND m.user_id = u.user_id)
)
SELECT granted.document_id, granted.room_id, granted.user_id, role_of_rank(max(granted.rank)) AS role
  FROM (SELECT d.id AS document_id, d.room_id, r.user_id, role_rank(r.role) AS rank
          FROM documents d
          JOIN room_roles r ON r.room_id = d.room_id
         WHERE r.role = 'OWNER'
            OR NOT EXISTS (SELECT 1 FROM own WHERE own.document_id = d.id AND own.user_id = r.user_id)
        UNION ALL
        SELECT d.id, d.room_id, own.user_id, own.rank
          FROM own
          JOIN documents d ON d.id = own.document_id
        UNION ALL
        SELECT d.id, d.room_id, v.user_id, role_rank(l.role)
          FROM share_links l
          JOIN link_visitors v ON v.token = l.token
          JOIN documents d ON d.id = l.document_id
         WHERE l.expires_at IS NULL OR l.expires_at > now()) AS granted
  JOIN users person ON person.id = granted.user_id AND person.suspended_at IS NULL
 GROUP BY granted.document_id, granted.room_id, granted.user_id;

-- The advisory lock of a room, a document or a user.
CREATE FUNCTION access_key(id uuid) RETURNS bigint
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN hashtextextended(id::text, 7);

-- Who is still let in: the session, where there is one, has not ended, and the user is not suspended.
CREATE FUNCTION is_signed_in(person uuid, session uuid) RETURNS boolean
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN EXISTS (SELECT 1 FROM users u WHERE u.id = person AND u.suspended_at IS NULL)
       AND (session IS NULL
            OR EXISTS (SELECT 1
                         FROM sessions s
                        WHERE s.id = session AND s.user_id = person AND s.revoked_at IS NULL AND s.expires_at > now()));

-- The roles of writers on a document, kept as they are until the transaction ends: what they hang on is locked first, and
-- read by a later statement, which sees what was committed meanwhile. Sessions go with the users by position.
CREATE FUNCTION locked_roles(document uuid, writers uuid[], writers_sessions uuid[])
    RETURNS TABLE (user_id uuid, session_id uuid, room_id uuid, role text)
    LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    room uuid;
BEGIN
    SELECT d.room_id INTO room FROM documents d WHERE d.id = document;
    PERFORM pg_advisory_xact_lock_shared(ordered.key)
       FROM (SELECT DISTINCT access_key(id) AS key FROM unnest(writers || document || room) AS id ORDER BY 1) AS ordered;
    RETURN QUERY
        SELECT r.user_id, w.session_id, r.room_id, r.role
          FROM unnest(writers, writers_sessions) AS w (user_id, session_id)
          JOIN document_roles r ON r.document_id = document AND r.user_id = w.user_id
          JOIN documents d ON d.id = document AND d.deleted_at IS NULL
          JOIN rooms ON rooms.id = d.room_id AND rooms.deleted_at IS NULL
         WHERE is_signed_in(w.user_id, w.session_id);
END
$$;
