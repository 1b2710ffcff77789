-- Gives whoever has a role on the document a ticket for it, and notes that they have opened it now; false where they have
-- none. Plans are made once for each connection, and go by keys, as for append_changes.
CREATE FUNCTION issue_ticket(ticket bytea, person uuid, session uuid, document uuid, until timestamptz) RETURNS boolean
    LANGUAGE plpgsql VOLATILE SET plan_cache_mode = force_generic_plan SET enable_seqscan = off AS $$
BEGIN
    PERFORM
       FROM documents d
       JOIN rooms ON rooms.id = d.room_id AND rooms.deleted_at IS NULL
      CROSS JOIN LATERAL (SELECT given.role
                            FROM document_roles given
                           WHERE given.document_id = document AND given.user_id = person
                          OFFSET 0) AS r
      WHERE d.id = document AND d.deleted_at IS NULL;
    IF NOT FOUND THEN
        RETURN false;
    END IF;
    INSERT INTO tickets (token_hash, user_id, session_id, document_id, expires_at)
    VALUES (ticket, person, session, document, until);
    INSERT INTO document_visits (user_id, document_id, visited_at)
    VALUES (person, document, now())
        ON CONFLICT (user_id, document_id) DO UPDATE SET visited_at = excluded.visited_at;
    RETURN true;
END
$$;

-- Uses a ticket up. A row for whom it admits: nobody where it is unknown, late or for another document, where its session
-- has ended, or where the role is gone. Two connections with one ticket cannot both get in.
CREATE FUNCTION redeem_ticket(ticket bytea, document uuid)
    RETURNS TABLE (user_id uuid, session_id uuid, role text, reads_history boolean)
    LANGUAGE plpgsql VOLATILE SET plan_cache_mode = force_generic_plan SET enable_seqscan = off AS $$
DECLARE
    used tickets;
BEGIN
    DELETE FROM tickets t WHERE t.token_hash = ticket RETURNING t.* INTO used;
    IF NOT FOUND OR used.document_id <> document OR used.expires_at < now() THEN
        RETURN;
    END IF;
    RETURN QUERY
        SELECT used.user_id, used.session_id, r.role, r.role <> 'VIEWER' OR rooms.history_for_viewers
          FROM documents d
          JOIN rooms ON rooms.id = d.room_id AND rooms.deleted_at IS NULL
         CROSS JOIN LATERAL (SELECT given.role
                               FROM document_roles given
                              WHERE given.document_id = document AND given.user_id = used.user_id
                             OFFSET 0) AS r
         WHERE d.id = document AND d.deleted_at IS NULL AND is_signed_in(used.user_id, used.session_id);
END
$$;
