//! Limits of the demo company, one of each level at least, so that there is something to pass.

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
/// The teams with limits of their own.
const NORTH: &str = "Sales North";
const SOUTH: &str = "Sales South";
/// A customer, and how near it is to buying.
const WARM: &str = "järvilinja oy";

/// Writes them, in force from that day on.
pub(super) async fn add(app: &App, from: NaiveDate) -> anyhow::Result<()> {
    let mut tx = app.db.begin_read().await?;
    let anna = store::people::by_email(&mut tx, AUTHOR).await?.context("nobody to write limits")?;
    let actor = Actor::load(&mut tx, anna, None, String::new()).await?.context("nobody to write limits")?;
    let teams = store::teams::list(&mut tx).await?;
    let team = |name: &str| {
        let team = teams.iter().find(|team| team.name == name).context("no team to limit")?;
        anyhow::Ok(Scope::Team(team.id))
    };
    let customer = store::accounts::account_by_name(&mut tx, WARM).await?.context("no customer to limit")?;
    tx.commit().await?;
    let rules = rules((team(NORTH)?, team(SOUTH)?), from);
    let once = Once { scope: "demo".to_owned(), key: "limits".to_owned(), body_hash: [0; 32] };
    limits::adopt(app, &actor, &actor.may_administer()?, (rules, &once)).await?;
    Ok(limits::classify(app, &actor, (customer.id, Some(LeadClass::Warm))).await?)
}

/// Mild where they hold for everybody: the demo lets everything be tried.
fn rules((north, south): (Scope, Scope), from: NaiveDate) -> Vec<Rule> {
    let rule = |scope, which, measure, level| Rule { id: None, scope, which, measure, level, from };
    let weekly = |hours: u32| Measure::Minutes { most: hours * 60, per: Period::Week, share: Share::Each };
    let friday = WeekSpan { weekday: 4, span: DaySpan { from: 13 * 60, to: 17 * 60 } };
    let warm = Measure::Contacts { most: 2, days: 30, side: CustomerSide::Account };
    vec![
        rule(Scope::Organization, Which::Internal, weekly(8), Level::Reason),
        rule(Scope::Organization, Which::Internal, Measure::Length { most: 60 }, Level::Reason),
        rule(Scope::Organization, Which::All, Measure::BackToBack { most: 180, rest: 10 }, Level::Inform),
        rule(Scope::Organization, Which::All, Measure::Clock { from: 7 * 60, to: 20 * 60 }, Level::Block),
        rule(north, Which::Internal, Measure::Windows { spans: vec![friday] }, Level::Warn),
        rule(south, Which::Internal, weekly(3), Level::Approve),
        rule(Scope::LeadClass(LeadClass::Warm), Which::All, warm, Level::Reason),
    ]
}
