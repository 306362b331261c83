//! Times at which a meeting fits: the search over everybody's calendars, and the judgement that sending makes as the
//! last word on each time. Everything is read once for the whole horizon.

mod people;
mod quotas;

use chrono::{DateTime, Datelike as _, NaiveDate, TimeDelta, Utc, Weekday};

use super::{
    error::{AppError, Result},
    judge,
    preview::Outlined,
};
use crate::{
    domain::{
        availability::{Advice, Audience, BadQuery, Hours, Query, Selling, Slot, Verdict, advise, find},
        country::Country,
        holidays,
        hours::DaySpan,
        limits::{
            evaluate::evaluate,
            facts::{Facts, Proposal, Shape},
            policy::Policy,
            rule::Level,
        },
        meeting::Format,
        time::{Interval, Zone},
    },
    store::{self, Tx},
};

/// Most times that are proposed.
pub const MOST_TIMES: usize = 6;
/// Most days ahead that are searched.
pub const MOST_DAYS: u32 = 180;

/// What is wished for.
#[derive(Debug, Clone)]
pub struct Wish {
    /// Starts are times of this zone's wall clock.
    pub zone: Zone,
    /// Length in minutes.
    pub minutes: u32,
    /// How people meet; decides what is kept free around it.
    pub format: Option<Format>,
    /// The meeting lies inside these hours of the day.
    pub within: Option<DaySpan>,
}

/// What was found.
#[derive(Debug)]
pub struct Times {
    /// At most [`MOST_TIMES`], the best first. Sending at any of them asks for a tick at most.
    pub slots: Vec<Slot>,
    /// What to give way in, when there is none.
    pub advice: Option<Advice>,
    /// Where was searched.
    pub searched: Interval,
    /// What is known of everybody over that time.
    pub facts: Facts,
    /// The meeting that times were sought for.
    pub proposal: Proposal,
}

/// The stretch in which times are sought, from now on: so many days and nights, or to the end of so many working days of the
/// firm after today.
#[must_use]
pub fn horizon(policy: &Policy, (zone, country): (&Zone, Option<Country>), now: DateTime<Utc>) -> Option<Interval> {
    let days = policy.horizon_days.clamp(1, MOST_DAYS);
    if !policy.horizon_working {
        return Interval::new(now, now + TimeDelta::days(i64::from(days)));
    }
    let works = |day: &NaiveDate| {
        let off = country.and_then(|c| holidays::on(c, *day).or_else(|| holidays::customary(c, *day)));
        !matches!(day.weekday(), Weekday::Sat | Weekday::Sun) && off.is_none()
    };
    let today = zone.local(now).date();
    let ahead = today.iter_days().skip(1).take(usize::try_from(MOST_DAYS).unwrap_or(usize::MAX));
    let last = ahead.filter(works).take(usize::try_from(days).unwrap_or(usize::MAX)).last()?;
    Interval::new(now, zone.start_of(last.succ_opt()?))
}

/// Finds times for a meeting whose own time does not matter; `None` when the question is beyond what can be searched.
///
/// # Errors
/// Only when the database fails.
pub async fn find_times(
    tx: &mut Tx,
    now: DateTime<Utc>,
    Outlined { proposal, newcomers }: &Outlined,
    wish: &Wish,
) -> Result<Option<Times>> {
    let policy = store::policy::read(tx).await?.settings.of(proposal.new.purpose);
    let organization = store::organization::load(tx).await?.ok_or(AppError::NotFound)?;
    let firm = (&Zone::named(&organization.zone).unwrap_or_else(|_| Zone::utc()), organization.country.parse().ok());
    let Some(horizon) = horizon(&policy, firm, now) else { return Ok(None) };
    let facts = judge::facts_over(tx, now, (proposal, horizon), newcomers).await?;
    Ok(search(facts, proposal, (&policy, wish), horizon).ok())
}

fn search(
    facts: Facts,
    proposal: &Proposal,
    (policy, wish): (&Policy, &Wish),
    horizon: Interval,
) -> std::result::Result<Times, BadQuery> {
    let people = people::people(&facts, proposal);
    let query = query(&facts, proposal, (policy, wish), horizon);
    let found = find(&query, &people, &mut |slot| verdict(&facts, &at(proposal, policy, slot)))?;
    let advice = if found.slots.is_empty() {
        Some(advise(&query, &people, &found, &mut |slot| verdict(&facts, &at(proposal, policy, slot)))?)
    } else {
        None
    };
    Ok(Times { slots: found.slots, advice, searched: found.searched, facts, proposal: proposal.clone() })
}

fn query(facts: &Facts, proposal: &Proposal, (policy, wish): (&Policy, &Wish), horizon: Interval) -> Query {
    let buffer =
        wish.format.map_or_else(|| policy.special(proposal.new.purpose).around, |format| policy.buffer(format));
    let increment = u32::from(policy.increment) / 5 * 5;
    Query {
        horizon,
        known_until: horizon.end(),
        organizer: Some(proposal.new.organizer.uuid().into()),
        zone: wish.zone.clone(),
        minutes: wish.minutes,
        increment: increment.clamp(5, 60),
        before: u32::from(buffer.before).min(240),
        after: u32::from(buffer.after).min(240),
        notice: facts.now + TimeDelta::minutes(i64::from(policy.notice.max(1))),
        within: wish.within,
        audience: Audience::Colleagues,
        hours: Hours::Keep,
        selling: Selling::Prefer,
        quotas: quotas::quotas(facts, (proposal, wish.minutes), horizon),
        wanted: MOST_TIMES,
    }
}

/// A time that would need more than a tick is not proposed; one that needs a tick comes behind all others.
fn verdict(facts: &Facts, proposal: &Proposal) -> Verdict {
    match evaluate(facts, proposal).asks() {
        None | Some(Level::Inform) => Verdict::Fits,
        Some(Level::Warn) => Verdict::Strained,
        Some(_) => Verdict::Refused,
    }
}

/// The meeting at that time, and whoever is left out for it only welcome.
fn at(proposal: &Proposal, policy: &Policy, slot: &Slot) -> Proposal {
    let mut at = Proposal { new: Shape { span: slot.span, ..proposal.new.clone() }, ..proposal.clone() };
    let left_out = slot.left_out.map(|who| who.uuid().into());
    for attending in at.new.people.iter_mut().filter(|a| Some(a.person) == left_out) {
        attending.required = false;
        attending.counts &= policy.optional_counts;
    }
    at
}
