//! Walks the lines of a calendar once and keeps the few properties that tell busy time.

use super::{
    Limits,
    Property::{self, DtEnd, DtStart, Duration, ExDate, ExRule, FreeBusy, RDate, RRule, RecurrenceId},
    Unreadable,
    calendar::{Calendar, Definition, Event, Observance, rule},
    lines::{self, Lines},
    value::{self, Added},
};

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Calendar,
    Event,
    FreeBusy,
    Zone,
    Observance,
    Other,
}

struct Reader<'a> {
    limits: &'a Limits,
    calendar: Calendar,
    open: Vec<(Kind, Vec<u8>)>,
    components: usize,
    properties: usize,
}

/// Reads the entries of a calendar.
pub(super) fn read(bytes: &[u8], limits: &Limits) -> Result<Calendar, Unreadable> {
    if bytes.len() > limits.bytes {
        return Err(Unreadable::TooLarge);
    }
    let mut reader = Reader { limits, calendar: Calendar::default(), open: Vec::new(), components: 0, properties: 0 };
    for line in Lines::new(bytes, limits.line) {
        reader.take(&line?)?;
    }
    match (reader.components, reader.open.is_empty()) {
        (0, _) => Err(Unreadable::NotACalendar),
        (_, false) => Err(Unreadable::CutShort),
        (_, true) => Ok(reader.calendar),
    }
}

impl Reader<'_> {
    fn take(&mut self, line: &[u8]) -> Result<(), Unreadable> {
        let name = lines::name(line);
        let value = || lines::parts(line).map_or(&[][..], |(_, value)| value);
        if name.eq_ignore_ascii_case(b"BEGIN") {
            return self.begin(value());
        }
        let Some((kind, component)) = self.open.last() else {
            // A page of HTML is no calendar; what stands behind one does no harm.
            return if self.components == 0 { Err(Unreadable::NotACalendar) } else { Ok(()) };
        };
        if name.eq_ignore_ascii_case(b"END") {
            let matches = component.eq_ignore_ascii_case(value());
            self.open.pop();
            return if matches { Ok(()) } else { Err(Unreadable::OutOfOrder) };
        }
        self.properties += 1;
        if self.properties > self.limits.properties {
            return Err(Unreadable::TooMany);
        }
        let kind = *kind;
        match (kind, Wanted::named(name)) {
            (Kind::Event, Some(wanted)) => self.event(wanted, line),
            (Kind::FreeBusy, Some(Wanted::Read(FreeBusy))) => self.free_busy(line),
            (Kind::Zone, Some(Wanted::TzId)) => {
                if let Some(definition) = self.calendar.definitions.last_mut() {
                    definition.name = String::from_utf8_lossy(value()).into_owned();
                }
                Ok(())
            }
            (Kind::Observance, Some(wanted)) => self.observance(wanted, line),
            _ => Ok(()),
        }
    }

    fn begin(&mut self, name: &[u8]) -> Result<(), Unreadable> {
        let parent = self.open.last().map(|(kind, _)| *kind);
        let kind = match name.to_ascii_uppercase().as_slice() {
            b"VCALENDAR" => Kind::Calendar,
            b"VEVENT" => Kind::Event,
            b"VFREEBUSY" => Kind::FreeBusy,
            b"VTIMEZONE" => Kind::Zone,
            b"STANDARD" | b"DAYLIGHT" => Kind::Observance,
            _ => Kind::Other,
        };
        self.components += 1;
        if self.open.len() == self.limits.nesting {
            return Err(Unreadable::TooDeep);
        }
        if self.components > self.limits.components {
            return Err(Unreadable::TooMany);
        }
        let calendar = &mut self.calendar;
        match (kind, parent) {
            (Kind::Calendar, None) | (Kind::FreeBusy, Some(Kind::Calendar)) | (Kind::Other, Some(_)) => {}
            (Kind::Event, Some(Kind::Calendar)) => calendar.events.push(Event::default()),
            (Kind::Zone, Some(Kind::Calendar)) => calendar.definitions.push(Definition::default()),
            (Kind::Observance, Some(Kind::Zone)) => {
                if let Some(definition) = calendar.definitions.last_mut() {
                    definition.observances.push(Observance::default());
                }
            }
            (_, None) => return Err(Unreadable::NotACalendar),
            // An event inside an event would be overlooked.
            _ => return Err(Unreadable::OutOfOrder),
        }
        self.open.push((kind, name.to_vec()));
        Ok(())
    }

    fn event(&mut self, wanted: Wanted, line: &[u8]) -> Result<(), Unreadable> {
        let Some((parameters, value)) = lines::parts(line) else {
            self.fault(Unreadable::BadValue(wanted.property()));
            return Ok(());
        };
        let zone = match lines::parameter(parameters, b"TZID") {
            Some(name) if wanted.has_zone() => Some(self.calendar.zone(name, self.limits.zones)?),
            _ => None,
        };
        let Some(event) = self.calendar.events.last_mut() else { return Ok(()) };
        match wanted {
            Wanted::Uid => event.uid = value.to_vec(),
            Wanted::Transp => {
                event.free |= value.eq_ignore_ascii_case(b"TRANSPARENT");
            }
            Wanted::Status => {
                event.free |= value.eq_ignore_ascii_case(b"CANCELLED");
                event.tentative = value.eq_ignore_ascii_case(b"TENTATIVE");
            }
            Wanted::TzId => {}
            Wanted::Read(property @ (RDate | ExDate)) => return self.dates(property, value, zone),
            Wanted::Read(RecurrenceId) if lines::parameter(parameters, b"RANGE").is_some() => {
                event.replacement = true;
                self.fault(Unreadable::NotSupported(RecurrenceId));
            }
            Wanted::Read(property) => {
                event.replacement |= property == RecurrenceId;
                if let Err(fault) = event.set(property, value, zone) {
                    self.fault(fault);
                }
            }
        }
        Ok(())
    }

    fn dates(&mut self, property: Property, value: &[u8], zone: Option<usize>) -> Result<(), Unreadable> {
        let Some(event) = self.calendar.events.last_mut() else { return Ok(()) };
        let before = event.added.len() + event.excluded.len();
        let mut bad = false;
        for one in value.split(|b| *b == b',').map(<[u8]>::trim_ascii) {
            match (property, value::added(one, zone)) {
                (RDate, Some(added)) => event.added.push(added),
                (ExDate, Some(Added::Start(time))) => event.excluded.push(time),
                _ => bad = true,
            }
        }
        let read = event.added.len() + event.excluded.len() - before;
        self.calendar.count_dates(read, self.limits)?;
        if bad {
            self.fault(Unreadable::BadValue(property));
        }
        Ok(())
    }

    fn fault(&mut self, fault: Unreadable) {
        if let Some(event) = self.calendar.events.last_mut() {
            event.fault.get_or_insert(fault);
        }
    }

    fn free_busy(&mut self, line: &[u8]) -> Result<(), Unreadable> {
        let bad = Unreadable::BadValue(FreeBusy);
        let (parameters, value) = lines::parts(line).ok_or(bad.clone())?;
        let kind = lines::parameter(parameters, b"FBTYPE").unwrap_or(b"BUSY");
        if kind.eq_ignore_ascii_case(b"FREE") {
            return Ok(());
        }
        let tentative = kind.eq_ignore_ascii_case(b"BUSY-TENTATIVE");
        for one in value.split(|b| *b == b',').map(<[u8]>::trim_ascii) {
            let span = value::added(one, None).filter(|added| matches!(added, Added::Span(..)));
            self.calendar.spans.push((span.ok_or(bad.clone())?, tentative));
            self.calendar.count_dates(1, self.limits)?;
        }
        Ok(())
    }

    fn observance(&mut self, wanted: Wanted, line: &[u8]) -> Result<(), Unreadable> {
        let value = lines::parts(line).map_or(&[][..], |(_, value)| value);
        let dates = value.split(|b| *b == b',');
        if matches!(wanted, Wanted::Read(RDate)) {
            self.calendar.count_dates(dates.clone().count(), self.limits)?;
        }
        let definition = self.calendar.definitions.last_mut();
        let Some(observance) = definition.and_then(|definition| definition.observances.last_mut()) else {
            return Ok(());
        };
        match wanted {
            Wanted::Read(DtStart) => observance.start = value::local(value),
            Wanted::Read(Property::TzOffsetFrom) => observance.from = value::offset(value),
            Wanted::Read(Property::TzOffsetTo) => observance.to = value::offset(value),
            Wanted::Read(RDate) => {
                for one in dates {
                    match value::local(one.trim_ascii()) {
                        Some(local) => observance.added.push(local),
                        None => observance.fault = Some(Unreadable::BadValue(RDate)),
                    }
                }
            }
            Wanted::Read(RRule) if observance.rule.is_none() => match rule(value) {
                Ok(rule) => observance.rule = Some(rule),
                Err(fault) => observance.fault = Some(fault),
            },
            Wanted::Read(property @ (RRule | ExRule | ExDate)) => {
                observance.fault = Some(Unreadable::NotSupported(property));
            }
            _ => {}
        }
        Ok(())
    }
}

/// The properties that are looked at.
#[derive(Clone, Copy)]
enum Wanted {
    Uid,
    Transp,
    Status,
    TzId,
    Read(Property),
}

impl Wanted {
    fn named(name: &[u8]) -> Option<Self> {
        const NAMES: [(&str, Wanted); 15] = [
            ("UID", Wanted::Uid),
            ("TRANSP", Wanted::Transp),
            ("STATUS", Wanted::Status),
            ("TZID", Wanted::TzId),
            ("DTSTART", Wanted::Read(DtStart)),
            ("DTEND", Wanted::Read(DtEnd)),
            ("DURATION", Wanted::Read(Duration)),
            ("RRULE", Wanted::Read(RRule)),
            ("RDATE", Wanted::Read(RDate)),
            ("EXDATE", Wanted::Read(ExDate)),
            ("EXRULE", Wanted::Read(ExRule)),
            ("RECURRENCE-ID", Wanted::Read(RecurrenceId)),
            ("FREEBUSY", Wanted::Read(FreeBusy)),
            ("TZOFFSETFROM", Wanted::Read(Property::TzOffsetFrom)),
            ("TZOFFSETTO", Wanted::Read(Property::TzOffsetTo)),
        ];
        NAMES.iter().find(|(known, _)| name.eq_ignore_ascii_case(known.as_bytes())).map(|(_, wanted)| *wanted)
    }

    const fn property(self) -> Property {
        if let Self::Read(property) = self { property } else { Property::Other }
    }

    const fn has_zone(self) -> bool {
        matches!(self, Self::Read(DtStart | DtEnd | RDate | ExDate | RecurrenceId))
    }
}
