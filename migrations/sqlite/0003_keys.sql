-- Titles in lower case, for finding. SQL folds ASCII only, so the program fills in the others when it starts.
ALTER TABLE meeting ADD COLUMN title_key TEXT;
UPDATE meeting SET title_key = lower(title) WHERE title NOT GLOB '*[^ -~]*';
CREATE INDEX meeting_title_key_missing ON meeting (id) WHERE title_key IS NULL;

-- Two people who wrote to the same new customer at the same moment could make it twice. What belongs to the younger ones
-- goes to the oldest. A change of such a meeting cannot be undone any more, for it would bring the younger one back.
UPDATE meeting_change SET before = NULL WHERE meeting_id IN (
    SELECT meeting.id FROM meeting JOIN account AS twin ON twin.id = meeting.account_id
        JOIN account AS first ON first.name_key = twin.name_key
            AND (first.created_at, first.id) < (twin.created_at, twin.id));
UPDATE contact SET account_id = (
    SELECT first.id FROM account AS first JOIN account AS twin ON twin.name_key = first.name_key
    WHERE twin.id = contact.account_id ORDER BY first.created_at, first.id LIMIT 1);
UPDATE meeting SET account_id = (
    SELECT first.id FROM account AS first JOIN account AS twin ON twin.name_key = first.name_key
    WHERE twin.id = meeting.account_id ORDER BY first.created_at, first.id LIMIT 1)
WHERE account_id IS NOT NULL;
UPDATE claim SET subject_id = (
    SELECT first.id FROM account AS first JOIN account AS twin ON twin.name_key = first.name_key
    WHERE twin.id = claim.subject_id ORDER BY first.created_at, first.id LIMIT 1)
WHERE subject_id IN (SELECT id FROM account);
DELETE FROM account WHERE EXISTS (
    SELECT 1 FROM account AS first WHERE first.name_key = account.name_key
        AND (first.created_at, first.id) < (account.created_at, account.id));
DELETE FROM subject WHERE kind = 'account' AND id NOT IN (SELECT id FROM account);
DROP INDEX account_name;
CREATE UNIQUE INDEX account_name ON account (name_key);

-- Each record of the audit log carries a hash over itself and the hash before it, so that a record that was changed or
-- removed shows. One row says where the chain begins, because old records are forgotten, and where it ends; whoever adds a
-- record holds it until the commit. Records written before there was a chain get their hash when the program starts.
ALTER TABLE audit ADD COLUMN hash BLOB;
CREATE TABLE audit_chain (
    id            INTEGER PRIMARY KEY CHECK (id = 1),
    -- Records below this one were forgotten; the hash is that of the last of them.
    first_id      INTEGER NOT NULL,
    first_hash    BLOB NOT NULL,
    last_hash     BLOB NOT NULL
) STRICT;
INSERT INTO audit_chain (id, first_id, first_hash, last_hash) VALUES (1, 0, zeroblob(32), zeroblob(32));

DROP TRIGGER audit_is_final_update;
DROP TRIGGER audit_is_final_delete;
CREATE TRIGGER audit_is_final_update BEFORE UPDATE ON audit
WHEN OLD.hash IS NOT NULL OR OLD.id <> NEW.id OR OLD.at <> NEW.at OR OLD.actor_id IS NOT NEW.actor_id
    OR OLD.actor <> NEW.actor OR OLD.action <> NEW.action OR OLD.object_kind <> NEW.object_kind
    OR OLD.object_id IS NOT NEW.object_id OR OLD.before IS NOT NEW.before OR OLD.after IS NOT NEW.after
    OR OLD.reason <> NEW.reason OR OLD.address <> NEW.address
BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
CREATE TRIGGER audit_is_final_delete BEFORE DELETE ON audit
WHEN OLD.id >= COALESCE((SELECT first_id FROM audit_chain), 0)
BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
