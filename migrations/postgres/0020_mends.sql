-- Names of contacts and titles of opportunities in lower case, for finding. What SQL folds depends on the database, so the
-- program fills in others than ASCII when it starts.
ALTER TABLE contact ADD COLUMN name_key TEXT;
UPDATE contact SET name_key = CASE WHEN erased_at IS NULL THEN lower(name) ELSE '' END
WHERE erased_at IS NOT NULL OR name ~ '^[ -~]*$';
CREATE INDEX contact_name_key_missing ON contact (id) WHERE name_key IS NULL;
ALTER TABLE opportunity ADD COLUMN title_key TEXT;
UPDATE opportunity SET title_key = lower(title) WHERE title ~ '^[ -~]*$';
CREATE INDEX opportunity_title_key_missing ON opportunity (id) WHERE title_key IS NULL;

-- The address that takes the place of the recipient's once the mail is done: whoever it goes to has been erased.
ALTER TABLE outbox ADD COLUMN forget_as TEXT;
CREATE INDEX outbox_forget ON outbox (id) WHERE forget_as IS NOT NULL;

-- Meetings that name an opportunity of another customer than their own.
DELETE FROM meeting_opportunity WHERE EXISTS (
    SELECT 1 FROM meeting, opportunity WHERE meeting.id = meeting_opportunity.meeting_id
        AND opportunity.id = meeting_opportunity.opportunity_id
        AND (meeting.account_id IS NULL OR meeting.account_id <> opportunity.account_id));
