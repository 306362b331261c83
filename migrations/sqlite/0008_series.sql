-- A series of meetings. Its dates are meetings; this is what they share towards calendars.
CREATE TABLE series (
    id            BLOB PRIMARY KEY,
    -- iCalendar UID of all its dates.
    uid           TEXT NOT NULL UNIQUE,
    rule          TEXT NOT NULL,
    zone          TEXT NOT NULL,
    -- UID of the series that this one goes on from.
    continues     TEXT,
    -- iCalendar SEQUENCE and the newest DTSTAMP given out under this UID.
    sequence      INTEGER NOT NULL,
    stamped_at    TEXT NOT NULL,
    created_at    TEXT NOT NULL,
    updated_at    TEXT NOT NULL
) STRICT;

ALTER TABLE meeting ADD COLUMN series_id BLOB REFERENCES series (id);
-- What the rule says, on the wall clock of the series: the RECURRENCE-ID of the date.
ALTER TABLE meeting ADD COLUMN original_start TEXT;
CREATE INDEX meeting_series ON meeting (series_id, original_start) WHERE series_id IS NOT NULL;

-- Mails about a series tell of all its dates at once.
ALTER TABLE outbox ADD COLUMN series_id BLOB;
CREATE INDEX outbox_series ON outbox (series_id, id) WHERE series_id IS NOT NULL;

-- Whether an answer by mail is about all dates of a series.
ALTER TABLE inbound_mail ADD COLUMN all_dates INTEGER NOT NULL DEFAULT 0;
-- The calendar program of an address is that of its last reply.
CREATE INDEX inbound_mail_sender ON inbound_mail (sender, received_at) WHERE product <> '';
