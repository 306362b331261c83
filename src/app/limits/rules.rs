//! Rules: made, changed and ended.

use serde_json::json;

use super::{MAX_ALL_OWN, MAX_OWN, OWN_LEVEL, is_own, name_of, permit, permit_change, recorded};
use crate::{
    app::{
        actor::{Actor, MayAdminister},
        context::App,
        error::{AppError, Refusal, Result},
        once::{self, Once, Turn},
    },
    domain::{
        ids::RuleId,
        limits::{rule::Rule, sound},
    },
    store::{
        self, Tx,
        rules::{MAX_RULES, RuleRow},
    },
};

/// Puts a rule in force from its first day; the form sent twice makes one. Returns where the form leads.
///
/// # Errors
/// [`Refusal::UnsoundRule`], [`Refusal::TooManyRules`]; for one's own [`Refusal::TooManyOwnRules`],
/// [`Refusal::NoRoomForOwn`], [`Refusal::OwnLevel`] and [`Refusal::OwnWeaker`]; [`AppError::NotFound`] and [`AppError::Denied`] for scopes that
/// this person may not write for.
pub async fn create(app: &App, actor: &Actor, (rule, form): (Rule, &Once)) -> Result<String> {
    check(&rule)?;
    let mut tx = app.db.begin().await?;
    if let Turn::Again(location) = once::begin(&mut tx, form, app.now()).await? {
        return Ok(location);
    }
    store::policy::begin_change(&mut tx).await?;
    room_for(&mut tx, actor, &rule).await?;
    let id = insert(&mut tx, app, actor, rule).await?;
    let location = format!("/limits/{id}?done=created");
    once::finish(&mut tx, form, &location).await?;
    tx.commit().await?;
    Ok(location)
}

/// Whether one more rule may stand beside those in force.
async fn room_for(tx: &mut Tx, actor: &Actor, rule: &Rule) -> Result<()> {
    let standing = store::rules::list(tx).await?;
    let room = usize::try_from(MAX_RULES).unwrap_or(0);
    if actor.limits_only_self(rule.scope) {
        let own: Vec<&RuleRow> = standing.iter().filter(|row| is_own(row)).collect();
        if own.iter().filter(|row| row.written_by == Some(actor.id())).count() >= MAX_OWN {
            return Err(Refusal::TooManyOwnRules.into());
        }
        if own.len() >= MAX_ALL_OWN {
            return Err(Refusal::NoRoomForOwn.into());
        }
    }
    if standing.len() >= room { Err(Refusal::TooManyRules.into()) } else { Ok(()) }
}

/// Puts a ready set of rules in force; the form sent twice does it once.
///
/// # Errors
/// [`Refusal::UnsoundRule`], [`Refusal::TooManyRules`].
pub async fn adopt(app: &App, actor: &Actor, _permit: &MayAdminister, (rules, form): (Vec<Rule>, &Once)) -> Result<()> {
    rules.iter().try_for_each(check)?;
    let mut tx = app.db.begin().await?;
    if let Turn::Again(_) = once::begin(&mut tx, form, app.now()).await? {
        return Ok(());
    }
    adopt_within(&mut tx, app, actor, rules).await?;
    once::finish(&mut tx, form, "/limits?done=adopted").await?;
    Ok(tx.commit().await?)
}

/// The same inside a larger change.
pub(in crate::app) async fn adopt_within(tx: &mut Tx, app: &App, actor: &Actor, rules: Vec<Rule>) -> Result<()> {
    store::policy::begin_change(tx).await?;
    let room = usize::try_from(MAX_RULES).unwrap_or(0);
    if store::rules::list(tx).await?.len() + rules.len() > room {
        return Err(Refusal::TooManyRules.into());
    }
    for rule in rules {
        insert(tx, app, actor, rule).await?;
    }
    Ok(())
}

async fn insert(tx: &mut Tx, app: &App, actor: &Actor, rule: Rule) -> Result<RuleId> {
    permit(tx, actor, rule.scope).await?;
    own_level(actor, &rule)?;
    let name = name_of(tx, rule.scope).await?.ok_or(AppError::NotFound)?;
    let id: RuleId = app.new_id();
    let rule = Rule { id: Some(id), ..rule };
    store::rules::insert(tx, id, &rule, (Some(actor.id()), app.now())).await?;
    let mut deed = actor.deed("rule.created", ("rule", id.uuid()));
    deed.after = Some(recorded(&rule, Some(name)));
    store::audit::record(tx, &deed, app.now()).await?;
    Ok(id)
}

/// Changes a rule. Meetings that pass the new one stay as they are.
///
/// # Errors
/// [`AppError::Stale`] when it was changed or ended since this version; else as [`create`].
pub async fn change(app: &App, actor: &Actor, (id, version): (RuleId, i64), rule: Rule) -> Result<()> {
    check(&rule)?;
    let mut tx = app.db.begin().await?;
    store::policy::begin_change(&mut tx).await?;
    let old = store::rules::by_id(&mut tx, id).await?.ok_or(AppError::NotFound)?;
    permit_change(&mut tx, actor, &old).await?;
    permit(&mut tx, actor, rule.scope).await?;
    own_level(actor, &rule)?;
    let rule = Rule { id: Some(id), ..rule };
    if old.rule.as_ref() == Some(&rule) && old.version == version && old.ended_at.is_none() {
        return Ok(());
    }
    let name = name_of(&mut tx, rule.scope).await?.ok_or(AppError::NotFound)?;
    if !store::rules::update(&mut tx, (id, version), &rule, (actor.id(), app.now())).await? {
        return Err(AppError::Stale);
    }
    let mut deed = actor.deed("rule.changed", ("rule", id.uuid()));
    if let Some(old) = &old.rule {
        let name = name_of(&mut tx, old.scope).await?;
        deed.before = Some(recorded(old, name));
    }
    deed.after = Some(recorded(&rule, Some(name)));
    store::audit::record(&mut tx, &deed, app.now()).await?;
    Ok(tx.commit().await?)
}

/// Ends a rule at once, also one whose words are not understood; it is kept for explanation.
///
/// # Errors
/// [`AppError::Stale`] when it was changed or ended since this version; [`AppError::NotFound`], [`AppError::Denied`].
pub async fn end(app: &App, actor: &Actor, (id, version): (RuleId, i64)) -> Result<()> {
    let mut tx = app.db.begin().await?;
    store::policy::begin_change(&mut tx).await?;
    let old = store::rules::by_id(&mut tx, id).await?.ok_or(AppError::NotFound)?;
    permit_change(&mut tx, actor, &old).await?;
    let before = match &old.rule {
        Some(rule) => {
            let name = name_of(&mut tx, rule.scope).await?;
            recorded(rule, name)
        }
        None => json!({}),
    };
    if !store::rules::end(&mut tx, (id, version), app.now()).await? {
        return Err(AppError::Stale);
    }
    let mut deed = actor.deed("rule.ended", ("rule", id.uuid()));
    deed.before = Some(before);
    store::audit::record(&mut tx, &deed, app.now()).await?;
    Ok(tx.commit().await?)
}

/// Nobody keeps others from inviting them for good, or makes what holds for all hold less for themselves.
fn own_level(actor: &Actor, rule: &Rule) -> Result<()> {
    if !actor.limits_only_self(rule.scope) {
        return Ok(());
    }
    let built_in = Rule::defaults(rule.from).into_iter().find(|known| known.measure.kind() == rule.measure.kind());
    match built_in {
        _ if rule.level > OWN_LEVEL => Err(Refusal::OwnLevel.into()),
        Some(known) if rule.level < known.level => Err(Refusal::OwnWeaker.into()),
        _ => Ok(()),
    }
}

fn check(rule: &Rule) -> Result<()> {
    let faults = sound::faults(rule);
    if faults.is_empty() { Ok(()) } else { Err(Refusal::UnsoundRule(faults).into()) }
}
