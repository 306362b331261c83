use chrono::{NaiveDate, Weekday};

use super::*;
use crate::domain::recurrence::{DayOfPeriod, End, Frequency, MAX_RULE_TEXT, Part, RuleError, Until};

#[test]
fn texts_in_one_spelling() {
    let cases = [
        ("freq=weekly;byday=we,mo;interval=1;", "FREQ=WEEKLY;BYDAY=MO,WE"),
        ("FREQ=MONTHLY;BYDAY=-1FR,+2MO", "FREQ=MONTHLY;BYDAY=-1FR,2MO"),
        ("FREQ=MONTHLY;BYMONTHDAY=-1,31,1", "FREQ=MONTHLY;BYMONTHDAY=1,31,-1"),
        ("WKST=SU;COUNT=3;FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO", "FREQ=YEARLY;COUNT=3;BYWEEKNO=20;BYDAY=MO;WKST=SU"),
        ("FREQ=DAILY;UNTIL=20261231T225959Z", "FREQ=DAILY;UNTIL=20261231T225959Z"),
        ("FREQ=DAILY;UNTIL=20261231", "FREQ=DAILY;UNTIL=20261231"),
        (" FREQ=YEARLY;BYMONTH=12,1;BYDAY=MO;BYSETPOS=-1 ", "FREQ=YEARLY;BYMONTH=1,12;BYDAY=MO;BYSETPOS=-1"),
    ];
    for (text, spelt) in cases {
        assert_eq!(text.parse::<Rule>().map(|rule| rule.to_string()).as_deref(), Ok(spelt), "{text}");
    }
}

#[test]
fn what_is_no_rule_says_why() {
    let bad = RuleError::BadValue;
    let cases = [
        ("", RuleError::NoFrequency),
        ("INTERVAL=2", RuleError::NoFrequency),
        ("FREQ=SECONDLY", RuleError::TooOften),
        ("FREQ=MINUTELY;COUNT=2", RuleError::TooOften),
        ("FREQ=HOURLY", RuleError::TooOften),
        ("FREQ=FORTNIGHTLY", bad(Part::Freq)),
        ("FREQ=DAILY;INTERVAL=0", bad(Part::Interval)),
        ("FREQ=DAILY;INTERVAL=-1", bad(Part::Interval)),
        ("FREQ=DAILY;INTERVAL=99999999999", bad(Part::Interval)),
        ("FREQ=DAILY;COUNT=0", bad(Part::Count)),
        ("FREQ=DAILY;COUNT=2;UNTIL=20261231", RuleError::NotHere(Part::Until)),
        ("FREQ=DAILY;UNTIL=20260230", bad(Part::Until)),
        ("FREQ=DAILY;UNTIL=99999999T999999Z", bad(Part::Until)),
        ("FREQ=DAILY;UNTIL=20261231Z", bad(Part::Until)),
        ("FREQ=DAILY;BYMONTH=13", bad(Part::ByMonth)),
        ("FREQ=MONTHLY;BYMONTHDAY=0", bad(Part::ByMonthDay)),
        ("FREQ=MONTHLY;BYMONTHDAY=32", bad(Part::ByMonthDay)),
        ("FREQ=MONTHLY;BYMONTHDAY=-128", bad(Part::ByMonthDay)),
        ("FREQ=MONTHLY;BYDAY=0MO", bad(Part::ByDay)),
        ("FREQ=MONTHLY;BYDAY=54MO", bad(Part::ByDay)),
        ("FREQ=MONTHLY;BYDAY=Å", bad(Part::ByDay)),
        ("FREQ=MONTHLY;BYDAY=MO,,TU", bad(Part::ByDay)),
        ("FREQ=YEARLY;BYYEARDAY=367", bad(Part::ByYearDay)),
        ("FREQ=YEARLY;BYWEEKNO=54", bad(Part::ByWeekNo)),
        ("FREQ=MONTHLY;BYDAY=MO;BYSETPOS=0", bad(Part::BySetPos)),
        ("FREQ=MONTHLY;BYSETPOS=1", RuleError::NotHere(Part::BySetPos)),
        ("FREQ=WEEKLY;BYDAY=1MO", RuleError::NotHere(Part::ByDay)),
        ("FREQ=WEEKLY;BYMONTHDAY=1", RuleError::NotHere(Part::ByMonthDay)),
        ("FREQ=MONTHLY;BYWEEKNO=1", RuleError::NotHere(Part::ByWeekNo)),
        ("FREQ=DAILY;BYYEARDAY=1", RuleError::NotHere(Part::ByYearDay)),
        ("FREQ=YEARLY;BYWEEKNO=1;BYDAY=1MO", RuleError::NotHere(Part::ByDay)),
        ("FREQ=DAILY;BYHOUR=9", RuleError::NotHere(Part::ByHour)),
        ("FREQ=DAILY;FREQ=DAILY", RuleError::Twice(Part::Freq)),
        ("FREQ=DAILY;RSCALE=CHINESE", RuleError::UnknownPart),
        ("FREQ=DAILY;WKST", RuleError::UnknownPart),
        ("FREQ=DAILY;WKST=XX", bad(Part::WkSt)),
    ];
    for (text, why) in cases {
        assert_eq!(text.parse::<Rule>(), Err(why), "{text}");
    }
    let long = format!("FREQ=YEARLY;BYYEARDAY={}", vec!["-100"; MAX_RULE_TEXT / 5].join(","));
    assert_eq!(long.parse::<Rule>(), Err(RuleError::TooLong));
}

#[test]
fn rules_are_built_as_they_are_read() {
    let built = Rule::every(Frequency::Monthly)
        .interval(2)
        .by_day([DayOfPeriod::nth(-1, Weekday::Thu)])
        .by_month([1, 3, 9])
        .week_start(Weekday::Sun)
        .until(Until::Day(NaiveDate::from_ymd_opt(2027, 6, 30).unwrap()))
        .build();
    let text = "FREQ=MONTHLY;INTERVAL=2;UNTIL=20270630;BYMONTH=1,3,9;BYDAY=-1TH;WKST=SU";
    assert_eq!(built, text.parse());
    assert_eq!(built.unwrap().to_string(), text);
    assert_eq!(Rule::every(Frequency::Daily).interval(0).build(), Err(RuleError::BadValue(Part::Interval)));
    let both = Rule::every(Frequency::Daily).count(3).count(4).build();
    assert_eq!(both, Err(RuleError::NotHere(Part::Count)));
    assert_eq!(Rule::every(Frequency::Weekly).count(3).build().map(|rule| rule.end()), Ok(End::Count(3)));
}

/// The examples of RFC 5545 §3.8.5.3 that the random rules cannot hold.
#[test]
fn what_the_rule_leaves_open_comes_from_the_start() {
    let cases = [
        ("19970512T090000", "FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO", "19970512 19980511 19990517"),
        ("19970512T090000", "FREQ=YEARLY;BYWEEKNO=20", "19970512 19980511 19990517"),
        ("19970313T090000", "FREQ=YEARLY;BYMONTH=3;BYDAY=TH;COUNT=3", "19970313 19970320 19970327"),
        ("19961105T090000", "FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8", "19961105 20001107"),
        (
            "19970805T090000",
            "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO",
            "19970805 19970810 19970819 19970824",
        ),
        (
            "19970805T090000",
            "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU",
            "19970805 19970817 19970819 19970831",
        ),
        ("20070115T090000", "FREQ=MONTHLY;BYMONTHDAY=15,30;COUNT=5", "20070115 20070130 20070215 20070315 20070330"),
        ("20240229T090000", "FREQ=YEARLY;COUNT=2", "20240229 20280229"),
        ("20260131T090000", "FREQ=MONTHLY;COUNT=3", "20260131 20260331 20260531"),
        // The set of a week is the whole week, also where the start lies inside it.
        ("20260107T090000", "FREQ=WEEKLY;COUNT=2;BYDAY=MO,WE,FR;BYSETPOS=2", "20260107 20260114"),
    ];
    for (start, rule, expected) in cases {
        let mut found = days(&series(start, rule), window("19960101", "20300101")).unwrap();
        found.truncate(expected.split(' ').count());
        assert_eq!(found.join(" "), expected, "{rule}");
    }
}

#[test]
fn a_start_beside_its_rule_is_the_first_occurrence() {
    let all = window("20260101", "20270101");
    let found = days(&series("20260106T100000", "FREQ=WEEKLY;BYDAY=MO;COUNT=3"), all);
    assert_eq!(found.unwrap(), ["20260106", "20260112", "20260119"]);
    // A calendar that cut off a whole series leaves an end ahead of the start.
    assert!(days(&series("20260106T100000", "FREQ=WEEKLY;UNTIL=20251231"), all).unwrap().is_empty());
}

#[test]
fn single_dates_are_added_and_taken_out() {
    let series = series("20260105T100000", "FREQ=WEEKLY;COUNT=4")
        .adding([at("20260107T100000"), at("20260112T100000"), at("20300101T100000")])
        .without([at("20260119T100000"), at("20260119T110000"), at("20250105T100000")])
        .without_days([wall("20260126T000000").date()]);
    assert_eq!(days(&series, window("20260101", "20270101")).unwrap(), ["20260105", "20260107", "20260112"]);
    assert!(days(&Series::new(wall("20260105T100000"), None), window("20260106", "20270101")).unwrap().is_empty());
}
