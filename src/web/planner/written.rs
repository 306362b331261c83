//! *Send as written update*: the same form, mailed instead of meeting. One page shows what it says and to whom, before
//! anything is sent; the whole plan travels with it in hidden fields, so that the way back loses nothing.

use std::collections::BTreeSet;

use askama::Template;
use axum::{
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use uuid::Uuid;

use super::{
    act::{self, Action},
    desk::Desk,
    impact,
    mails::{self, MailView},
    parse, show,
    typed::{GuestRef, GuestRow, Typed},
    view::{self, Extra},
};
use crate::{
    app::{
        error::{AppError, Refusal},
        written_update::{self, SendUpdate, Sent},
    },
    domain::{
        letter::{Body, Letter, MailLinks},
        meeting::{AttendeeRole, MAX_TITLE, Party},
        person::PersonState,
        text::SafeText,
        when,
        written::{Addressee, Draft, MAX_WORDS, answers_fit, gets_time_back},
    },
    i18n::{field_errors, labels},
    mail::render,
    store::Tx,
    web::{
        caller::Caller,
        failure::Failure,
        form::{Errors, Form},
        page::{self, Nav, Page},
        state::{Reads, Writes},
    },
};

#[derive(Template)]
#[template(path = "updates/new.html")]
struct UpdatePage<'a> {
    page: Page<'a>,
    errors: Errors,
    once: String,
    /// The plan, for the way back and for sending.
    plan: Vec<(String, String)>,
    words: String,
    words_hint: String,
    answer_by: String,
    date_example: String,
    saving: String,
    people: Vec<ReaderView>,
    mails: Vec<MailView>,
}

struct ReaderView {
    name: String,
    customer: bool,
    /// How they would have taken part, and in which language they are written to.
    manner: String,
}

/// The form as the caller's own: nobody writes in another's name.
fn own(form: &Form) -> Typed {
    Typed { organizer: String::new(), ..Typed::read(form) }
}

/// What it would give back, beside the button; `None` where there is nobody to tell, or nothing to know yet.
pub(super) fn saving(desk: &Desk<'_>) -> Option<String> {
    if desk.meeting.is_some() || desk.typed.guests.is_empty() || !desk.typed.organizer.is_empty() {
        return None;
    }
    impact::length(desk).map(|minutes| words_of_saving(desk, minutes))
}

fn words_of_saving(desk: &Desk<'_>, minutes: u32) -> String {
    let comes = |g: &&GuestRow| matches!(g.guest, GuestRef::Person(_)) && gets_time_back(role(g));
    let people = u32::try_from(desk.typed.guests.iter().filter(comes).count() + 1).unwrap_or(u32::MAX);
    let length = |minutes| desk.f.duration(minutes);
    desk.t().written_saves(people, length(minutes), length(minutes.saturating_mul(people)))
}

fn role(row: &GuestRow) -> AttendeeRole {
    row.role.parse().unwrap_or(AttendeeRole::Required)
}

/// What would be sent. Changes nothing.
pub(super) async fn preview(State(reads): State<Reads>, caller: Caller, form: Form) -> Result<Response, Failure> {
    let mut tx = reads.begin().await?;
    let mut desk = Desk::new(&mut tx, &reads, &caller, own(&form)).await?;
    let Some(mut draft) = planned(&mut desk, &mut tx).await? else {
        return view::draw(desk, &mut tx, Extra::default()).await;
    };
    desk.said.errors = letter(&desk, &mut draft);
    draw(desk, &draft)
}

/// Sends it.
pub(super) async fn create(State(writes): State<Writes>, caller: Caller, form: Form) -> Result<Response, Failure> {
    let reads = writes.reads();
    let mut tx = reads.begin().await?;
    let mut desk = Desk::new(&mut tx, &reads, &caller, own(&form)).await?;
    let Some(mut draft) = planned(&mut desk, &mut tx).await? else {
        return view::draw(desk, &mut tx, Extra::default()).await;
    };
    // Readers and the one writer of SQLite use different connections; holding this one would only cost.
    drop(tx);
    let mut errors = letter(&desk, &mut draft);
    if !draft.says_something() {
        errors.add("words", desk.t().written_words_missing());
    }
    if !errors.is_empty() {
        desk.said.errors = errors;
        return draw(desk, &draft);
    }
    Box::pin(send(&writes, desk, draft, &form)).await
}

async fn send(writes: &Writes, mut desk: Desk<'_>, draft: Draft, form: &Form) -> Result<Response, Failure> {
    let actor = desk.actor()?;
    let kept = desk.typed.draft.parse().ok();
    let command = SendUpdate { draft: draft.clone(), kept, once: form.once(actor.id()) };
    match written_update::run(&writes.app, actor, &actor.may_plan()?, command).await {
        Ok(Sent::New(id)) => Ok(Redirect::to(&written_update::location(id)).into_response()),
        Ok(Sent::Again(location)) => Ok(Redirect::to(&location).into_response()),
        Err(AppError::KeyReused) => {
            desk.typed.once.clear();
            desk.said.errors.add("update", desk.t().written_sent_already());
            draw_as(StatusCode::CONFLICT, desk, &draft)
        }
        Err(AppError::Refused(Refusal::AnswerDay)) => {
            desk.said.errors.add("answer_by", desk.t().written_answer_by_range());
            draw(desk, &draft)
        }
        Err(AppError::Refused(refusal)) => {
            show::refuse(&mut desk, refusal)?;
            let mut tx = writes.reads().begin().await?;
            view::draw(desk, &mut tx, Extra::default()).await
        }
        Err(error) => Err(error.into()),
    }
}

/// The part of the plan that is sent; `None`, with errors on the desk, where the planner must be gone back to.
async fn planned(desk: &mut Desk<'_>, tx: &mut Tx) -> Result<Option<Draft>, Failure> {
    act::apply(desk, tx, &Action::Look).await?;
    let mut errors = std::mem::take(&mut desk.said.errors);
    let draft = read(desk, &mut errors);
    barred(desk, &mut errors);
    desk.said.errors = errors;
    Ok(draft.filter(|_| desk.said.errors.is_empty()))
}

fn read(desk: &Desk<'_>, errors: &mut Errors) -> Option<Draft> {
    let (t, typed, reading) = (desk.t(), &desk.typed, desk.reading());
    let purpose = typed.chosen_purpose();
    if purpose.is_none() {
        errors.add("purpose", t.field_choose_one());
    }
    let title = parse::line(&reading, errors, ("title", &typed.title), MAX_TITLE);
    if title.is_empty() && errors.of("title").is_none() {
        errors.add("title", t.planner_title_missing());
    }
    let invitees = parse::invitees(&reading, typed, errors);
    let agenda = parse::agenda(&reading, typed, errors);
    let minutes = parse::minutes(&reading, typed, errors);
    Some(Draft {
        purpose: purpose?,
        title,
        invitees,
        agenda,
        open_guest_list: typed.open,
        minutes: minutes?,
        words: String::new(),
        answer_by: None,
    })
}

/// Whoever asked for no more mail, or has left, is named before anything is written.
fn barred(desk: &Desk<'_>, errors: &mut Errors) {
    let names = |barred: &dyn Fn(GuestRef) -> bool| -> Vec<String> {
        desk.typed.guests.iter().filter(|g| barred(g.guest)).filter_map(|g| desk.known.name(g)).collect()
    };
    let silent = names(&|guest| {
        let GuestRef::Contact(id) = guest else { return false };
        desk.known.contacts.get(&id).is_some_and(|contact| contact.do_not_contact_at.is_some())
    });
    let gone = names(&|guest| {
        let GuestRef::Person(id) = guest else { return false };
        desk.known.people.get(&id).is_some_and(|person| person.state == PersonState::Deactivated)
    });
    if !silent.is_empty() {
        errors.add("who", desk.t().planner_who_silent(silent.join(", ")));
    }
    if !gone.is_empty() {
        errors.add("who", desk.t().planner_who_gone(gone.join(", ")));
    }
}

/// The part that is typed on the page itself.
fn letter(desk: &Desk<'_>, draft: &mut Draft) -> Errors {
    let (t, f, mut errors) = (desk.t(), &desk.f, Errors::default());
    let words = String::from(SafeText::block(&desk.typed.words, MAX_WORDS + 1));
    if words.chars().count() > MAX_WORDS {
        errors.add("words", t.field_too_long(i64::try_from(MAX_WORDS).unwrap_or(i64::MAX)));
    }
    draft.words = words;
    let today = f.day(desk.caller.now());
    if !desk.typed.answer_by.trim().is_empty() {
        match when::date(&desk.typed.answer_by, today) {
            Ok(day) if answers_fit(day, today) => draft.answer_by = Some(day),
            Ok(_) => errors.add("answer_by", t.written_answer_by_range()),
            Err(error) => errors.add("answer_by", field_errors::date(f, error, parse::example(today))),
        }
    }
    errors
}

/// Draws the page; with errors as 422.
fn draw(desk: Desk<'_>, draft: &Draft) -> Result<Response, Failure> {
    let status = if desk.said.errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    draw_as(status, desk, draft)
}

fn draw_as(status: StatusCode, mut desk: Desk<'_>, draft: &Draft) -> Result<Response, Failure> {
    let (t, f) = (desk.t(), &desk.f);
    let view = UpdatePage {
        page: Page::new(desk.reads, desk.caller, Nav::Meetings),
        once: if desk.typed.once.is_empty() { desk.reads.once_key() } else { desk.typed.once.clone() },
        plan: plan_fields(&desk.typed),
        words_hint: t.written_words_hint(i64::try_from(MAX_WORDS).unwrap_or(i64::MAX)),
        date_example: f.short_date(parse::example(f.day(desk.caller.now()))),
        saving: words_of_saving(&desk, draft.minutes),
        people: desk.typed.guests.iter().map(|row| reader(&desk, row)).collect(),
        mails: mails(&desk, draft)?,
        errors: std::mem::take(&mut desk.said.errors),
        words: std::mem::take(&mut desk.typed.words),
        answer_by: std::mem::take(&mut desk.typed.answer_by),
    };
    page::html(status, &view)
}

/// Everything but what stands in the page's own fields.
fn plan_fields(typed: &Typed) -> Vec<(String, String)> {
    let mut fields = typed.fields();
    fields.retain(|(name, _)| !matches!(name.as_str(), "words" | "answer_by"));
    fields.push(("draft".to_owned(), typed.draft.clone()));
    fields
}

fn reader(desk: &Desk<'_>, row: &GuestRow) -> ReaderView {
    let language = desk.known.language(row).own_name();
    ReaderView {
        name: desk.known.name(row).unwrap_or_default(),
        customer: !matches!(row.guest, GuestRef::Person(_)),
        manner: format!("{}, {language}", labels::attendee_role(desk.t(), role(row))),
    }
}

/// The mails, one for each language and kind of reader.
fn mails(desk: &Desk<'_>, draft: &Draft) -> Result<Vec<MailView>, Failure> {
    let guests = &desk.typed.guests;
    let name = |place: usize| Some((place + 1, guests.get(place).and_then(|g| desk.known.name(g))?));
    let content = draft.content(&desk.organizer.name, name);
    let author = Party { name: desk.organizer.name.clone(), email: desk.organizer.email.clone() };
    let mut seen = BTreeSet::new();
    let mut mails = Vec::new();
    for (seat, row) in (1..).zip(guests) {
        let customer = !matches!(row.guest, GuestRef::Person(_));
        let to = Addressee { seat, role: role(row), customer, stop: customer.then(Uuid::nil) };
        let body = content.letter_to(to, draft.open_guest_list, (Uuid::nil().into(), &author));
        if seen.insert((desk.known.language(row), customer, body.time_back)) {
            mails.push(mail(desk, row, Body::Written(Box::new(body)))?);
        }
    }
    Ok(mails)
}

/// Links are stand-ins, because real ones are secrets of their readers.
fn mail(desk: &Desk<'_>, row: &GuestRow, body: Body) -> Result<MailView, Failure> {
    let base = &desk.reads.settings().base_url;
    let customer = !matches!(row.guest, GuestRef::Person(_));
    let links = MailLinks {
        stop: customer.then(|| format!("{base}/p/…")),
        page: (!customer).then(|| format!("{base}/updates/…")),
        ..MailLinks::default()
    };
    let to = mails::reader(desk, row);
    let (lang, reader) = (to.language.tag(), format!("{}, {}", to.party.name, to.language.own_name()));
    let letter = Letter { to, at: desk.caller.now(), company: desk.known.organization.name.clone(), body };
    let mail = render::render(&letter, &links).map_err(|error| Failure::Internal(error.to_string()))?;
    Ok(MailView { reader, lang, subject: mail.subject, text: mail.text })
}
