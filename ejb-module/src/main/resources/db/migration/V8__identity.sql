-- Where and how somebody has signed in, and what the company's sign-in calls that session. The token of the company's
-- sign-in is encrypted by a key that is not in the database.
ALTER TABLE sessions
    ADD COLUMN method       text NOT NULL DEFAULT 'PASSWORD',
    ADD COLUMN address      text,
    ADD COLUMN user_agent   text,
    ADD COLUMN sso_subject  text,
    ADD COLUMN sso_session  text,
    ADD COLUMN sso_token    bytea,
    ADD COLUMN sso_id_token bytea,
    ADD CONSTRAINT sessions_method_known CHECK (method IN ('PASSWORD', 'SSO', 'LINK', 'TOKEN'));
CREATE INDEX sessions_sso_session_idx ON sessions (sso_session);
CREATE INDEX sessions_sso_subject_idx ON sessions (sso_subject);

-- Who the users are to the company's sign-in.
CREATE TABLE user_identities (
    issuer     text        NOT NULL,
    subject    text        NOT NULL,
    user_id    uuid        NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (issuer, subject)
);
CREATE INDEX user_identities_user_id_idx ON user_identities (user_id);

CREATE TABLE user_avatars (
    user_id uuid PRIMARY KEY REFERENCES users (id) ON DELETE CASCADE,
    version uuid  NOT NULL,
    type    text  NOT NULL,
    bytes   bytea NOT NULL,
    CONSTRAINT user_avatars_type_known CHECK (type IN ('image/png', 'image/jpeg'))
);
ALTER TABLE user_avatars ALTER COLUMN bytes SET STORAGE EXTERNAL;

-- Attempts to sign in that have failed, or are not decided yet. Hashes, because an address that is tried is nobody's yet.
CREATE TABLE sign_in_attempts (
    id     uuid PRIMARY KEY,
    target bytea       NOT NULL,
    at     timestamptz NOT NULL
);
CREATE INDEX sign_in_attempts_target_idx ON sign_in_attempts (target, at);
CREATE INDEX sign_in_attempts_at_idx ON sign_in_attempts (at);

-- Browsers that are on their way through the company's sign-in.
CREATE TABLE sso_logins (
    state_hash   bytea PRIMARY KEY,
    browser_hash bytea       NOT NULL,
    nonce        text        NOT NULL,
    verifier     text        NOT NULL,
    return_to    text        NOT NULL,
    redirect_uri text        NOT NULL,
    expires_at   timestamptz NOT NULL
);

-- Logout tokens that have served, until they expire.
CREATE TABLE sso_logout_tokens (
    token_hash bytea PRIMARY KEY,
    expires_at timestamptz NOT NULL
);

-- Roles that the configuration gives to groups; where it no longer does, they go.
ALTER TABLE room_groups ADD COLUMN configured boolean NOT NULL DEFAULT false;
