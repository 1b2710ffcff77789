-- Pictures that were uploaded to documents, as the server has encoded them anew.
CREATE TABLE images (
    id         uuid PRIMARY KEY,
    type       text        NOT NULL,
    width      integer     NOT NULL,
    height     integer     NOT NULL,
    size       integer     NOT NULL,
    bytes      bytea       NOT NULL,
    created_by uuid        NOT NULL REFERENCES users (id),
    created_at timestamptz NOT NULL,
    CONSTRAINT images_type_known CHECK (type IN ('image/png', 'image/jpeg')),
    CONSTRAINT images_size_true CHECK (size = length(bytes) AND size > 0)
);
-- Already compressed: trying again costs time alone.
ALTER TABLE images ALTER COLUMN bytes SET STORAGE EXTERNAL;

-- Which documents may show which pictures. A copy of a document shows the same ones.
CREATE TABLE document_images (
    document_id uuid NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    image_id    uuid NOT NULL REFERENCES images (id) ON DELETE CASCADE,
    PRIMARY KEY (document_id, image_id)
);
CREATE INDEX document_images_image_id_idx ON document_images (image_id);
