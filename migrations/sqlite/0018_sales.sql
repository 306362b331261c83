-- How long an opportunity stood at the stage that a change led to: written by the change after it.
ALTER TABLE stage_change ADD COLUMN left_at TEXT;
ALTER TABLE stage_change ADD COLUMN left_to TEXT;
-- Whole days from this change to the one after it, and from the first change to this one.
ALTER TABLE stage_change ADD COLUMN days INTEGER CHECK (days >= 0);
ALTER TABLE stage_change ADD COLUMN age INTEGER NOT NULL DEFAULT 0 CHECK (age >= 0);
-- What the newest change replaced, so that it can be taken back (JSON).
ALTER TABLE stage_change ADD COLUMN before TEXT;

UPDATE stage_change SET left_at = later.at, left_to = later.to_stage,
    days = MAX(0, CAST(ROUND(julianday(later.at) - julianday(stage_change.at)) AS INTEGER))
FROM stage_change AS later
WHERE later.opportunity_id = stage_change.opportunity_id
    AND later.version = (SELECT MIN(version) FROM stage_change AS following
        WHERE following.opportunity_id = stage_change.opportunity_id AND following.version > stage_change.version);
UPDATE stage_change SET age = MAX(0, CAST(ROUND(julianday(stage_change.at) - julianday(began.at)) AS INTEGER))
FROM stage_change AS began
WHERE began.opportunity_id = stage_change.opportunity_id
    AND began.version = (SELECT MIN(version) FROM stage_change AS earliest
        WHERE earliest.opportunity_id = stage_change.opportunity_id);

-- Figures are counted from these alone: reading the rows of all opportunities would take many times as long.
CREATE INDEX stage_change_left ON stage_change (left_at, to_stage, left_to, days, opportunity_id)
    WHERE left_at IS NOT NULL;
CREATE INDEX stage_change_age ON stage_change (opportunity_id, at, age);
CREATE INDEX opportunity_closed
    ON opportunity (closed_at, stage, owner_id, lead_source, lost_reason, currency, amount, id, account_id)
    WHERE closed_at IS NOT NULL;
CREATE INDEX opportunity_seller ON opportunity (id, owner_id);
CREATE INDEX opportunity_worth ON opportunity (stage, owner_id, currency, probability, expected_on, amount);
-- Lists and the board show what was changed last.
CREATE INDEX opportunity_updated ON opportunity (updated_at, id);
