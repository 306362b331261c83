-- What a meeting leaves behind: a row as soon as it is begun or somebody writes about it. The plan stays where it is.
CREATE TABLE course (
    meeting_id    BLOB PRIMARY KEY REFERENCES meeting (id) ON DELETE CASCADE,
    -- When it really began and ended; NULL where nobody ran it from its page.
    began_at      TEXT,
    ended_at      TEXT,
    -- NULL until somebody says or the run shows it: a meeting that was begun counts as held.
    outcome       TEXT CHECK (outcome IN ('held', 'no_show', 'not_held')),
    -- Whether it reached what it was for.
    achieved      TEXT CHECK (achieved IN ('fully', 'partly', 'not')),
    result        TEXT NOT NULL,
    next_step     TEXT NOT NULL,
    next_step_on  TEXT,
    -- Whether customers who were there may read result and next step.
    shared        INTEGER NOT NULL,
    -- The meeting that takes up what is left, where it is not the next date of the series.
    next_meeting  BLOB REFERENCES meeting (id) ON DELETE SET NULL,
    -- Of the minutes; closed ones are not changed any more, but may be opened again for another edition.
    state         TEXT NOT NULL CHECK (state IN ('open', 'closed')),
    -- How often the minutes were closed.
    edition       INTEGER NOT NULL,
    closed_at     TEXT,
    closed_by     BLOB REFERENCES person (id),
    -- Rises with every change; a form carries the one it was filled from.
    version       INTEGER NOT NULL,
    created_at    TEXT NOT NULL,
    updated_at    TEXT NOT NULL
) STRICT;
CREATE INDEX course_next ON course (next_meeting) WHERE next_meeting IS NOT NULL;

-- The points as they were gone through: a copy of the agenda with ids that stay.
CREATE TABLE course_point (
    id            BLOB PRIMARY KEY,
    meeting_id    BLOB NOT NULL REFERENCES course (meeting_id) ON DELETE CASCADE,
    position      INTEGER NOT NULL,
    -- The point of the agenda it was copied from; it may have another id or be gone since.
    item_id       BLOB,
    kind          TEXT NOT NULL,
    title         TEXT NOT NULL,
    -- Planned, and what was added while it lasted.
    minutes       INTEGER NOT NULL CHECK (minutes BETWEEN 0 AND 1440),
    added         INTEGER NOT NULL CHECK (added BETWEEN 0 AND 1440),
    owner_id      BLOB REFERENCES attendee (id) ON DELETE SET NULL,
    wanted        TEXT NOT NULL,
    fate          TEXT NOT NULL CHECK (fate IN ('ahead', 'now', 'discussed', 'parked')),
    -- The present or last stretch, and what earlier ones took.
    began_at      TEXT,
    ended_at      TEXT,
    seconds       INTEGER NOT NULL,
    notes         TEXT NOT NULL,
    -- Whether customers who were there may read the notes.
    shared        INTEGER NOT NULL,
    -- Comes back every time, whatever became of it.
    standing      INTEGER NOT NULL,
    -- The point of an earlier meeting that came back.
    carried_from  BLOB REFERENCES course_point (id) ON DELETE SET NULL,
    -- Title and notes in lower case, for finding.
    search_key    TEXT NOT NULL
) STRICT;
CREATE INDEX course_point_meeting ON course_point (meeting_id, position);
CREATE INDEX course_point_carried ON course_point (carried_from) WHERE carried_from IS NOT NULL;
CREATE UNIQUE INDEX course_point_one_now ON course_point (meeting_id) WHERE fate = 'now';

-- What was said about a point that comes back, for one of the meetings it could come back to.
CREATE TABLE carry_over (
    point_id      BLOB NOT NULL REFERENCES course_point (id) ON DELETE CASCADE,
    meeting_id    BLOB NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
    choice        TEXT NOT NULL CHECK (choice IN ('keep', 'skip', 'drop')),
    chosen_by     BLOB NOT NULL REFERENCES person (id),
    chosen_at     TEXT NOT NULL,
    PRIMARY KEY (point_id, meeting_id)
) STRICT;
CREATE INDEX carry_over_meeting ON carry_over (meeting_id);

-- Who was there.
CREATE TABLE attendance (
    attendee_id   BLOB PRIMARY KEY REFERENCES attendee (id) ON DELETE CASCADE,
    meeting_id    BLOB NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
    presence      TEXT NOT NULL CHECK (presence IN ('attended', 'absent', 'excused')),
    noted_at      TEXT NOT NULL
) STRICT;
CREATE INDEX attendance_meeting ON attendance (meeting_id);

CREATE TABLE decision (
    id            BLOB PRIMARY KEY,
    meeting_id    BLOB NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
    point_id      BLOB REFERENCES course_point (id) ON DELETE SET NULL,
    body          TEXT NOT NULL,
    search_key    TEXT NOT NULL,
    shared        INTEGER NOT NULL,
    written_by    BLOB NOT NULL REFERENCES person (id),
    decided_at    TEXT NOT NULL
) STRICT;
CREATE INDEX decision_meeting ON decision (meeting_id, decided_at);
CREATE INDEX decision_at ON decision (decided_at, id);

CREATE TABLE action_item (
    id            BLOB PRIMARY KEY,
    meeting_id    BLOB NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
    point_id      BLOB REFERENCES course_point (id) ON DELETE SET NULL,
    body          TEXT NOT NULL,
    search_key    TEXT NOT NULL,
    -- Who does it: somebody of the meeting, and their account when it is a colleague.
    attendee_id   BLOB REFERENCES attendee (id) ON DELETE SET NULL,
    person_id     BLOB REFERENCES person (id),
    -- A day, in the zone of the meeting.
    due_on        TEXT,
    state         TEXT NOT NULL CHECK (state IN ('open', 'done', 'dropped')),
    shared        INTEGER NOT NULL,
    written_by    BLOB NOT NULL REFERENCES person (id),
    written_at    TEXT NOT NULL,
    ended_at      TEXT,
    ended_by      BLOB REFERENCES person (id)
) STRICT;
CREATE INDEX action_item_meeting ON action_item (meeting_id, written_at);
CREATE INDEX action_item_open ON action_item (person_id, due_on) WHERE state = 'open';
CREATE INDEX action_item_ended ON action_item (person_id, ended_at) WHERE state <> 'open';
CREATE INDEX action_item_written ON action_item (written_at, id);

-- Minutes as they were when they were closed.
CREATE TABLE minutes_edition (
    meeting_id    BLOB NOT NULL REFERENCES course (meeting_id) ON DELETE CASCADE,
    edition       INTEGER NOT NULL,
    -- Everything that was in them (JSON).
    content       TEXT NOT NULL,
    mails         INTEGER NOT NULL,
    closed_by     BLOB NOT NULL REFERENCES person (id),
    closed_at     TEXT NOT NULL,
    reopened_by   BLOB REFERENCES person (id),
    reopened_at   TEXT,
    PRIMARY KEY (meeting_id, edition)
) STRICT;

-- Notes that only their author ever sees: about a point, or the meeting itself.
CREATE TABLE private_note (
    person_id     BLOB NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    about_id      BLOB NOT NULL,
    meeting_id    BLOB NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
    body          TEXT NOT NULL,
    updated_at    TEXT NOT NULL,
    PRIMARY KEY (person_id, about_id)
) STRICT;
CREATE INDEX private_note_meeting ON private_note (meeting_id, person_id);

-- Whether a meeting was worth the time: 1, not at all, to 5, very much.
CREATE TABLE worth (
    attendee_id   BLOB PRIMARY KEY REFERENCES attendee (id) ON DELETE CASCADE,
    meeting_id    BLOB NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
    score         INTEGER NOT NULL CHECK (score BETWEEN 1 AND 5),
    given_at      TEXT NOT NULL
) STRICT;
CREATE INDEX worth_meeting ON worth (meeting_id);
