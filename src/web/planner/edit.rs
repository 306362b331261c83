//! Change a meeting that was sent, or plan another like it.

use axum::{
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};

use super::{
    act::{self, Action},
    desk::Desk,
    kept, mails, parse, series,
    show::{refuse, stop},
    typed::{GuestRef, GuestRow, PointRow, Typed},
    view::{self, Difference, Extra},
};
use crate::{
    app::{
        edit_meeting::{self, EditMeeting, Outcome},
        error::AppError,
        foretell::{self, Foretold},
        series::{dates::Several, edit as series_edit},
    },
    domain::{
        ids::{AgendaItemId, AttendeeId, MeetingId, PersonId},
        itip::plan::MessageKind,
        meeting::AttendeeRole,
        planning::Details,
        series::patch::Scope,
    },
    i18n::{format::Format, labels},
    store::{Tx, meetings::FullMeeting},
    web::{
        caller::Caller,
        failure::Failure,
        form::{Errors, Form},
        path::One,
        state::{Reads, Writes},
    },
};

/// The form, filled from the meeting.
pub(super) async fn show(
    State(reads): State<Reads>,
    caller: Caller,
    One(id): One<MeetingId>,
) -> Result<Response, Failure> {
    let mut tx = reads.begin().await?;
    let desk = Desk::change(&mut tx, (&reads, &caller), id, filled).await?;
    draw(desk, &mut tx).await
}

/// What a change would do. Changes nothing.
pub(super) async fn preview(
    tx: &mut Tx,
    around: (&Reads, &Caller),
    (id, typed): (MeetingId, Typed),
    action: Action,
) -> Result<Response, Failure> {
    let mut desk = Desk::change(tx, around, id, |_, _| typed).await?;
    act::apply(&mut desk, tx, &action).await?;
    draw(desk, tx).await
}

/// Any button of the form.
pub(super) async fn submit(
    State(writes): State<Writes>,
    caller: Caller,
    One(id): One<MeetingId>,
    form: Form,
) -> Result<Response, Failure> {
    let reads = writes.reads();
    let mut tx = reads.begin().await?;
    let typed = Typed { meeting: id.to_string(), ..Typed::read(&form) };
    let mut desk = Desk::change(&mut tx, (&reads, &caller), id, |_, _| typed).await?;
    let action = Action::of(&form);
    act::apply(&mut desk, &mut tx, &action).await?;
    if action == Action::KeepAgenda {
        drop(tx);
        kept::keep(&writes, &mut desk, &form).await?;
        let mut tx = reads.begin().await?;
        return draw(desk, &mut tx).await;
    }
    if action != Action::Send || !desk.said.errors.is_empty() {
        return draw(desk, &mut tx).await;
    }
    match parse::details(&desk.reading(), &desk.typed) {
        Ok(details) => {
            drop(tx);
            Box::pin(send(&writes, desk, details, &form)).await
        }
        Err(errors) => {
            desk.said.errors = errors;
            draw(desk, &mut tx).await
        }
    }
}

async fn send(writes: &Writes, mut desk: Desk<'_>, details: Details, form: &Form) -> Result<Response, Failure> {
    let actor = desk.actor()?;
    let id = desk.meeting.as_ref().map(|full| full.meeting.id).ok_or(Failure::NotFound)?;
    let version = desk.typed.version.parse().map_err(|_| Failure::Unreadable)?;
    let points = parse::items(&desk.typed);
    let quiet = desk.typed.quiet;
    let consent = form.consent();
    let command = EditMeeting { id, version, details, points, quiet, consent, once: form.once(actor.id()) };
    let reads = writes.reads();
    let several = desk.typed.scope.parse::<Scope>().unwrap_or(Scope::This);
    let done = match several {
        Scope::This => edit_meeting::run(&writes.app, actor, command).await,
        scope => {
            let several = Several { scope, keep: series::skipped(&desk) };
            Box::pin(series_edit::run(&writes.app, actor, (command, several))).await
        }
    };
    match done {
        Err(AppError::SeriesStopped(dates)) => {
            series::stop(&mut desk, &dates);
            let mut tx = reads.begin().await?;
            draw(desk, &mut tx).await
        }
        Ok(Outcome::Done(made)) => Ok(Redirect::to(&made.location(id)).into_response()),
        Ok(Outcome::Again(location)) => Ok(Redirect::to(&location).into_response()),
        Err(AppError::Stale | AppError::KeyReused) => {
            let mut tx = reads.begin().await?;
            stale(desk, &mut tx).await
        }
        Err(AppError::Stopped(stopped)) => {
            stop(&mut desk, &stopped);
            let mut tx = reads.begin().await?;
            draw(desk, &mut tx).await
        }
        Err(AppError::Refused(refusal)) => {
            refuse(&mut desk, refusal)?;
            let mut tx = reads.begin().await?;
            draw(desk, &mut tx).await
        }
        Err(error) => Err(error.into()),
    }
}

async fn draw(mut desk: Desk<'_>, tx: &mut Tx) -> Result<Response, Failure> {
    let foretold = match Box::pin(foretold(&desk, tx)).await? {
        Ok(foretold) => foretold,
        Err(mut errors) => {
            if desk.said.show_mails {
                desk.said.errors.0.append(&mut errors.0);
            }
            return Box::pin(view::draw(desk, tx, Extra::default())).await;
        }
    };
    let mails = if desk.said.show_mails { mails::foretold(&desk, &foretold)? } else { Vec::new() };
    let told = sentences(&desk, &foretold);
    Box::pin(view::draw(desk, tx, Extra { told, mails, ..Extra::default() })).await
}

/// Somebody else was faster: both versions, and the form as typed on top of the newer one.
async fn stale(mut desk: Desk<'_>, tx: &mut Tx) -> Result<Response, Failure> {
    let id = desk.meeting.as_ref().map(|full| full.meeting.id).ok_or(Failure::NotFound)?;
    let now = Desk::change(tx, (desk.reads, desk.caller), id, filled).await?;
    let differences = differences(&desk, &now);
    desk.typed.version.clone_from(&now.typed.version);
    desk.typed.once.clear();
    desk.meeting = now.meeting;
    desk.said.errors.add("plan", desk.t().planner_stale());
    let told = foretold(&desk, tx).await?.map_or_else(|_| Vec::new(), |foretold| sentences(&desk, &foretold));
    Box::pin(view::draw_as(StatusCode::CONFLICT, desk, tx, Extra { told, differences, ..Extra::default() })).await
}

/// Puts one group of the form into words.
type Words = fn(&Desk<'_>) -> String;

/// What is typed against what is true, group by group.
fn differences(yours: &Desk<'_>, theirs: &Desk<'_>) -> Vec<Difference> {
    let t = yours.t();
    let groups: [(String, Words); 6] = [
        (t.planner_purpose_legend(), |d| {
            d.typed.chosen_purpose().map_or_else(String::new, |p| labels::purpose(d.t(), p))
        }),
        (t.planner_title_label(), |d| d.typed.title.clone()),
        (t.planner_people_legend(), people),
        (t.planner_agenda_legend(), points),
        (t.planner_where_legend(), |d| {
            d.typed.format.parse().map_or_else(|_| String::new(), |format| labels::format(d.t(), format))
        }),
        (t.planner_place_label(), |d| format!("{} {}", d.typed.place, d.typed.link).trim().to_owned()),
    ];
    let all = groups.into_iter().map(|(what, of)| Difference { what, yours: of(yours), theirs: of(theirs) });
    all.filter(|d| d.yours != d.theirs).collect()
}

fn people(desk: &Desk<'_>) -> String {
    let words = |g: &GuestRow| {
        let role = g.role.parse().map_or_else(|_| String::new(), |role| labels::attendee_role(desk.t(), role));
        let why = if g.why.is_empty() { String::new() } else { format!(", {}", g.why) };
        let part = part_words(desk, g).map_or_else(String::new, |words| format!(", {words}"));
        format!("{} ({role}{why}{part})", desk.known.name(g).unwrap_or_default())
    };
    desk.typed.guests.iter().map(words).collect::<Vec<_>>().join("; ")
}

/// The points that somebody is invited to.
fn part_words(desk: &Desk<'_>, row: &GuestRow) -> Option<String> {
    let (first, last) = desk.typed.places(row).ok()??;
    let titles: Vec<&str> = desk.typed.filled().skip(first).take(last - first + 1).map(|p| p.title.as_str()).collect();
    Some(desk.t().part_only(titles.join(", ")))
}

fn points(desk: &Desk<'_>) -> String {
    desk.typed.points.iter().map(|p| format!("{} ({} min)", p.title, p.minutes)).collect::<Vec<_>>().join("; ")
}

/// The mails of the change as typed, or why it cannot be understood yet.
async fn foretold(desk: &Desk<'_>, tx: &mut Tx) -> Result<Result<Vec<Foretold>, Errors>, Failure> {
    let full = desk.meeting.as_ref().ok_or(Failure::NotFound)?;
    match parse::details(&desk.reading(), &desk.typed) {
        Ok(details) => {
            Ok(Ok(foretell::edit(tx, desk.actor()?, full, (&desk.organizer, &details, desk.typed.quiet)).await?))
        }
        Err(errors) => Ok(Err(errors)),
    }
}

fn sentences(desk: &Desk<'_>, foretold: &[Foretold]) -> Vec<String> {
    let t = desk.t();
    if foretold.is_empty() {
        return vec![if desk.typed.quiet { t.planner_told_later() } else { t.planner_told_nobody() }];
    }
    let of = |kinds: &[MessageKind]| -> Vec<&str> {
        foretold.iter().filter(|f| kinds.contains(&f.body.kind)).map(|f| f.to.party.name.as_str()).collect()
    };
    let update = of(&[MessageKind::Changed, MessageKind::AgendaOnly, MessageKind::Moved]);
    let (invited, gone) = (of(&[MessageKind::Invitation]), of(&[MessageKind::Removed, MessageKind::Cancelled]));
    let count = |names: &[&str]| i64::try_from(names.len()).unwrap_or(i64::MAX);
    let mut sentences = Vec::new();
    if !update.is_empty() {
        sentences.push(t.planner_told_update(count(&update), update.join(", ")));
    }
    if !invited.is_empty() {
        sentences.push(t.planner_told_invited(count(&invited), invited.join(", ")));
    }
    if !gone.is_empty() {
        sentences.push(t.planner_told_gone(count(&gone), gone.join(", ")));
    }
    if !update.is_empty() {
        sentences.push(t.planner_told_stands());
    }
    sentences
}

/// The form as the meeting stands.
fn filled(full: &FullMeeting, f: &Format) -> Typed {
    let m = &full.meeting;
    let guests: Vec<(AttendeeId, GuestRow)> = full
        .attendees
        .iter()
        .filter(|a| a.removed_at.is_none() && a.role != AttendeeRole::Chair)
        .filter_map(|a| {
            let person = a.person_id.map(GuestRef::Person);
            let guest = person.or(a.contact_id.map(GuestRef::Contact))?;
            let key = |id: AgendaItemId| full.agenda.iter().position(|item| item.id == id);
            let key = |id: Option<AgendaItemId>| id.and_then(key).map_or_else(String::new, |place| place.to_string());
            let last = a.last_item.filter(|last| Some(*last) != a.first_item);
            let row = GuestRow { role: a.role.to_string(), why: a.why.clone(), ..GuestRow::new(guest) };
            Some((a.id, GuestRow { first: key(a.first_item), last: key(last), ..row }))
        })
        .collect();
    let owner = |id: Option<AttendeeId>| match id {
        None => "everyone".to_owned(),
        Some(id) => guests.iter().find(|g| g.0 == id).map_or("organizer".to_owned(), |g| g.1.guest.to_string()),
    };
    let point = |(key, item): (u32, &crate::store::meetings::AgendaItem)| PointRow {
        key,
        kind: item.kind.to_string(),
        title: item.title.clone(),
        minutes: item.minutes.to_string(),
        owner: owner(item.owner_id),
        wanted: item.wanted.to_string(),
        item: item.id.to_string(),
    };
    Typed {
        purpose: m.purpose.to_string(),
        stage: m.stage.map_or_else(String::new, |s| s.to_string()),
        filled: super::agenda::template_name((m.purpose, m.stage), f.language(), false),
        title: m.title.clone(),
        points: (0..).zip(&full.agenda).map(point).collect(),
        length: f.duration(u32::try_from(m.minutes).unwrap_or(0)),
        zone: m.zone.clone(),
        format: m.format.to_string(),
        video: m.video_source.map_or_else(String::new, |v| v.to_string()),
        link: m
            .video_url
            .clone()
            .filter(|_| m.video_source == Some(crate::domain::meeting::VideoSource::Pasted))
            .unwrap_or_default(),
        place: m.place.clone(),
        open: m.open_guest_list,
        meeting: m.id.to_string(),
        version: m.version.to_string(),
        guests: guests.into_iter().map(|g| g.1).collect(),
        ..Typed::default()
    }
}

/// The form for a meeting like this one, planned by `organizer`: everything but time and answers. Whoever planned the
/// first one comes along.
pub(super) fn copied(full: &FullMeeting, f: &Format, organizer: PersonId) -> Typed {
    let mut typed = filled(full, f);
    let own = GuestRef::Person(organizer);
    let was = GuestRef::Person(full.meeting.organizer_id);
    typed.guests.retain(|g| g.guest != own);
    if was != own {
        typed.guests.insert(0, GuestRow::new(was));
    }
    let own = own.to_string();
    for point in &mut typed.points {
        point.item.clear();
        if point.owner == "organizer" && was.to_string() != own {
            point.owner = was.to_string();
        } else if point.owner == own {
            "organizer".clone_into(&mut point.owner);
        }
    }
    Typed { meeting: String::new(), version: String::new(), ..typed }
}
