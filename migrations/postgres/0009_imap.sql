-- How far the IMAP folder is read; one row at most, and none where mails come another way.
CREATE TABLE inbound_folder (
    id            BIGINT PRIMARY KEY CHECK (id = 1),
    -- UIDVALIDITY of the folder: UIDs mean the same mails as long as it stays. Unknown before the first reading.
    uid_validity  BIGINT,
    -- Everything up to here has been dealt with.
    last_uid      BIGINT NOT NULL,
    -- Mails that were seen in the folder and not dealt with yet.
    waiting       BIGINT NOT NULL,
    -- Which server reads it, and how long it may be silent about that.
    lease_token   UUID,
    lease_until   TIMESTAMPTZ,
    next_check_at TIMESTAMPTZ NOT NULL,
    -- The last try, and the last time that nothing was left to read.
    checked_at    TIMESTAMPTZ,
    read_at       TIMESTAMPTZ,
    failure       TEXT,
    failing_since TIMESTAMPTZ,
    failures      BIGINT NOT NULL,
    -- The server's words about the failure.
    words         TEXT NOT NULL,
    -- A mail at which reading broke off, and how often.
    stuck_uid     BIGINT,
    stuck_tries   BIGINT NOT NULL
);

-- The time of the meeting that a reply answers: a click lets nothing count for another one.
ALTER TABLE inbound_mail ADD COLUMN about_from TIMESTAMPTZ;
ALTER TABLE inbound_mail ADD COLUMN about_to TIMESTAMPTZ;
UPDATE inbound_mail SET
    about_from = (SELECT starts_at FROM meeting WHERE meeting.id = meeting_id AND meeting.updated_at <= received_at),
    about_to = (SELECT ends_at FROM meeting WHERE meeting.id = meeting_id AND meeting.updated_at <= received_at);
