-- What a meeting leaves behind: a row as soon as it is begun or somebody writes about it. The plan stays where it is.
CREATE TABLE course (
    meeting_id    UUID PRIMARY KEY REFERENCES meeting (id) ON DELETE CASCADE,
    -- When it really began and ended; NULL where nobody ran it from its page.
    began_at      TIMESTAMPTZ,
    ended_at      TIMESTAMPTZ,
    -- NULL until somebody says or the run shows it: a meeting that was begun counts as held.
    outcome       TEXT CHECK (outcome IN ('held', 'no_show', 'not_held')),
    -- Whether it reached what it was for.
    achieved      TEXT CHECK (achieved IN ('fully', 'partly', 'not')),
    result        TEXT NOT NULL,
    next_step     TEXT NOT NULL,
    next_step_on  DATE,
    -- Whether customers who were there may read result and next step.
    shared        BOOLEAN NOT NULL,
    -- The meeting that takes up what is left, where it is not the next date of the series.
    next_meeting  UUID REFERENCES meeting (id) ON DELETE SET NULL,
    -- Of the minutes; closed ones are not changed any more, but may be opened again for another edition.
    state         TEXT NOT NULL CHECK (state IN ('open', 'closed')),
    -- How often the minutes were closed.
    edition       BIGINT NOT NULL,
    closed_at     TIMESTAMPTZ,
    closed_by     UUID REFERENCES person (id),
    -- Rises with every change; a form carries the one it was filled from.
    version       BIGINT NOT NULL,
    created_at    TIMESTAMPTZ NOT NULL,
    updated_at    TIMESTAMPTZ NOT NULL
);
CREATE INDEX course_next ON course (next_meeting) WHERE next_meeting IS NOT NULL;

-- The points as they were gone through: a copy of the agenda with ids that stay.
CREATE TABLE course_point (
    id            UUID PRIMARY KEY,
    meeting_id    UUID NOT NULL REFERENCES course (meeting_id) ON DELETE CASCADE,
    position      BIGINT NOT NULL,
    -- The point of the agenda it was copied from; it may have another id or be gone since.
    item_id       UUID,
    kind          TEXT NOT NULL,
    title         TEXT NOT NULL,
    -- Planned, and what was added while it lasted.
    minutes       BIGINT NOT NULL CHECK (minutes BETWEEN 0 AND 1440),
    added         BIGINT NOT NULL CHECK (added BETWEEN 0 AND 1440),
    owner_id      UUID REFERENCES attendee (id) ON DELETE SET NULL,
    wanted        TEXT NOT NULL,
    fate          TEXT NOT NULL CHECK (fate IN ('ahead', 'now', 'discussed', 'parked')),
    -- The present or last stretch, and what earlier ones took.
    began_at      TIMESTAMPTZ,
    ended_at      TIMESTAMPTZ,
    seconds       BIGINT NOT NULL,
    notes         TEXT NOT NULL,
    -- Whether customers who were there may read the notes.
    shared        BOOLEAN NOT NULL,
    -- Comes back every time, whatever became of it.
    standing      BOOLEAN NOT NULL,
    -- The point of an earlier meeting that came back.
    carried_from  UUID REFERENCES course_point (id) ON DELETE SET NULL,
    -- Title and notes in lower case, for finding.
    search_key    TEXT NOT NULL
);
CREATE INDEX course_point_meeting ON course_point (meeting_id, position);
CREATE INDEX course_point_carried ON course_point (carried_from) WHERE carried_from IS NOT NULL;
CREATE UNIQUE INDEX course_point_one_now ON course_point (meeting_id) WHERE fate = 'now';

-- What was said about a point that comes back, for one of the meetings it could come back to.
CREATE TABLE carry_over (
    point_id      UUID NOT NULL REFERENCES course_point (id) ON DELETE CASCADE,
    meeting_id    UUID NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
    choice        TEXT NOT NULL CHECK (choice IN ('keep', 'skip', 'drop')),
    chosen_by     UUID NOT NULL REFERENCES person (id),
    chosen_at     TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (point_id, meeting_id)
);
CREATE INDEX carry_over_meeting ON carry_over (meeting_id);

-- Who was there.
CREATE TABLE attendance (
    attendee_id   UUID PRIMARY KEY REFERENCES attendee (id) ON DELETE CASCADE,
    meeting_id    UUID NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
    presence      TEXT NOT NULL CHECK (presence IN ('attended', 'absent', 'excused')),
    noted_at      TIMESTAMPTZ NOT NULL
);
CREATE INDEX attendance_meeting ON attendance (meeting_id);

CREATE TABLE decision (
    id            UUID PRIMARY KEY,
    meeting_id    UUID NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
    point_id      UUID REFERENCES course_point (id) ON DELETE SET NULL,
    body          TEXT NOT NULL,
    search_key    TEXT NOT NULL,
    shared        BOOLEAN NOT NULL,
    written_by    UUID NOT NULL REFERENCES person (id),
    decided_at    TIMESTAMPTZ NOT NULL
);
CREATE INDEX decision_meeting ON decision (meeting_id, decided_at);
CREATE INDEX decision_at ON decision (decided_at, id);

CREATE TABLE action_item (
    id            UUID PRIMARY KEY,
    meeting_id    UUID NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
    point_id      UUID REFERENCES course_point (id) ON DELETE SET NULL,
    body          TEXT NOT NULL,
    search_key    TEXT NOT NULL,
    -- Who does it: somebody of the meeting, and their account when it is a colleague.
    attendee_id   UUID REFERENCES attendee (id) ON DELETE SET NULL,
    person_id     UUID REFERENCES person (id),
    -- A day, in the zone of the meeting.
    due_on        DATE,
    state         TEXT NOT NULL CHECK (state IN ('open', 'done', 'dropped')),
    shared        BOOLEAN NOT NULL,
    written_by    UUID NOT NULL REFERENCES person (id),
    written_at    TIMESTAMPTZ NOT NULL,
    ended_at      TIMESTAMPTZ,
    ended_by      UUID REFERENCES person (id)
);
CREATE INDEX action_item_meeting ON action_item (meeting_id, written_at);
CREATE INDEX action_item_open ON action_item (person_id, due_on) WHERE state = 'open';
CREATE INDEX action_item_ended ON action_item (person_id, ended_at) WHERE state <> 'open';
CREATE INDEX action_item_written ON action_item (written_at, id);

-- Minutes as they were when they were closed.
CREATE TABLE minutes_edition (
    meeting_id    UUID NOT NULL REFERENCES course (meeting_id) ON DELETE CASCADE,
    edition       BIGINT NOT NULL,
    -- Everything that was in them (JSON).
    content       TEXT NOT NULL,
    mails         BIGINT NOT NULL,
    closed_by     UUID NOT NULL REFERENCES person (id),
    closed_at     TIMESTAMPTZ NOT NULL,
    reopened_by   UUID REFERENCES person (id),
    reopened_at   TIMESTAMPTZ,
    PRIMARY KEY (meeting_id, edition)
);

-- Notes that only their author ever sees: about a point, or the meeting itself.
CREATE TABLE private_note (
    person_id     UUID NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    about_id      UUID NOT NULL,
    meeting_id    UUID NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
    body          TEXT NOT NULL,
    updated_at    TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (person_id, about_id)
);
CREATE INDEX private_note_meeting ON private_note (meeting_id, person_id);

-- Whether a meeting was worth the time: 1, not at all, to 5, very much.
CREATE TABLE worth (
    attendee_id   UUID PRIMARY KEY REFERENCES attendee (id) ON DELETE CASCADE,
    meeting_id    UUID NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
    score         BIGINT NOT NULL CHECK (score BETWEEN 1 AND 5),
    given_at      TIMESTAMPTZ NOT NULL
);
CREATE INDEX worth_meeting ON worth (meeting_id);
