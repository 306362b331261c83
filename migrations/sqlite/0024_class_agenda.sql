-- The agenda that meetings with customers of a class begin with.
CREATE TABLE class_agenda (
    lead_class    TEXT PRIMARY KEY,
    template_id   BLOB NOT NULL REFERENCES agenda_template (id) ON DELETE CASCADE
) STRICT;
CREATE INDEX class_agenda_template ON class_agenda (template_id);
