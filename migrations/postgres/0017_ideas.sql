-- A point that somebody suggests for a meeting, or that waits in the backlog of its series.
CREATE TABLE point_idea (
    id            UUID PRIMARY KEY,
    -- The meeting it was suggested for, or the one that took it up.
    meeting_id    UUID NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
    series_id     UUID REFERENCES series (id) ON DELETE CASCADE,
    attendee_id   UUID REFERENCES attendee (id) ON DELETE SET NULL,
    name          TEXT NOT NULL,
    kind          TEXT NOT NULL,
    title         TEXT NOT NULL,
    minutes       BIGINT NOT NULL CHECK (minutes BETWEEN 0 AND 1440),
    note          TEXT NOT NULL,
    state         TEXT NOT NULL CHECK (state IN ('open', 'accepted', 'declined', 'later')),
    created_at    TIMESTAMPTZ NOT NULL,
    -- The point it has become.
    item_id       UUID,
    decided_by    UUID REFERENCES person (id),
    decided_at    TIMESTAMPTZ
);
CREATE INDEX point_idea_meeting ON point_idea (meeting_id, created_at);
CREATE INDEX point_idea_open ON point_idea (meeting_id) WHERE state = 'open';
CREATE INDEX point_idea_series ON point_idea (series_id, created_at) WHERE state = 'later';
CREATE INDEX point_idea_attendee ON point_idea (attendee_id) WHERE attendee_id IS NOT NULL;

-- An agenda to begin with. Meetings copy it, so changing it later changes no meeting.
CREATE TABLE agenda_template (
    id            UUID PRIMARY KEY,
    -- Whose it is: a team's, a person's, or the organization's when both are missing.
    team_id       UUID REFERENCES team (id) ON DELETE CASCADE,
    person_id     UUID REFERENCES person (id),
    name          TEXT NOT NULL,
    -- What it is for; NULL for any meeting.
    purpose       TEXT,
    -- The points in order (JSON).
    points        JSONB NOT NULL,
    -- Rises with every change; a form carries the one it was filled from.
    version       BIGINT NOT NULL,
    created_at    TIMESTAMPTZ NOT NULL,
    updated_at    TIMESTAMPTZ NOT NULL,
    updated_by    UUID REFERENCES person (id),
    CHECK (team_id IS NULL OR person_id IS NULL)
);
CREATE INDEX agenda_template_team ON agenda_template (team_id) WHERE team_id IS NOT NULL;
CREATE INDEX agenda_template_person ON agenda_template (person_id) WHERE person_id IS NOT NULL;

-- A meeting that was planned as a copy of another; what is left of that one is offered in it.
CREATE TABLE meeting_copy (
    meeting_id    UUID PRIMARY KEY REFERENCES meeting (id) ON DELETE CASCADE,
    from_id       UUID NOT NULL REFERENCES meeting (id) ON DELETE CASCADE
);
CREATE INDEX meeting_copy_from ON meeting_copy (from_id);

-- Metrics of which less is better: complaints, days to answer.
ALTER TABLE score_row ADD COLUMN less BOOLEAN NOT NULL DEFAULT FALSE;
