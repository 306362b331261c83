-- Who may plan meetings on somebody's behalf.
CREATE TABLE delegate (
    principal_id  BLOB NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    delegate_id   BLOB NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    created_at    TEXT NOT NULL,
    PRIMARY KEY (principal_id, delegate_id),
    CHECK (principal_id <> delegate_id)
) STRICT;
CREATE INDEX delegate_of ON delegate (delegate_id);

-- What rows point to is looked for when meetings of long ago are forgotten.
CREATE INDEX agenda_item_owner ON agenda_item (owner_id) WHERE owner_id IS NOT NULL;
CREATE INDEX course_point_owner ON course_point (owner_id) WHERE owner_id IS NOT NULL;
CREATE INDEX decision_point ON decision (point_id) WHERE point_id IS NOT NULL;
CREATE INDEX action_item_attendee ON action_item (attendee_id) WHERE attendee_id IS NOT NULL;
CREATE INDEX action_item_point ON action_item (point_id) WHERE point_id IS NOT NULL;
CREATE INDEX point_idea_of_series ON point_idea (series_id) WHERE series_id IS NOT NULL;

-- Next steps that are due.
CREATE INDEX course_next_step ON course (next_step_on) WHERE next_step_on IS NOT NULL;
