//! Limits of the demo company, written once its calendar is full, so that there is something to pass.

use anyhow::Context as _;
use chrono::NaiveDate;

use crate::{
    app::{actor::Actor, context::App, limits, once::Once},
    domain::{
        hours::{DaySpan, WeekSpan},
        limits::rule::{CustomerSide, LeadClass, Level, Measure, Period, Rule, Scope, Share, Which},
    },
    store,
};

/// Who writes them.
const AUTHOR: &str = "anna@nordvik.example";
/// The team with a limit of its own.
const TEAM: &str = "Sales North";
/// A customer, and how near it is to buying.
const WARM: &str = "järvilinja oy";

/// Writes them, in force since Monday.
pub(super) async fn add(app: &App, monday: NaiveDate) -> anyhow::Result<()> {
    let mut tx = app.db.begin_read().await?;
    let anna = store::people::by_email(&mut tx, AUTHOR).await?.context("nobody to write limits")?;
    let actor = Actor::load(&mut tx, anna, None, String::new()).await?.context("nobody to write limits")?;
    let team = store::teams::list(&mut tx).await?.into_iter().find(|team| team.name == TEAM);
    let customer = store::accounts::account_by_name(&mut tx, WARM).await?.context("no customer to limit")?;
    tx.commit().await?;
    let north = Scope::Team(team.context("no team to limit")?.id);
    let once = Once { scope: "demo".to_owned(), key: "limits".to_owned(), body_hash: [0; 32] };
    limits::adopt(app, &actor, &actor.may_administer()?, (rules(north, monday), &once)).await?;
    Ok(limits::classify(app, &actor, (customer.id, Some(LeadClass::Warm))).await?)
}

/// Mild ones: the demo shows what limits say, and lets everything be tried.
fn rules(north: Scope, from: NaiveDate) -> Vec<Rule> {
    let rule = |scope, which, measure, level| Rule { id: None, scope, which, measure, level, from };
    let weekly = Measure::Minutes { most: 8 * 60, per: Period::Week, share: Share::Each };
    let friday = WeekSpan { weekday: 4, span: DaySpan { from: 13 * 60, to: 17 * 60 } };
    let warm = Measure::Contacts { most: 2, days: 30, side: CustomerSide::Account };
    vec![
        rule(Scope::Organization, Which::Internal, weekly, Level::Reason),
        rule(Scope::Organization, Which::Internal, Measure::Length { most: 60 }, Level::Inform),
        rule(Scope::Organization, Which::All, Measure::BackToBack { most: 180, rest: 10 }, Level::Inform),
        rule(north, Which::Internal, Measure::Windows { spans: vec![friday] }, Level::Inform),
        rule(Scope::LeadClass(LeadClass::Warm), Which::All, warm, Level::Reason),
    ]
}
