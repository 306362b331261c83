-- Titles in lower case, for finding. What SQL folds depends on the server's locale, so the program fills in others than
-- ASCII when it starts.
ALTER TABLE meeting ADD COLUMN title_key TEXT;
UPDATE meeting SET title_key = lower(title) WHERE title ~ '^[ -~]*$';
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
ALTER TABLE audit ADD COLUMN hash BYTEA;
CREATE TABLE audit_chain (
    id            BIGINT PRIMARY KEY CHECK (id = 1),
    -- Records below this one were forgotten; the hash is that of the last of them.
    first_id      BIGINT NOT NULL,
    first_hash    BYTEA NOT NULL,
    last_hash     BYTEA NOT NULL
);
INSERT INTO audit_chain (id, first_id, first_hash, last_hash)
VALUES (1, 0, decode(repeat('00', 32), 'hex'), decode(repeat('00', 32), 'hex'));

CREATE OR REPLACE FUNCTION audit_is_final() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        IF OLD.id < (SELECT first_id FROM audit_chain) THEN
            RETURN OLD;
        END IF;
    ELSIF TG_OP = 'UPDATE' THEN
        IF OLD.hash IS NULL AND to_jsonb(OLD) - 'hash' = to_jsonb(NEW) - 'hash' THEN
            RETURN NEW;
        END IF;
    END IF;
    RAISE EXCEPTION 'the audit log is append-only';
END $$;
