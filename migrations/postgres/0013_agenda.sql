-- What stands behind the points of agendas. These rows name the point and its meeting, but a point that is taken out keeps
-- its rows, so that undoing brings it back whole; they go with the meeting.
CREATE TABLE point_content (
    item_id       UUID PRIMARY KEY,
    meeting_id    UUID NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
    -- For colleagues: what is to be prepared, or the wording of guidance.
    notes         TEXT NOT NULL,
    -- Pre-reading: a list of labels and https addresses.
    links         JSONB NOT NULL,
    -- Rises with every change of content or scorecard; a form carries the one it was filled from.
    version       BIGINT NOT NULL,
    updated_at    TIMESTAMPTZ NOT NULL,
    updated_by    UUID REFERENCES person (id)
);
CREATE INDEX point_content_meeting ON point_content (meeting_id);

-- A line of a scorecard. Figures are hundredths, so that adding and comparing them is exact.
CREATE TABLE score_row (
    item_id       UUID NOT NULL,
    position      BIGINT NOT NULL,
    meeting_id    UUID NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
    metric        TEXT NOT NULL,
    -- The metric as it is found again: in lower case, with single blanks.
    metric_key    TEXT NOT NULL,
    unit          TEXT NOT NULL,
    target        BIGINT,
    actual        BIGINT,
    -- Until when the target is to be reached.
    due_on        DATE,
    PRIMARY KEY (item_id, position)
);
CREATE INDEX score_row_meeting ON score_row (meeting_id);
CREATE INDEX score_row_metric ON score_row (metric_key, meeting_id);

-- Thanks to somebody, said in a meeting.
CREATE TABLE recognition (
    id            UUID PRIMARY KEY,
    meeting_id    UUID NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
    item_id       UUID NOT NULL,
    person_id     UUID NOT NULL REFERENCES person (id),
    reason        TEXT NOT NULL,
    -- The number behind it; may be empty.
    metric        TEXT NOT NULL,
    created_at    TIMESTAMPTZ NOT NULL,
    created_by    UUID REFERENCES person (id)
);
CREATE INDEX recognition_item ON recognition (item_id);
CREATE INDEX recognition_meeting ON recognition (meeting_id);
CREATE INDEX recognition_person ON recognition (person_id, created_at);
