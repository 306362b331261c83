-- When an answer was made, by the clock of whoever gave it: what is older and arrives later counts for nothing.
ALTER TABLE attendee ADD COLUMN answer_made_at TEXT;
UPDATE attendee SET answer_made_at = answered_at WHERE answered_at IS NOT NULL;
DROP INDEX inbound_mail_attendee;

-- The dates of a series for which a reply would count, as they were when it came in: it may wait for a click.
ALTER TABLE inbound_mail ADD COLUMN about_dates TEXT;
-- Of those that wait already nobody knows which dates they meant.
UPDATE inbound_mail SET about_from = NULL, about_to = NULL WHERE all_dates = 1;

-- The calendar program of an address is that of its last reply whose sender was proven, or that somebody let count.
DROP INDEX inbound_mail_sender;
CREATE INDEX inbound_mail_sender ON inbound_mail (sender, received_at) WHERE product <> '' AND attendee_id IS NOT NULL;

-- The newest DTSTAMP of a mail about the meeting that went to one person alone, if it is newer than what all were told.
ALTER TABLE meeting ADD COLUMN resent_at TEXT;
