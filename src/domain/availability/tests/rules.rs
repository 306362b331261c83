//! What is offered, in which order, and with which remarks.

use chrono::Weekday;

use super::*;

/// Stockholm is an hour ahead of UTC all week. 23 November 2026 is a Monday.
const WEEK: (&str, &str) = ("2026-11-22T23:00", "2026-11-29T23:00");

fn week() -> Query {
    query(WEEK.0, WEEK.1)
}

fn day(date: &str) -> Query {
    Query { wanted: 50, ..query(&format!("{date}T00:00"), &format!("{date}T23:00")) }
}

fn weekly(weekday: Weekday, from: u16, to: u16) -> Weekly {
    Weekly { weekday, span: hours(from, to) }
}

#[test]
fn equals_come_on_different_half_days_soonest_first() {
    let found = found(&week(), &[person(1)]);
    assert_eq!(starts(&found.slots), ["23T08:00", "23T12:00", "24T08:00", "24T12:00", "25T08:00", "25T12:00"]);
    assert!(found.slots.iter().all(|slot| slot.reasons == [Reason::EveryoneFree]));
    assert_eq!(found.possible, 5 * 17);
}

#[test]
fn one_free_morning_gives_neighbours_only_for_want_of_others() {
    let mut seller = person(1);
    seller.busy = vec![firm("2026-11-23T09:30", "2026-11-30T00:00")];
    assert_eq!(starts(&found(&week(), &[seller]).slots), ["23T08:00", "23T08:30", "23T09:00", "23T09:30"]);
}

#[test]
fn a_half_day_with_a_better_time_is_not_filled_with_worse_ones() {
    let mut ida = optional(2);
    ida.busy = vec![firm("2026-11-23T08:00", "2026-11-29T23:00")];
    let slots = found(&week(), &[person(1), ida]).slots;
    assert_eq!(starts(&slots), ["23T08:00", "23T12:00", "24T08:00", "24T12:00", "25T08:00", "25T12:00"]);
}

#[test]
fn who_is_missing_weighs_more_than_when() {
    let mut ida = optional(2);
    ida.busy = vec![firm("2026-11-22T23:00", "2026-11-26T23:00")];
    let slots = found(&Query { wanted: 3, ..week() }, &[person(1), ida]).slots;
    assert_eq!(starts(&slots), ["27T08:00", "27T09:00", "27T12:00"]);
    let mut ida = optional(2);
    ida.busy = vec![firm("2026-11-22T23:00", "2026-11-29T23:00")];
    let slots = found(&week(), &[person(1), ida]).slots;
    assert_eq!(starts(&slots)[0], "23T08:00");
    assert_eq!(slots[0].reasons, [Reason::Missing(who(2))]);
}

/// One drawback each at eight, nine and so on; the order is that of the ranking.
#[test]
fn drawbacks_rank_as_promised() {
    let mut query = Query { increment: 60, ..day("2026-11-25") };
    let mut seller = person(1);
    let mut ida = optional(2);
    ida.busy = vec![firm("2026-11-25T07:00", "2026-11-25T08:00")];
    seller.selling = vec![weekly(Weekday::Wed, 9, 10)];
    let mut late = optional(3);
    late.working.as_mut().unwrap().hours.days[2] = Some(DaySpan { from: 11 * 60, to: 17 * 60 });
    seller.windows = vec![Window { time: WindowTime::Weekly(weekly(Weekday::Wed, 11, 12)), hard: false }];
    let near = Period { span: span("2026-11-25T11:00", "2026-11-25T12:00"), used: 80, most: 160 };
    let easy = Period { span: span("2026-11-25T00:00", "2026-11-25T11:00"), used: 0, most: 600 };
    query.quotas = vec![Quota::new(Some(who(1)), Unit::Minutes, true, vec![near, easy]).unwrap()];
    let slots = found(&query, &[seller, ida, late]).slots;
    assert_eq!(starts(&slots), ["25T12:00", "25T11:00", "25T10:00", "25T09:00", "25T08:00"]);
    let local = "2026-11-25T10:00:00".parse().unwrap();
    let early = Reason::OutsideHours { who: who(3), local, edge: Edge::Early };
    let near = Reason::NearLimit { who: Some(who(1)), unit: Unit::Minutes, after: 140, most: 160 };
    assert_eq!(slots[0].reasons, [Reason::EveryoneFree, near]);
    assert_eq!(slots[1].reasons, [Reason::EveryoneFree, Reason::Quiet(who(1))]);
    assert_eq!(slots[2].reasons, [Reason::EveryoneFree, early]);
    assert_eq!(slots[3].reasons[1], Reason::CutsSelling { who: who(1), left: 0 });
    assert_eq!(slots[4].reasons[0], Reason::Missing(who(2)));
}

#[test]
fn whoever_comes_for_a_part_is_asked_for_its_time_only() {
    let mut ida = person(2);
    ida.busy = vec![firm("2026-11-25T07:00", "2026-11-25T08:40"), firm("2026-11-25T09:00", "2026-11-25T09:37")];
    let starts = |stay| {
        let people = [person(1), Person { stay, ..ida.clone() }];
        let mut starts = starts(&found(&day("2026-11-25"), &people).slots);
        starts.sort();
        starts.truncate(3);
        starts
    };
    // Half past nine: free from 9:40 to 10:00, and from 10:37 on.
    assert_eq!(starts(None), ["25T11:00", "25T11:30", "25T12:00"]);
    assert_eq!(starts(Some(Stay { after: 40, minutes: 20 })), ["25T09:00", "25T10:00", "25T10:30"]);
    assert_eq!(starts(Some(Stay { after: 7, minutes: 6 })), ["25T10:30", "25T11:00", "25T11:30"]);
}

#[test]
fn what_is_kept_free_behind_counts_from_the_end_of_a_part() {
    let stay = Some(Stay { after: 30, minutes: 10 });
    let ida = Person { stay, busy: vec![firm("2026-11-25T08:45", "2026-11-25T09:00")], ..person(2) };
    // From nine she is there from half past to twenty to ten, and busy from a quarter to ten.
    for (minutes, after, offered) in [(60, 0, true), (60, 5, true), (66, 7, false), (60, 10, false)] {
        let query = Query { minutes, after, ..day("2026-11-25") };
        let slots = found(&query, &[person(1), ida.clone()]).slots;
        assert_eq!(starts(&slots).contains(&"25T09:00".to_owned()), offered, "{minutes} and {after} minutes");
    }
}

/// Which hours of Wednesday can be met in, the first and the last start.
#[test]
fn working_time_of_a_date() {
    let wednesday = "2026-11-25".parse().unwrap();
    let with = |change: &dyn Fn(&mut Working)| {
        let mut seller = person(1);
        change(seller.working.as_mut().unwrap());
        let slots = found(&day("2026-11-25"), &[seller]).slots;
        let mut starts = starts(&slots);
        starts.sort();
        starts.first().cloned().zip(starts.last().cloned()).map(|(a, b)| format!("{}-{}", &a[3..], &b[3..]))
    };
    let is = |text: &str| Some(text.to_owned());
    assert_eq!(with(&|_| ()), is("08:00-16:00"));
    assert_eq!(with(&|w| w.hours.days[2] = None), None);
    assert_eq!(with(&|w| _ = w.exceptions.insert(wednesday, None)), None);
    assert_eq!(with(&|w| _ = w.exceptions.insert(wednesday, Some(hours(10, 20)))), is("10:00-19:00"));
    assert_eq!(with(&|w| _ = w.holidays.insert(wednesday, Holiday::Off)), None);
    assert_eq!(with(&|w| _ = w.holidays.insert(wednesday, Holiday::EndsAt(12 * 60))), is("08:00-11:00"));
    assert_eq!(with(&|w| _ = w.holidays.insert(wednesday, Holiday::EndsAt(60))), None);
    // Who works on a holiday says so with an exception.
    assert_eq!(
        with(&|w| {
            w.holidays.insert(wednesday, Holiday::Off);
            w.exceptions.insert(wednesday, Some(hours(9, 11)));
        }),
        is("09:00-10:00")
    );
    assert_eq!(with(&|w| w.hours.days[2] = DaySpan::new(8 * 60 + 3, 9 * 60 + 33)), is("08:30-08:30"));
}

#[test]
fn selling_time_is_cut_to_its_longest_piece() {
    let mut seller = person(1);
    seller.selling = vec![weekly(Weekday::Wed, 8, 17)];
    let slots = found(&day("2026-11-25"), std::slice::from_ref(&seller)).slots;
    let left = |start: &str| {
        let slot = slots.iter().find(|slot| starts(std::slice::from_ref(slot)) == [start]).unwrap();
        slot.reasons[1]
    };
    assert_eq!(left("25T08:00"), Reason::CutsSelling { who: who(1), left: 480 });
    assert_eq!(left("25T12:00"), Reason::CutsSelling { who: who(1), left: 240 });
    let kept = Query { selling: Selling::Keep, ..day("2026-11-25") };
    assert_eq!(found(&kept, &[seller]).possible, 0);
}

#[test]
fn buffers_keep_clear_of_engagements_but_not_of_the_end_of_work() {
    let mut seller = person(1);
    seller.busy = vec![firm("2026-11-25T10:00", "2026-11-25T11:00")];
    let query = Query { before: 30, after: 30, ..day("2026-11-25") };
    let mut starts = starts(&found(&query, &[seller]).slots);
    starts.sort();
    let expected =
        ["08:00", "08:30", "09:00", "09:30", "12:30", "13:00", "13:30", "14:00", "14:30", "15:00", "15:30", "16:00"];
    assert_eq!(starts, expected.map(|time| format!("25T{time}")));
}

#[test]
fn the_unknown_are_remarked_to_colleagues_and_not_offered_to_the_public() {
    let stranger = Person::unknown(who(2), Need::Required);
    let people = [person(1), stranger];
    let slots = found(&week(), &people).slots;
    assert_eq!(slots[0].reasons, [Reason::CalendarUnknown(who(2)), Reason::HoursUnknown(who(2))]);
    let public = Query { audience: Audience::Public, ..week() };
    assert_eq!(found(&public, &people).possible, 0);
    // With a zone alone, odd hours are told.
    let mut abroad = Person::unknown(who(2), Need::Required);
    abroad.zone = Some(zone("America/New_York"));
    let slots = found(&week(), &[person(1), abroad]).slots;
    assert_eq!(starts(&slots)[0], "23T14:00");
    assert!(!slots[0].reasons.iter().any(|reason| matches!(reason, Reason::OddHour { .. })));
}

#[test]
fn hard_windows_and_limits_are_never_offered() {
    let mut seller = person(1);
    let first = "2026-11-24".parse().unwrap();
    let last = "2026-11-26".parse().unwrap();
    seller.windows = vec![
        Window { time: WindowTime::Days { first, last }, hard: true },
        Window { time: WindowTime::Weekly(weekly(Weekday::Mon, 0, 12)), hard: true },
    ];
    let friday = Period { span: span("2026-11-26T23:00", "2026-11-27T23:00"), used: 440, most: 480 };
    let rest = Period { span: span("2026-11-22T23:00", "2026-11-26T23:00"), used: 0, most: 480 };
    let quota = Quota::new(Some(who(1)), Unit::Minutes, true, vec![friday, rest]).unwrap();
    let query = Query { quotas: vec![quota], ..week() };
    assert_eq!(starts(&found(&query, &[seller.clone()]).slots)[..2], ["23T12:00", "23T12:30"].map(String::from));
    let half = Query { minutes: 30, wanted: 50, ..query.clone() };
    assert!(starts(&found(&half, &[seller.clone()]).slots).contains(&"27T08:00".to_owned()));
    // Where a hard limit says nothing, it cannot be judged.
    let mut silent = query;
    silent.quotas = vec![Quota::new(Some(who(1)), Unit::Minutes, true, vec![]).unwrap()];
    assert_eq!(found(&silent, &[seller]).possible, 0);
}

#[test]
fn the_judge_has_the_last_word_and_is_asked_a_bounded_number_of_times() {
    let mut asked = 0;
    let found = find(&week(), &[person(1)], &mut |slot| {
        asked += 1;
        match slot.local.to_string().as_bytes()[9] {
            b'3' => Verdict::Refused,
            b'4' => Verdict::Strained,
            _ => Verdict::Fits,
        }
    })
    .unwrap();
    let days: Vec<_> = starts(&found.slots).iter().map(|start| start[..2].to_owned()).collect();
    assert_eq!(days, ["25", "25", "26", "26", "27", "27"]);
    assert!(asked <= MOST_QUESTIONS, "{asked}");
    let strained = find(&week(), &[person(1)], &mut |_| Verdict::Strained).unwrap().slots;
    assert!(strained.len() == 6 && strained.iter().all(|slot| slot.strained));
}

#[test]
fn the_span_of_the_day_and_the_notice_hold() {
    let query = Query { within: Some(hours(10, 12)), notice: at("2026-11-25T09:01"), ..week() };
    let found = found(&query, &[person(1)]);
    assert_eq!(starts(&found.slots), ["25T10:30", "25T11:00", "26T10:00", "26T11:00", "27T10:00", "27T11:00"]);
}

#[test]
fn periods_of_one_limit_do_not_overlap() {
    let period = |from, to| Period { span: span(from, to), used: 0, most: 1 };
    let touching = vec![period("2026-11-24T00:00", "2026-11-25T00:00"), period("2026-11-23T00:00", "2026-11-24T00:00")];
    let quota = Quota::new(None, Unit::Meetings, true, touching).unwrap();
    assert!(quota.periods()[0].span < quota.periods()[1].span);
    let overlapping =
        vec![period("2026-11-23T00:00", "2026-11-25T00:00"), period("2026-11-24T00:00", "2026-11-26T00:00")];
    assert_eq!(Quota::new(None, Unit::Meetings, true, overlapping), None);
}
