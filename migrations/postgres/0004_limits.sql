-- Limits: one sentence each. Only ever ended, so that what they once forbade can be explained.
CREATE TABLE rule (
    id            UUID PRIMARY KEY,
    scope         TEXT NOT NULL,
    which         TEXT NOT NULL,
    measure       TEXT NOT NULL,
    level         TEXT NOT NULL,
    starts_on     DATE NOT NULL,
    created_by    UUID REFERENCES person (id),
    created_at    TIMESTAMPTZ NOT NULL,
    updated_at    TIMESTAMPTZ NOT NULL,
    version       BIGINT NOT NULL,
    ended_at      TIMESTAMPTZ
);
CREATE INDEX rule_in_force ON rule (created_at) WHERE ended_at IS NULL;

-- Settings of planning, and the lock between those who change rules and those who are judged by them.
CREATE TABLE policy (
    id            BIGINT PRIMARY KEY CHECK (id = 1),
    version       BIGINT NOT NULL,
    settings      TEXT NOT NULL
);
INSERT INTO policy (id, version, settings) VALUES (1, 1, '{}');

-- What a person has said about their own time: days that differ, protected selling time.
CREATE TABLE person_time (
    person_id     UUID PRIMARY KEY REFERENCES person (id) ON DELETE CASCADE,
    selling       TEXT NOT NULL,
    rate_band     TEXT,
    digest        BOOLEAN NOT NULL,
    digest_week   TEXT,
    updated_at    TIMESTAMPTZ NOT NULL
);

-- Days off and days with other hours; the last day is included.
CREATE TABLE day_off (
    id            UUID PRIMARY KEY,
    person_id     UUID NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    first_day     DATE NOT NULL,
    last_day      DATE NOT NULL,
    -- Minutes after midnight; both NULL is a day off.
    from_minute   BIGINT,
    to_minute     BIGINT,
    -- Decides in this person's place while they are away.
    stand_in_id   UUID REFERENCES person (id),
    created_at    TIMESTAMPTZ NOT NULL
);
CREATE INDEX day_off_person ON day_off (person_id, last_day);

-- Somebody else's calendar address, read for busy time only. The address is a secret and sealed.
CREATE TABLE outside_calendar (
    id            UUID PRIMARY KEY,
    person_id     UUID NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    name          TEXT NOT NULL,
    host          TEXT NOT NULL,
    address       TEXT NOT NULL,
    etag          TEXT,
    last_modified TEXT,
    -- Last time it was asked; last time its content was known to be right; last time its busy time was worked out.
    checked_at    TIMESTAMPTZ,
    read_at       TIMESTAMPTZ,
    expanded_at   TIMESTAMPTZ,
    -- Why the last attempt failed, as a stable word, and since when; NULL when it did not.
    failure       TEXT,
    failing_since TIMESTAMPTZ,
    -- Where it says it has moved to; a secret like the address, and sealed.
    moved_to      TEXT,
    failures      BIGINT NOT NULL,
    told_at       TIMESTAMPTZ,
    next_check_at TIMESTAMPTZ NOT NULL,
    lease_until   TIMESTAMPTZ,
    lease_token   UUID,
    created_at    TIMESTAMPTZ NOT NULL
);
CREATE INDEX outside_calendar_person ON outside_calendar (person_id);
CREATE INDEX outside_calendar_due ON outside_calendar (next_check_at);
CREATE INDEX outside_calendar_leased ON outside_calendar (host, lease_until);

-- Its opaque busy time, merged; no titles.
CREATE TABLE outside_busy (
    calendar_id   UUID NOT NULL REFERENCES outside_calendar (id) ON DELETE CASCADE,
    starts_at     TIMESTAMPTZ NOT NULL,
    ends_at       TIMESTAMPTZ NOT NULL,
    tentative     BOOLEAN NOT NULL,
    PRIMARY KEY (calendar_id, starts_at, tentative)
);

-- A question to somebody who may allow what passes a limit. The time is held meanwhile.
CREATE TABLE approval (
    id            UUID PRIMARY KEY,
    meeting_id    UUID NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
    kind          TEXT NOT NULL,
    -- The meeting's version when it was asked, and what it shall become.
    version       BIGINT NOT NULL,
    proposal      TEXT NOT NULL,
    findings      TEXT NOT NULL,
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
CREATE INDEX approval_meeting ON approval (meeting_id, asked_at);
CREATE INDEX approval_open ON approval (approver_id, expires_at) WHERE state = 'open';
CREATE INDEX approval_expiring ON approval (expires_at) WHERE state = 'open';
CREATE INDEX approval_asker ON approval (asked_by, asked_at);
CREATE UNIQUE INDEX approval_one_open ON approval (meeting_id) WHERE state = 'open';

-- Every limit that was passed with a tick, a reason or an approval. Rows are only ever added.
CREATE TABLE limit_override (
    id            UUID PRIMARY KEY,
    meeting_id    UUID NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
    rule_id       UUID,
    -- The reading as it was: rule, numbers, whom it is about.
    reading       TEXT NOT NULL,
    level         TEXT NOT NULL,
    -- Whose load or time it is about, when it is a colleague's.
    about_id      UUID,
    person_id     UUID NOT NULL REFERENCES person (id),
    approver_id   UUID REFERENCES person (id),
    reason        TEXT NOT NULL,
    -- Calendar quarter in the zone of the firm, for example 2026-Q4.
    quarter       TEXT NOT NULL,
    at            TIMESTAMPTZ NOT NULL
);
CREATE INDEX limit_override_person ON limit_override (person_id, quarter, level);
CREATE INDEX limit_override_meeting ON limit_override (meeting_id);
CREATE INDEX limit_override_at ON limit_override (at);

-- Minutes that people got back: a meeting cancelled, shortened, or sent in writing instead.
CREATE TABLE time_back (
    id            UUID PRIMARY KEY,
    person_id     UUID NOT NULL REFERENCES person (id),
    meeting_id    UUID,
    change_id     UUID,
    cause         TEXT NOT NULL CHECK (cause IN ('cancelled', 'shortened', 'written')),
    minutes       BIGINT NOT NULL,
    at            TIMESTAMPTZ NOT NULL
);
CREATE INDEX time_back_person ON time_back (person_id, at);
CREATE INDEX time_back_change ON time_back (change_id);

-- An update in writing that took the place of a meeting.
CREATE TABLE written_update (
    id            UUID PRIMARY KEY,
    author_id     UUID NOT NULL REFERENCES person (id),
    title         TEXT NOT NULL,
    purpose       TEXT NOT NULL,
    body          TEXT NOT NULL,
    minutes       BIGINT NOT NULL,
    recipients    BIGINT NOT NULL,
    answer_by     DATE,
    sent_at       TIMESTAMPTZ NOT NULL
);
CREATE INDEX written_update_author ON written_update (author_id, sent_at);

ALTER TABLE account ADD COLUMN lead_class TEXT;
ALTER TABLE meeting ADD COLUMN policy_version BIGINT NOT NULL DEFAULT 0;
CREATE INDEX meeting_ahead ON meeting (organizer_id, ends_at) WHERE status <> 'cancelled';

-- Claims learn what limits ask for. A held claim belongs to a change that waits for approval.
ALTER TABLE claim
    ADD COLUMN held BOOLEAN NOT NULL DEFAULT FALSE,
    ADD COLUMN purpose TEXT,
    ADD COLUMN customer BOOLEAN,
    ADD COLUMN required BOOLEAN,
    ADD COLUMN counts BOOLEAN,
    -- No other exclusive claim of the subject may overlap it.
    ADD COLUMN exclusive BOOLEAN NOT NULL DEFAULT FALSE;
UPDATE claim SET purpose = meeting.purpose, customer = meeting.account_id IS NOT NULL, required = TRUE, counts = TRUE
FROM meeting WHERE meeting.id = claim.meeting_id;
UPDATE claim SET required = attendee.role IN ('chair', 'required'),
    counts = attendee.role IN ('chair', 'required') OR attendee.answer = 'yes'
FROM attendee WHERE attendee.meeting_id = claim.meeting_id AND attendee.removed_at IS NULL
    AND COALESCE(attendee.person_id, attendee.contact_id) = claim.subject_id;
ALTER TABLE claim
    ALTER COLUMN purpose SET NOT NULL,
    ALTER COLUMN customer SET NOT NULL,
    ALTER COLUMN required SET NOT NULL,
    ALTER COLUMN counts SET NOT NULL,
    ALTER COLUMN held DROP DEFAULT,
    ALTER COLUMN exclusive DROP DEFAULT,
    DROP CONSTRAINT claim_pkey,
    ADD PRIMARY KEY (meeting_id, subject_id, held);

-- The last line: the service judges under locks, and the database refuses what slips by.
-- In the schema that outlives others, since dropping it would drop the constraint.
CREATE EXTENSION IF NOT EXISTS btree_gist WITH SCHEMA public;
ALTER TABLE claim ADD CONSTRAINT claim_exclusive EXCLUDE USING gist
    (subject_id WITH =, meeting_id WITH <>, tstzrange(starts_at, ends_at) WITH &&) WHERE (exclusive);
