-- Written updates: the points as they were sent (JSON), and who got them.
ALTER TABLE written_update ADD COLUMN points TEXT NOT NULL DEFAULT '[]';

CREATE TABLE written_recipient (
    update_id     BLOB NOT NULL REFERENCES written_update (id) ON DELETE CASCADE,
    -- Place among the people of the plan; its author would have had 0.
    position      INTEGER NOT NULL,
    person_id     BLOB REFERENCES person (id),
    contact_id    BLOB REFERENCES contact (id),
    name          TEXT NOT NULL,
    email         TEXT NOT NULL,
    role          TEXT NOT NULL CHECK (role IN ('required', 'optional', 'informed')),
    -- Of the mail in the outbox.
    message_id    TEXT NOT NULL,
    PRIMARY KEY (update_id, position)
) STRICT;
CREATE INDEX written_recipient_person ON written_recipient (person_id, update_id);
