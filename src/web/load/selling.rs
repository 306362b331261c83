//! Protected selling time: what is left of it in one's own week, and what a team's internal meetings took of it.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::{gather::Gathered, view::length};
use crate::{
    app::actor::Actor,
    domain::{
        country::Country,
        hours::WeekSpan,
        limits::facts::DayRule,
        load::selling::{Keeper, Protected},
        time::{Interval, Week, Zone},
    },
    store::{self, Tx, load_report, people::Person},
    web::{caller::Caller, failure::Failure},
};

/// What is left in a week of the reader's protected selling time, in words; `None` for those who keep none. Three
/// statements.
pub(in crate::web) async fn of_week(
    tx: &mut Tx,
    caller: &Caller,
    actor: &Actor,
    week: Week,
) -> Result<Option<String>, Failure> {
    let me = [actor.id()];
    let kept = store::person_time::selling(tx, actor.id()).await?;
    if kept.is_empty() {
        return Ok(None);
    }
    let (t, f) = (caller.texts(), caller.format());
    let mut said = store::days_off::rules_of_people(tx, &me, week.monday(), week.next().monday()).await?;
    let said = said.remove(&actor.id()).unwrap_or_default();
    let spans = protected(&actor.person, &kept, week.days(), |day| said.get(&day).copied());
    let Some(span) = around(&spans) else { return Ok(Some(t.load_protected_none())) };
    let Some(mut meetings) = load_report::internal_spans(tx, &me, span).await? else { return Ok(None) };
    let told = Protected::of(&spans, meetings.remove(&actor.id()).unwrap_or_default());
    let (left, kept) = (length(&f, told.left()), length(&f, told.kept));
    Ok(Some(match told.cut {
        0 => t.load_protected_whole(kept),
        _ if told.left() == 0 => t.load_protected_gone(kept),
        cut => t.load_protected_left(left, kept, length(&f, cut)),
    }))
}

/// What the internal meetings of the people shown took of their protected selling time, and of all other time; `internal`
/// is how many minutes these are in all. Nothing where nobody keeps any, or there are more meetings than can be read.
pub(super) async fn of_team(
    tx: &mut Tx,
    caller: &Caller,
    (gathered, internal): (&Gathered, u64),
) -> Result<Vec<String>, Failure> {
    let (t, f) = (caller.texts(), caller.format());
    let kept = store::person_time::selling_of_people(tx, &gathered.ids()).await?;
    let keepers: Vec<&Person> =
        gathered.people.iter().filter(|p| kept.get(&p.id).is_some_and(|kept| !kept.is_empty())).collect();
    let Some(span) = gathered.window.span().filter(|_| !keepers.is_empty()) else { return Ok(Vec::new()) };
    let ids: Vec<_> = keepers.iter().map(|p| p.id).collect();
    let Some(mut meetings) = load_report::internal_spans(tx, &ids, span).await? else { return Ok(Vec::new()) };
    let none = HashMap::new();
    let mut sum = Protected::default();
    for person in keepers {
        let said = gathered.said.get(&person.id).unwrap_or(&none);
        let days = gathered.window.weeks().iter().flat_map(|week| week.days());
        let own = kept.get(&person.id).map_or(&[][..], Vec::as_slice);
        let spans = protected(person, own, days, |day| said.get(&day).copied());
        sum += Protected::of(&spans, meetings.remove(&person.id).unwrap_or_default());
    }
    let elsewhere = internal.saturating_sub(sum.cut);
    Ok(vec![t.load_prime_cut(length(&f, sum.cut), length(&f, sum.kept)), t.load_prime_elsewhere(length(&f, elsewhere))])
}

fn protected(
    person: &Person,
    kept: &[WeekSpan],
    days: impl Iterator<Item = NaiveDate>,
    said: impl Fn(NaiveDate) -> Option<DayRule>,
) -> Vec<Interval> {
    let zone = Zone::named(&person.zone).unwrap_or_else(|_| Zone::utc());
    let country: Option<Country> = person.country.parse().ok();
    Keeper { kept, country, zone: &zone }.protected(days, said)
}

/// From the first instant of spans in rising order to the last one.
fn around(spans: &[Interval]) -> Option<Interval> {
    Interval::new(spans.first()?.start(), spans.last()?.end())
}
