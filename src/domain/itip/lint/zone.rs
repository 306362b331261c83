//! Rules for VTIMEZONE.

use super::{Fault, Findings, Part, allow};

const ONSET: &[&str] = &["DTSTART", "TZOFFSETFROM", "TZOFFSETTO", "TZNAME", "RRULE"];

pub(super) fn judge(zone: &Part, found: &mut Findings) {
    let foreign = zone.lines.iter().any(|line| line.name != "TZID" || !line.params.is_empty());
    found.check(!foreign && zone.lines.len() == 1, Fault::ZoneContent, "VTIMEZONE");
    found.check(!zone.parts.is_empty(), Fault::Missing, "STANDARD");
    for onset in &zone.parts {
        judge_onset(onset, found);
    }
    judge_shape(zone, found);
}

fn judge_onset(onset: &Part, found: &mut Findings) {
    let kind = onset.kind.as_str();
    found.check(matches!(kind, "STANDARD" | "DAYLIGHT") && onset.parts.is_empty(), Fault::ZoneContent, kind);
    let foreign = onset.lines.iter().any(|line| !ONSET.contains(&line.name.as_str()) || !line.params.is_empty());
    found.check(!foreign, Fault::ZoneContent, kind);
    allow(onset, ONSET, &[], found);
    for name in ["DTSTART", "TZOFFSETFROM", "TZOFFSETTO", "TZNAME"] {
        found.check(onset.value(name).is_some_and(|value| !value.is_empty()), Fault::Missing, name);
    }
    let local = onset.value("DTSTART").is_some_and(|value| value.len() == 15 && !value.ends_with('Z'));
    found.check(local, Fault::Value, "DTSTART");
    for name in ["TZOFFSETFROM", "TZOFFSETTO"] {
        found.check(onset.value(name).and_then(seconds).is_some(), Fault::Value, name);
    }
    found.check(onset.value("RRULE").is_none_or(is_plain_yearly), Fault::ZoneShape, "RRULE");
}

/// One STANDARD and one DAYLIGHT with rules, or any number of single changes; a zone with one offset has no rule.
fn judge_shape(zone: &Part, found: &mut Findings) {
    let of = |kind: &'static str| zone.parts.iter().filter(move |part| part.kind == kind);
    let (standards, daylights) = (of("STANDARD").count(), of("DAYLIGHT").count());
    let ruled = zone.parts.iter().filter(|part| part.value("RRULE").is_some()).count();
    let right = match ruled {
        0 => standards >= 1,
        _ => ruled == 2 && (standards, daylights) == (1, 1),
    };
    found.check(right, Fault::ZoneShape, "VTIMEZONE");
    let offset = |part: &Part| part.value("TZOFFSETTO").and_then(seconds);
    let (highest, lowest) = (of("STANDARD").filter_map(offset).max(), of("DAYLIGHT").filter_map(offset).min());
    found.check(lowest.is_none() || lowest > highest, Fault::ZoneShape, "DAYLIGHT");
}

/// `FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU` and nothing else.
fn is_plain_yearly(rule: &str) -> bool {
    let Some((month, day)) = rule.strip_prefix("FREQ=YEARLY;BYMONTH=").and_then(|rest| rest.split_once(";BYDAY="))
    else {
        return false;
    };
    let weeks = ["-1", "1", "2", "3", "4"];
    let right_day = weeks.iter().any(|week| {
        day.strip_prefix(week).is_some_and(|day| ["MO", "TU", "WE", "TH", "FR", "SA", "SU"].contains(&day))
    });
    right_day && month.parse::<u8>().is_ok_and(|month| (1..=12).contains(&month))
}

/// Offset in seconds (RFC 5545 §3.3.14).
fn seconds(text: &str) -> Option<i32> {
    let digits = text.strip_prefix(['+', '-'])?;
    if !matches!(digits.len(), 4 | 6) || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let pair = |at: usize| digits.get(at..at + 2).map_or(Some(0), |two| two.parse::<i32>().ok());
    let all = pair(0)? * 3600 + pair(2)? * 60 + pair(4)?;
    Some(if text.starts_with('-') { -all } else { all })
}
