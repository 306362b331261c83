-- Rises whenever a meeting in somebody's calendar changes, so that a subscription knows without reading meetings.
ALTER TABLE subject ADD COLUMN calendar_stamp INTEGER NOT NULL DEFAULT 0;

-- Invitations that wait for an answer are few, whatever the size of a calendar.
CREATE INDEX attendee_waiting ON attendee (person_id, starts_at, meeting_id) WHERE answer = 'open' AND removed_at IS NULL;
