-- How answers come in by mail; one row at most. Without it they come by link only.
CREATE TABLE inbound_mailbox (
    id            BIGINT PRIMARY KEY CHECK (id = 1),
    -- The server whose word about senders counts, and whether meetings have addresses of their own.
    settings      JSONB NOT NULL,
    updated_at    TIMESTAMPTZ NOT NULL
);

-- Mails that came in and what became of them. The mails themselves are not kept.
CREATE TABLE inbound_mail (
    id            UUID PRIMARY KEY,
    -- Message-ID, or a hash where there is none: what comes twice counts once.
    mail_key      TEXT NOT NULL UNIQUE,
    sender        TEXT NOT NULL,
    outcome       TEXT NOT NULL,
    -- Whether our own mail server proved the sender.
    proven        BOOLEAN NOT NULL,
    method        TEXT,
    meeting_id    UUID,
    attendee_id   UUID,
    answer        TEXT,
    note          TEXT NOT NULL,
    proposed_from TIMESTAMPTZ,
    proposed_to   TIMESTAMPTZ,
    -- Who would have to be invited: somebody uninvited, or a delegate.
    other_email   TEXT,
    other_name    TEXT NOT NULL,
    -- The program that wrote it.
    product       TEXT NOT NULL,
    -- When it was made, by the sender's clock.
    stamped_at    TIMESTAMPTZ NOT NULL,
    received_at   TIMESTAMPTZ NOT NULL,
    -- Since when the answer counts; equal to attendee.answered_at as long as it is the one that counts.
    counted_at    TIMESTAMPTZ,
    -- What somebody decided about one that waited.
    decision      TEXT CHECK (decision IN ('applied', 'ignored')),
    decided_at    TIMESTAMPTZ,
    decided_by    UUID REFERENCES person (id)
);
CREATE INDEX inbound_mail_meeting ON inbound_mail (meeting_id, received_at);
CREATE INDEX inbound_mail_attendee ON inbound_mail (attendee_id, counted_at) WHERE counted_at IS NOT NULL;
CREATE INDEX inbound_mail_received ON inbound_mail (received_at);
