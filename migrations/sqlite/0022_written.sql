-- Who wrote what a rule says now, which need not be who made it.
ALTER TABLE rule RENAME COLUMN created_by TO written_by;

-- Whether a meeting, as it was last judged, is over a limit that asks for something.
ALTER TABLE meeting ADD COLUMN over_limit INTEGER NOT NULL DEFAULT 0;
UPDATE meeting SET over_limit = 1 WHERE id IN (SELECT meeting_id FROM limit_override);
