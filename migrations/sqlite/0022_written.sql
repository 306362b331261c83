-- Who wrote what a rule says now, which need not be who made it.
ALTER TABLE rule RENAME COLUMN created_by TO written_by;
