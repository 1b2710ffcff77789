-- The role of somebody on a document, as document_roles has it; NULL where there is none, and where the document or its room
-- is deleted. The view is not asked where all that the person has is a role in the room: to begin to ask it takes longer than
-- all the rest.
CREATE FUNCTION document_role(document uuid, person uuid) RETURNS text
    LANGUAGE plpgsql STABLE AS $$
DECLARE
    found_role text;
BEGIN
    SELECT m.role
      INTO found_role
      FROM documents d
      JOIN rooms ON rooms.id = d.room_id AND rooms.deleted_at IS NULL
      JOIN room_members m ON m.room_id = d.room_id AND m.user_id = person
      JOIN users ON users.id = person AND users.suspended_at IS NULL
     WHERE d.id = document AND d.deleted_at IS NULL
       AND (m.role = 'OWNER'
            OR NOT EXISTS (SELECT FROM document_members o WHERE o.document_id = document AND o.user_id = person)
               AND NOT EXISTS (SELECT FROM document_groups o WHERE o.document_id = document)
               AND NOT EXISTS (SELECT FROM room_groups o WHERE o.room_id = d.room_id)
               AND NOT EXISTS (SELECT FROM share_links o WHERE o.document_id = document));
    IF FOUND THEN
        RETURN found_role;
    END IF;
    SELECT r.role
      INTO found_role
      FROM documents d
      JOIN rooms ON rooms.id = d.room_id AND rooms.deleted_at IS NULL
     CROSS JOIN LATERAL (SELECT given.role
                           FROM document_roles given
                          WHERE given.document_id = document AND given.user_id = person
                         OFFSET 0) AS r
     WHERE d.id = document AND d.deleted_at IS NULL;
    RETURN found_role;
END
$$;

-- As before, with the shorter way to the role. The answer does not wait for the disk: a ticket that a crash of the database
-- takes away is asked for again.
CREATE OR REPLACE FUNCTION issue_ticket(ticket bytea, person uuid, session uuid, document uuid, until timestamptz)
    RETURNS boolean
    LANGUAGE plpgsql VOLATILE SET plan_cache_mode = force_generic_plan SET enable_seqscan = off AS $$
BEGIN
    IF document_role(document, person) IS NULL THEN
        RETURN false;
    END IF;
    PERFORM set_config('synchronous_commit', 'off', true);
    INSERT INTO tickets (token_hash, user_id, session_id, document_id, expires_at)
    VALUES (ticket, person, session, document, until);
    INSERT INTO document_visits (user_id, document_id, visited_at)
    VALUES (person, document, now())
        ON CONFLICT (user_id, document_id) DO UPDATE SET visited_at = excluded.visited_at;
    RETURN true;
END
$$;

-- In place of redeem_ticket, which nodes of the version before still call: it also tells how the person is shown to others.
CREATE FUNCTION use_ticket(ticket bytea, document uuid)
    RETURNS TABLE (user_id uuid, session_id uuid, display_name text, color text, role text, reads_history boolean)
    LANGUAGE plpgsql VOLATILE SET plan_cache_mode = force_generic_plan SET enable_seqscan = off AS $$
DECLARE
    used tickets;
    given text;
BEGIN
    DELETE FROM tickets t WHERE t.token_hash = ticket RETURNING t.* INTO used;
    IF NOT FOUND OR used.document_id <> document OR used.expires_at < now() THEN
        RETURN;
    END IF;
    given := document_role(document, used.user_id);
    IF given IS NULL THEN
        RETURN;
    END IF;
    RETURN QUERY
        SELECT used.user_id, used.session_id, u.display_name, u.color, given,
               given <> 'VIEWER' OR (SELECT rooms.history_for_viewers
                                       FROM documents d
                                       JOIN rooms ON rooms.id = d.room_id
                                      WHERE d.id = document)
          FROM users u
         WHERE u.id = used.user_id AND is_signed_in(used.user_id, used.session_id);
END
$$;
