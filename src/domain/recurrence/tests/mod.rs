mod bounds;
mod clocks;
mod libical;
mod oracle;
mod rules;

use chrono::{DateTime, NaiveDateTime, Utc};

use super::{Offsets, Rule, Series, Unevaluable, Work};
use crate::domain::time::Interval;

fn wall(text: &str) -> NaiveDateTime {
    NaiveDateTime::parse_from_str(text, "%Y%m%dT%H%M%S").unwrap()
}

fn at(text: &str) -> DateTime<Utc> {
    wall(text).and_utc()
}

fn window(from: &str, to: &str) -> Interval {
    let midnight = |day: &str| at(&format!("{day}T000000"));
    Interval::new(midnight(from), midnight(to)).unwrap()
}

fn series(start: &str, rule: &str) -> Series {
    Series::new(wall(start), Some(rule.parse().unwrap()))
}

/// The occurrences by a clock on UTC, as days.
fn days(series: &Series, window: Interval) -> Result<Vec<String>, Unevaluable> {
    let starts = series.starts(&Offsets::fixed(0), window, &mut Work::default())?;
    Ok(starts.iter().map(|at| at.format("%Y%m%d").to_string()).collect())
}
