//! What people set for themselves.

use super::{
    actor::Actor,
    context::App,
    error::{AppError, Refusal, Result},
    sessions::{open, slow_down},
};
use crate::{
    domain::{
        hours::{DaySpan, WeekSpan, WorkingHours},
        language::Language,
        person::{Clock, Theme},
        time::Zone,
    },
    identity::{
        password::{Passwords, Verdict, check_new},
        token::Token,
    },
    store::{self, people::Person, throttle::Rate},
};

/// Longest name of a person or team, in characters.
pub const MAX_NAME: usize = 100;
/// Longest link, in characters.
pub const MAX_LINK: usize = 500;

/// Tries of the present password: a borrowed, unlocked browser must not become a way to guess it.
const PRESENT_PASSWORD: Rate = Rate { burst: 5, seconds: 60 };

/// Name and manners.
#[derive(Debug, Clone)]
pub struct Profile {
    /// Display name, one line.
    pub name: String,
    /// Language of pages and mails.
    pub language: Language,
    /// Zone that times are shown in.
    pub zone: Zone,
    /// Colon or full stop.
    pub clock: Clock,
    /// Fixed video room, an `https` link.
    pub video_room: Option<String>,
}

/// How pages look and listen.
#[derive(Debug, Clone, Copy)]
pub struct Appearance {
    /// Light or dark.
    pub theme: Theme,
    /// Smaller rows.
    pub compact: bool,
    /// Whether single-key shortcuts work.
    pub shortcuts: bool,
}

/// Saves the profile of the signed-in person.
pub async fn save_profile(app: &App, actor: &Actor, profile: Profile) -> Result<()> {
    save(app, actor, |person| {
        person.name = profile.name;
        person.language = profile.language;
        profile.zone.name().clone_into(&mut person.zone);
        person.clock = profile.clock;
        person.video_room = profile.video_room;
    })
    .await
}

/// Saves when the signed-in person works.
pub async fn save_hours(app: &App, actor: &Actor, hours: WorkingHours) -> Result<()> {
    save(app, actor, |person| person.hours = hours.into()).await
}

/// Saves the hours that the signed-in person keeps for selling: whole stretches of the week, in order.
pub async fn save_selling(app: &App, actor: &Actor, selling: &[WeekSpan]) -> Result<()> {
    let now = app.now();
    let mut tx = app.db.begin().await?;
    store::people::locked(&mut tx, actor.id()).await?.ok_or(AppError::NotFound)?;
    let before = store::person_time::selling(&mut tx, actor.id()).await?;
    if before == selling {
        return Ok(());
    }
    store::person_time::save_selling(&mut tx, actor.id(), selling, now).await?;
    let words = |spans: &[WeekSpan]| {
        let one = |s: &WeekSpan| format!("{}: {:02}–{:02}", s.weekday + 1, s.span.from / 60, s.span.to / 60);
        Some(serde_json::json!({ "selling": spans.iter().map(one).collect::<Vec<_>>() }))
    };
    let mut deed = actor.deed("person.selling_saved", ("person", actor.id().uuid()));
    (deed.before, deed.after) = (words(&before), words(selling));
    store::audit::record(&mut tx, &deed, now).await?;
    Ok(tx.commit().await?)
}

/// Saves how pages look for the signed-in person.
pub async fn save_appearance(app: &App, actor: &Actor, appearance: Appearance) -> Result<()> {
    save(app, actor, |person| {
        person.theme = appearance.theme;
        person.compact = appearance.compact;
        person.shortcuts = appearance.shortcuts;
    })
    .await
}

async fn save(app: &App, actor: &Actor, write: impl FnOnce(&mut Person)) -> Result<()> {
    let now = app.now();
    let mut tx = app.db.begin().await?;
    let mut person = store::people::locked(&mut tx, actor.id()).await?.ok_or(AppError::NotFound)?;
    let before = own_choices(&person);
    write(&mut person);
    let after = own_choices(&person);
    if before == after {
        return Ok(());
    }
    person.updated_at = now;
    store::people::update(&mut tx, &person).await?;
    let mut deed = actor.deed("person.settings_saved", ("person", person.id.uuid()));
    deed.before = Some(before);
    deed.after = Some(after);
    store::audit::record(&mut tx, &deed, now).await?;
    Ok(tx.commit().await?)
}

/// What the record keeps of a person's own choices.
fn own_choices(p: &Person) -> serde_json::Value {
    let span = |s: DaySpan| format!("{:02}:{:02}–{:02}:{:02}", s.from / 60, s.from % 60, s.to / 60, s.to % 60);
    let day = |(i, day): (usize, &Option<DaySpan>)| day.map(|d| format!("{}: {}", i + 1, span(d)));
    let days: Vec<String> = p.hours.days.iter().enumerate().filter_map(day).collect();
    serde_json::json!({
        "name": p.name, "language": p.language, "zone": p.zone, "clock": p.clock, "theme": p.theme,
        "compact": p.compact, "shortcuts": p.shortcuts, "video": p.video_room, "hours": days,
        "lunch": p.hours.lunch.map(span),
    })
}

/// A new password.
pub struct ChangePassword {
    /// The present one, as typed.
    pub present: String,
    /// The new one, as typed.
    pub new: String,
    /// Browser and system in words, for the session that goes on.
    pub device: String,
}

/// Whether somebody who is signed in knows their password, asked slowly.
pub(super) async fn is_present_password(
    app: &App,
    passwords: &Passwords,
    actor: &Actor,
    present: String,
) -> Result<bool> {
    slow_down(app, &[(format!("password {}", actor.id()), PRESENT_PASSWORD)]).await?;
    Ok(passwords.verify(present, actor.person.password_hash.clone()).await? != Verdict::Wrong)
}

/// Changes the password of the signed-in person. All their sessions end; the returned one goes on in this browser.
/// Open links to set a password die too.
///
/// # Errors
/// [`Refusal::WrongPassword`], [`Refusal::Password`] for a new one that breaks a rule, [`Refusal::TooMany`].
pub async fn change_password(
    app: &App,
    passwords: &Passwords,
    actor: &Actor,
    command: ChangePassword,
) -> Result<Token> {
    let known = actor.person.password_hash.clone();
    if !is_present_password(app, passwords, actor, command.present).await? {
        return Err(Refusal::WrongPassword.into());
    }
    check_new(&command.new, &actor.person.email, &actor.person.name).map_err(Refusal::Password)?;
    let hash = passwords.hash(command.new, app.random()).await?;
    let now = app.now();
    let mut tx = app.db.begin().await?;
    let mut person = store::people::locked(&mut tx, actor.id()).await?.ok_or(AppError::NotFound)?;
    if person.password_hash != known || person.state != actor.person.state {
        return Err(AppError::Stale);
    }
    person.password_hash = Some(hash);
    person.updated_at = now;
    store::people::update(&mut tx, &person).await?;
    store::sessions::end_all(&mut tx, person.id, None, now).await?;
    store::sessions::void_one_time(&mut tx, person.id, now).await?;
    let deed = actor.deed("person.password_changed", ("person", person.id.uuid()));
    store::audit::record(&mut tx, &deed, now).await?;
    let token = open(&mut tx, app, &person, (&command.device, &actor.address)).await?;
    tx.commit().await?;
    Ok(token)
}
