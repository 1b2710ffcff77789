-- What was done to accounts, access and data. Only ever added to: numbers 1, 2, ... without gaps, each with the hash over
-- the one before and itself. Names are not in it; ids are, without foreign keys, because it outlives what it tells of.
CREATE TABLE audit_events (
    number        bigint PRIMARY KEY,
    at            timestamptz NOT NULL,
    actor_id      uuid,
    address       text,
    session_id    uuid,
    action        text        NOT NULL,
    subject_kind  text,
    subject_id    uuid,
    details       text        NOT NULL,
    previous_hash bytea       NOT NULL,
    hash          bytea       NOT NULL,
    CONSTRAINT audit_events_number_positive CHECK (number > 0)
);
CREATE INDEX audit_events_at_idx ON audit_events (at);
CREATE INDEX audit_events_actor_id_idx ON audit_events (actor_id, number);
CREATE INDEX audit_events_subject_id_idx ON audit_events (subject_id, number);
CREATE INDEX audit_events_action_idx ON audit_events (action, number);

-- Up to which event the log was purged, with that event's hash, from which the chain goes on.
CREATE TABLE audit_seals (
    number    bigint PRIMARY KEY,
    hash      bytea       NOT NULL,
    sealed_at timestamptz NOT NULL
);

CREATE FUNCTION refuse_change_of_audit() RETURNS trigger
    LANGUAGE plpgsql AS
$$
BEGIN
    -- Only what a seal covers may go.
    IF TG_OP = 'DELETE' AND TG_LEVEL = 'ROW' AND TG_TABLE_NAME = 'audit_events' THEN
        IF OLD.number <= (SELECT max(number) FROM audit_seals) THEN
            RETURN OLD;
        END IF;
    END IF;
    RAISE EXCEPTION '% is only ever added to', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END
$$;

CREATE FUNCTION require_sealed_event() RETURNS trigger
    LANGUAGE plpgsql AS
$$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM audit_events e WHERE e.number = NEW.number AND e.hash = NEW.hash) THEN
        RAISE EXCEPTION 'there is no event % with this hash to seal', NEW.number USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END
$$;

CREATE TRIGGER audit_events_stay BEFORE UPDATE OR DELETE ON audit_events
    FOR EACH ROW EXECUTE FUNCTION refuse_change_of_audit();
CREATE TRIGGER audit_events_stay_all BEFORE TRUNCATE ON audit_events
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_audit();
CREATE TRIGGER audit_seals_stay BEFORE UPDATE OR DELETE ON audit_seals
    FOR EACH ROW EXECUTE FUNCTION refuse_change_of_audit();
CREATE TRIGGER audit_seals_stay_all BEFORE TRUNCATE ON audit_seals
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_audit();
CREATE TRIGGER audit_seals_fit BEFORE INSERT ON audit_seals
    FOR EACH ROW EXECUTE FUNCTION require_sealed_event();

-- One transaction at a time adds to the log or purges it.
CREATE FUNCTION lock_audit() RETURNS integer
    LANGUAGE plpgsql AS
$$
BEGIN
    PERFORM pg_advisory_xact_lock(1635083369, 1);
    RETURN 1;
END
$$;

-- Codes that make their bearer the first administrator.
CREATE TABLE administrator_codes (
    code_hash  bytea PRIMARY KEY,
    created_at timestamptz NOT NULL
);

-- Deletes the events before a time, as far as they stand in one row from the oldest on; returns how many.
CREATE FUNCTION purge_audit_events(before timestamptz) RETURNS bigint
    LANGUAGE plpgsql AS
$$
DECLARE
    newest audit_events%ROWTYPE;
    purged bigint;
BEGIN
    PERFORM lock_audit();
    -- What tells of somebody or something that is held stays, and so does everything after it.
    SELECT * INTO newest
      FROM audit_events
     WHERE number < COALESCE((SELECT min(number) FROM audit_events WHERE at >= before
                                OR actor_id IN (SELECT target_id FROM holds)
                                OR subject_id IN (SELECT target_id FROM holds)),
                             (SELECT max(number) + 1 FROM audit_events))
     ORDER BY number DESC
     LIMIT 1;
    IF NOT FOUND THEN
        RETURN 0;
    END IF;
    INSERT INTO audit_seals (number, hash, sealed_at) VALUES (newest.number, newest.hash, now());
    DELETE FROM audit_events WHERE number <= newest.number;
    GET DIAGNOSTICS purged = ROW_COUNT;
    RETURN purged;
END
$$;
