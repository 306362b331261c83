-- Time that unsent plans keep: of whom, from when to when, and until when it is kept.
CREATE TABLE hold (
    draft_id   BLOB NOT NULL REFERENCES draft (id) ON DELETE CASCADE,
    person_id  BLOB NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    starts_at  TEXT NOT NULL,
    ends_at    TEXT NOT NULL,
    until      TEXT NOT NULL,
    PRIMARY KEY (draft_id, person_id, starts_at),
    CHECK (starts_at < ends_at)
) STRICT;
CREATE INDEX hold_of_person ON hold (person_id, starts_at);
CREATE INDEX hold_until ON hold (until);
