-- The firm. One row: an instance serves one firm.
CREATE TABLE organization (
    id            BIGINT PRIMARY KEY CHECK (id = 1),
    name          TEXT NOT NULL,
    country       TEXT NOT NULL,
    zone          TEXT NOT NULL,
    language      TEXT NOT NULL,
    hours         JSONB NOT NULL,
    -- Host, port, sender and the sealed password of the relay; NULL means the built-in mailbox.
    relay         JSONB,
    demo          BOOLEAN NOT NULL,
    set_up_at     TIMESTAMPTZ,
    created_at    TIMESTAMPTZ NOT NULL,
    updated_at    TIMESTAMPTZ NOT NULL
);

-- Whatever has claims on time, one row each, so that writers of its claims can be ordered by locking it.
CREATE TABLE subject (
    id            UUID PRIMARY KEY,
    kind          TEXT NOT NULL CHECK (kind IN ('person', 'contact', 'account'))
);

CREATE TABLE person (
    id            UUID PRIMARY KEY REFERENCES subject (id),
    email         TEXT NOT NULL,
    email_key     TEXT NOT NULL UNIQUE,
    name          TEXT NOT NULL,
    language      TEXT NOT NULL,
    zone          TEXT NOT NULL,
    country       TEXT NOT NULL,
    clock         TEXT NOT NULL,
    theme         TEXT NOT NULL,
    compact       BOOLEAN NOT NULL,
    shortcuts     BOOLEAN NOT NULL,
    role          TEXT NOT NULL,
    state         TEXT NOT NULL,
    password_hash TEXT,
    video_room    TEXT,
    hours         JSONB NOT NULL,
    created_at    TIMESTAMPTZ NOT NULL,
    updated_at    TIMESTAMPTZ NOT NULL
);
CREATE INDEX person_name ON person (name);

CREATE TABLE team (
    id            UUID PRIMARY KEY,
    name          TEXT NOT NULL,
    created_at    TIMESTAMPTZ NOT NULL,
    updated_at    TIMESTAMPTZ NOT NULL
);

CREATE TABLE team_member (
    team_id       UUID NOT NULL REFERENCES team (id) ON DELETE CASCADE,
    person_id     UUID NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    manages       BOOLEAN NOT NULL,
    PRIMARY KEY (team_id, person_id)
);
CREATE INDEX team_member_person ON team_member (person_id);

CREATE TABLE account (
    id            UUID PRIMARY KEY REFERENCES subject (id),
    name          TEXT NOT NULL,
    name_key      TEXT NOT NULL,
    owner_id      UUID REFERENCES person (id),
    created_at    TIMESTAMPTZ NOT NULL,
    updated_at    TIMESTAMPTZ NOT NULL
);
CREATE INDEX account_name ON account (name_key);

CREATE TABLE contact (
    id            UUID PRIMARY KEY REFERENCES subject (id),
    account_id    UUID NOT NULL REFERENCES account (id),
    name          TEXT NOT NULL,
    email         TEXT NOT NULL,
    email_key     TEXT NOT NULL UNIQUE,
    language      TEXT NOT NULL,
    zone          TEXT NOT NULL,
    -- When and how this person asked for no more invitations.
    do_not_contact_at     TIMESTAMPTZ,
    do_not_contact_source TEXT,
    created_at    TIMESTAMPTZ NOT NULL,
    updated_at    TIMESTAMPTZ NOT NULL
);
CREATE INDEX contact_account ON contact (account_id);
CREATE INDEX contact_name ON contact (name);

CREATE TABLE meeting (
    id            UUID PRIMARY KEY,
    uid           TEXT NOT NULL UNIQUE,
    organizer_id  UUID NOT NULL REFERENCES person (id),
    account_id    UUID REFERENCES account (id),
    purpose       TEXT NOT NULL,
    stage         TEXT,
    title         TEXT NOT NULL,
    format        TEXT NOT NULL,
    place         TEXT NOT NULL,
    video_source  TEXT,
    video_url     TEXT,
    start_local   TIMESTAMP NOT NULL,
    minutes       BIGINT NOT NULL CHECK (minutes BETWEEN 1 AND 1440),
    zone          TEXT NOT NULL,
    starts_at     TIMESTAMPTZ NOT NULL,
    ends_at       TIMESTAMPTZ NOT NULL,
    -- Version of the zone rules that gave starts_at, so that a change of rules can be found.
    zone_data     TEXT NOT NULL,
    status        TEXT NOT NULL,
    open_guest_list BOOLEAN NOT NULL,
    cancel_reason TEXT NOT NULL,
    -- iCalendar SEQUENCE and the newest DTSTAMP given out under this UID.
    sequence      BIGINT NOT NULL,
    stamped_at    TIMESTAMPTZ NOT NULL,
    -- Rises with every change; a form carries the one it was filled from.
    version       BIGINT NOT NULL,
    created_at    TIMESTAMPTZ NOT NULL,
    updated_at    TIMESTAMPTZ NOT NULL
);
CREATE INDEX meeting_organizer ON meeting (organizer_id, starts_at);
CREATE INDEX meeting_starts ON meeting (starts_at);

CREATE TABLE attendee (
    id            UUID PRIMARY KEY,
    meeting_id    UUID NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
    position      BIGINT NOT NULL,
    person_id     UUID REFERENCES person (id),
    contact_id    UUID REFERENCES contact (id),
    name          TEXT NOT NULL,
    email         TEXT NOT NULL,
    email_key     TEXT NOT NULL,
    role          TEXT NOT NULL,
    why           TEXT NOT NULL,
    answer        TEXT NOT NULL,
    answered_at   TIMESTAMPTZ,
    comment       TEXT NOT NULL,
    -- Part of the answer link; raising it makes older links void.
    link_version  BIGINT NOT NULL,
    removed_at    TIMESTAMPTZ,
    -- The meeting's start once more, so that a calendar is found without reading all meetings of a person.
    starts_at     timestamptz NOT NULL,
    UNIQUE (meeting_id, email_key),
    CHECK ((person_id IS NULL) <> (contact_id IS NULL))
);
CREATE INDEX attendee_person ON attendee (person_id, starts_at, meeting_id);
CREATE INDEX attendee_contact ON attendee (contact_id, meeting_id);

CREATE TABLE agenda_item (
    id            UUID PRIMARY KEY,
    meeting_id    UUID NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
    position      BIGINT NOT NULL,
    kind          TEXT NOT NULL,
    title         TEXT NOT NULL,
    minutes       BIGINT NOT NULL CHECK (minutes BETWEEN 0 AND 1440),
    owner_id      UUID REFERENCES attendee (id),
    wanted        TEXT NOT NULL
);
CREATE INDEX agenda_item_meeting ON agenda_item (meeting_id, position);

-- Time that a meeting takes from a subject. Written by one function only, under the locks of the subjects.
CREATE TABLE claim (
    meeting_id    UUID NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
    subject_id    UUID NOT NULL REFERENCES subject (id),
    starts_at     TIMESTAMPTZ NOT NULL,
    ends_at       TIMESTAMPTZ NOT NULL,
    minutes       BIGINT NOT NULL,
    -- ISO week of the local start, for example 2026-W48.
    week          TEXT NOT NULL,
    PRIMARY KEY (meeting_id, subject_id)
);
CREATE INDEX claim_subject ON claim (subject_id, starts_at);

-- What a change did, kept so that it can be undone while its mails are still held, and shown as history.
CREATE TABLE meeting_change (
    id            UUID PRIMARY KEY,
    meeting_id    UUID NOT NULL,
    actor_id      UUID REFERENCES person (id),
    kind          TEXT NOT NULL,
    before        JSONB,
    version       BIGINT NOT NULL,
    at            TIMESTAMPTZ NOT NULL,
    undo_until    TIMESTAMPTZ NOT NULL,
    undone_at     TIMESTAMPTZ
);
CREATE INDEX meeting_change_meeting ON meeting_change (meeting_id, version);

-- An unsent plan: the form as typed, also when it is not yet right.
CREATE TABLE draft (
    id            UUID PRIMARY KEY,
    owner_id      UUID NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    title         TEXT NOT NULL,
    form          JSONB NOT NULL,
    created_at    TIMESTAMPTZ NOT NULL,
    updated_at    TIMESTAMPTZ NOT NULL
);
CREATE INDEX draft_owner ON draft (owner_id, updated_at);

-- Mails to be sent. Inputs are frozen; prose is rendered from them, always the same way.
CREATE TABLE outbox (
    id            BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    -- Order is kept within a lane: calendar UID and recipient.
    lane          TEXT NOT NULL,
    kind          TEXT NOT NULL,
    meeting_id    UUID,
    attendee_id   UUID,
    person_id     UUID,
    recipient     TEXT NOT NULL,
    sequence      BIGINT,
    payload       JSONB NOT NULL,
    message_id    TEXT NOT NULL UNIQUE,
    state         TEXT NOT NULL CHECK (state IN ('queued', 'accepted', 'refused', 'given_up', 'superseded')),
    attempts      BIGINT NOT NULL,
    created_at    TIMESTAMPTZ NOT NULL,
    not_before    TIMESTAMPTZ NOT NULL,
    lease_until   TIMESTAMPTZ,
    lease_token   UUID,
    -- The last answer of the mail server, as it said it.
    reply         TEXT,
    done_at       TIMESTAMPTZ
);
CREATE INDEX outbox_due ON outbox (not_before) WHERE state = 'queued';
CREATE INDEX outbox_lane ON outbox (lane, id);
CREATE INDEX outbox_meeting ON outbox (meeting_id, id);
CREATE INDEX outbox_failed ON outbox (meeting_id, id) WHERE state IN ('refused', 'given_up');
CREATE INDEX outbox_unfinished ON outbox (id) WHERE state IN ('queued', 'refused', 'given_up');

-- The built-in mailbox: what would have gone out when no relay is set.
CREATE TABLE mailbox (
    id            UUID PRIMARY KEY,
    outbox_id     BIGINT NOT NULL UNIQUE,
    recipient     TEXT NOT NULL,
    recipient_key TEXT NOT NULL,
    subject       TEXT NOT NULL,
    raw           BYTEA NOT NULL,
    at            TIMESTAMPTZ NOT NULL
);
CREATE INDEX mailbox_at ON mailbox (at);

CREATE TABLE session (
    id            UUID PRIMARY KEY,
    person_id     UUID NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    token_hash    BYTEA NOT NULL UNIQUE,
    device        TEXT NOT NULL,
    created_at    TIMESTAMPTZ NOT NULL,
    last_seen_at  TIMESTAMPTZ NOT NULL,
    ended_at      TIMESTAMPTZ
);
CREATE INDEX session_person ON session (person_id);

-- Secrets that work once: setup code, invitation, password reset.
CREATE TABLE one_time (
    token_hash    BYTEA PRIMARY KEY,
    purpose       TEXT NOT NULL,
    person_id     UUID REFERENCES person (id) ON DELETE CASCADE,
    created_at    TIMESTAMPTZ NOT NULL,
    expires_at    TIMESTAMPTZ NOT NULL,
    used_at       TIMESTAMPTZ
);
CREATE INDEX one_time_person ON one_time (person_id);

CREATE TABLE feed (
    id            UUID PRIMARY KEY,
    owner_id      UUID NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    kind          TEXT NOT NULL CHECK (kind IN ('mine', 'team', 'customers', 'busy')),
    team_id       UUID REFERENCES team (id) ON DELETE CASCADE,
    token_hash    BYTEA NOT NULL UNIQUE,
    created_at    TIMESTAMPTZ NOT NULL,
    last_used_at  TIMESTAMPTZ,
    revoked_at    TIMESTAMPTZ
);
CREATE INDEX feed_owner ON feed (owner_id);

-- A form that was sent is answered the same way when it comes again.
CREATE TABLE once_key (
    scope         TEXT NOT NULL,
    key           TEXT NOT NULL,
    body_hash     BYTEA NOT NULL,
    location      TEXT NOT NULL,
    at            TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (scope, key)
);
CREATE INDEX once_key_at ON once_key (at);

-- Counts that must outlive a restart and hold over all instances: sign-ins, resets.
CREATE TABLE throttle (
    bucket        TEXT PRIMARY KEY,
    tokens        DOUBLE PRECISION NOT NULL,
    at            TIMESTAMPTZ NOT NULL
);

-- Who did what, before and after. Rows are only ever added.
CREATE TABLE audit (
    id            BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at            TIMESTAMPTZ NOT NULL,
    actor_id      UUID,
    actor         TEXT NOT NULL,
    action        TEXT NOT NULL,
    object_kind   TEXT NOT NULL,
    object_id     UUID,
    before        JSONB,
    after         JSONB,
    reason        TEXT NOT NULL,
    address       TEXT NOT NULL
);
CREATE INDEX audit_at ON audit (at);
CREATE INDEX audit_object ON audit (object_id, id);
CREATE INDEX audit_actor ON audit (actor_id, id);

CREATE FUNCTION audit_is_final() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'the audit log is append-only'; END $$;
CREATE TRIGGER audit_is_final BEFORE UPDATE OR DELETE ON audit FOR EACH ROW EXECUTE FUNCTION audit_is_final();
CREATE TRIGGER audit_is_final_truncate BEFORE TRUNCATE ON audit FOR EACH STATEMENT EXECUTE FUNCTION audit_is_final();
