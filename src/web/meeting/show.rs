//! The page of one meeting.

use std::collections::HashMap;

use askama::Template;
use axum::{
    extract::{RawQuery, State},
    http::StatusCode,
    response::Response,
};

use super::{
    agenda::{self, Point},
    history::{self, Known, Teller},
    mails, notices,
    people::{self, Onlooker, PersonRow},
    proposals::{self, InputRow, Proposals},
    replies::Replies,
    sale::Sale,
    seen,
    waiting::{self, Passed, Waiting},
    when::When,
};
use crate::{
    app::replies,
    domain::{
        ids::{AgendaItemId, AttendeeId, MeetingId, ProposalId},
        meeting::{Answer, AttendeeRole, Purpose, Status},
    },
    i18n::labels,
    store::{
        self, Tx,
        audit::Filter,
        meetings::{Attendee, FullMeeting},
    },
    web::{
        caller::Caller,
        course::after::Aftermath,
        failure::Failure,
        form::{Errors, Form},
        opportunities::undoing,
        page::{self, Nav, Notice, Page},
        path::One,
        points::inside::{self, Inside},
        relay_form,
        state::Reads,
    },
};

/// Most lines of the history.
const HISTORY: i64 = 100;

#[derive(Template)]
#[template(path = "meeting/show.html")]
struct MeetingPage<'a> {
    page: Page<'a>,
    full: &'a FullMeeting,
    errors: Errors,
    when: When,
    length: String,
    customer: bool,
    stage: Option<String>,
    organizer: String,
    over: bool,
    may: May,
    points: Vec<Point>,
    /// What stands behind the points.
    inside: HashMap<AgendaItemId, Inside>,
    agenda_sum: (String, Option<String>),
    /// Where points are suggested and decided on, with how many wait.
    ideas: Option<String>,
    people: Vec<PersonRow>,
    taken_out: Vec<PersonRow>,
    answered: (usize, usize),
    own: Option<Own>,
    typed_address: Option<(AttendeeId, String)>,
    mails_stay: bool,
    replies: Replies,
    history: Vec<history::Event>,
    waiting: Option<Waiting>,
    passed: Vec<Passed>,
    proposals: Proposals,
    inputs: Vec<InputRow>,
    /// What it is about, of meetings with a customer.
    sale: Option<Sale>,
    after: Aftermath,
}

/// What the reader may do now.
struct May {
    change: bool,
    copy: bool,
}

/// The reader's own answer, to be given on the page.
struct Own {
    answer: Answer,
    comment: String,
    /// Their answer link, as long as another time may be suggested by it.
    link: Option<String>,
}

/// What goes beside the page when a form on it came back.
#[derive(Default)]
pub(super) struct Returned {
    pub(super) errors: Errors,
    /// Answer and comment as typed.
    pub(super) answer: Option<(Option<Answer>, String)>,
    /// Whose address, as typed.
    pub(super) address: Option<(AttendeeId, String)>,
    /// What was said to which suggested time, as typed.
    pub(super) note: Option<(ProposalId, String)>,
}

pub(super) async fn show(
    State(reads): State<Reads>,
    caller: Caller,
    One(id): One<MeetingId>,
    RawQuery(query): RawQuery,
) -> Result<Response, Failure> {
    let query = Form::from_query(query.as_deref());
    let mut tx = reads.begin().await?;
    let full = seen(&mut tx, caller.actor()?, id).await?;
    let mails = mails(&mut tx, &full).await?;
    let (t, f) = (caller.texts(), caller.format());
    let reader = notices::Reader { t, f: &f, actor: caller.actor()?, now: caller.now() };
    let notice = match query.get("moved").parse() {
        Ok(opportunity) if query.get("done") == "outcome" => undoing::moved(&mut tx, &caller, opportunity).await?,
        _ => reader.notice(&mut tx, &query, (&full, &mails)).await?,
    };
    render(&reads, &caller, (&mut tx, &full), (StatusCode::OK, notice, Returned::default())).await
}

/// The page, with a form that came back if there is one.
pub(super) async fn render(
    reads: &Reads,
    caller: &Caller,
    (tx, full): (&mut Tx, &FullMeeting),
    (status, notice, returned): (StatusCode, Option<Notice>, Returned),
) -> Result<Response, Failure> {
    let (t, f, actor, now) = (caller.texts(), caller.format(), caller.actor()?, caller.now());
    let m = &full.meeting;
    let mails = mails(tx, full).await?;
    let organization = store::organization::load(tx).await?.ok_or(Failure::NotFound)?;
    let filter = Filter { object_id: Some(m.id.uuid()), limit: HISTORY, ..Filter::default() };
    let teller = Teller { t, f: &f, now, known: Known::of(full) };
    let mut records = store::audit::list(tx, &filter).await?;
    if let Some(series) = m.series_id {
        let filter = Filter { object_id: Some(series.uuid()), ..filter };
        records.extend(store::audit::list(tx, &filter).await?);
        records.sort_by_key(|record| std::cmp::Reverse(record.id));
    }
    let history = records.iter().map(|record| teller.event(record)).collect();
    let came_in = replies::of_meeting(tx, full, caller.now()).await?;
    let relayed = relay_form::leaves(reads, Some(&organization));
    let over = m.ends_at <= now;
    let open = m.status == Status::Confirmed && !over;
    let changes = actor.may_change(full).is_ok();
    let onlooker = Onlooker { t, f: &f, actor, now, changes, relayed, came_in: &came_in };
    let (mut people, taken_out) = onlooker.rows(full, &mails);
    let pending = m.status == Status::Pending;
    if pending {
        // Nobody was asked yet.
        for row in &mut people {
            row.answer = None;
        }
    }
    let name = |id| full.attendees.iter().find(|a| a.id == id).map(|a| a.name.clone());
    let page = MeetingPage {
        when: When::of(&f, (m.starts_at, m.ends_at), &m.zone),
        length: f.duration(u32::try_from(m.minutes).unwrap_or(0)),
        customer: m.purpose == Purpose::Customer,
        stage: m.stage.map(|stage| labels::stage(t, stage)),
        organizer: organizer(full),
        over,
        may: May { change: changes && open, copy: actor.may_plan().is_ok() },
        points: agenda::points(t, &f, full, name),
        inside: inside::of_meeting(tx, caller, full).await?,
        agenda_sum: agenda::sum(t, &f, full),
        ideas: if open { Some(ideas(tx, caller, full).await?) } else { None },
        people,
        taken_out,
        answered: if pending { (0, 0) } else { people::answered_of(full) },
        waiting: Waiting::of(tx, caller, full).await?,
        passed: waiting::passed(tx, caller, full).await?,
        proposals: Proposals::of(tx, caller, full, returned.note.as_ref()).await?,
        inputs: proposals::inputs(tx, t, full).await?,
        sale: Sale::of(tx, caller, full).await?,
        after: Aftermath::of(tx, caller, full).await?,
        own: own(reads, full, caller, &returned)?.filter(|_| open),
        typed_address: returned.address,
        errors: returned.errors,
        mails_stay: !relayed && changes,
        replies: if changes { Replies::of(tx, caller, full, &came_in).await? } else { Replies::default() },
        history,
        page: Page::new(reads, caller, Nav::Meetings).with_notice(notice),
        full,
    };
    page::html(status, &page)
}

/// What the link to suggested points says.
async fn ideas(tx: &mut Tx, caller: &Caller, full: &FullMeeting) -> Result<String, Failure> {
    let t = caller.texts();
    Ok(match store::point_ideas::count_open(tx, full.meeting.id).await? {
        0 => t.idea_link(),
        waiting => t.idea_waiting(waiting),
    })
}

impl MeetingPage<'_> {
    fn pending(&self) -> bool {
        self.full.meeting.status == Status::Pending
    }

    fn cancelled(&self) -> bool {
        self.full.meeting.status == Status::Cancelled
    }

    /// The address to show in the field of somebody: as typed, if it came back.
    fn address_of(&self, row: &PersonRow) -> String {
        match &self.typed_address {
            Some((id, typed)) if *id == row.id => typed.clone(),
            _ => row.email.clone(),
        }
    }
}

/// The organizer's name, as the meeting has it.
pub(in crate::web) fn organizer(full: &FullMeeting) -> String {
    let chair = |a: &&Attendee| a.role == AttendeeRole::Chair && a.removed_at.is_none();
    full.attendees.iter().find(chair).map_or_else(String::new, |a| a.name.clone())
}

/// The reader's row, unless they lead the meeting or do not take part.
pub(super) fn own_row<'a>(full: &'a FullMeeting, caller: &Caller) -> Result<Option<&'a Attendee>, Failure> {
    let me = caller.actor()?.id();
    let mine = |a: &&Attendee| a.person_id == Some(me) && a.removed_at.is_none() && a.role != AttendeeRole::Chair;
    Ok(full.attendees.iter().find(mine))
}

fn own(reads: &Reads, full: &FullMeeting, caller: &Caller, returned: &Returned) -> Result<Option<Own>, Failure> {
    let row = own_row(full, caller)?;
    let link = row.and_then(|row| proposals::own_link(reads, (full, row), caller.now()));
    Ok(row.map(|row| match &returned.answer {
        Some((answer, comment)) => Own { answer: answer.unwrap_or(row.answer), comment: comment.clone(), link },
        None => Own { answer: row.answer, comment: row.comment.clone(), link },
    }))
}
