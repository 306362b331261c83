-- What a series is for, as its organizer said when it was last to end; empty until then.
ALTER TABLE series ADD COLUMN aim TEXT NOT NULL DEFAULT '';
-- Goes on by itself each quarter, because somebody else has allowed it.
ALTER TABLE series ADD COLUMN endless INTEGER NOT NULL DEFAULT 0;
CREATE INDEX series_continues ON series (continues) WHERE continues IS NOT NULL;

-- A series that was about to end: the question whether it goes on. One for each end, so that nobody is asked twice.
CREATE TABLE series_review (
    series_id     BLOB NOT NULL REFERENCES series (id) ON DELETE CASCADE,
    -- Start of the last date as it was when it was asked; another end is another question.
    last_at       TEXT NOT NULL,
    state         TEXT NOT NULL CHECK (state IN ('open', 'kept', 'changed', 'stopped', 'ended')),
    -- Of the mail in the outbox.
    message_id    TEXT NOT NULL UNIQUE,
    asked_at      TEXT NOT NULL,
    answered_by   BLOB REFERENCES person (id),
    answered_at   TEXT,
    PRIMARY KEY (series_id, last_at)
) STRICT;
CREATE INDEX series_review_open ON series_review (last_at) WHERE state = 'open';
CREATE INDEX series_review_answered_by ON series_review (answered_by) WHERE answered_by IS NOT NULL;
