-- Sessions that somebody could go on with.
CREATE VIEW open_sessions AS
SELECT s.id, s.user_id
  FROM sessions s
 WHERE s.revoked_at IS NULL AND s.expires_at > now();

CREATE OR REPLACE FUNCTION is_signed_in(person uuid, session uuid) RETURNS boolean
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN EXISTS (SELECT 1 FROM users u WHERE u.id = person AND u.suspended_at IS NULL)
       AND (session IS NULL OR EXISTS (SELECT 1 FROM open_sessions s WHERE s.id = session AND s.user_id = person));

-- To plan how roles are looked up takes ten times as long as to look them up, so plans are made once for each connection.
-- They go by keys alone: a plan that reads a table which is small when it is made would get slower with each edit, because
-- the rows of documents change with every one.
ALTER FUNCTION append_changes SET plan_cache_mode = force_generic_plan;
ALTER FUNCTION append_changes SET enable_seqscan = off;

-- As before, without working out the roles of everybody else: OFFSET 0 keeps the writer's role a look-up of its own.
-- Nobody who is suspended has a role, so that the session alone is looked at beside it.
CREATE OR REPLACE FUNCTION locked_roles(document uuid, writers uuid[], writers_sessions uuid[])
    RETURNS TABLE (user_id uuid, session_id uuid, room_id uuid, role text)
    LANGUAGE plpgsql VOLATILE SET plan_cache_mode = force_generic_plan SET enable_seqscan = off AS $$
DECLARE
    room uuid;
BEGIN
    SELECT d.room_id INTO room FROM documents d WHERE d.id = document;
    PERFORM pg_advisory_xact_lock_shared(ordered.key)
       FROM (SELECT DISTINCT access_key(id) AS key FROM unnest(writers || document || room) AS id ORDER BY 1) AS ordered;
    RETURN QUERY
        SELECT w.user_id, w.session_id, d.room_id, r.role
          FROM documents d
          JOIN rooms ON rooms.id = d.room_id AND rooms.deleted_at IS NULL
         CROSS JOIN unnest(writers, writers_sessions) AS w (user_id, session_id)
         CROSS JOIN LATERAL (SELECT given.role
                               FROM document_roles given
                              WHERE given.document_id = document AND given.user_id = w.user_id
                             OFFSET 0) AS r
         WHERE d.id = document AND d.deleted_at IS NULL
           AND (w.session_id IS NULL
                OR EXISTS (SELECT FROM open_sessions s WHERE s.id = w.session_id AND s.user_id = w.user_id));
END
$$;

-- Appends batches of changes, each to the log of another document, as far as nothing stands in the way; its transaction
-- commits them. It waits for nobody, so that one document never holds up another, and tells the places of the batches that
-- are written, from 1. Of the others nothing is: append_changes, called for such a batch alone, waits and says why.
-- Arrays whose names begin alike go together by position; a writer and a change name their batch by its place.
CREATE FUNCTION append_batches(
    batch_documents uuid[], batch_heads bigint[], batch_new_heads bigint[], batch_times timestamptz[], batch_authors uuid[],
    writer_batches integer[], writer_users uuid[], writer_sessions uuid[],
    change_batches integer[], change_revisions bigint[], change_clients uuid[], change_seqs bigint[],
    change_authors uuid[], change_bases bigint[], change_times timestamptz[], change_deltas text[], change_hashes bytea[])
    RETURNS SETOF integer
    LANGUAGE plpgsql VOLATILE SET plan_cache_mode = force_generic_plan SET enable_seqscan = off AS $$
DECLARE
    batch_rooms uuid[];
    held uuid[];
    good integer[];
BEGIN
    SELECT array_agg(d.room_id ORDER BY b.place)
      INTO batch_rooms
      FROM unnest(batch_documents) WITH ORDINALITY AS b (id, place)
      LEFT JOIN documents d ON d.id = b.id;

    -- What the right to write hangs on is locked first, and read by a later statement, which sees what was committed
    -- meanwhile (as in locked_roles).
    SELECT array_agg(id)
      INTO held
      FROM unnest(writer_users || batch_documents || batch_rooms) AS id
     WHERE pg_try_advisory_xact_lock_shared(access_key(id));

    -- Nobody else moves these heads or gives up numbers here any more.
    good := ARRAY (
        SELECT b.place::integer
          FROM unnest(batch_documents, batch_heads, batch_rooms) WITH ORDINALITY AS b (id, head, room_id, place)
          JOIN documents d ON d.id = b.id AND d.head_revision = b.head AND d.room_id = b.room_id
         WHERE d.deleted_at IS NULL AND b.id = ANY (held) AND b.room_id = ANY (held)
           FOR NO KEY UPDATE OF d SKIP LOCKED);

    good := ARRAY (
        SELECT g.place
          FROM unnest(good) AS g (place)
          JOIN rooms ON rooms.id = batch_rooms[g.place] AND rooms.deleted_at IS NULL
         WHERE NOT EXISTS (
               SELECT
                 FROM unnest(writer_batches, writer_users, writer_sessions) AS w (batch, user_id, session_id)
                WHERE w.batch = g.place
                  AND NOT (w.user_id = ANY (held)
                           AND (w.session_id IS NULL
                                OR EXISTS (SELECT FROM open_sessions s WHERE s.id = w.session_id AND s.user_id = w.user_id))
                           AND EXISTS (SELECT
                                         FROM (SELECT r.role
                                                 FROM document_roles r
                                                WHERE r.document_id = batch_documents[g.place] AND r.user_id = w.user_id
                                               OFFSET 0) AS r
                                        WHERE r.role IN ('OWNER', 'EDITOR'))))
           AND NOT EXISTS (
               SELECT
                 FROM unnest(change_batches, change_clients, change_seqs) AS c (batch, client_id, seq)
                 JOIN given_up_submissions u ON u.document_id = batch_documents[g.place] AND u.client_id = c.client_id
                WHERE c.batch = g.place AND c.seq <= u.last_seq));

    UPDATE documents d
       SET head_revision = b.new_head, updated_at = b.at, updated_by = b.author_id
      FROM unnest(batch_documents, batch_new_heads, batch_times, batch_authors) WITH ORDINALITY
           AS b (id, new_head, at, author_id, place)
     WHERE d.id = b.id AND b.place = ANY (good);

    INSERT INTO changes (document_id, revision, client_id, client_seq, author_id, base_revision, created_at, delta, hash)
    SELECT batch_documents[c.batch], c.revision, c.client_id, c.seq, c.author_id, c.base, c.at, c.delta, c.hash
      FROM unnest(change_batches, change_revisions, change_clients, change_seqs, change_authors, change_bases,
                  change_times, change_deltas, change_hashes)
           AS c (batch, revision, client_id, seq, author_id, base, at, delta, hash)
     WHERE c.batch = ANY (good);
    RETURN QUERY SELECT unnest(good);
END
$$;
