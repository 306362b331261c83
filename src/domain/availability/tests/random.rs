//! Random people and searches, many of them around changes of clocks.

use chrono::{TimeDelta, Weekday};

use super::*;

const ZONES: [&str; 9] = [
    "Europe/Stockholm",
    "Europe/Helsinki",
    "America/New_York",
    "Australia/Lord_Howe",
    "America/Santiago",
    "Asia/Kathmandu",
    "America/St_Johns",
    "Pacific/Kiritimati",
    "UTC",
];

fn weekday(chance: &mut Chance) -> Weekday {
    Weekday::try_from(u8::try_from(chance.below(7)).unwrap()).unwrap()
}

pub(super) fn random_person(chance: &mut Chance, number: u128, horizon: Interval) -> Person {
    let mut person = if chance.one_in(3) { optional(number) } else { person(number) };
    let name = chance.of(&ZONES);
    person.zone = (!chance.one_in(8)).then(|| zone(name));
    person.working = (!chance.one_in(8)).then(|| random_working(chance, horizon));
    person.calendar = if chance.one_in(8) { Calendar::Unknown } else { Calendar::Known };
    for _ in 0..chance.below(3) {
        person.selling.push(Weekly { weekday: weekday(chance), span: chance.day_span() });
    }
    for _ in 0..chance.below(3) {
        let first = horizon.start().date_naive() + TimeDelta::days(i64::try_from(chance.below(4)).unwrap());
        let days = WindowTime::Days { first, last: first };
        let weekly = WindowTime::Weekly(Weekly { weekday: weekday(chance), span: chance.day_span() });
        person.windows.push(Window { time: if chance.one_in(4) { days } else { weekly }, hard: chance.one_in(2) });
    }
    for _ in 0..chance.below(8) {
        let firmness = chance.of(&[Firmness::Firm, Firmness::Firm, Firmness::Tentative]);
        person.busy.push(Busy { span: chance.interval(horizon), firmness });
    }
    person.stay = chance.one_in(4).then(|| {
        let mut minutes = |most| 5 * u32::try_from(chance.below(most)).unwrap();
        Stay { after: minutes(8), minutes: 5 + minutes(8) }
    });
    person
}

fn random_working(chance: &mut Chance, horizon: Interval) -> Working {
    let mut week = WorkingHours::default();
    for day in &mut week.days {
        *day = if chance.one_in(6) { None } else { Some(DaySpan { from: 0, to: 1_440 }) };
        if !chance.one_in(3) {
            *day = Some(hours(7, 19));
        }
        if chance.one_in(4) {
            *day = Some(chance.day_span());
        }
    }
    week.lunch = (!chance.one_in(3)).then(|| chance.day_span());
    let date =
        |chance: &mut Chance| horizon.start().date_naive() + TimeDelta::days(i64::try_from(chance.below(4)).unwrap());
    let mut working = Working::weekly(week);
    if chance.one_in(3) {
        let span = (!chance.one_in(2)).then(|| chance.day_span());
        working.exceptions.insert(date(chance), span);
    }
    if chance.one_in(3) {
        let ends_at = u16::try_from(chance.below(1_000)).unwrap();
        let holiday = if chance.one_in(2) { Holiday::Off } else { Holiday::EndsAt(ends_at) };
        working.holidays.insert(date(chance), holiday);
    }
    working
}

pub(super) fn random_query(chance: &mut Chance) -> Query {
    let organizer = zone(chance.of(&ZONES));
    let some_day = at("2026-01-01T00:00") + TimeDelta::days(i64::try_from(chance.below(1_000)).unwrap());
    // Half of the searches are around a change of clocks.
    let next = organizer.transitions(some_day).next().filter(|_| chance.one_in(2));
    let start = next.map_or(some_day, |transition| transition.at)
        - TimeDelta::minutes(i64::try_from(chance.below(2_000)).unwrap() - 120);
    let end = start + TimeDelta::minutes(600 + i64::try_from(chance.below(3_000)).unwrap());
    let horizon = Interval::new(start, end).unwrap();
    let mut query = query("2026-01-01T00:00", "2026-01-02T00:00");
    query.horizon = horizon;
    query.zone = organizer;
    query.minutes = 1 + u32::try_from(chance.below(120)).unwrap();
    query.increment = chance.of(&[5, 10, 15, 20, 25, 30, 45, 60]);
    query.before = chance.of(&[0, 0, 10, 13, 30]);
    query.after = chance.of(&[0, 0, 10, 7, 45]);
    query.notice = start + TimeDelta::minutes(i64::try_from(chance.below(400)).unwrap() - 200);
    query.within = chance.one_in(4).then(|| chance.day_span());
    query.audience = if chance.one_in(10) { Audience::Public } else { Audience::Colleagues };
    query.hours = chance.of(&[Hours::Keep, Hours::Stretch]);
    query.selling = chance.of(&[Selling::Keep, Selling::Prefer, Selling::Prefer]);
    query.quotas = (0..chance.below(3)).map(|_| random_quota(chance, horizon)).collect();
    query
}

fn random_quota(chance: &mut Chance, horizon: Interval) -> Quota {
    let days = (-1..4).map(|day| {
        let start = at(&horizon.start().format("%Y-%m-%dT00:00").to_string()) + TimeDelta::days(day);
        let used = u32::try_from(chance.below(150)).unwrap();
        Period { span: Interval::new(start, start + TimeDelta::days(1)).unwrap(), used, most: 180 }
    });
    let mut periods: Vec<_> = days.collect();
    periods.truncate(chance.of(&[5, 5, 4, 3]));
    let who = (!chance.one_in(4)).then(|| who(u128::from(chance.below(4))));
    let unit = chance.of(&[Unit::Minutes, Unit::Meetings]);
    Quota::new(who, unit, !chance.one_in(3), periods).unwrap()
}
