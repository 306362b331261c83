-- Limits: one sentence each. Only ever ended, so that what they once forbade can be explained.
CREATE TABLE rule (
    id            BLOB PRIMARY KEY,
    scope         TEXT NOT NULL,
    which         TEXT NOT NULL,
    measure       TEXT NOT NULL,
    level         TEXT NOT NULL,
    starts_on     TEXT NOT NULL,
    created_by    BLOB REFERENCES person (id),
    created_at    TEXT NOT NULL,
    updated_at    TEXT NOT NULL,
    version       INTEGER NOT NULL,
    ended_at      TEXT
) STRICT;
CREATE INDEX rule_in_force ON rule (created_at) WHERE ended_at IS NULL;

-- Settings of planning, and the lock between those who change rules and those who are judged by them.
CREATE TABLE policy (
    id            INTEGER PRIMARY KEY CHECK (id = 1),
    version       INTEGER NOT NULL,
    settings      TEXT NOT NULL
) STRICT;
INSERT INTO policy (id, version, settings) VALUES (1, 1, '{}');

-- What a person has said about their own time: days that differ, protected selling time.
CREATE TABLE person_time (
    person_id     BLOB PRIMARY KEY REFERENCES person (id) ON DELETE CASCADE,
    selling       TEXT NOT NULL,
    rate_band     TEXT,
    digest        INTEGER NOT NULL,
    digest_week   TEXT,
    updated_at    TEXT NOT NULL
) STRICT;

-- Days off and days with other hours; the last day is included.
CREATE TABLE day_off (
    id            BLOB PRIMARY KEY,
    person_id     BLOB NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    first_day     TEXT NOT NULL,
    last_day      TEXT NOT NULL,
    -- Minutes after midnight; both NULL is a day off.
    from_minute   INTEGER,
    to_minute     INTEGER,
    -- Decides in this person's place while they are away.
    stand_in_id   BLOB REFERENCES person (id),
    created_at    TEXT NOT NULL
) STRICT;
CREATE INDEX day_off_person ON day_off (person_id, last_day);

-- Somebody else's calendar address, read for busy time only. The address is a secret and sealed.
CREATE TABLE outside_calendar (
    id            BLOB PRIMARY KEY,
    person_id     BLOB NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    name          TEXT NOT NULL,
    host          TEXT NOT NULL,
    address       TEXT NOT NULL,
    etag          TEXT,
    last_modified TEXT,
    -- Last time it was asked; last time its content was known to be right; last time its busy time was worked out.
    checked_at    TEXT,
    read_at       TEXT,
    expanded_at   TEXT,
    -- Why the last attempt failed, as a stable word, and since when; NULL when it did not.
    failure       TEXT,
    failing_since TEXT,
    -- Where it says it has moved to; a secret like the address, and sealed.
    moved_to      TEXT,
    failures      INTEGER NOT NULL,
    told_at       TEXT,
    next_check_at TEXT NOT NULL,
    lease_until   TEXT,
    lease_token   BLOB,
    created_at    TEXT NOT NULL
) STRICT;
CREATE INDEX outside_calendar_person ON outside_calendar (person_id);
CREATE INDEX outside_calendar_due ON outside_calendar (next_check_at);
CREATE INDEX outside_calendar_leased ON outside_calendar (host, lease_until);

-- Its opaque busy time, merged; no titles.
CREATE TABLE outside_busy (
    calendar_id   BLOB NOT NULL REFERENCES outside_calendar (id) ON DELETE CASCADE,
    starts_at     TEXT NOT NULL,
    ends_at       TEXT NOT NULL,
    tentative     INTEGER NOT NULL,
    PRIMARY KEY (calendar_id, starts_at, tentative)
) STRICT;

-- A question to somebody who may allow what passes a limit. The time is held meanwhile.
CREATE TABLE approval (
    id            BLOB PRIMARY KEY,
    meeting_id    BLOB NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
    kind          TEXT NOT NULL,
    -- The meeting's version when it was asked, and what it shall become.
    version       INTEGER NOT NULL,
    proposal      TEXT NOT NULL,
    findings      TEXT NOT NULL,
    reason        TEXT NOT NULL,
    asked_by      BLOB NOT NULL REFERENCES person (id),
    approver_id   BLOB NOT NULL REFERENCES person (id),
    asked_at      TEXT NOT NULL,
    expires_at    TEXT NOT NULL,
    state         TEXT NOT NULL CHECK (state IN ('open', 'approved', 'declined', 'expired', 'withdrawn')),
    decided_by    BLOB REFERENCES person (id),
    decided_at    TEXT,
    note          TEXT NOT NULL,
    link_version  INTEGER NOT NULL
) STRICT;
CREATE INDEX approval_meeting ON approval (meeting_id, asked_at);
CREATE INDEX approval_open ON approval (approver_id, expires_at) WHERE state = 'open';
CREATE INDEX approval_expiring ON approval (expires_at) WHERE state = 'open';
CREATE INDEX approval_asker ON approval (asked_by, asked_at);
CREATE UNIQUE INDEX approval_one_open ON approval (meeting_id) WHERE state = 'open';

-- Every limit that was passed with a tick, a reason or an approval. Rows are only ever added.
CREATE TABLE limit_override (
    id            BLOB PRIMARY KEY,
    meeting_id    BLOB NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
    rule_id       BLOB,
    -- The reading as it was: rule, numbers, whom it is about.
    reading       TEXT NOT NULL,
    level         TEXT NOT NULL,
    -- Whose load or time it is about, when it is a colleague's.
    about_id      BLOB,
    person_id     BLOB NOT NULL REFERENCES person (id),
    approver_id   BLOB REFERENCES person (id),
    reason        TEXT NOT NULL,
    -- Calendar quarter in the zone of the firm, for example 2026-Q4.
    quarter       TEXT NOT NULL,
    at            TEXT NOT NULL
) STRICT;
CREATE INDEX limit_override_person ON limit_override (person_id, quarter, level);
CREATE INDEX limit_override_meeting ON limit_override (meeting_id);
CREATE INDEX limit_override_at ON limit_override (at);

-- Minutes that people got back: a meeting cancelled, shortened, or sent in writing instead.
CREATE TABLE time_back (
    id            BLOB PRIMARY KEY,
    person_id     BLOB NOT NULL REFERENCES person (id),
    meeting_id    BLOB,
    change_id     BLOB,
    cause         TEXT NOT NULL CHECK (cause IN ('cancelled', 'shortened', 'written')),
    minutes       INTEGER NOT NULL,
    at            TEXT NOT NULL
) STRICT;
CREATE INDEX time_back_person ON time_back (person_id, at);
CREATE INDEX time_back_change ON time_back (change_id);

-- An update in writing that took the place of a meeting.
CREATE TABLE written_update (
    id            BLOB PRIMARY KEY,
    author_id     BLOB NOT NULL REFERENCES person (id),
    title         TEXT NOT NULL,
    purpose       TEXT NOT NULL,
    body          TEXT NOT NULL,
    minutes       INTEGER NOT NULL,
    recipients    INTEGER NOT NULL,
    answer_by     TEXT,
    sent_at       TEXT NOT NULL
) STRICT;
CREATE INDEX written_update_author ON written_update (author_id, sent_at);

ALTER TABLE account ADD COLUMN lead_class TEXT;
ALTER TABLE meeting ADD COLUMN policy_version INTEGER NOT NULL DEFAULT 0;
CREATE INDEX meeting_ahead ON meeting (organizer_id, ends_at) WHERE status <> 'cancelled';

-- Claims learn what limits ask for. A held claim belongs to a change that waits for approval.
CREATE TABLE new_claim (
    meeting_id    BLOB NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
    subject_id    BLOB NOT NULL REFERENCES subject (id),
    held          INTEGER NOT NULL,
    starts_at     TEXT NOT NULL,
    ends_at       TEXT NOT NULL,
    minutes       INTEGER NOT NULL,
    week          TEXT NOT NULL,
    purpose       TEXT NOT NULL,
    customer      INTEGER NOT NULL,
    required      INTEGER NOT NULL,
    counts        INTEGER NOT NULL,
    -- No other exclusive claim of the subject may overlap it.
    exclusive     INTEGER NOT NULL,
    PRIMARY KEY (meeting_id, subject_id, held)
) STRICT;
INSERT INTO new_claim
SELECT claim.meeting_id, subject_id, 0, claim.starts_at, claim.ends_at, claim.minutes, week, purpose,
       meeting.account_id IS NOT NULL,
       COALESCE((SELECT MAX(role IN ('chair', 'required')) FROM attendee WHERE attendee.meeting_id = claim.meeting_id
                 AND COALESCE(person_id, contact_id) = subject_id AND removed_at IS NULL), 1),
       COALESCE((SELECT MAX(role IN ('chair', 'required') OR answer = 'yes') FROM attendee
                 WHERE attendee.meeting_id = claim.meeting_id
                 AND COALESCE(person_id, contact_id) = subject_id AND removed_at IS NULL), 1),
       0
FROM claim JOIN meeting ON meeting.id = claim.meeting_id;
DROP TABLE claim;
ALTER TABLE new_claim RENAME TO claim;
CREATE INDEX claim_subject ON claim (subject_id, starts_at);
CREATE INDEX claim_exclusive ON claim (subject_id, starts_at) WHERE exclusive = 1;

-- The last line: the service judges under locks, and the database refuses what slips by. Meetings last at most a day,
-- which bounds the search.
CREATE TRIGGER claim_exclusive_insert BEFORE INSERT ON claim WHEN NEW.exclusive = 1 AND EXISTS (
    SELECT 1 FROM claim WHERE subject_id = NEW.subject_id AND meeting_id <> NEW.meeting_id AND exclusive = 1
    AND starts_at < NEW.ends_at AND starts_at > strftime('%Y-%m-%dT%H:%M:%S', NEW.starts_at, '-1 day', '-1 second')
    AND ends_at > NEW.starts_at)
BEGIN SELECT RAISE(ABORT, 'claim_exclusive'); END;
CREATE TRIGGER claim_exclusive_update BEFORE UPDATE ON claim WHEN NEW.exclusive = 1 AND EXISTS (
    SELECT 1 FROM claim WHERE subject_id = NEW.subject_id AND meeting_id <> NEW.meeting_id AND exclusive = 1
    AND starts_at < NEW.ends_at AND starts_at > strftime('%Y-%m-%dT%H:%M:%S', NEW.starts_at, '-1 day', '-1 second')
    AND ends_at > NEW.starts_at)
BEGIN SELECT RAISE(ABORT, 'claim_exclusive'); END;
