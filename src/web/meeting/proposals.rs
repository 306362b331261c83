//! Suggested times and input in writing on the page of a meeting, and deciding on the times.

use axum::{
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use chrono::{DateTime, Utc};

use super::{
    changeable,
    new_time::Typed,
    show::{self, Returned},
    when::{When, moment},
};
use crate::{
    app::{
        error::AppError,
        proposals::{self, MAX_NOTE, Reviewed},
    },
    domain::{
        ids::{AttendeeId, MeetingId, ProposalId},
        meeting::Status,
        proposal::{CameBy, ProposalState},
    },
    i18n::{Texts, limits},
    identity::link::LinkPurpose,
    store::{
        self, Tx,
        meetings::{Attendee, FullMeeting},
        proposals::TimeProposal,
    },
    web::{
        caller::Caller,
        failure::Failure,
        form::{Errors, Form},
        path::Two,
        state::{Reads, Writes},
    },
};

/// The suggestions for a meeting, for those who may decide.
#[derive(Default)]
pub(super) struct Proposals {
    pub(super) open: Vec<OpenRow>,
    pub(super) decided: Vec<DecidedRow>,
}

/// One that waits.
pub(super) struct OpenRow {
    pub(super) id: ProposalId,
    pub(super) name: String,
    pub(super) who: String,
    pub(super) when: When,
    pub(super) length: String,
    pub(super) note: String,
    /// The limits that the move would pass.
    pub(super) passed: Vec<String>,
    pub(super) busy: Option<String>,
    /// Its time has passed.
    pub(super) gone: bool,
    /// What is typed to its author.
    pub(super) reply: String,
}

/// One that is decided.
pub(super) struct DecidedRow {
    pub(super) who: String,
    pub(super) when: When,
    pub(super) chip: (&'static str, String),
}

impl OpenRow {
    /// Id of its text field.
    pub(super) fn field(&self) -> String {
        format!("note-{}", self.id)
    }
}

impl Proposals {
    pub(super) async fn of(
        tx: &mut Tx,
        caller: &Caller,
        full: &FullMeeting,
        typed: Option<&(ProposalId, String)>,
    ) -> Result<Self, Failure> {
        if caller.actor()?.may_change(full).is_err() {
            return Ok(Self::default());
        }
        let stands = full.meeting.status == Status::Confirmed && full.meeting.ends_at > caller.now();
        let open = if stands { store::proposals::open_of(tx, full.meeting.id).await? } else { Vec::new() };
        let open = proposals::review(tx, caller.now(), full, open).await?;
        let decided = store::proposals::decided_of(tx, full.meeting.id).await?;
        Ok(Self {
            open: open.into_iter().map(|reviewed| open_row(caller, full, reviewed, typed)).collect(),
            decided: decided.iter().map(|proposal| decided_row(caller, full, proposal)).collect(),
        })
    }

    pub(super) fn is_empty(&self) -> bool {
        self.open.is_empty() && self.decided.is_empty()
    }
}

fn name(full: &FullMeeting, id: AttendeeId) -> &str {
    full.attendees.iter().find(|a| a.id == id).map_or("", |a| a.name.as_str())
}

fn who(caller: &Caller, full: &FullMeeting, proposal: &TimeProposal) -> String {
    let (t, name) = (caller.texts(), name(full, proposal.attendee_id));
    let made = moment(&caller.format(), caller.now(), proposal.created_at);
    match proposal.came_by {
        CameBy::Page => t.proposals_by(name, made),
        CameBy::Mail => t.proposals_by_mail(name, made),
    }
}

fn open_row(
    caller: &Caller,
    full: &FullMeeting,
    Reviewed { proposal, verdict, busy }: Reviewed,
    typed: Option<&(ProposalId, String)>,
) -> OpenRow {
    let (t, f) = (caller.texts(), caller.format());
    let minutes = proposal.span().and_then(|span| u32::try_from(span.minutes()).ok()).unwrap_or(0);
    OpenRow {
        id: proposal.id,
        name: name(full, proposal.attendee_id).to_owned(),
        who: who(caller, full, &proposal),
        when: When::of(&f, (proposal.starts_at, proposal.ends_at), &full.meeting.zone),
        length: f.duration(minutes),
        passed: verdict.passed().map(|reading| limits::reading(t, &f, reading)).collect(),
        busy: (!busy.is_empty()).then(|| t.proposals_busy(busy.join(", "))),
        gone: proposal.starts_at <= caller.now(),
        reply: typed.filter(|(id, _)| *id == proposal.id).map_or_else(String::new, |(_, note)| note.clone()),
        note: proposal.note,
    }
}

fn decided_row(caller: &Caller, full: &FullMeeting, proposal: &TimeProposal) -> DecidedRow {
    DecidedRow {
        who: who(caller, full, proposal),
        when: When::of(&caller.format(), (proposal.starts_at, proposal.ends_at), &full.meeting.zone),
        chip: chip(caller.texts(), proposal.state),
    }
}

fn chip(t: &Texts, state: ProposalState) -> (&'static str, String) {
    match state {
        ProposalState::Accepted => ("ok", t.proposals_accepted()),
        ProposalState::Declined => ("over", t.proposals_declined()),
        ProposalState::Overtaken | ProposalState::Withdrawn | ProposalState::Open => ("", t.proposals_overtaken()),
    }
}

/// Input in writing, for everybody who sees the meeting.
pub(super) struct InputRow {
    pub(super) name: String,
    pub(super) about: Option<String>,
    pub(super) body: String,
}

pub(super) async fn inputs(tx: &mut Tx, t: &Texts, full: &FullMeeting) -> Result<Vec<InputRow>, Failure> {
    let inputs = store::inputs::of_meeting(tx, full.meeting.id).await?;
    let row = |input: store::inputs::Input| InputRow {
        name: name(full, input.attendee_id).to_owned(),
        about: (!input.point.is_empty()).then(|| t.input_about(input.point.as_str())),
        body: input.body,
    };
    Ok(inputs.into_iter().map(row).collect())
}

/// Somebody's own answer link, as long as another time may be suggested by it.
pub(super) fn own_link(reads: &Reads, (full, row): (&FullMeeting, &Attendee), now: DateTime<Utc>) -> Option<String> {
    let version = u32::try_from(row.link_version).ok()?;
    let link = || format!("/r/{}", reads.links().token(LinkPurpose::ANSWER, row.id.uuid(), version));
    proposals::may_propose(full, row, now).is_ok().then(link)
}

/// The move form filled with the suggestion that `?proposal=` names, if it is open.
pub(super) async fn typed(
    tx: &mut Tx,
    caller: &Caller,
    full: &FullMeeting,
    query: Option<&str>,
) -> Result<Option<Typed>, Failure> {
    let Ok(id) = Form::from_query(query).get("proposal").parse() else { return Ok(None) };
    let found = store::proposals::by_id(tx, full.meeting.id, id).await?;
    let Some(proposal) = found.filter(TimeProposal::is_open) else { return Ok(None) };
    let minutes = proposal.span().map_or(full.meeting.minutes, |span| span.minutes());
    Ok(Some(Typed::at(&caller.format(), &full.meeting, (proposal.starts_at, minutes))))
}

/// Moves the meeting there, or leads to the move page where limits ask for something.
pub(super) async fn accept(
    State(writes): State<Writes>,
    caller: Caller,
    Two(meeting, id): Two<MeetingId, ProposalId>,
) -> Result<Response, Failure> {
    let location = match proposals::accept(&writes.app, caller.actor()?, (meeting, id)).await {
        Ok(made) => made.location(meeting),
        Err(AppError::Stopped(_)) => format!("/meetings/{meeting}/moves/new?proposal={id}"),
        Err(AppError::Refused(_)) => over(meeting),
        Err(error) => return Err(error.into()),
    };
    Ok(Redirect::to(&location).into_response())
}

pub(super) async fn decline(
    State(writes): State<Writes>,
    caller: Caller,
    Two(meeting, id): Two<MeetingId, ProposalId>,
    form: Form,
) -> Result<Response, Failure> {
    if form.get("note").chars().count() > MAX_NOTE {
        return too_long(&writes, &caller, (meeting, id), &form).await;
    }
    let location = match proposals::decline(&writes.app, caller.actor()?, (meeting, id), form.get("note")).await {
        Ok(()) => format!("/meetings/{meeting}?done=proposal-declined"),
        Err(AppError::Refused(_)) => over(meeting),
        Err(error) => return Err(error.into()),
    };
    Ok(Redirect::to(&location).into_response())
}

/// Decided or overtaken meanwhile.
fn over(meeting: MeetingId) -> String {
    format!("/meetings/{meeting}?done=proposal-over")
}

async fn too_long(
    writes: &Writes,
    caller: &Caller,
    (meeting, id): (MeetingId, ProposalId),
    form: &Form,
) -> Result<Response, Failure> {
    let reads = writes.reads();
    let mut tx = reads.begin().await?;
    let full = changeable(&mut tx, caller.actor()?, meeting).await?;
    let mut errors = Errors::default();
    errors.add(format!("note-{id}"), caller.texts().field_too_long(MAX_NOTE));
    let typed: String = form.get("note").chars().take(8_000).collect();
    let returned = Returned { errors, note: Some((id, typed)), ..Returned::default() };
    show::render(&reads, caller, (&mut tx, &full), (StatusCode::UNPROCESSABLE_ENTITY, None, returned)).await
}
