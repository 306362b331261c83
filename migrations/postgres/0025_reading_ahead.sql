-- Who comes is reminded of what there is to read ahead of a meeting.
ALTER TABLE reminder DROP CONSTRAINT reminder_reason_check;
ALTER TABLE reminder ADD CONSTRAINT reminder_reason_check CHECK (reason IN ('reading', 'unanswered', 'asked'));
