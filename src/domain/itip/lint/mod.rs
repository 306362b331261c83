//! Judges finished calendar objects before they leave.
//!
//! It knows nothing of how they are made; it reads the text. Seven of its rules are faults that libical, python's
//! icalendar, ical.js and a fourth reader all let pass: [`Fault::Uid`], [`Fault::Span`], [`Fault::Until`],
//! [`Fault::Exception`], [`Fault::LineBreak`], [`Fault::ZoneContent`] and [`Fault::Escape`].

mod event;
mod lines;
#[cfg(test)]
mod tests;
mod zone;

use std::{collections::BTreeMap, fmt};

use lines::{Line, Part};
use percent_encoding::percent_decode_str;

use crate::domain::terms::terms;

terms! {
    /// A rule that an object breaks.
    Fault {
        /// A line does not end in CRLF (RFC 5545 §3.1).
        LineBreak = "line_break",
        /// A line has more than 75 octets (RFC 5545 §3.1).
        LineLength = "line_length",
        /// A control character.
        Control = "control",
        /// Not `NAME;PARAM=value:value` (RFC 5545 §3.1).
        Syntax = "syntax",
        /// BEGIN and END don't match, or a property stands behind a part.
        Nesting = "nesting",
        /// A component, property or parameter that we never send, such as VALARM or SCHEDULE-AGENT.
        Foreign = "foreign",
        /// Something that must be there is not.
        Missing = "missing",
        /// Something that may be there once is there twice.
        Repeated = "repeated",
        /// METHOD, STATUS and what goes with them contradict each other (RFC 5546 §3.2.2, §3.2.5).
        Method = "method",
        /// Two UIDs in one message, or one UID twice in a feed (RFC 5546 §3.2.2).
        Uid = "uid",
        /// The end does not lie behind the start, or is of another form.
        Span = "span",
        /// UNTIL is not of the form that DTSTART asks for (RFC 5545 §3.3.10).
        Until = "until",
        /// EXDATE, RDATE or RECURRENCE-ID differ from DTSTART in form (RFC 5545 §3.8.5.1).
        Exception = "exception",
        /// A date, time or number is none.
        Value = "value",
        /// TEXT with a character that had to be escaped (RFC 5545 §3.3.11).
        Escape = "escape",
        /// A zone without exactly one VTIMEZONE, or a VTIMEZONE that nothing uses (RFC 5545 §3.6.5).
        Zone = "zone",
        /// A VTIMEZONE holds what does not belong there.
        ZoneContent = "zone_content",
        /// A VTIMEZONE of a shape that Outlook misreads (MS-OXCICAL 2.1.3.1.1.19).
        ZoneShape = "zone_shape",
        /// ORGANIZER or ATTENDEE in a feed or file, or an address that this copy must not show.
        Party = "party",
    }
}

/// A broken rule and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Which rule.
    pub fault: Fault,
    /// Name of the line or component; never its value, so that findings can be logged.
    pub at: String,
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} at {}", self.fault, self.at)
    }
}

/// Collects findings.
#[derive(Default)]
struct Findings(Vec<Finding>);

impl Findings {
    /// A hopeless text could fill the memory with findings; nobody reads more than these.
    const MOST: usize = 100;

    fn add(&mut self, fault: Fault, at: &str) {
        if self.0.len() < Self::MOST {
            self.0.push(Finding { fault, at: at.chars().take(60).collect() });
        }
    }

    fn check(&mut self, right: bool, fault: Fault, at: &str) {
        if !right {
            self.add(fault, at);
        }
    }
}

const CALENDAR: &[&str] = &[
    "VERSION",
    "PRODID",
    "CALSCALE",
    "METHOD",
    "NAME",
    "X-WR-CALNAME",
    "REFRESH-INTERVAL",
    "X-PUBLISHED-TTL",
    "COLOR",
];

/// Judges a message to one person, who may see these `addresses` and no others.
#[must_use]
pub fn message(text: &str, addresses: &[&str]) -> Vec<Finding> {
    let mut found = Findings::default();
    let calendar = judge(text, &mut found);
    found.check(calendar.value("METHOD").is_some(), Fault::Missing, "METHOD");
    for attendee in calendar.parts.iter().flat_map(|part| part.all("ATTENDEE")) {
        found.check(is_among(attendee, addresses), Fault::Party, "ATTENDEE");
    }
    found.0
}

/// Judges a feed or a file for download.
#[must_use]
pub fn file(text: &str) -> Vec<Finding> {
    let mut found = Findings::default();
    let calendar = judge(text, &mut found);
    found.check(calendar.value("METHOD").is_none(), Fault::Method, "METHOD");
    found.0
}

fn is_among(attendee: &Line, addresses: &[&str]) -> bool {
    let address = attendee.value.strip_prefix("mailto:").unwrap_or_default();
    let address = percent_decode_str(address).decode_utf8_lossy();
    addresses.iter().any(|known| known.eq_ignore_ascii_case(&address))
}

fn judge(text: &str, found: &mut Findings) -> Part {
    let calendar = lines::read(text, found);
    found.check(calendar.kind == "VCALENDAR", Fault::Nesting, &calendar.kind);
    for name in ["VERSION", "PRODID"] {
        found.check(calendar.value(name).is_some(), Fault::Missing, name);
    }
    allow(&calendar, CALENDAR, &[], found);
    let method = calendar.value("METHOD");
    found.check(matches!(method, None | Some("REQUEST" | "CANCEL")), Fault::Method, "METHOD");
    let (every, ttl) = (calendar.value("REFRESH-INTERVAL"), calendar.value("X-PUBLISHED-TTL"));
    found.check(every == ttl, Fault::Value, "REFRESH-INTERVAL");
    for part in &calendar.parts {
        match part.kind.as_str() {
            "VEVENT" => event::judge(part, method, found),
            "VTIMEZONE" => zone::judge(part, found),
            kind => found.add(Fault::Foreign, kind),
        }
    }
    judge_uids(&calendar, method.is_some(), found);
    judge_zones(&calendar, found);
    calendar
}

/// A message speaks of one meeting, a feed of each once.
fn judge_uids(calendar: &Part, message: bool, found: &mut Findings) {
    let mut seen: BTreeMap<(&str, &str), u32> = BTreeMap::new();
    for event in calendar.parts.iter().filter(|part| part.kind == "VEVENT") {
        let key = (event.value("UID").unwrap_or_default(), event.value("RECURRENCE-ID").unwrap_or_default());
        *seen.entry(key).or_default() += 1;
    }
    found.check(seen.values().all(|times| *times == 1), Fault::Uid, "UID");
    if message {
        let first = seen.keys().next().map(|(uid, _)| *uid);
        found.check(first.is_some(), Fault::Missing, "VEVENT");
        found.check(seen.keys().all(|(uid, _)| Some(*uid) == first), Fault::Uid, "UID");
    }
}

/// Every zone that is used is described once, and none besides.
fn judge_zones(calendar: &Part, found: &mut Findings) {
    let mut zones: BTreeMap<&str, (u32, bool)> = BTreeMap::new();
    for part in &calendar.parts {
        if part.kind == "VTIMEZONE" {
            zones.entry(part.value("TZID").unwrap_or_default()).or_default().0 += 1;
        }
        for zone in part.lines.iter().filter_map(|line| line.param("TZID")) {
            zones.entry(zone).or_default().1 = true;
        }
    }
    for (name, (described, used)) in zones {
        found.check(described == 1 && used, Fault::Zone, name);
    }
}

/// Only these properties, each once unless it is in `many`, and no parts' parameters that we never send.
fn allow(part: &Part, once: &[&str], many: &[&str], found: &mut Findings) {
    for (at, line) in part.lines.iter().enumerate() {
        let name = line.name.as_str();
        let before = part.lines.iter().take(at);
        if once.contains(&name) {
            found.check(before.into_iter().all(|other| other.name != line.name), Fault::Repeated, name);
        } else {
            found.check(many.contains(&name), Fault::Foreign, name);
        }
    }
}
