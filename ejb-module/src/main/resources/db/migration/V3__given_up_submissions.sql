-- Submissions that were rejected for good: each client's number up to which nothing may be committed any more.
CREATE TABLE given_up_submissions (
    document_id uuid   NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    client_id   uuid   NOT NULL,
    last_seq    bigint NOT NULL,
    PRIMARY KEY (document_id, client_id)
);
