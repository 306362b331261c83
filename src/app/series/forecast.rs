//! How the dates of a series would stand with limits before anything is written: the judgements that planning it makes,
//! over facts that are read once.

use chrono::{DateTime, Utc};

use crate::{
    app::{
        actor::Actor,
        error::Result,
        judge,
        leave::{own_exceptions, used_in_all},
        preview::{Needs, Outlined},
    },
    domain::{
        ids::MeetingId,
        limits::{
            consent::{Consent, LEAST_REASON, Ruling, ruling},
            evaluate::evaluate,
            policy::Policy,
            verdict::Verdict,
        },
        time::Interval,
    },
    store::{self, Tx},
};

/// One date of a plan.
#[derive(Debug)]
pub struct DateForecast {
    /// When.
    pub span: Interval,
    /// How it stands with every rule, those ahead of it in place.
    pub verdict: Verdict,
    /// What is still needed for it. Nobody is asked for leave of a single date of many, so that is *other* here.
    pub needs: Needs,
}

/// Judges the dates of a plan in their order. A date that cannot be made counts for nothing in those after it.
///
/// # Errors
/// Only when the database fails.
pub async fn of_dates(
    tx: &mut Tx,
    (now, asker): (DateTime<Utc>, &Actor),
    outlined: Outlined,
    spans: &[Interval],
) -> Result<Vec<DateForecast>> {
    let Outlined { mut proposal, newcomers } = outlined;
    let begin = spans.iter().map(Interval::start).min();
    let ends = begin.zip(spans.iter().map(Interval::end).max());
    let Some(stretch) = ends.and_then(|(start, end)| Interval::new(start, end)) else { return Ok(Vec::new()) };
    let policy = store::policy::read(tx).await?.settings;
    let mut facts = judge::facts_over(tx, now, (&proposal, stretch), &newcomers).await?;
    let mut used = used_in_all(tx, asker.excepted_for(proposal.new.organizer), &facts.zone, now).await?;
    let mut dates = Vec::with_capacity(spans.len());
    for (number, span) in (1_u128..).zip(spans) {
        proposal.new.span = *span;
        let verdict = evaluate(&facts, &proposal);
        let (needs, own) = needs(&verdict, used, &policy);
        if !needs.other {
            used = used.saturating_add(own);
            facts.count(MeetingId::from_uuid(uuid::Uuid::from_u128(number)), &proposal.new);
        }
        dates.push(DateForecast { span: *span, verdict, needs });
    }
    Ok(dates)
}

/// What one date needs, and how many exceptions of one's own it would use up.
fn needs(verdict: &Verdict, used: u32, policy: &Policy) -> (Needs, u32) {
    let after = |consent: &Consent| ruling(verdict, consent, used, policy);
    let reasoned = Consent { reason: Some("·".repeat(LEAST_REASON)), ..Consent::seen() };
    let passed = match after(&reasoned) {
        Ruling::Go(passed) => passed,
        Ruling::Tick | Ruling::GiveReason | Ruling::Ask(_) | Ruling::Refuse(_) => {
            return (Needs { other: true, ..Needs::default() }, 0);
        }
    };
    let needs = Needs {
        tick: after(&Consent::default()) == Ruling::Tick,
        reason: after(&Consent::seen()) == Ruling::GiveReason,
        ..Needs::default()
    };
    (needs, own_exceptions(&passed))
}
