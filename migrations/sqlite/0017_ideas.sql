-- A point that somebody suggests for a meeting, or that waits in the backlog of its series.
CREATE TABLE point_idea (
    id            BLOB PRIMARY KEY,
    -- The meeting it was suggested for, or the one that took it up.
    meeting_id    BLOB NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
    series_id     BLOB REFERENCES series (id) ON DELETE CASCADE,
    attendee_id   BLOB REFERENCES attendee (id) ON DELETE SET NULL,
    name          TEXT NOT NULL,
    kind          TEXT NOT NULL,
    title         TEXT NOT NULL,
    minutes       INTEGER NOT NULL CHECK (minutes BETWEEN 0 AND 1440),
    note          TEXT NOT NULL,
    state         TEXT NOT NULL CHECK (state IN ('open', 'accepted', 'declined', 'later')),
    created_at    TEXT NOT NULL,
    -- The point it has become.
    item_id       BLOB,
    decided_by    BLOB REFERENCES person (id),
    decided_at    TEXT
) STRICT;
CREATE INDEX point_idea_meeting ON point_idea (meeting_id, created_at);
CREATE INDEX point_idea_open ON point_idea (meeting_id) WHERE state = 'open';
CREATE INDEX point_idea_series ON point_idea (series_id, created_at) WHERE state = 'later';
CREATE INDEX point_idea_attendee ON point_idea (attendee_id) WHERE attendee_id IS NOT NULL;

-- An agenda to begin with. Meetings copy it, so changing it later changes no meeting.
CREATE TABLE agenda_template (
    id            BLOB PRIMARY KEY,
    -- Whose it is: a team's, a person's, or the organization's when both are missing.
    team_id       BLOB REFERENCES team (id) ON DELETE CASCADE,
    person_id     BLOB REFERENCES person (id),
    name          TEXT NOT NULL,
    -- What it is for; NULL for any meeting.
    purpose       TEXT,
    -- The points in order (JSON).
    points        TEXT NOT NULL,
    -- Rises with every change; a form carries the one it was filled from.
    version       INTEGER NOT NULL,
    created_at    TEXT NOT NULL,
    updated_at    TEXT NOT NULL,
    updated_by    BLOB REFERENCES person (id),
    CHECK (team_id IS NULL OR person_id IS NULL)
) STRICT;
CREATE INDEX agenda_template_team ON agenda_template (team_id) WHERE team_id IS NOT NULL;
CREATE INDEX agenda_template_person ON agenda_template (person_id) WHERE person_id IS NOT NULL;

-- A meeting that was planned as a copy of another; what is left of that one is offered in it.
CREATE TABLE meeting_copy (
    meeting_id    BLOB PRIMARY KEY REFERENCES meeting (id) ON DELETE CASCADE,
    from_id       BLOB NOT NULL REFERENCES meeting (id) ON DELETE CASCADE
) STRICT;
CREATE INDEX meeting_copy_from ON meeting_copy (from_id);

-- Metrics of which less is better: complaints, days to answer.
ALTER TABLE score_row ADD COLUMN less INTEGER NOT NULL DEFAULT 0;
