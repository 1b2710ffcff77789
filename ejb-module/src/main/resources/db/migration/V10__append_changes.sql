-- Appends a batch of changes to a document's log in one call; its transaction commits it. Arrays go together by position.
-- Without a row in the answer the changes are written. Otherwise nothing may be, and each row says why:
--   refused    this writer (who, session_id) may not write to the document any more
--   moved      the head is not where it is expected, or the document is gone or in another room
--   given up   numbers of this client (who) up to last_seq were rejected; the head has been moved, so the caller rolls back
CREATE FUNCTION append_changes(
    document uuid, expected_head bigint, writers uuid[], writers_sessions uuid[], renewing uuid[],
    clients uuid[], seqs bigint[], authors uuid[], bases bigint[], times timestamptz[], deltas text[], hashes bytea[])
    RETURNS TABLE (outcome text, who uuid, session_id uuid, last_seq bigint)
    LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    refused bigint[];
    room uuid;
    count integer := cardinality(clients);
BEGIN
    WITH roles AS MATERIALIZED (SELECT * FROM locked_roles(document, writers, writers_sessions))
    SELECT array_agg(w.place) FILTER (WHERE NOT EXISTS (
               SELECT FROM roles r
                WHERE r.user_id = w.user_id AND r.session_id IS NOT DISTINCT FROM w.session_id
                  AND r.role IN ('OWNER', 'EDITOR'))),
           (SELECT r.room_id FROM roles r LIMIT 1)
      INTO refused, room
      FROM unnest(writers, writers_sessions) WITH ORDINALITY AS w (user_id, session_id, place);
    IF refused IS NOT NULL THEN
        RETURN QUERY SELECT 'refused', writers[place], writers_sessions[place], NULL::bigint FROM unnest(refused) AS place;
        RETURN;
    END IF;

    UPDATE documents d
       SET head_revision = d.head_revision + count, updated_at = times[count], updated_by = authors[count]
     WHERE d.id = document AND d.head_revision = expected_head AND d.room_id = room AND d.deleted_at IS NULL;
    IF NOT FOUND THEN
        RETURN QUERY SELECT 'moved', NULL::uuid, NULL::uuid, NULL::bigint;
        RETURN;
    END IF;

    IF cardinality(renewing) > 0 THEN
        -- From here on the number is guarded by its change's unique key.
        DELETE FROM given_up_submissions g
         USING unnest(clients, seqs) AS c (client_id, seq)
         WHERE g.document_id = document AND g.client_id = c.client_id AND g.last_seq = c.seq
           AND c.client_id = ANY (renewing);
    END IF;
    RETURN QUERY
        SELECT 'given up', g.client_id, NULL::uuid, g.last_seq
          FROM given_up_submissions g
         WHERE g.document_id = document AND g.client_id = ANY (clients)
           AND EXISTS (SELECT FROM unnest(clients, seqs) AS c (client_id, seq)
                        WHERE c.client_id = g.client_id AND c.seq <= g.last_seq);
    IF FOUND THEN
        RETURN;
    END IF;

    INSERT INTO changes (document_id, revision, client_id, client_seq, author_id, base_revision, created_at, delta, hash)
    SELECT document, expected_head + c.place, c.client_id, c.seq, c.author_id, c.base, c.at, c.delta, c.hash
      FROM unnest(clients, seqs, authors, bases, times, deltas, hashes) WITH ORDINALITY
           AS c (client_id, seq, author_id, base, at, delta, hash, place);
END
$$;
