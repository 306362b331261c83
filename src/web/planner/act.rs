//! The buttons of the form that change nothing but the form.

use chrono::NaiveDate;

use super::{
    agenda, customer,
    desk::Desk,
    kept, parse, pasted,
    people::{Candidate, Directory, Meant, candidates, meant},
    times,
    typed::{GuestRef, GuestRow},
};
use crate::{
    domain::{
        email::EmailAddress,
        ids::{TeamId, TemplateId},
        limits::trade::Trade,
        meeting::MAX_ATTENDEES,
        person::PersonState,
        series::rule::MAX_DATES,
    },
    store::{self, Tx},
    web::{failure::Failure, form::Form, limit_panel},
};

/// What a button asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Action {
    /// Only draw the page with what was typed.
    Look,
    /// Take the template whatever was edited.
    Template,
    /// Take an agenda that somebody keeps.
    TakeAgenda(Option<TemplateId>),
    /// Keep this agenda as a template.
    KeepAgenda,
    /// Take somebody off the list.
    RemovePerson(GuestRef),
    /// Another point.
    AddPoint,
    /// One point less.
    RemovePoint(u32),
    /// A point one place up or down.
    MovePoint(u32, bool),
    /// Take changes that help against limits.
    Trade(Vec<Trade>),
    /// Leave these days of a series out.
    Skip(Vec<NaiveDate>),
    /// Show the mails.
    Mails,
    /// Keep it.
    Save,
    /// Send it.
    Send,
}

impl Action {
    /// Reads the pressed button; anything unknown only looks.
    pub(super) fn of(form: &Form) -> Self {
        let text = form.get("do");
        let (what, which) = text.split_once(':').unwrap_or((text, ""));
        let point = which.parse::<u32>();
        match (what, point) {
            ("template", _) => Self::Template,
            ("take-agenda", _) => Self::TakeAgenda(form.get("template").parse().ok()),
            ("keep-agenda", _) => Self::KeepAgenda,
            ("remove-person", _) => which.parse().map_or(Self::Look, Self::RemovePerson),
            ("add-point", _) => Self::AddPoint,
            ("remove-point", Ok(key)) => Self::RemovePoint(key),
            ("up", Ok(key)) => Self::MovePoint(key, true),
            ("down", Ok(key)) => Self::MovePoint(key, false),
            ("trade", _) => Self::Trade(limit_panel::decode(which)),
            ("skip", _) => Self::Skip(which.split(',').filter_map(|day| day.parse().ok()).take(MAX_DATES).collect()),
            ("mails", _) => Self::Mails,
            ("save", _) => Self::Save,
            ("send", _) => Self::Send,
            _ => Self::Look,
        }
    }
}

/// Carries the action out on the form. Whoever stands in the field that adds people is added by every button, so that
/// nothing typed is lost and nobody typed is forgotten.
pub(super) async fn apply(desk: &mut Desk<'_>, tx: &mut Tx, action: &Action) -> Result<(), Failure> {
    add_typed_person(desk, tx).await?;
    drop_doubles(desk);
    if let Action::RemovePerson(guest) = action {
        // Ahead of the agenda, which may follow who the customer is.
        desk.typed.guests.retain(|g| g.guest != *guest);
    }
    desk.classes = customer::agendas(desk, tx).await?;
    follow_purpose(desk, action);
    times::follow_choice(desk);
    match action {
        Action::Template => {
            let from = agenda::Beginnings { early: desk.early, classes: &desk.classes };
            agenda::use_template(&mut desk.typed, &desk.f, from);
        }
        Action::TakeAgenda(template) => kept::take(desk, tx, *template).await?,
        Action::AddPoint => agenda::add_point(&mut desk.typed),
        Action::RemovePoint(key) => agenda::remove_point(&mut desk.typed, *key),
        Action::MovePoint(key, up) => agenda::move_point(&mut desk.typed, *key, *up),
        Action::Trade(trades) => trades.iter().for_each(|trade| times::take(desk, trade)),
        Action::Skip(days) => desk.typed.skip.extend(days.iter().map(ToString::to_string)),
        Action::Mails => desk.said.show_mails = true,
        Action::Look | Action::RemovePerson(_) | Action::KeepAgenda | Action::Save | Action::Send => {}
    }
    Ok(())
}

fn follow_purpose(desk: &mut Desk<'_>, action: &Action) {
    // A meeting that was sent has its agenda; only the button takes the template then.
    if desk.meeting.is_some() {
        return;
    }
    let from = agenda::Beginnings { early: desk.early, classes: &desk.classes };
    let followed = agenda::follow_purpose(&mut desk.typed, &desk.f, from);
    let t = desk.t();
    if *action == Action::Send && followed.replaced.any() {
        desk.said.errors.add("purpose", t.planner_filled_in());
    }
    let notes = [
        (followed.kept.agenda, t.planner_kept_agenda()),
        (followed.kept.length, t.planner_kept_length()),
        (followed.kept.format, t.planner_kept_format()),
    ];
    desk.said.notes.extend(notes.into_iter().filter(|(kept, _)| *kept).map(|(_, note)| note));
}

async fn add_typed_person(desk: &mut Desk<'_>, tx: &mut Tx) -> Result<(), Failure> {
    let chosen = std::mem::take(&mut desk.typed.choose);
    if !chosen.is_empty() {
        desk.typed.who.clear();
        return add(desk, tx, &chosen).await;
    }
    let who = std::mem::take(&mut desk.typed.who);
    if who.trim().is_empty() {
        return Ok(());
    }
    let all = candidates(&Directory::whole(tx).await?);
    match pasted::entries(&who).as_slice() {
        [one] => {
            if let Err(words) = add_meant(desk, tx, meant(&all, one)).await? {
                desk.said.errors.add("who", words);
                desk.typed.who = who;
            }
            Ok(())
        }
        several => add_several(desk, tx, (&all, several)).await,
    }
}

/// Adds everybody who can be understood; the others stay in the field and are named.
async fn add_several(
    desk: &mut Desk<'_>,
    tx: &mut Tx,
    (all, entries): (&[Candidate], &[String]),
) -> Result<(), Failure> {
    let mut left = Vec::new();
    for entry in entries {
        let room = desk.typed.guests.len() + 1 < MAX_ATTENDEES;
        if !room || add_meant(desk, tx, meant(all, entry)).await?.is_err() {
            left.push(entry.as_str());
        }
    }
    // Which of several namesakes is asked about one at a time.
    desk.said.candidates.clear();
    if !left.is_empty() {
        desk.typed.who = left.join("; ");
        desk.said.errors.add("who", desk.t().planner_who_left(left.join(", ")));
    }
    Ok(())
}

/// Adds one entry of the field, or says why not.
async fn add_meant(desk: &mut Desk<'_>, tx: &mut Tx, meant: Meant) -> Result<Result<(), String>, Failure> {
    let t = desk.t();
    Ok(Err(match meant {
        Meant::One(Candidate { value, .. }) => return add(desk, tx, &value).await.map(Ok),
        Meant::Somebody { email, name } => return add_by_address(desk, tx, &email, name).await,
        Meant::Several(candidates) => {
            desk.said.candidates = candidates;
            t.planner_who_several()
        }
        Meant::NotAnAddress => t.field_not_an_address(),
        Meant::Nobody => t.planner_who_nobody(),
    }))
}

/// Adds whoever a reference means: a person, a contact, or all active members of a team.
async fn add(desk: &mut Desk<'_>, tx: &mut Tx, value: &str) -> Result<(), Failure> {
    let guests = match value.strip_prefix("t:").map(str::parse::<TeamId>) {
        Some(Ok(team)) => members(tx, team).await?,
        Some(Err(_)) => Vec::new(),
        None => value.parse::<GuestRef>().ok().filter(|g| !matches!(g, GuestRef::New(_))).into_iter().collect(),
    };
    let t = desk.t();
    if guests.is_empty() {
        desk.said.notes.push(t.planner_who_team_empty());
    }
    for guest in guests {
        if guest == GuestRef::Person(desk.organizer.id) {
            if !value.starts_with("t:") {
                desk.said.notes.push(t.planner_who_own());
            }
        } else if !desk.typed.has(guest) {
            desk.typed.guests.push(GuestRow::new(guest));
        }
    }
    desk.known.add(tx, &desk.typed).await?;
    let known = &desk.known;
    desk.typed.guests.retain(|g| known.name(g).is_some());
    Ok(())
}

async fn members(tx: &mut Tx, team: TeamId) -> Result<Vec<GuestRef>, Failure> {
    let members = store::teams::memberships(tx).await?;
    let ids: Vec<_> = members.into_iter().filter(|m| m.team_id == team).map(|m| m.person_id).collect();
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let mut people = store::people::by_ids(tx, &ids).await?;
    people.retain(|p| p.state != PersonState::Deactivated);
    people.sort_by(|a, b| a.name.cmp(&b.name).then(a.id.cmp(&b.id)));
    Ok(people.into_iter().map(|p| GuestRef::Person(p.id)).collect())
}

/// An address that is on no list of names: a colleague who left, a contact who wants no mail, or somebody new.
async fn add_by_address(
    desk: &mut Desk<'_>,
    tx: &mut Tx,
    email: &EmailAddress,
    name: String,
) -> Result<Result<(), String>, Failure> {
    let t = desk.t();
    if let Some(person) = store::people::by_email(tx, &email.key()).await? {
        if person.state == PersonState::Deactivated {
            return Ok(Err(t.planner_who_gone(person.name)));
        }
        return add(desk, tx, &GuestRef::Person(person.id).to_string()).await.map(Ok);
    }
    if let Some(contact) = store::accounts::contact_by_email(tx, &email.key()).await? {
        if contact.do_not_contact_at.is_some() {
            return Ok(Err(t.planner_who_silent(contact.name)));
        }
        return add(desk, tx, &GuestRef::Contact(contact.id).to_string()).await.map(Ok);
    }
    let guest = GuestRef::New(desk.typed.next_new());
    let row = GuestRow { email: email.as_str().to_owned(), name, ..GuestRow::new(guest) };
    desk.typed.guests.push(row);
    Ok(Ok(()))
}

/// Two rows of one address are one person, and the organizer is no guest.
fn drop_doubles(desk: &mut Desk<'_>) {
    let doubles = parse::doubles(&desk.known, &desk.organizer, &desk.typed);
    let own = |g: &GuestRow| desk.known.email(g).eq_ignore_ascii_case(&desk.organizer.email);
    if desk.typed.guests.iter().any(own) {
        desk.said.notes.push(desk.caller.texts().planner_who_own());
    }
    desk.typed.guests.retain(|g| !doubles.contains(&g.guest));
}
