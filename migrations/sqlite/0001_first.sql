-- The firm. One row: an instance serves one firm.
CREATE TABLE organization (
    id            INTEGER PRIMARY KEY CHECK (id = 1),
    name          TEXT NOT NULL,
    country       TEXT NOT NULL,
    zone          TEXT NOT NULL,
    language      TEXT NOT NULL,
    hours         TEXT NOT NULL,
    -- Host, port, sender and the sealed password of the relay; NULL means the built-in mailbox.
    relay         TEXT,
    demo          INTEGER NOT NULL,
    set_up_at     TEXT,
    created_at    TEXT NOT NULL,
    updated_at    TEXT NOT NULL
) STRICT;

-- Whatever has claims on time, one row each, so that writers of its claims can be ordered by locking it.
CREATE TABLE subject (
    id            BLOB PRIMARY KEY,
    kind          TEXT NOT NULL CHECK (kind IN ('person', 'contact', 'account'))
) STRICT;

CREATE TABLE person (
    id            BLOB PRIMARY KEY REFERENCES subject (id),
    email         TEXT NOT NULL,
    email_key     TEXT NOT NULL UNIQUE,
    name          TEXT NOT NULL,
    language      TEXT NOT NULL,
    zone          TEXT NOT NULL,
    country       TEXT NOT NULL,
    clock         TEXT NOT NULL,
    theme         TEXT NOT NULL,
    compact       INTEGER NOT NULL,
    shortcuts     INTEGER NOT NULL,
    role          TEXT NOT NULL,
    state         TEXT NOT NULL,
    password_hash TEXT,
    video_room    TEXT,
    hours         TEXT NOT NULL,
    created_at    TEXT NOT NULL,
    updated_at    TEXT NOT NULL
) STRICT;
CREATE INDEX person_name ON person (name);

CREATE TABLE team (
    id            BLOB PRIMARY KEY,
    name          TEXT NOT NULL,
    created_at    TEXT NOT NULL,
    updated_at    TEXT NOT NULL
) STRICT;

CREATE TABLE team_member (
    team_id       BLOB NOT NULL REFERENCES team (id) ON DELETE CASCADE,
    person_id     BLOB NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    manages       INTEGER NOT NULL,
    PRIMARY KEY (team_id, person_id)
) STRICT;
CREATE INDEX team_member_person ON team_member (person_id);

CREATE TABLE account (
    id            BLOB PRIMARY KEY REFERENCES subject (id),
    name          TEXT NOT NULL,
    name_key      TEXT NOT NULL,
    owner_id      BLOB REFERENCES person (id),
    created_at    TEXT NOT NULL,
    updated_at    TEXT NOT NULL
) STRICT;
CREATE INDEX account_name ON account (name_key);

CREATE TABLE contact (
    id            BLOB PRIMARY KEY REFERENCES subject (id),
    account_id    BLOB NOT NULL REFERENCES account (id),
    name          TEXT NOT NULL,
    email         TEXT NOT NULL,
    email_key     TEXT NOT NULL UNIQUE,
    language      TEXT NOT NULL,
    zone          TEXT NOT NULL,
    -- When and how this person asked for no more invitations.
    do_not_contact_at     TEXT,
    do_not_contact_source TEXT,
    created_at    TEXT NOT NULL,
    updated_at    TEXT NOT NULL
) STRICT;
CREATE INDEX contact_account ON contact (account_id);
CREATE INDEX contact_name ON contact (name);

CREATE TABLE meeting (
    id            BLOB PRIMARY KEY,
    uid           TEXT NOT NULL UNIQUE,
    organizer_id  BLOB NOT NULL REFERENCES person (id),
    account_id    BLOB REFERENCES account (id),
    purpose       TEXT NOT NULL,
    stage         TEXT,
    title         TEXT NOT NULL,
    format        TEXT NOT NULL,
    place         TEXT NOT NULL,
    video_source  TEXT,
    video_url     TEXT,
    start_local   TEXT NOT NULL,
    minutes       INTEGER NOT NULL CHECK (minutes BETWEEN 1 AND 1440),
    zone          TEXT NOT NULL,
    starts_at     TEXT NOT NULL,
    ends_at       TEXT NOT NULL,
    -- Version of the zone rules that gave starts_at, so that a change of rules can be found.
    zone_data     TEXT NOT NULL,
    status        TEXT NOT NULL,
    open_guest_list INTEGER NOT NULL,
    cancel_reason TEXT NOT NULL,
    -- iCalendar SEQUENCE and the newest DTSTAMP given out under this UID.
    sequence      INTEGER NOT NULL,
    stamped_at    TEXT NOT NULL,
    -- Rises with every change; a form carries the one it was filled from.
    version       INTEGER NOT NULL,
    created_at    TEXT NOT NULL,
    updated_at    TEXT NOT NULL
) STRICT;
CREATE INDEX meeting_organizer ON meeting (organizer_id, starts_at);
CREATE INDEX meeting_starts ON meeting (starts_at);

CREATE TABLE attendee (
    id            BLOB PRIMARY KEY,
    meeting_id    BLOB NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
    position      INTEGER NOT NULL,
    person_id     BLOB REFERENCES person (id),
    contact_id    BLOB REFERENCES contact (id),
    name          TEXT NOT NULL,
    email         TEXT NOT NULL,
    email_key     TEXT NOT NULL,
    role          TEXT NOT NULL,
    why           TEXT NOT NULL,
    answer        TEXT NOT NULL,
    answered_at   TEXT,
    comment       TEXT NOT NULL,
    -- Part of the answer link; raising it makes older links void.
    link_version  INTEGER NOT NULL,
    removed_at    TEXT,
    -- The meeting's start once more, so that a calendar is found without reading all meetings of a person.
    starts_at     TEXT NOT NULL,
    UNIQUE (meeting_id, email_key),
    CHECK ((person_id IS NULL) <> (contact_id IS NULL))
) STRICT;
CREATE INDEX attendee_person ON attendee (person_id, starts_at, meeting_id);
CREATE INDEX attendee_contact ON attendee (contact_id, meeting_id);

CREATE TABLE agenda_item (
    id            BLOB PRIMARY KEY,
    meeting_id    BLOB NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
    position      INTEGER NOT NULL,
    kind          TEXT NOT NULL,
    title         TEXT NOT NULL,
    minutes       INTEGER NOT NULL CHECK (minutes BETWEEN 0 AND 1440),
    owner_id      BLOB REFERENCES attendee (id),
    wanted        TEXT NOT NULL
) STRICT;
CREATE INDEX agenda_item_meeting ON agenda_item (meeting_id, position);

-- Time that a meeting takes from a subject. Written by one function only, under the locks of the subjects.
CREATE TABLE claim (
    meeting_id    BLOB NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
    subject_id    BLOB NOT NULL REFERENCES subject (id),
    starts_at     TEXT NOT NULL,
    ends_at       TEXT NOT NULL,
    minutes       INTEGER NOT NULL,
    -- ISO week of the local start, for example 2026-W48.
    week          TEXT NOT NULL,
    PRIMARY KEY (meeting_id, subject_id)
) STRICT;
CREATE INDEX claim_subject ON claim (subject_id, starts_at);

-- What a change did, kept so that it can be undone while its mails are still held, and shown as history.
CREATE TABLE meeting_change (
    id            BLOB PRIMARY KEY,
    meeting_id    BLOB NOT NULL,
    actor_id      BLOB REFERENCES person (id),
    kind          TEXT NOT NULL,
    before        TEXT,
    version       INTEGER NOT NULL,
    at            TEXT NOT NULL,
    undo_until    TEXT NOT NULL,
    undone_at     TEXT
) STRICT;
CREATE INDEX meeting_change_meeting ON meeting_change (meeting_id, version);

-- An unsent plan: the form as typed, also when it is not yet right.
CREATE TABLE draft (
    id            BLOB PRIMARY KEY,
    owner_id      BLOB NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    title         TEXT NOT NULL,
    form          TEXT NOT NULL,
    created_at    TEXT NOT NULL,
    updated_at    TEXT NOT NULL
) STRICT;
CREATE INDEX draft_owner ON draft (owner_id, updated_at);

-- Mails to be sent. Inputs are frozen; prose is rendered from them, always the same way.
CREATE TABLE outbox (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    -- Order is kept within a lane: calendar UID and recipient.
    lane          TEXT NOT NULL,
    kind          TEXT NOT NULL,
    meeting_id    BLOB,
    attendee_id   BLOB,
    person_id     BLOB,
    recipient     TEXT NOT NULL,
    sequence      INTEGER,
    payload       TEXT NOT NULL,
    message_id    TEXT NOT NULL UNIQUE,
    state         TEXT NOT NULL CHECK (state IN ('queued', 'accepted', 'refused', 'given_up', 'superseded')),
    attempts      INTEGER NOT NULL,
    created_at    TEXT NOT NULL,
    not_before    TEXT NOT NULL,
    lease_until   TEXT,
    lease_token   BLOB,
    -- The last answer of the mail server, as it said it.
    reply         TEXT,
    done_at       TEXT
) STRICT;
CREATE INDEX outbox_due ON outbox (not_before) WHERE state = 'queued';
CREATE INDEX outbox_lane ON outbox (lane, id);
CREATE INDEX outbox_meeting ON outbox (meeting_id, id);
CREATE INDEX outbox_failed ON outbox (meeting_id, id) WHERE state IN ('refused', 'given_up');
CREATE INDEX outbox_unfinished ON outbox (id) WHERE state IN ('queued', 'refused', 'given_up');

-- The built-in mailbox: what would have gone out when no relay is set.
CREATE TABLE mailbox (
    id            BLOB PRIMARY KEY,
    outbox_id     INTEGER NOT NULL UNIQUE,
    recipient     TEXT NOT NULL,
    recipient_key TEXT NOT NULL,
    subject       TEXT NOT NULL,
    raw           BLOB NOT NULL,
    at            TEXT NOT NULL
) STRICT;
CREATE INDEX mailbox_at ON mailbox (at);

CREATE TABLE session (
    id            BLOB PRIMARY KEY,
    person_id     BLOB NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    token_hash    BLOB NOT NULL UNIQUE,
    device        TEXT NOT NULL,
    created_at    TEXT NOT NULL,
    last_seen_at  TEXT NOT NULL,
    ended_at      TEXT
) STRICT;
CREATE INDEX session_person ON session (person_id);

-- Secrets that work once: setup code, invitation, password reset.
CREATE TABLE one_time (
    token_hash    BLOB PRIMARY KEY,
    purpose       TEXT NOT NULL,
    person_id     BLOB REFERENCES person (id) ON DELETE CASCADE,
    created_at    TEXT NOT NULL,
    expires_at    TEXT NOT NULL,
    used_at       TEXT
) STRICT;
CREATE INDEX one_time_person ON one_time (person_id);

CREATE TABLE feed (
    id            BLOB PRIMARY KEY,
    owner_id      BLOB NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    kind          TEXT NOT NULL CHECK (kind IN ('mine', 'team', 'customers', 'busy')),
    team_id       BLOB REFERENCES team (id) ON DELETE CASCADE,
    token_hash    BLOB NOT NULL UNIQUE,
    created_at    TEXT NOT NULL,
    last_used_at  TEXT,
    revoked_at    TEXT
) STRICT;
CREATE INDEX feed_owner ON feed (owner_id);

-- A form that was sent is answered the same way when it comes again.
CREATE TABLE once_key (
    scope         TEXT NOT NULL,
    key           TEXT NOT NULL,
    body_hash     BLOB NOT NULL,
    location      TEXT NOT NULL,
    at            TEXT NOT NULL,
    PRIMARY KEY (scope, key)
) STRICT;
CREATE INDEX once_key_at ON once_key (at);

-- Counts that must outlive a restart and hold over all instances: sign-ins, resets.
CREATE TABLE throttle (
    bucket        TEXT PRIMARY KEY,
    tokens        REAL NOT NULL,
    at            TEXT NOT NULL
) STRICT;

-- Who did what, before and after. Rows are only ever added.
CREATE TABLE audit (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    at            TEXT NOT NULL,
    actor_id      BLOB,
    actor         TEXT NOT NULL,
    action        TEXT NOT NULL,
    object_kind   TEXT NOT NULL,
    object_id     BLOB,
    before        TEXT,
    after         TEXT,
    reason        TEXT NOT NULL,
    address       TEXT NOT NULL
) STRICT;
CREATE INDEX audit_at ON audit (at);
CREATE INDEX audit_object ON audit (object_id, id);
CREATE INDEX audit_actor ON audit (actor_id, id);

CREATE TRIGGER audit_is_final_update BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
CREATE TRIGGER audit_is_final_delete BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
