-- What stands behind the points of agendas. These rows name the point and its meeting, but a point that is taken out keeps
-- its rows, so that undoing brings it back whole; they go with the meeting.
CREATE TABLE point_content (
    item_id       BLOB PRIMARY KEY,
    meeting_id    BLOB NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
    -- For colleagues: what is to be prepared, or the wording of guidance.
    notes         TEXT NOT NULL,
    -- Pre-reading: a list of labels and https addresses.
    links         TEXT NOT NULL,
    -- Rises with every change of content or scorecard; a form carries the one it was filled from.
    version       INTEGER NOT NULL,
    updated_at    TEXT NOT NULL,
    updated_by    BLOB REFERENCES person (id)
) STRICT;
CREATE INDEX point_content_meeting ON point_content (meeting_id);

-- A line of a scorecard. Figures are hundredths, so that adding and comparing them is exact.
CREATE TABLE score_row (
    item_id       BLOB NOT NULL,
    position      INTEGER NOT NULL,
    meeting_id    BLOB NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
    metric        TEXT NOT NULL,
    -- The metric as it is found again: in lower case, with single blanks.
    metric_key    TEXT NOT NULL,
    unit          TEXT NOT NULL,
    target        INTEGER,
    actual        INTEGER,
    -- Until when the target is to be reached.
    due_on        TEXT,
    PRIMARY KEY (item_id, position)
) STRICT;
CREATE INDEX score_row_meeting ON score_row (meeting_id);
CREATE INDEX score_row_metric ON score_row (metric_key, meeting_id);

-- Thanks to somebody, said in a meeting.
CREATE TABLE recognition (
    id            BLOB PRIMARY KEY,
    meeting_id    BLOB NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
    item_id       BLOB NOT NULL,
    person_id     BLOB NOT NULL REFERENCES person (id),
    reason        TEXT NOT NULL,
    -- The number behind it; may be empty.
    metric        TEXT NOT NULL,
    created_at    TEXT NOT NULL,
    created_by    BLOB REFERENCES person (id)
) STRICT;
CREATE INDEX recognition_item ON recognition (item_id);
CREATE INDEX recognition_meeting ON recognition (meeting_id);
CREATE INDEX recognition_person ON recognition (person_id, created_at);
