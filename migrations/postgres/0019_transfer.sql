-- Files with customers, contacts, opportunities and colleagues. What is in a file stands in pieces, so that any instance can go
-- on with it; a row of the table below is locked while one does.
ALTER TABLE account ADD COLUMN org_number TEXT NOT NULL DEFAULT '';
CREATE UNIQUE INDEX account_org_number ON account (org_number) WHERE org_number <> '';

CREATE TABLE import (
    id            UUID PRIMARY KEY,
    person_id     UUID NOT NULL REFERENCES person (id),
    kind          TEXT NOT NULL,
    -- The customer that all rows are about.
    account_id    UUID REFERENCES account (id) ON DELETE SET NULL,
    file_name     TEXT NOT NULL,
    state         TEXT NOT NULL,
    size          BIGINT NOT NULL,
    -- Names of the columns, folded: the mapping of an earlier file like this one is proposed.
    heading       TEXT NOT NULL,
    mapping       JSONB NOT NULL,
    at_byte       BIGINT NOT NULL,
    at_row        BIGINT NOT NULL,
    rows_new      BIGINT NOT NULL,
    rows_changed  BIGINT NOT NULL,
    rows_same     BIGINT NOT NULL,
    rows_double   BIGINT NOT NULL,
    rows_refused  BIGINT NOT NULL,
    -- Rows of the whole file; known when it has been checked.
    rows_total    BIGINT,
    undone        BIGINT NOT NULL,
    stays         BIGINT NOT NULL,
    -- Steps that failed in a row.
    failures      BIGINT NOT NULL,
    stepped_at    TIMESTAMPTZ NOT NULL,
    ended_at      TIMESTAMPTZ,
    created_at    TIMESTAMPTZ NOT NULL
);
CREATE INDEX import_person ON import (person_id, created_at);
CREATE INDEX import_created ON import (created_at);
CREATE INDEX import_due ON import (stepped_at) WHERE state IN ('checking', 'running', 'undoing');
CREATE INDEX import_heading ON import (kind, heading, created_at);
CREATE INDEX import_account ON import (account_id) WHERE account_id IS NOT NULL;

CREATE TABLE import_piece (
    import_id     UUID NOT NULL REFERENCES import (id) ON DELETE CASCADE,
    number        BIGINT NOT NULL,
    bytes         BYTEA NOT NULL,
    PRIMARY KEY (import_id, number)
);

-- What rows are about, so that two rows about the same are found however far apart they stand.
CREATE TABLE import_key (
    import_id     UUID NOT NULL REFERENCES import (id) ON DELETE CASCADE,
    key           TEXT NOT NULL,
    row_number    BIGINT NOT NULL,
    row_hash      BYTEA NOT NULL,
    PRIMARY KEY (import_id, key)
);

CREATE TABLE import_refusal (
    import_id     UUID NOT NULL REFERENCES import (id) ON DELETE CASCADE,
    row_number    BIGINT NOT NULL,
    reason        TEXT NOT NULL,
    field         TEXT,
    detail        TEXT NOT NULL,
    cells         JSONB NOT NULL,
    PRIMARY KEY (import_id, row_number)
);

-- What was written, in this order, so that it can be taken back.
CREATE TABLE import_change (
    import_id     UUID NOT NULL REFERENCES import (id) ON DELETE CASCADE,
    number        BIGINT NOT NULL,
    kind          TEXT NOT NULL,
    object_id     UUID NOT NULL,
    -- What it was; empty for what was not there.
    before        JSONB,
    -- Version and moment that it was left with. Whatever has others by now was changed since.
    version       BIGINT NOT NULL,
    written_at    TIMESTAMPTZ NOT NULL,
    -- Whether it was not taken back because it was changed since.
    stays         BOOLEAN NOT NULL,
    PRIMARY KEY (import_id, number)
);

-- For how many days kinds of data are kept, where somebody has chosen.
CREATE TABLE retention (
    kind          TEXT PRIMARY KEY,
    days          BIGINT NOT NULL CHECK (days >= 0),
    updated_at    TIMESTAMPTZ NOT NULL
);
