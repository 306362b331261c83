-- What is known of customers and the people there. A rhythm is how many days may pass without a meeting.
ALTER TABLE account ADD COLUMN notes TEXT NOT NULL DEFAULT '';
ALTER TABLE account ADD COLUMN address TEXT NOT NULL DEFAULT '';
ALTER TABLE account ADD COLUMN phone TEXT NOT NULL DEFAULT '';
ALTER TABLE account ADD COLUMN rhythm_days INTEGER CHECK (rhythm_days > 0);
-- Rises with every change by a form, which carries the one it was filled from.
ALTER TABLE account ADD COLUMN version INTEGER NOT NULL DEFAULT 1;
CREATE INDEX account_owner ON account (owner_id, name_key);

ALTER TABLE contact ADD COLUMN title TEXT NOT NULL DEFAULT '';
ALTER TABLE contact ADD COLUMN phone TEXT NOT NULL DEFAULT '';
ALTER TABLE contact ADD COLUMN notes TEXT NOT NULL DEFAULT '';
ALTER TABLE contact ADD COLUMN rhythm_days INTEGER CHECK (rhythm_days > 0);
ALTER TABLE contact ADD COLUMN consent_at TEXT;
ALTER TABLE contact ADD COLUMN consent_source TEXT;
-- Since when nobody knows who it was.
ALTER TABLE contact ADD COLUMN erased_at TEXT;
ALTER TABLE contact ADD COLUMN version INTEGER NOT NULL DEFAULT 1;

-- The rhythm of customers that have none of their own.
CREATE TABLE rhythm (
    lead_class    TEXT PRIMARY KEY,
    days          INTEGER NOT NULL CHECK (days > 0)
) STRICT;

CREATE TABLE opportunity (
    id            BLOB PRIMARY KEY,
    account_id    BLOB NOT NULL REFERENCES account (id),
    contact_id    BLOB REFERENCES contact (id),
    owner_id      BLOB REFERENCES person (id),
    title         TEXT NOT NULL,
    stage         TEXT NOT NULL,
    lead_source   TEXT,
    -- In whole units of the currency.
    amount        INTEGER CHECK (amount >= 0),
    currency      TEXT NOT NULL,
    -- In percent; empty takes that of the stage.
    probability   INTEGER CHECK (probability BETWEEN 0 AND 100),
    lost_reason   TEXT,
    lost_note     TEXT NOT NULL,
    next_step     TEXT NOT NULL,
    next_step_on  TEXT,
    -- When the customer is expected to decide.
    expected_on   TEXT,
    -- Since when it stands at its stage, and when it was won or lost.
    stage_at      TEXT NOT NULL,
    closed_at     TEXT,
    version       INTEGER NOT NULL,
    created_at    TEXT NOT NULL,
    updated_at    TEXT NOT NULL,
    CHECK ((stage = 'lost') = (lost_reason IS NOT NULL))
) STRICT;
CREATE INDEX opportunity_account ON opportunity (account_id, created_at);
CREATE INDEX opportunity_contact ON opportunity (contact_id);
CREATE INDEX opportunity_owner ON opportunity (owner_id, stage);
CREATE INDEX opportunity_stage ON opportunity (stage, updated_at);
CREATE INDEX opportunity_next ON opportunity (owner_id, next_step_on) WHERE next_step_on IS NOT NULL AND closed_at IS NULL;

-- Every change of stage, so that conversion and cycle time can be told.
CREATE TABLE stage_change (
    opportunity_id BLOB NOT NULL REFERENCES opportunity (id) ON DELETE CASCADE,
    -- The version of the opportunity that it made.
    version       INTEGER NOT NULL,
    from_stage    TEXT,
    to_stage      TEXT NOT NULL,
    person_id     BLOB REFERENCES person (id),
    person        TEXT NOT NULL,
    -- Out of which meeting it came.
    meeting_id    BLOB REFERENCES meeting (id) ON DELETE SET NULL,
    at            TEXT NOT NULL,
    PRIMARY KEY (opportunity_id, version)
) STRICT;
CREATE INDEX stage_change_at ON stage_change (at);
CREATE INDEX stage_change_meeting ON stage_change (meeting_id) WHERE meeting_id IS NOT NULL;

-- Which opportunity a meeting is about.
CREATE TABLE meeting_opportunity (
    meeting_id    BLOB PRIMARY KEY REFERENCES meeting (id) ON DELETE CASCADE,
    opportunity_id BLOB NOT NULL REFERENCES opportunity (id) ON DELETE CASCADE
) STRICT;
CREATE INDEX meeting_opportunity_opportunity ON meeting_opportunity (opportunity_id);

CREATE INDEX meeting_account ON meeting (account_id, starts_at) WHERE account_id IS NOT NULL;
