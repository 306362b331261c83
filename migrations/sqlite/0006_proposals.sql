-- Another time that somebody suggests for a meeting. At most one of each person is open.
CREATE TABLE proposal (
    id            BLOB PRIMARY KEY,
    meeting_id    BLOB NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
    attendee_id   BLOB NOT NULL REFERENCES attendee (id) ON DELETE CASCADE,
    starts_at     TEXT NOT NULL,
    ends_at       TEXT NOT NULL,
    note          TEXT NOT NULL,
    came_by       TEXT NOT NULL CHECK (came_by IN ('page', 'mail')),
    state         TEXT NOT NULL CHECK (state IN ('open', 'accepted', 'declined', 'overtaken', 'withdrawn')),
    created_at    TEXT NOT NULL,
    -- NULL while it is open, and when its author took it back.
    decided_by    BLOB REFERENCES person (id),
    decided_at    TEXT,
    CHECK (starts_at < ends_at)
) STRICT;
CREATE INDEX proposal_meeting ON proposal (meeting_id, created_at);
CREATE INDEX proposal_attendee ON proposal (attendee_id, created_at);
CREATE UNIQUE INDEX proposal_one_open ON proposal (attendee_id) WHERE state = 'open';

-- What somebody sent in writing in place of attending.
CREATE TABLE input (
    attendee_id   BLOB PRIMARY KEY REFERENCES attendee (id) ON DELETE CASCADE,
    meeting_id    BLOB NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
    -- Title of the point it is about, as it was; points get new ids whenever the agenda is saved. Empty for the whole.
    point         TEXT NOT NULL,
    body          TEXT NOT NULL,
    sent_at       TEXT NOT NULL
) STRICT;
CREATE INDEX input_meeting ON input (meeting_id, sent_at);
