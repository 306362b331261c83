//! First-run set-up: from an empty database to a firm with an administrator. Opened by a code that the server prints
//! when it starts; once the set-up is finished, neither code nor pages work any more.

pub mod account;
pub mod team;

use chrono::{DateTime, TimeDelta, Utc};

use super::{
    actor::Actor,
    context::App,
    error::{AppError, Refusal, Result},
    sessions::slow_down,
};
use crate::{
    domain::{
        country::Country, hours::WorkingHours, language::Language, limits::policy::Policy, text::SafeText, time::Zone,
    },
    identity::token::{Token, TokenKind, lookup},
    store::{self, Tx, audit::Deed, organization::Organization, sessions::OneTime, throttle::Rate},
};

/// Longest name of a firm or team, in characters.
pub const MAX_NAME: usize = 100;
/// How long a code works; a restart prints a new one.
const CODE_DAYS: i64 = 30;
/// Codes that work at a time.
const MAX_CODES: i64 = 20;
/// The word in `one_time`.
const PURPOSE: &str = "setup";
const CODES_PER_CLIENT: Rate = Rate { burst: 10, seconds: 60 };

/// Makes the code that opens the set-up, to be printed by the server. `None` once somebody can sign in and administer:
/// they finish it, and a code would only be a second way in. Every server on one
/// database prints its own, and the newest twenty work.
pub async fn open_code(app: &App) -> Result<Option<String>> {
    let now = app.now();
    let mut tx = app.db.begin().await?;
    if !comes_first(&mut tx).await? {
        return Ok(None);
    }
    let token = Token::new(TokenKind::Setup, app.random());
    let secret = OneTime {
        token_hash: token.hash().as_bytes().to_vec(),
        purpose: PURPOSE.to_owned(),
        person_id: None,
        created_at: now,
        expires_at: now + TimeDelta::days(CODE_DAYS),
        used_at: None,
    };
    store::sessions::add_one_time(&mut tx, &secret, MAX_CODES).await?;
    tx.commit().await?;
    Ok(Some(token.as_str().to_owned()))
}

/// Checks a code typed at the door.
///
/// # Errors
/// [`Refusal::LinkUsed`] when it opens nothing, [`Refusal::TooMany`] when tried too often, [`AppError::NotFound`] after
/// the set-up.
pub async fn enter(app: &App, code: &str, address: &str) -> Result<()> {
    let mut tx = app.db.begin_read().await?;
    progress(&mut tx).await?.ok_or(AppError::NotFound)?;
    drop(tx);
    slow_down(app, &[(format!("setup {address}"), CODES_PER_CLIENT)]).await?;
    let mut tx = app.db.begin_read().await?;
    if code_opens(&mut tx, code, app.now()).await? { Ok(()) } else { Err(Refusal::LinkUsed.into()) }
}

/// Whether the code works at this moment: it does until it is used up, or somebody else can administer.
pub async fn code_opens(tx: &mut Tx, code: &str, now: DateTime<Utc>) -> Result<bool> {
    let Some(hash) = lookup(TokenKind::Setup, code) else { return Ok(false) };
    Ok(store::sessions::one_time(tx, hash.as_bytes(), PURPOSE, now).await?.is_some() && comes_first(tx).await?)
}

/// How far the set-up has come.
#[derive(Debug, Clone)]
pub struct Progress {
    /// The firm, once it has a name.
    pub organization: Option<Organization>,
    /// Whether somebody can sign in and administer.
    pub has_admin: bool,
    /// Teams made so far.
    pub teams: usize,
}

/// Reads how far the set-up has come; `None` when it is finished.
pub async fn progress(tx: &mut Tx) -> Result<Option<Progress>> {
    let organization = store::organization::load(tx).await?;
    if organization.as_ref().is_some_and(|o| o.set_up_at.is_some()) {
        return Ok(None);
    }
    let has_admin = store::people::active_admins(tx).await? > 0;
    let teams = store::teams::list(tx).await?.len();
    Ok(Some(Progress { organization, has_admin, teams }))
}

/// Whether nobody can sign in yet, so that the set-up is the only door.
pub async fn comes_first(tx: &mut Tx) -> Result<bool> {
    Ok(progress(tx).await?.is_some_and(|progress| !progress.has_admin))
}

/// What opens the pages ahead of the first account, and the administrator's session behind it.
#[derive(Debug, Clone)]
pub enum Opener {
    /// The printed code.
    Code {
        /// As the browser keeps it.
        code: String,
        /// Network address, for the record.
        address: String,
    },
    /// An administrator.
    Admin(Box<Actor>),
}

impl Opener {
    /// Asks inside the transaction of a step; the code may have been used meanwhile.
    async fn check(&self, tx: &mut Tx, now: DateTime<Utc>) -> Result<Progress> {
        let progress = progress(tx).await?.ok_or(AppError::NotFound)?;
        match self {
            Self::Code { code, .. } if !code_opens(tx, code, now).await? => Err(Refusal::LinkUsed.into()),
            Self::Admin(actor) => actor.may_administer().map(|_| progress),
            Self::Code { .. } => Ok(progress),
        }
    }

    fn deed(&self, action: &'static str) -> Deed {
        let (actor_id, actor, address) = match self {
            Self::Code { address, .. } => (None, "set-up".to_owned(), address),
            Self::Admin(actor) => (Some(actor.id()), actor.person.name.clone(), &actor.address),
        };
        Deed { actor_id, actor, action, object_kind: "organization", address: address.clone(), ..Deed::default() }
    }
}

/// The firm as the set-up asks for it.
#[derive(Debug, Clone)]
pub struct Company {
    /// As customers read it; cut to [`MAX_NAME`] characters on one line.
    pub name: String,
    /// Where it is.
    pub country: Country,
    /// Where its clocks are.
    pub zone: Zone,
    /// Language of new people.
    pub language: Language,
    /// Hours of new people.
    pub hours: WorkingHours,
}

/// Writes the firm; may be done again until the set-up is finished.
///
/// # Errors
/// [`Refusal::LinkUsed`] when the code works no more, [`AppError::NotFound`] after the set-up.
pub async fn save_company(app: &App, opener: &Opener, company: Company) -> Result<()> {
    let now = app.now();
    let mut tx = app.db.begin().await?;
    store::organization::locked(&mut tx).await?;
    let old = opener.check(&mut tx, now).await?.organization;
    let firm = Organization {
        name: SafeText::line(&company.name, MAX_NAME).into(),
        country: company.country.as_str().to_owned(),
        zone: company.zone.name().to_owned(),
        language: company.language,
        hours: company.hours.into(),
        relay: old.as_ref().and_then(|o| o.relay.clone()),
        demo: false,
        set_up_at: None,
        created_at: old.as_ref().map_or(now, |o| o.created_at),
        updated_at: now,
    };
    store::organization::save(&mut tx, &firm).await?;
    if old.is_none() {
        // What a firm begins with, and may choose otherwise.
        store::policy::begin_change(&mut tx).await?;
        let usual = store::policy::read(&mut tx).await?.settings;
        store::policy::save(&mut tx, &Policy { ends_early: true, ..usual }).await?;
    }
    let after = serde_json::json!({ "name": firm.name, "country": firm.country, "zone": firm.zone });
    let deed = Deed { after: Some(after), ..opener.deed("setup.company") };
    store::audit::record(&mut tx, &deed, now).await?;
    Ok(tx.commit().await?)
}

/// Closes the set-up for good.
///
/// # Errors
/// [`AppError::Denied`] for anybody but an administrator, [`AppError::NotFound`] when it was closed before.
pub async fn finish(app: &App, actor: &Actor) -> Result<()> {
    let now = app.now();
    let mut tx = app.db.begin().await?;
    let opener = Opener::Admin(Box::new(actor.clone()));
    store::organization::locked(&mut tx).await?;
    let mut firm = opener.check(&mut tx, now).await?.organization.ok_or(AppError::NotFound)?;
    firm.set_up_at = Some(now);
    firm.updated_at = now;
    store::organization::save(&mut tx, &firm).await?;
    store::audit::record(&mut tx, &opener.deed("setup.finished"), now).await?;
    Ok(tx.commit().await?)
}
