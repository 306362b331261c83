//! The page.

use std::collections::HashMap;

use askama::Template;
use axum::{http::StatusCode, response::Response};

use super::{
    choices::{self, Choice},
    customer,
    desk::Desk,
    hold,
    impact::{self, Impact},
    kept::Kept,
    mails::{self, MailView},
    parse,
    people::{self, Candidate, Directory},
    series::{self, SeriesView},
    times,
    typed::{GuestRef, Typed},
};
use crate::{
    app::course,
    domain::{
        email::EmailAddress,
        ids::{AccountId, AgendaItemId, DraftId},
        meeting::{MAX_POINTS, Purpose},
        time::Week,
    },
    store::{self, Tx},
    web::{
        failure::Failure,
        form::Errors,
        page::{self, Nav, Notice, Page},
        proposed_times::TimesView,
        series::scope::{self, Chosen, ScopeView},
    },
};

/// Most names of each kind that are suggested while typing; everybody else is found by typing the name.
const SUGGESTED: i64 = 200;

/// Somebody on the list.
pub(super) struct PersonView {
    pub(super) key: String,
    pub(super) name: String,
    pub(super) email: String,
    /// Fields of somebody new: name, company, and what the company is called if left empty.
    pub(super) new: Option<(String, String, String)>,
    pub(super) customer: bool,
    pub(super) roles: Vec<Choice>,
    pub(super) why: String,
    /// The whole meeting, or from which point on; empty without points to choose from.
    pub(super) firsts: Vec<Choice>,
    /// Up to which point.
    pub(super) lasts: Vec<Choice>,
}

/// A point of the agenda.
pub(super) struct PointView {
    pub(super) key: u32,
    pub(super) number: String,
    pub(super) begins: String,
    pub(super) over: bool,
    pub(super) title: String,
    pub(super) minutes: String,
    pub(super) kinds: Vec<Choice>,
    pub(super) owners: Vec<Choice>,
    pub(super) wanted: Vec<Choice>,
    pub(super) item: String,
    /// Comes back every time.
    pub(super) standing: bool,
}

/// What differs between the form and the meeting as somebody else left it.
pub(super) struct Difference {
    pub(super) what: String,
    pub(super) yours: String,
    pub(super) theirs: String,
}

#[derive(Template)]
#[template(path = "planner/page.html")]
#[expect(clippy::struct_excessive_bools, reason = "each is one question of the template")]
pub(super) struct PlannerPage<'a> {
    pub(super) page: Page<'a>,
    pub(super) errors: Errors,
    pub(super) notes: Vec<String>,
    /// Where the form posts.
    pub(super) action: String,
    pub(super) editing: bool,
    /// Whether there is a draft of this plan.
    pub(super) kept: bool,
    /// Whose time the draft keeps, in sentences.
    pub(super) held: Vec<String>,
    pub(super) once: String,
    pub(super) typed: Typed,
    /// Whose meeting it may be; empty unless there is a choice.
    pub(super) organizers: Vec<Choice>,
    pub(super) purposes: Vec<Choice>,
    pub(super) stages: Vec<Choice>,
    pub(super) customer: bool,
    /// What a new meeting with a customer may be about.
    pub(super) opportunities: Vec<Choice>,
    /// Whom to bring.
    pub(super) companions: Option<String>,
    pub(super) suggestions: Vec<Candidate>,
    pub(super) candidates: Vec<Candidate>,
    pub(super) people: Vec<PersonView>,
    pub(super) points: Vec<PointView>,
    pub(super) more_points: bool,
    /// Agendas that people keep.
    pub(super) agendas: Kept,
    pub(super) zones: Vec<Choice>,
    pub(super) date_example: String,
    pub(super) echo: String,
    pub(super) formats: Vec<Choice>,
    pub(super) videos: Vec<Choice>,
    pub(super) room_missing: bool,
    pub(super) times: Option<TimesView>,
    pub(super) impact: Impact,
    /// How it repeats; of new meetings only.
    pub(super) series: Option<SeriesView>,
    /// Which dates a change is about; of dates of a series only.
    pub(super) scope: Option<ScopeView>,
    pub(super) told: Vec<String>,
    pub(super) mails: Vec<MailView>,
    pub(super) differences: Vec<Difference>,
    pub(super) send: String,
}

/// What only changes of a sent meeting show.
#[derive(Default)]
pub(super) struct Extra {
    /// Who is told what, in sentences.
    pub(super) told: Vec<String>,
    /// What somebody else changed meanwhile.
    pub(super) differences: Vec<Difference>,
    /// The invitation as it will be read.
    pub(super) mails: Vec<MailView>,
    /// What was just done.
    pub(super) notice: Option<String>,
}

/// Draws the form; with errors as 422.
pub(super) async fn draw(mut desk: Desk<'_>, tx: &mut Tx, mut extra: Extra) -> Result<Response, Failure> {
    if desk.said.show_mails && desk.meeting.is_none() {
        extra.mails = shown_mails(&mut desk)?;
    }
    let status = if desk.said.errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Box::pin(draw_as(status, desk, tx, extra)).await
}

/// The mails of a plan; one that cannot be read yet gets its errors instead.
fn shown_mails(desk: &mut Desk<'_>) -> Result<Vec<MailView>, Failure> {
    match parse::plan(&desk.reading(), &desk.typed) {
        Ok(plan) => mails::mails(desk, &plan),
        Err(mut errors) => {
            desk.said.errors.0.append(&mut errors.0);
            Ok(Vec::new())
        }
    }
}

/// Where only another plan helps, the panel has no fields for a tick or a reason, and nothing asks for them.
fn ask_no_more_than(impact: &Impact, errors: &mut Errors) {
    if impact.limits.as_ref().is_some_and(|panel| panel.needs.other) {
        errors.0.retain(|error| !["limits_seen", "limits_reason"].contains(&error.field.as_str()));
    }
}

/// Draws the form with this status.
pub(super) async fn draw_as(
    status: StatusCode,
    mut desk: Desk<'_>,
    tx: &mut Tx,
    extra: Extra,
) -> Result<Response, Failure> {
    let times = times::times(&mut desk, tx).await?;
    let starts = times.as_ref().map(|times| times.found.as_slice()).unwrap_or_default();
    let series = Box::pin(series::view(&desk, tx)).await?;
    let impact = Box::pin(impact::impact(&desk, tx, (starts, series.as_ref()))).await?;
    ask_no_more_than(&impact, &mut desk.said.errors);
    let scope = scope_view(&desk, tx).await?;
    let suggestions = people::candidates(&Directory::first(tx, SUGGESTED).await?);
    let people = people_views(&desk, tx).await?;
    let opportunities = customer::opportunities(&desk, tx).await?;
    let (agendas, organizers) = (Kept::of(&desk, tx).await?, choices::organizers(&desk, tx).await?);
    let standing = standing(&desk, tx).await?;
    let (t, f) = (desk.t(), &desk.f);
    let once = if desk.typed.once.is_empty() { desk.reads.once_key() } else { desk.typed.once.clone() };
    let view = PlannerPage {
        page: Page::new(desk.reads, desk.caller, Nav::Meetings).with_notice(extra.notice.map(Notice::new)),
        action: action(&desk),
        editing: desk.meeting.is_some(),
        kept: is_kept(&desk, tx).await?,
        held: hold::held(&desk, tx).await?,
        once,
        organizers,
        purposes: choices::purposes((t, f), &desk.typed, desk.early),
        stages: choices::stages(t, &desk.typed),
        customer: desk.typed.chosen_purpose() == Some(Purpose::Customer),
        opportunities,
        companions: customer::companions(&desk),
        suggestions,
        people,
        points: point_views(&desk, &standing),
        more_points: desk.typed.points.len() < MAX_POINTS,
        agendas,
        zones: choices::zones(&desk),
        date_example: f.short_date(parse::example(f.day(desk.caller.now()))),
        echo: echo(&desk),
        formats: choices::formats(t, &desk.typed),
        videos: choices::videos(&desk),
        room_missing: desk.organizer.video_room.is_none() && desk.organizer.id == desk.actor()?.id(),
        send: send(&desk, &impact),
        series,
        scope,
        times,
        impact,
        told: extra.told,
        mails: extra.mails,
        differences: extra.differences,
        errors: desk.said.errors,
        notes: desk.said.notes,
        candidates: desk.said.candidates,
        typed: desk.typed,
    };
    page::html(status, &view)
}

/// Which dates of a series a change is about.
async fn scope_view(desk: &Desk<'_>, tx: &mut Tx) -> Result<Option<ScopeView>, Failure> {
    let Some(full) = &desk.meeting else { return Ok(None) };
    let edited = parse::details(&desk.reading(), &desk.typed).ok();
    let keep = series::skipped(desk);
    let chosen = Chosen { scope: &desk.typed.scope, stopped: &desk.said.stopped_dates, keep: &keep };
    scope::view(tx, desk.caller, (full, chosen), edited.as_ref()).await
}

/// The points that come back every time.
async fn standing(desk: &Desk<'_>, tx: &mut Tx) -> Result<Vec<AgendaItemId>, Failure> {
    match &desk.meeting {
        Some(full) => Ok(course::standing(tx, full).await?),
        None => Ok(Vec::new()),
    }
}

async fn is_kept(desk: &Desk<'_>, tx: &mut Tx) -> Result<bool, Failure> {
    let (None, Ok(id)) = (&desk.meeting, desk.typed.draft.parse::<DraftId>()) else { return Ok(false) };
    Ok(store::drafts::by_id(tx, desk.actor()?.id(), id).await?.is_some())
}

fn action(desk: &Desk<'_>) -> String {
    match &desk.meeting {
        Some(full) => format!("/meetings/{}/edit", full.meeting.id),
        None => "/meetings/new".to_owned(),
    }
}

fn send(desk: &Desk<'_>, impact: &Impact) -> String {
    if let Some(send) = impact.limits.as_ref().and_then(|limits| limits.send(desk.t())) {
        return send;
    }
    match (&desk.meeting, desk.typed.guests.len()) {
        (Some(_), _) if desk.typed.quiet => desk.t().planner_send_quiet(),
        (Some(_), _) => desk.t().planner_send_change(),
        (None, 0) => desk.t().planner_send_nobody(),
        (None, count) => desk.t().planner_send(i64::try_from(count).unwrap_or(i64::MAX)),
    }
}

/// The date as it is understood, for reading beside what was typed.
fn echo(desk: &Desk<'_>) -> String {
    let date = parse::understood_date(&desk.typed, desk.caller.now());
    date.map_or_else(String::new, |date| {
        desk.t().planner_echo(desk.f.long_date(date), i64::from(Week::of(date).number()))
    })
}

async fn people_views(desk: &Desk<'_>, tx: &mut Tx) -> Result<Vec<PersonView>, Failure> {
    let mut accounts: Vec<AccountId> = desk.known.contacts.values().map(|c| c.account_id).collect();
    accounts.sort_unstable();
    accounts.dedup();
    let accounts =
        if accounts.is_empty() { Vec::new() } else { store::accounts::accounts_by_ids(tx, &accounts).await? };
    let companies: HashMap<AccountId, String> = accounts.into_iter().map(|a| (a.id, a.name)).collect();
    let view = |row: &super::typed::GuestRow| {
        let company = match row.guest {
            GuestRef::Contact(id) => desk.known.contacts.get(&id).and_then(|c| companies.get(&c.account_id)),
            _ => None,
        };
        let email = desk.known.email(row).to_owned();
        PersonView {
            key: row.guest.to_string(),
            name: desk.known.name(row).unwrap_or_default(),
            email: company.map_or_else(|| email.clone(), |company| format!("{email}, {company}")),
            new: matches!(row.guest, GuestRef::New(_)).then(|| {
                let domain =
                    row.email.parse::<EmailAddress>().map_or_else(|_| String::new(), |e| e.domain().to_owned());
                (row.name.clone(), row.account.clone(), domain)
            }),
            customer: !matches!(row.guest, GuestRef::Person(_)),
            roles: choices::roles(desk.t(), &row.role),
            why: row.why.clone(),
            firsts: choices::firsts(desk, row),
            lasts: choices::lasts(desk, row),
        }
    };
    Ok(desk.typed.guests.iter().map(view).collect())
}

fn point_views(desk: &Desk<'_>, standing: &[AgendaItemId]) -> Vec<PointView> {
    let t = desk.t();
    let clock = impact::clock(desk);
    let rows = desk.typed.points.iter().zip(clock).zip(1_i64..);
    rows.map(|((row, (begins, over)), number)| PointView {
        key: row.key,
        number: number.to_string(),
        begins,
        over,
        title: row.title.clone(),
        minutes: row.minutes.clone(),
        kinds: choices::kinds(t, row),
        owners: choices::owners(desk, row),
        wanted: choices::wanted(t, row),
        standing: standing.iter().any(|id| id.to_string() == row.item),
        item: row.item.clone(),
    })
    .collect()
}

impl PersonView {
    /// Name and id of one of this person's fields.
    fn id(&self, what: &str) -> String {
        format!("{what}:{}", self.key)
    }
}

impl PointView {
    /// Name and id of one of this point's fields.
    fn id(&self, what: &str) -> String {
        format!("{what}:{}", self.key)
    }
}
