-- Reminders: one row for each meeting, recipient, lead time and start, so that nobody is reminded twice.
CREATE TABLE reminder (
    meeting_id    UUID NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
    attendee_id   UUID NOT NULL REFERENCES attendee (id) ON DELETE CASCADE,
    lead          TEXT NOT NULL,
    -- The start it is about; a meeting that has moved is another thing to be reminded of.
    starts_at     TIMESTAMPTZ NOT NULL,
    reason        TEXT NOT NULL CHECK (reason IN ('unanswered', 'asked')),
    -- When it goes out, within the recipient's working hours.
    due_at        TIMESTAMPTZ NOT NULL,
    state         TEXT NOT NULL CHECK (state IN ('waiting', 'queued', 'skipped')),
    -- Of the mail in the outbox.
    message_id    TEXT NOT NULL UNIQUE,
    done_at       TIMESTAMPTZ,
    PRIMARY KEY (meeting_id, attendee_id, lead, starts_at)
);
CREATE INDEX reminder_due ON reminder (due_at) WHERE state = 'waiting';
CREATE INDEX reminder_attendee ON reminder (attendee_id);
CREATE INDEX reminder_starts ON reminder (starts_at);

-- Which mails somebody wants without being asked: reminders, the summary every day in place of every week, answers to
-- their own meetings.
ALTER TABLE person_time ADD COLUMN reminders TEXT NOT NULL DEFAULT 'unanswered'
    CHECK (reminders IN ('unanswered', 'all', 'never'));
ALTER TABLE person_time ADD COLUMN daily BOOLEAN NOT NULL DEFAULT FALSE;
-- The last day for which a daily summary went out.
ALTER TABLE person_time ADD COLUMN digest_day DATE;
ALTER TABLE person_time ADD COLUMN answers TEXT NOT NULL DEFAULT 'summary'
    CHECK (answers IN ('at_once', 'summary', 'never'));
-- Up to which moment answers were told.
ALTER TABLE person_time ADD COLUMN answers_told_at TIMESTAMPTZ;
CREATE INDEX attendee_answered ON attendee (answered_at) WHERE answered_at IS NOT NULL;

-- 0 leaves first; 1 is what can wait: reminders and summaries.
ALTER TABLE outbox ADD COLUMN rank BIGINT NOT NULL DEFAULT 0;
CREATE INDEX outbox_rank ON outbox (rank, not_before) WHERE state = 'queued';
