//! Sign in and out.

use chrono::{DateTime, TimeDelta, Utc};

use super::{
    actor::Actor,
    context::App,
    error::{AppError, Refusal, Result},
};
use crate::{
    domain::{
        ids::{PersonId, SessionId},
        person::PersonState,
    },
    identity::{
        password::{Passwords, Verdict},
        token::{Token, TokenKind, lookup},
    },
    store::{
        self, Tx,
        audit::Deed,
        people::Person,
        sessions::{Recognised, Session},
        throttle::{Rate, take},
    },
};

/// A session ends when it was not used for this long …
pub const IDLE_HOURS: i64 = 12;
/// … and in any case after this long.
pub const LIFE_DAYS: i64 = 14;

const PER_ADDRESS: Rate = Rate { burst: 5, seconds: 20 };
const PER_ACCOUNT: Rate = Rate { burst: 30, seconds: 120 };

/// Somebody at the door.
pub struct SignIn {
    /// As typed.
    pub email: String,
    /// As typed.
    pub password: String,
    /// Browser and system in words.
    pub device: String,
    /// Network address.
    pub address: String,
}

/// Signs in with address and password.
///
/// # Errors
/// [`AppError::Denied`] for an unknown person and a wrong password alike, after the same work;
/// [`Refusal::TooMany`] when tried too often from this address or for this account.
pub async fn sign_in(app: &App, passwords: &Passwords, command: SignIn) -> Result<Token> {
    let key = command.email.trim().to_lowercase();
    slow_down(app, &[(format!("sign-in {}", command.address), PER_ADDRESS), (format!("account {key}"), PER_ACCOUNT)])
        .await?;
    let person = {
        let mut tx = app.db.begin_read().await?;
        store::people::by_email(&mut tx, &key).await?
    };
    let stored = person.as_ref().filter(|p| p.state == PersonState::Active).and_then(|p| p.password_hash.clone());
    let verdict = passwords.verify(command.password.clone(), stored).await?;
    let (Verdict::Right { needs_rehash }, Some(found)) = (verdict, person) else {
        note_failure(app, &key, &command.address).await?;
        return Err(AppError::Denied);
    };
    let fresh = if needs_rehash { Some(passwords.hash(command.password, app.random()).await?) } else { None };
    let mut tx = app.db.begin().await?;
    // Password and state may have changed while the password was checked.
    let person = store::people::locked(&mut tx, found.id).await?;
    let same = |p: &Person| p.state == PersonState::Active && p.password_hash == found.password_hash;
    let mut person = person.filter(same).ok_or(AppError::Denied)?;
    if fresh.is_some() {
        person.password_hash = fresh;
        store::people::update(&mut tx, &person).await?;
    }
    let token = open(&mut tx, app, &person, (&command.device, &command.address)).await?;
    tx.commit().await?;
    Ok(token)
}

/// Signs in as one of the demo's people; the caller has made sure that this is the demo.
///
/// # Errors
/// [`AppError::NotFound`] unless this is the demo's data and the person may sign in.
pub async fn sign_in_demo(app: &App, person: PersonId, from: (&str, &str)) -> Result<Token> {
    let mut tx = app.db.begin().await?;
    let organization = store::organization::load(&mut tx).await?.filter(|o| o.demo);
    let person = store::people::by_id(&mut tx, person).await?.filter(|p| p.state == PersonState::Active);
    let (Some(_), Some(person)) = (organization, person) else { return Err(AppError::NotFound) };
    let token = open(&mut tx, app, &person, from).await?;
    tx.commit().await?;
    Ok(token)
}

/// Takes one from each bucket, or says how long to wait.
pub(super) async fn slow_down(app: &App, buckets: &[(String, Rate)]) -> Result<()> {
    let now = app.now();
    let mut tx = app.db.begin().await?;
    let mut wait = None;
    for (bucket, rate) in buckets {
        if let Err(seconds) = take(&mut tx, bucket, *rate, now).await? {
            wait = wait.max(Some(seconds));
        }
    }
    tx.commit().await?;
    wait.map_or(Ok(()), |seconds| Err(Refusal::TooMany(seconds).into()))
}

async fn note_failure(app: &App, key: &str, address: &str) -> Result<()> {
    let mut tx = app.db.begin().await?;
    let deed = Deed {
        actor: key.chars().take(254).collect(),
        action: "session.refused",
        object_kind: "session",
        address: address.to_owned(),
        ..Deed::default()
    };
    store::audit::record(&mut tx, &deed, app.now()).await?;
    Ok(tx.commit().await?)
}

/// Opens a session; the caller has made sure who it is.
pub(super) async fn open(tx: &mut Tx, app: &App, person: &Person, (device, address): (&str, &str)) -> Result<Token> {
    let now = app.now();
    let token = Token::new(TokenKind::Session, app.random());
    let session = Session {
        id: app.new_id(),
        person_id: person.id,
        token_hash: token.hash().as_bytes().to_vec(),
        device: device.chars().take(120).collect(),
        created_at: now,
        last_seen_at: now,
        ended_at: None,
    };
    store::sessions::insert(tx, &session).await?;
    let deed = Deed {
        actor_id: Some(person.id),
        actor: person.name.clone(),
        action: "session.opened",
        object_kind: "session",
        object_id: Some(session.id.uuid()),
        address: address.to_owned(),
        ..Deed::default()
    };
    store::audit::record(tx, &deed, now).await?;
    Ok(token)
}

/// Who a cookie belongs to, if it still works. Reads only.
pub async fn recognise(
    tx: &mut Tx,
    now: DateTime<Utc>,
    cookie: &str,
    address: &str,
) -> Result<Option<(Actor, Session)>> {
    let Some(hash) = lookup(TokenKind::Session, cookie) else { return Ok(None) };
    let Some(found) = store::sessions::by_hash(tx, hash.as_bytes()).await? else { return Ok(None) };
    let Recognised { session, person, memberships, acts_for } = found;
    if !works(&session, now) {
        return Ok(None);
    }
    let actor = Actor::of(tx, (person, &memberships, acts_for), Some(session.id), address.to_owned()).await?;
    Ok(actor.map(|actor| (actor, session)))
}

/// Whether a session that nobody ended is young enough.
#[must_use]
pub fn works(session: &Session, now: DateTime<Utc>) -> bool {
    let idle = now - session.last_seen_at > TimeDelta::hours(IDLE_HOURS);
    let old = now - session.created_at > TimeDelta::days(LIFE_DAYS);
    !idle && !old
}

/// Notes that sessions were used; called by a worker for many at once, because reading a page writes nothing.
pub async fn note_seen(app: &App, seen: &[(SessionId, DateTime<Utc>)]) -> Result<()> {
    let mut tx = app.db.begin().await?;
    store::sessions::seen(&mut tx, seen).await?;
    Ok(tx.commit().await?)
}

/// Which sessions to end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// One of one's own.
    One(SessionId),
    /// All of one's own but this one.
    Others,
    /// All of one's own.
    All,
}

/// Ends sessions of the signed-in person.
pub async fn end(app: &App, actor: &Actor, which: End) -> Result<()> {
    let now = app.now();
    let mut tx = app.db.begin().await?;
    match which {
        End::One(id) => {
            if !store::sessions::end(&mut tx, actor.id(), id, now).await? {
                return Err(AppError::NotFound);
            }
        }
        End::Others => store::sessions::end_all(&mut tx, actor.id(), actor.session, now).await?,
        End::All => store::sessions::end_all(&mut tx, actor.id(), None, now).await?,
    }
    let deed = actor.deed("session.ended", ("session", actor.session.map(SessionId::uuid)));
    store::audit::record(&mut tx, &deed, now).await?;
    Ok(tx.commit().await?)
}
