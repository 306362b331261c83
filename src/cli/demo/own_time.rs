//! What the demo's people have said about their time, and what an hour of it costs.

use anyhow::Context as _;
use chrono::{NaiveDate, TimeDelta};

use super::calendar::{Cast, once};
use crate::{
    app::{
        context::App,
        days_off::{self, AddDayOff},
        limits::{self, SavePolicy},
        rates, settings,
    },
    domain::{
        hours::{DaySpan, WeekSpan},
        limits::policy::{Policy, RateBand},
    },
    store,
};

/// Who keeps Tuesdays and Thursdays from nine to eleven for selling.
const SELLERS: [&str; 4] = ["Mikael Holm", "Ida Nyström", "Kari Nilsen", "Erik Sund"];
/// Who leads.
const LEADERS: [&str; 3] = ["Anna Lind", "Ola Berg", "Sanna Koski"];
/// Who is away on the last two days of next week.
const AWAY: &str = "Erik Sund";

/// Protected selling time, two days off, and rates.
pub(super) async fn add(app: &App, monday: NaiveDate) -> anyhow::Result<()> {
    let cast = Cast::load(app).await?;
    let span = DaySpan::new(9 * 60, 11 * 60).context("no such hours")?;
    let kept = [1, 3].map(|weekday| WeekSpan { weekday, span });
    for name in SELLERS {
        settings::save_selling(app, &cast.actor(app, name).await?, &kept).await?;
    }
    let erik = cast.actor(app, AWAY).await?;
    let (first, last) = (monday + TimeDelta::days(10), monday + TimeDelta::days(11));
    let command = AddDayOff { first, last, hours: None, stand_in: None, once: once(app, &erik) };
    days_off::add(app, &erik, command, (monday, "/settings/hours")).await?;
    rates(app, &cast).await
}

/// One viewer is in no group, so that pages have somebody to tell of.
async fn rates(app: &App, cast: &Cast) -> anyhow::Result<()> {
    let anna = cast.actor(app, "Anna Lind").await?;
    let mut tx = app.db.begin_read().await?;
    let old = store::policy::read(&mut tx).await?.settings;
    tx.commit().await?;
    let band = |key: &str, name: &str, per_hour| RateBand { key: key.to_owned(), name: name.to_owned(), per_hour };
    let bands = vec![band("band-1", "Säljare", 650), band("band-2", "Chefer", 900)];
    let seen = limits::stamp(&old);
    let settings = Policy { currency: "SEK".to_owned(), bands, ..old };
    limits::save_policy(app, &anna, &anna.may_administer()?, SavePolicy { settings, seen }).await?;
    let of = |names: &[&str], key: &str| -> anyhow::Result<Vec<_>> {
        names.iter().map(|name| Ok((cast.person(name)?.id, Some(key.to_owned())))).collect()
    };
    let wanted = [of(&SELLERS, "band-1")?, of(&LEADERS, "band-2")?].concat();
    Ok(rates::assign(app, &anna, wanted).await?)
}
