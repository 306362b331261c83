//! Whether a rule never decides anything beside a tighter one.

use crate::domain::limits::{
    rule::{CustomerSide, Measure, Period, Rule, Scope, Share, Which},
    sound::days,
};

/// Whether `tight` is passed whenever `loose` is, and asks for as much or more.
pub(super) fn beside(loose: &Rule, tight: &Rule) -> bool {
    let scope = tight.scope == loose.scope || (covers(tight, loose) && tight.from <= loose.from);
    let which = tight.which == loose.which || tight.which == Which::All;
    scope && which && tight.level >= loose.level && implied(&loose.measure, &tight.measure)
}

/// Whether a rule for the whole firm holds for the smaller scope too. What it says of people's load says nothing of a
/// customer's.
fn covers(tight: &Rule, loose: &Rule) -> bool {
    let of_people = matches!(
        tight.measure,
        Measure::Minutes { .. } | Measure::Meetings { .. } | Measure::BackToBack { .. } | Measure::Ahead { .. }
    );
    tight.scope == Scope::Organization && (!of_people || matches!(loose.scope, Scope::Team(_) | Scope::Person(_)))
}

fn implied(loose: &Measure, tight: &Measure) -> bool {
    match (loose, tight) {
        (Measure::Minutes { most: l, per: lp, share: ls }, Measure::Minutes { most: t, per: tp, share: ts })
        | (Measure::Meetings { most: l, per: lp, share: ls }, Measure::Meetings { most: t, per: tp, share: ts }) => {
            ls == ts && period((*l, *lp), (*t, *tp))
        }
        // A single meeting that is too long for this passes that as well.
        (
            Measure::Length { most: l },
            Measure::Minutes { most: t, share: Share::Each, .. }
            | Measure::Length { most: t }
            | Measure::BackToBack { most: t, .. },
        )
        | (Measure::People { most: l }, Measure::People { most: t })
        | (Measure::Ahead { most: l }, Measure::Ahead { most: t }) => l >= t,
        (Measure::BackToBack { most: l, rest: lr }, Measure::BackToBack { most: t, rest: tr }) => l >= t && lr <= tr,
        (Measure::Notice { least: l }, Measure::Notice { least: t }) => l <= t,
        (Measure::Clock { from: lf, to: lt }, Measure::Clock { from: tf, to: tt }) => lf <= tf && lt >= tt,
        (Measure::Dates { from: lf, to: lt }, Measure::Dates { from: tf, to: tt }) => lf >= tf && lt <= tt,
        (Measure::Agenda { people: lp, minutes: lm }, Measure::Agenda { people: tp, minutes: tm }) => {
            lp >= tp && lm >= tm
        }
        (Measure::Contacts { most: l, days: ld, side: ls }, Measure::Contacts { most: t, days: td, side: ts }) => {
            contacts((*l, *ld, *ls), (*t, *td, *ts))
        }
        (Measure::Windows { spans: l }, Measure::Windows { spans: t }) => {
            l.iter().all(|l| t.iter().any(|t| t.weekday == l.weekday && within(l.span, t.span)))
        }
        (Measure::Overlap, Measure::Overlap)
        | (Measure::OffHours, Measure::OffHours)
        | (Measure::Holidays, Measure::Holidays)
        | (Measure::Selling, Measure::Selling)
        | (Measure::Unknown, Measure::Unknown) => true,
        _ => false,
    }
}

fn within(inner: crate::domain::hours::DaySpan, outer: crate::domain::hours::DaySpan) -> bool {
    outer.from <= inner.from && inner.to <= outer.to
}

/// A limit per period beside one per longer or shorter period.
fn period((loose, lp): (u32, Period), (tight, tp): (u32, Period)) -> bool {
    let nested = lp == tp || lp == Period::Day || (lp, tp) == (Period::Month, Period::Quarter);
    // What holds for a period holds for each part of it; what holds for each part holds for the whole, times the parts.
    (nested && loose >= tight) || (days(lp) > days(tp) && loose >= tight.saturating_mul(parts(lp, tp)))
}

/// The most periods of one kind that begin in or reach into one of the other.
const fn parts(whole: Period, part: Period) -> u32 {
    match (whole, part) {
        (Period::Month, Period::Week) => 6,
        (Period::Quarter, Period::Week) => 15,
        (Period::Quarter, Period::Month) => 3,
        (whole, _) => days(whole),
    }
}

/// Meetings with a contact are meetings with the customer.
fn contacts((loose, ld, ls): (u32, u32, CustomerSide), (tight, td, ts): (u32, u32, CustomerSide)) -> bool {
    let side = ls == ts || (ls, ts) == (CustomerSide::Contact, CustomerSide::Account);
    side && ld <= td && loose >= tight
}
