-- As before, but document_roles is not asked where a role in the room says it already: most people write by one that nothing
-- on the document stands in place of, and to begin to ask the view takes longer than all the rest.
CREATE OR REPLACE FUNCTION append_batches(
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
    doubtful integer[];
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
                                OR EXISTS (SELECT FROM open_sessions s WHERE s.id = w.session_id AND s.user_id = w.user_id))))
           AND NOT EXISTS (
               SELECT
                 FROM unnest(change_batches, change_clients, change_seqs) AS c (batch, client_id, seq)
                 JOIN given_up_submissions u ON u.document_id = batch_documents[g.place] AND u.client_id = c.client_id
                WHERE c.batch = g.place AND c.seq <= u.last_seq));

    -- Writers for whom it is not plain that document_roles lets them write.
    doubtful := ARRAY (
        SELECT w.place::integer
          FROM unnest(writer_batches, writer_users) WITH ORDINALITY AS w (batch, user_id, place)
         WHERE w.batch = ANY (good)
           AND NOT EXISTS (
               SELECT
                 FROM room_members m
                 JOIN users person ON person.id = m.user_id AND person.suspended_at IS NULL
                WHERE m.room_id = batch_rooms[w.batch] AND m.user_id = w.user_id
                  AND (m.role = 'OWNER'
                       OR m.role = 'EDITOR'
                          AND NOT EXISTS (SELECT FROM document_members o
                                           WHERE o.document_id = batch_documents[w.batch] AND o.user_id = w.user_id)
                          AND NOT EXISTS (SELECT FROM document_groups o
                                           WHERE o.document_id = batch_documents[w.batch]))));
    IF cardinality(doubtful) > 0 THEN
        good := ARRAY (
            SELECT g.place
              FROM unnest(good) AS g (place)
             WHERE NOT EXISTS (
                   SELECT
                     FROM unnest(doubtful) AS w (place)
                    WHERE writer_batches[w.place] = g.place
                      AND NOT EXISTS (SELECT
                                        FROM (SELECT r.role
                                                FROM document_roles r
                                               WHERE r.document_id = batch_documents[g.place]
                                                 AND r.user_id = writer_users[w.place]
                                              OFFSET 0) AS r
                                       WHERE r.role IN ('OWNER', 'EDITOR'))));
    END IF;

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
