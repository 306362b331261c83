//! The meter of one's own week: how far the limit is used of which least is left.

use crate::{
    app::actor::Actor,
    domain::{
        load::{
            weekly::{Part, Used, tightest, weekly_limits},
            window::Window,
        },
        time::Week,
    },
    i18n::limits,
    store::{self, Tx, load_report},
    web::{caller::Caller, failure::Failure},
};

/// Width of the limit's mark from the left; the bar reaches to 125 percent of the limit.
const MARK: u32 = 80;

/// Words and widths; widths are percent of the bar.
pub(in crate::web) struct Meter {
    pub(in crate::web) which: String,
    pub(in crate::web) words: String,
    /// What is left, or by how much the limit is passed.
    pub(in crate::web) rest: String,
    /// Class and sign of the chip around it.
    pub(in crate::web) chip: (&'static str, &'static str),
    pub(in crate::web) filled: u32,
    pub(in crate::web) over: bool,
}

/// The meter of a week; `None` where no limit on hours per week holds for the reader. Two statements. The week is that of
/// the reader's zone, as on the rest of the page.
pub(in crate::web) async fn of_week(
    tx: &mut Tx,
    caller: &Caller,
    actor: &Actor,
    week: Week,
) -> Result<Option<Meter>, Failure> {
    let rules = store::rules::in_force(tx).await?;
    let mut limits = weekly_limits(&rules);
    limits.retain(|limit| limit.holds_for(actor.id(), &actor.teams, week));
    if limits.is_empty() {
        return Ok(None);
    }
    let window = Window::ending_with(week, 1, caller.zone());
    let sums = load_report::sums(tx, &[actor.id()], &window).await?;
    let parts: Vec<Part> = sums.into_iter().map(|sum| sum.part).collect();
    let used: Vec<Used> = limits.iter().map(|limit| limit.used(&parts)).collect();
    Ok(tightest(&used).map(|used| meter(caller, used)))
}

fn meter(caller: &Caller, used: Used) -> Meter {
    let (t, f) = (caller.texts(), caller.format());
    let (rest, chip) = match used.used.cmp(&used.most) {
        std::cmp::Ordering::Greater => (t.load_meter_over(f.duration(used.used - used.most)), ("over", "▲")),
        std::cmp::Ordering::Equal => (t.load_meter_full(), ("near", "◔")),
        std::cmp::Ordering::Less if used.near() => (t.load_meter_left(f.duration(used.left())), ("near", "◔")),
        std::cmp::Ordering::Less => (t.load_meter_left(f.duration(used.left())), ("ok", "✓")),
    };
    Meter {
        which: limits::which(t, used.which),
        words: t.load_meter(f.duration(used.used), f.duration(used.most)),
        rest,
        chip,
        filled: filled(used),
        over: used.over(),
    }
}

/// Percent of the bar.
fn filled(used: Used) -> u32 {
    let share = (u64::from(used.used) * u64::from(MARK)).checked_div(u64::from(used.most));
    let none = if used.used == 0 { 0 } else { 100 };
    share.map_or(none, |share| u32::try_from(share.min(100)).unwrap_or(100))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::limits::{rule::Which, verdict::Unit};

    #[test]
    fn the_bar_ends_a_quarter_above_the_limit() {
        for (minutes, most, expected) in
            [(0, 480, 0), (240, 480, 40), (480, 480, 80), (600, 480, 100), (u32::MAX, 1, 100), (0, 0, 0), (1, 0, 100)]
        {
            let used = Used { which: Which::All, unit: Unit::Minutes, used: minutes, most };
            assert_eq!(filled(used), expected, "{minutes} of {most}");
        }
    }
}
