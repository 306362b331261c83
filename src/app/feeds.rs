//! Calendar subscriptions: make one, give it a new address, end it.

use serde_json::json;

use super::{
    actor::Actor,
    context::App,
    error::{AppError, Refusal, Result},
    once::{self, Once, Turn},
};
use crate::{
    domain::{
        feed::FeedKind,
        ids::{FeedId, TeamId},
    },
    identity::token::{Token, TokenKind},
    store::{self, Tx, audit::Deed, feeds::Feed},
};

use chrono::{DateTime, Utc};

/// Most working feeds of one person.
pub const MAX_FEEDS: usize = 50;

/// A feed with its secret, which is shown once and kept nowhere.
#[derive(Debug, Clone)]
pub struct Issued {
    /// The feed.
    pub id: FeedId,
    /// What it shows.
    pub kind: FeedKind,
    /// The secret part of its address.
    pub token: Token,
}

/// Makes a feed. `team` belongs to feeds of a team and to no other.
///
/// # Errors
/// [`AppError::NotFound`] for a team that this person is not in; [`Refusal::TooManyFeeds`] beyond [`MAX_FEEDS`];
/// [`AppError::KeyReused`] when the form was carried out before: its secret cannot be shown again.
pub async fn create(app: &App, actor: &Actor, (kind, team): (FeedKind, Option<TeamId>), key: &Once) -> Result<Issued> {
    let now = app.now();
    let mut tx = app.db.begin().await?;
    if once::begin(&mut tx, key, now).await? != Turn::First {
        return Err(AppError::KeyReused);
    }
    let team_id = team.filter(|_| kind == FeedKind::Team);
    if kind == FeedKind::Team {
        let team = team_id.filter(|team| actor.sees_team(*team)).ok_or(AppError::NotFound)?;
        store::teams::by_id(&mut tx, team).await?.ok_or(AppError::NotFound)?;
    }
    if store::feeds::of_person(&mut tx, actor.id()).await?.len() >= MAX_FEEDS {
        return Err(Refusal::TooManyFeeds.into());
    }
    let token = Token::new(TokenKind::Feed, app.random());
    let feed = Feed {
        id: app.new_id(),
        owner_id: actor.id(),
        kind,
        team_id,
        token_hash: token.hash().as_bytes().to_vec(),
        created_at: now,
        last_used_at: None,
        revoked_at: None,
    };
    store::feeds::insert(&mut tx, &feed).await?;
    record(&mut tx, actor, "feed.created", &feed, now).await?;
    once::finish(&mut tx, key, "/settings/feeds").await?;
    tx.commit().await?;
    Ok(Issued { id: feed.id, kind, token })
}

/// Gives a feed a new address; the old one stops at once.
///
/// # Errors
/// [`AppError::NotFound`] for a feed that is revoked or somebody else's.
pub async fn rotate(app: &App, actor: &Actor, id: FeedId) -> Result<Issued> {
    let mut tx = app.db.begin().await?;
    let feed = store::feeds::by_id(&mut tx, actor.id(), id).await?.ok_or(AppError::NotFound)?;
    let token = Token::new(TokenKind::Feed, app.random());
    if !store::feeds::rotate(&mut tx, actor.id(), id, token.hash().as_bytes()).await? {
        return Err(AppError::NotFound);
    }
    record(&mut tx, actor, "feed.rotated", &feed, app.now()).await?;
    tx.commit().await?;
    Ok(Issued { id, kind: feed.kind, token })
}

/// Ends a feed; its address stops at once.
///
/// # Errors
/// [`AppError::NotFound`] for a feed that is revoked already or somebody else's.
pub async fn revoke(app: &App, actor: &Actor, id: FeedId) -> Result<()> {
    let now = app.now();
    let mut tx = app.db.begin().await?;
    let feed = store::feeds::by_id(&mut tx, actor.id(), id).await?.ok_or(AppError::NotFound)?;
    if !store::feeds::revoke(&mut tx, actor.id(), id, now).await? {
        return Err(AppError::NotFound);
    }
    record(&mut tx, actor, "feed.revoked", &feed, now).await?;
    Ok(tx.commit().await?)
}

/// Notes that feeds were fetched; called by a worker for many at once, because fetching one writes nothing.
pub async fn note_used(app: &App, used: &[(FeedId, DateTime<Utc>)]) -> Result<()> {
    if used.is_empty() {
        return Ok(());
    }
    let mut tx = app.db.begin().await?;
    store::feeds::used(&mut tx, used).await?;
    Ok(tx.commit().await?)
}

async fn record(tx: &mut Tx, actor: &Actor, action: &'static str, feed: &Feed, now: DateTime<Utc>) -> Result<()> {
    let after = json!({ "kind": feed.kind.as_str(), "team": feed.team_id.map(|team| team.to_string()) });
    let deed = Deed { after: Some(after), ..actor.deed(action, ("feed", feed.id.uuid())) };
    Ok(store::audit::record(tx, &deed, now).await?)
}
