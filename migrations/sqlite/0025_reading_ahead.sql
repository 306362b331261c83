-- Who comes is reminded of what there is to read ahead of a meeting. A check cannot be altered, so the table is made anew.
CREATE TABLE reminder_new (
    meeting_id    BLOB NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
    attendee_id   BLOB NOT NULL REFERENCES attendee (id) ON DELETE CASCADE,
    lead          TEXT NOT NULL,
    -- The start it is about; a meeting that has moved is another thing to be reminded of.
    starts_at     TEXT NOT NULL,
    reason        TEXT NOT NULL CHECK (reason IN ('reading', 'unanswered', 'asked')),
    -- When it goes out, within the recipient's working hours.
    due_at        TEXT NOT NULL,
    state         TEXT NOT NULL CHECK (state IN ('waiting', 'queued', 'skipped')),
    -- Of the mail in the outbox.
    message_id    TEXT NOT NULL UNIQUE,
    done_at       TEXT,
    PRIMARY KEY (meeting_id, attendee_id, lead, starts_at)
) STRICT;
INSERT INTO reminder_new (meeting_id, attendee_id, lead, starts_at, reason, due_at, state, message_id, done_at)
    SELECT meeting_id, attendee_id, lead, starts_at, reason, due_at, state, message_id, done_at FROM reminder;
DROP TABLE reminder;
ALTER TABLE reminder_new RENAME TO reminder;
CREATE INDEX reminder_due ON reminder (due_at) WHERE state = 'waiting';
CREATE INDEX reminder_attendee ON reminder (attendee_id);
CREATE INDEX reminder_starts ON reminder (starts_at);
