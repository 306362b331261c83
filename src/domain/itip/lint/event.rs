//! Rules for VEVENT.

use chrono::NaiveDateTime;

use super::{Fault, Findings, Line, Part, allow};

const ONCE: &[&str] = &[
    "UID",
    "DTSTAMP",
    "SEQUENCE",
    "RECURRENCE-ID",
    "DTSTART",
    "DTEND",
    "RRULE",
    "SUMMARY",
    "DESCRIPTION",
    "LOCATION",
    "STATUS",
    "TRANSP",
    "CLASS",
    "CREATED",
    "LAST-MODIFIED",
    "ORGANIZER",
    "URL",
    "RELATED-TO",
    "X-MICROSOFT-CDO-BUSYSTATUS",
];
const MANY: &[&str] = &["ATTENDEE", "CONFERENCE", "EXDATE", "RDATE"];
const PARAMETERS: &[&str] =
    &["VALUE", "TZID", "CUTYPE", "ROLE", "PARTSTAT", "RSVP", "FEATURE", "LABEL", "CN", "SENT-BY"];
const TEXT: &[&str] = &["UID", "SUMMARY", "DESCRIPTION", "LOCATION", "STATUS", "TRANSP", "CLASS", "RELATED-TO"];
const STAMPS: &[&str] = &["DTSTAMP", "CREATED", "LAST-MODIFIED"];

pub(super) fn judge(event: &Part, method: Option<&str>, found: &mut Findings) {
    allow(event, ONCE, MANY, found);
    for part in &event.parts {
        found.add(Fault::Foreign, &part.kind);
    }
    for line in &event.lines {
        judge_line(line, found);
    }
    for name in ["UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY"] {
        found.check(event.value(name).is_some_and(|value| !value.is_empty()), Fault::Missing, name);
    }
    judge_times(event, found);
    match method {
        None => judge_unaddressed(event, found),
        Some(method) => judge_addressed(event, method, found),
    }
}

fn judge_line(line: &Line, found: &mut Findings) {
    let name = line.name.as_str();
    for (key, _) in &line.params {
        found.check(PARAMETERS.contains(&key.as_str()), Fault::Foreign, key);
    }
    if TEXT.contains(&name) {
        found.check(is_escaped(&line.value), Fault::Escape, name);
    }
    if STAMPS.contains(&name) {
        found.check(form(line) == Some(Form::Utc), Fault::Value, name);
    }
    if name == "SEQUENCE" {
        found.check(line.value.parse::<u32>().is_ok(), Fault::Value, name);
    }
    if matches!(name, "CONFERENCE" | "URL") {
        found.check(!line.value.contains([' ', '"', '\\']), Fault::Value, name);
    }
}

/// How a time is written (RFC 5545 §3.3.5).
#[derive(Debug, PartialEq, Eq)]
enum Form<'a> {
    Date,
    Utc,
    Zoned(&'a str),
}

fn form(line: &Line) -> Option<Form<'_>> {
    let digits = |text: &str| text.len() == 8 && text.bytes().all(|b| b.is_ascii_digit());
    if line.param("VALUE") == Some("DATE") {
        return digits(&line.value).then_some(Form::Date);
    }
    wall_time(&line.value)?;
    match (line.param("TZID"), line.value.ends_with('Z')) {
        (None, true) => Some(Form::Utc),
        (Some(zone), false) => Some(Form::Zoned(zone)),
        // Floating times mean another instant to every reader; both at once contradict each other.
        (None, false) | (Some(_), true) => None,
    }
}

fn wall_time(value: &str) -> Option<NaiveDateTime> {
    NaiveDateTime::parse_from_str(value.trim_end_matches('Z'), "%Y%m%dT%H%M%S").ok().filter(|_| value.len() <= 16)
}

fn judge_times(event: &Part, found: &mut Findings) {
    let (Some(start), Some(end)) = (event.line("DTSTART"), event.line("DTEND")) else { return };
    let expected = form(start);
    found.check(expected.is_some(), Fault::Value, "DTSTART");
    // Within one form the texts sort as the times do.
    found.check(form(end) == expected && end.value > start.value, Fault::Span, "DTEND");
    for name in ["EXDATE", "RDATE", "RECURRENCE-ID"] {
        for line in event.all(name) {
            let right = |one| match form_of_one(line, one) {
                // A date moved to a time that only UTC can name; its place in the series is on the wall clock all the same.
                Some(Form::Zoned(_)) if name == "RECURRENCE-ID" && expected == Some(Form::Utc) => true,
                form => form == expected,
            };
            found.check(line.value.split(',').all(right), Fault::Exception, name);
        }
    }
    let until = event.value("RRULE").and_then(|rule| rule.split(';').find_map(|part| part.strip_prefix("UNTIL=")));
    if let Some(until) = until {
        let right = match expected {
            Some(Form::Date) => until.len() == 8,
            _ => until.ends_with('Z') && wall_time(until).is_some(),
        };
        found.check(right, Fault::Until, "RRULE");
    }
}

/// The form of one value of a list.
fn form_of_one<'a>(line: &'a Line, value: &str) -> Option<Form<'a>> {
    let one = Line { name: String::new(), params: line.params.clone(), value: value.to_owned() };
    match form(&one)? {
        Form::Date => Some(Form::Date),
        Form::Utc => Some(Form::Utc),
        Form::Zoned(_) => line.param("TZID").map(Form::Zoned),
    }
}

/// Feeds and files: with people in them, calendars mail answers to the organizer.
fn judge_unaddressed(event: &Part, found: &mut Findings) {
    for name in ["ORGANIZER", "ATTENDEE"] {
        found.check(event.line(name).is_none(), Fault::Party, name);
    }
    found.check(event.value("STATUS") != Some("CANCELLED"), Fault::Method, "STATUS");
}

fn judge_addressed(event: &Part, method: &str, found: &mut Findings) {
    for name in ["SEQUENCE", "ORGANIZER", "ATTENDEE"] {
        found.check(event.line(name).is_some(), Fault::Missing, name);
    }
    for line in event.all("ORGANIZER").chain(event.all("ATTENDEE")) {
        let address = line.value.strip_prefix("mailto:").unwrap_or_default();
        found.check(address.contains('@') && !address.contains([' ', ',', ';']), Fault::Value, &line.name);
        let delegate = line.param("SENT-BY").map(|uri| uri.strip_prefix("mailto:").unwrap_or_default());
        found.check(delegate.is_none_or(|address| address.contains('@')), Fault::Value, "SENT-BY");
    }
    for attendee in event.all("ATTENDEE") {
        for name in ["ROLE", "PARTSTAT", "CN"] {
            found.check(attendee.param(name).is_some(), Fault::Missing, name);
        }
    }
    if method == "CANCEL" { judge_cancel(event, found) } else { judge_request(event, found) }
}

fn judge_request(event: &Part, found: &mut Findings) {
    found.check(event.value("STATUS") == Some("CONFIRMED"), Fault::Method, "STATUS");
}

fn judge_cancel(event: &Part, found: &mut Findings) {
    let asked = event.all("ATTENDEE").any(|attendee| attendee.param("RSVP").is_some());
    found.check(!asked && event.line("CONFERENCE").is_none(), Fault::Method, "CANCEL");
    match event.value("STATUS") {
        Some(status) => found.check(status == "CANCELLED", Fault::Method, "STATUS"),
        // Without STATUS it takes one person off; two would mean that both are.
        None => found.check(event.all("ATTENDEE").count() == 1, Fault::Method, "ATTENDEE"),
    }
}

/// Every `;` and `,` has a backslash, and every backslash something to escape.
fn is_escaped(text: &str) -> bool {
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        match c {
            ';' | ',' => return false,
            '\\' if !matches!(chars.next(), Some('\\' | ';' | ',' | 'n')) => return false,
            _ => {}
        }
    }
    true
}
