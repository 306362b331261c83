-- Somebody may be invited to some points of a meeting only. The points have no key here: a meeting's points refer to its
-- attendees, and an undone change brings them back.
ALTER TABLE attendee ADD COLUMN first_item UUID;
ALTER TABLE attendee ADD COLUMN last_item UUID;
-- What the agenda says of their time, in minutes from the start of the meeting, written with it.
ALTER TABLE attendee ADD COLUMN stay_after BIGINT;
ALTER TABLE attendee ADD COLUMN stay_minutes BIGINT;
-- Whether a customer's contact wants to be reminded of this meeting, as they said on its page.
ALTER TABLE attendee ADD COLUMN wants_reminder BOOLEAN NOT NULL DEFAULT FALSE;

-- Written and never read.
ALTER TABLE claim DROP COLUMN week;

-- Whether a series may go on without an end: asked of somebody else than its organizer.
CREATE TABLE series_approval (
    id            UUID PRIMARY KEY,
    series_id     UUID NOT NULL REFERENCES series (id) ON DELETE CASCADE,
    reason        TEXT NOT NULL,
    asked_by      UUID NOT NULL REFERENCES person (id),
    approver_id   UUID NOT NULL REFERENCES person (id),
    asked_at      TIMESTAMPTZ NOT NULL,
    expires_at    TIMESTAMPTZ NOT NULL,
    state         TEXT NOT NULL CHECK (state IN ('open', 'approved', 'declined', 'expired', 'withdrawn')),
    decided_by    UUID REFERENCES person (id),
    decided_at    TIMESTAMPTZ,
    note          TEXT NOT NULL,
    link_version  BIGINT NOT NULL
);
CREATE UNIQUE INDEX series_approval_one_open ON series_approval (series_id) WHERE state = 'open';
CREATE INDEX series_approval_series ON series_approval (series_id, asked_at);
CREATE INDEX series_approval_open ON series_approval (approver_id, expires_at) WHERE state = 'open';
CREATE INDEX series_approval_expiring ON series_approval (expires_at) WHERE state = 'open';
CREATE INDEX series_approval_asker ON series_approval (asked_by, asked_at);
CREATE INDEX series_approval_decider ON series_approval (decided_by) WHERE decided_by IS NOT NULL;
