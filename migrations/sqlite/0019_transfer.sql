-- Files with customers, contacts, opportunities and colleagues. What is in a file stands in pieces, so that any instance can go
-- on with it; a row of the table below is locked while one does.
ALTER TABLE account ADD COLUMN org_number TEXT NOT NULL DEFAULT '';
CREATE UNIQUE INDEX account_org_number ON account (org_number) WHERE org_number <> '';

CREATE TABLE import (
    id            BLOB PRIMARY KEY,
    person_id     BLOB NOT NULL REFERENCES person (id),
    kind          TEXT NOT NULL,
    -- The customer that all rows are about.
    account_id    BLOB REFERENCES account (id) ON DELETE SET NULL,
    file_name     TEXT NOT NULL,
    state         TEXT NOT NULL,
    size          INTEGER NOT NULL,
    -- Names of the columns, folded: the mapping of an earlier file like this one is proposed.
    heading       TEXT NOT NULL,
    mapping       TEXT NOT NULL,
    at_byte       INTEGER NOT NULL,
    at_row        INTEGER NOT NULL,
    rows_new      INTEGER NOT NULL,
    rows_changed  INTEGER NOT NULL,
    rows_same     INTEGER NOT NULL,
    rows_double   INTEGER NOT NULL,
    rows_refused  INTEGER NOT NULL,
    -- Rows of the whole file; known when it has been checked.
    rows_total    INTEGER,
    undone        INTEGER NOT NULL,
    stays         INTEGER NOT NULL,
    -- Steps that failed in a row.
    failures      INTEGER NOT NULL,
    stepped_at    TEXT NOT NULL,
    ended_at      TEXT,
    created_at    TEXT NOT NULL
) STRICT;
CREATE INDEX import_person ON import (person_id, created_at);
CREATE INDEX import_created ON import (created_at);
CREATE INDEX import_due ON import (stepped_at) WHERE state IN ('checking', 'running', 'undoing');
CREATE INDEX import_heading ON import (kind, heading, created_at);
CREATE INDEX import_account ON import (account_id) WHERE account_id IS NOT NULL;

CREATE TABLE import_piece (
    import_id     BLOB NOT NULL REFERENCES import (id) ON DELETE CASCADE,
    number        INTEGER NOT NULL,
    bytes         BLOB NOT NULL,
    PRIMARY KEY (import_id, number)
) STRICT;

-- What rows are about, so that two rows about the same are found however far apart they stand.
CREATE TABLE import_key (
    import_id     BLOB NOT NULL REFERENCES import (id) ON DELETE CASCADE,
    key           TEXT NOT NULL,
    row_number    INTEGER NOT NULL,
    row_hash      BLOB NOT NULL,
    PRIMARY KEY (import_id, key)
) STRICT;

CREATE TABLE import_refusal (
    import_id     BLOB NOT NULL REFERENCES import (id) ON DELETE CASCADE,
    row_number    INTEGER NOT NULL,
    reason        TEXT NOT NULL,
    field         TEXT,
    detail        TEXT NOT NULL,
    cells         TEXT NOT NULL,
    PRIMARY KEY (import_id, row_number)
) STRICT;

-- What was written, in this order, so that it can be taken back.
CREATE TABLE import_change (
    import_id     BLOB NOT NULL REFERENCES import (id) ON DELETE CASCADE,
    number        INTEGER NOT NULL,
    kind          TEXT NOT NULL,
    object_id     BLOB NOT NULL,
    -- What it was; empty for what was not there.
    before        TEXT,
    -- Version and moment that it was left with. Whatever has others by now was changed since.
    version       INTEGER NOT NULL,
    written_at    TEXT NOT NULL,
    -- Whether it was not taken back because it was changed since.
    stays         INTEGER NOT NULL,
    PRIMARY KEY (import_id, number)
) STRICT;

-- For how many days kinds of data are kept, where somebody has chosen.
CREATE TABLE retention (
    kind          TEXT PRIMARY KEY,
    days          INTEGER NOT NULL CHECK (days >= 0),
    updated_at    TEXT NOT NULL
) STRICT;
