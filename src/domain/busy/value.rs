//! Values (RFC 5545 §3.3): times, lengths, offsets.

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, Utc};

/// A time as it is written; the zone by its place in the calendar's list of zones.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::domain) enum Time {
    Day(NaiveDate),
    Floating(NaiveDateTime),
    Zoned(NaiveDateTime, usize),
    Instant(DateTime<Utc>),
}

/// A length: days by the calendar, then seconds by the clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::domain) struct Length {
    pub(in crate::domain) days: i64,
    pub(in crate::domain) seconds: i64,
}

/// A date added to a series: a start or a span of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Added {
    Start(Time),
    Span(Time, SpanEnd),
}

/// How a span is closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum SpanEnd {
    At(Time),
    After(Length),
}

/// A date or a date with time; `zone` is the place of its `TZID`.
pub(in crate::domain) fn time(text: &[u8], zone: Option<usize>) -> Option<Time> {
    if text.len() == 8 {
        return day(text).map(Time::Day);
    }
    let (plain, utc) = match text.split_last() {
        Some((b'Z' | b'z', plain)) => (plain, true),
        _ => (text, false),
    };
    let local = local(plain)?;
    Some(match zone {
        _ if utc => Time::Instant(local.and_utc()),
        Some(zone) => Time::Zoned(local, zone),
        None => Time::Floating(local),
    })
}

/// A wall time, `20261124T140000`.
pub(super) fn local(text: &[u8]) -> Option<NaiveDateTime> {
    if text.len() != 15 || !matches!(text.get(8), Some(b'T' | b't')) {
        return None;
    }
    let part = |from: usize| digits(text.get(from..from + 2)?);
    // A leap second is 60; it begins with the minute after for everybody else.
    let time = NaiveTime::from_hms_opt(part(9)?, part(11)?, part(13)?.min(59))?;
    Some(day(text.get(..8)?)?.and_time(time)).filter(|_| part(13).is_some_and(|second| second <= 60))
}

fn day(text: &[u8]) -> Option<NaiveDate> {
    let year = i32::try_from(digits(text.get(..4)?)?).ok()?;
    NaiveDate::from_ymd_opt(year, digits(text.get(4..6)?)?, digits(text.get(6..8)?)?)
}

fn digits(text: &[u8]) -> Option<u32> {
    text.iter().try_fold(0_u32, |sum, b| {
        let digit = b.is_ascii_digit().then(|| u32::from(b - b'0'))?;
        sum.checked_mul(10)?.checked_add(digit)
    })
}

/// A length that is not negative, `P1DT2H` or `P2W`.
pub(in crate::domain) fn length(text: &[u8]) -> Option<Length> {
    let text = text.strip_prefix(b"+").unwrap_or(text);
    let mut length = Length { days: 0, seconds: 0 };
    let (mut number, mut pending) = (0_i64, false);
    let (mut clock, mut any) = (false, false);
    for letter in text.strip_prefix(b"P").or_else(|| text.strip_prefix(b"p"))? {
        match letter.to_ascii_uppercase() {
            digit @ b'0'..=b'9' if number < 100_000_000 => {
                number = number * 10 + i64::from(digit - b'0');
                pending = true;
            }
            b'T' if !clock && !pending => clock = true,
            unit if pending => {
                match (unit, clock) {
                    (b'W', false) => length.days += number * 7,
                    (b'D', false) => length.days += number,
                    (b'H', true) => length.seconds += number * 3600,
                    (b'M', true) => length.seconds += number * 60,
                    (b'S', true) => length.seconds += number,
                    _ => return None,
                }
                (number, pending, any) = (0, false, true);
            }
            _ => return None,
        }
    }
    (any && !pending && length.days < 1_000_000 && length.seconds < 1_000_000_000_000).then_some(length)
}

/// An offset from UTC, `+0100`, in seconds.
pub(super) fn offset(text: &[u8]) -> Option<i32> {
    let (sign, plain) = text.split_first()?;
    let sign = match sign {
        b'+' => 1,
        b'-' => -1,
        _ => return None,
    };
    let part = |from: usize| plain.get(from..from + 2).and_then(digits);
    let second = if plain.len() == 6 { part(4)? } else { 0 };
    let (hour, minute) = (part(0)?, part(2)?);
    let good = matches!(plain.len(), 4 | 6) && hour < 24 && minute < 60 && second < 60;
    let seconds = i32::try_from(hour * 3600 + minute * 60 + second).ok()?;
    good.then_some(sign * seconds)
}

/// A start or a span, `20261124T140000Z/PT1H`.
pub(super) fn added(text: &[u8], zone: Option<usize>) -> Option<Added> {
    let Some(slash) = text.iter().position(|b| *b == b'/') else {
        return time(text, zone).map(Added::Start);
    };
    let start = time(text.get(..slash)?, zone)?;
    let end = text.get(slash + 1..)?;
    let end = length(end).map(SpanEnd::After).or_else(|| time(end, zone).map(SpanEnd::At))?;
    Some(Added::Span(start, end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths() {
        let cases = [
            ("PT1H30M", Some((0, 5400))),
            ("P1D", Some((1, 0))),
            ("P2W", Some((14, 0))),
            ("+P1DT1S", Some((1, 1))),
            ("p1dt1s", Some((1, 1))),
            ("P", None),
            ("PT", None),
            ("P1", None),
            ("-PT1H", None),
            ("PT1D", None),
            ("P1H", None),
            ("P99999999999999999999D", None),
        ];
        for (text, expected) in cases {
            assert_eq!(length(text.as_bytes()).map(|l| (l.days, l.seconds)), expected, "{text}");
        }
    }

    #[test]
    fn times_and_offsets() {
        for bad in ["20260230", "2026022", "20260201T1000", "20260201T250000", "20260201T100061", "2026O201", "", "Z"] {
            assert_eq!(time(bad.as_bytes(), None), None, "{bad}");
        }
        assert!(matches!(time(b"20260201T100060z", Some(1)), Some(Time::Instant(_))));
        assert!(matches!(time(b"20260201T100000", Some(1)), Some(Time::Zoned(_, 1))));
        assert_eq!(offset(b"-0330"), Some(-12_600));
        assert_eq!(offset(b"+013015"), Some(5_415));
        for bad in ["0100", "+1", "+2400", "+01:00", ""] {
            assert_eq!(offset(bad.as_bytes()), None, "{bad}");
        }
    }
}
