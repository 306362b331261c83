//! What people are mailed and what they subscribe to is the same: the calendar that a program makes of all mails to
//! somebody, in their order, holds the dates that somebody's feed shows. Histories of single meetings and of series, at
//! random, with whole meetings and single points.

use std::collections::{BTreeMap, BTreeSet};

use axum::{body::Body, http::Request};
use chrono::{DateTime, NaiveDateTime, TimeDelta, Utc};
use sparsam::{
    app::{
        cancel_meeting::{self, CancelMeeting},
        edit_meeting::{self, EditMeeting},
        error::AppError,
        feeds,
        move_meeting::{self, MoveMeeting},
        once::Once,
        series::{
            cancel, edit, move_time,
            repeat::{self, Repeat},
            schedule::{self, ScheduleSeries},
        },
        undo,
    },
    domain::{
        feed::FeedKind,
        ids::MeetingId,
        letter::{Body as Says, Letter},
        limits::consent::Consent,
        meeting::{AttendeeRole, Status},
        planning::{Details, Guest, Invitee, Plan},
        recurrence::{Offsets, Series, Work},
        series::{
            patch::Scope,
            rule::{End, OnHoliday, Pattern, Rule},
        },
        time::{Interval, Zone},
    },
    store::{self, outbox, people::Person},
};
use uuid::Uuid;

use crate::support::{
    db::{TestDb, on_both},
    meetings::{Stage, start},
};

/// Changes of one history.
const STEPS: u64 = 14;

/// Numbers that look random and are the same every time.
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % end
    }

    fn of<T: Copy>(&mut self, all: &[T]) -> T {
        all[usize::try_from(self.below(all.len() as u64)).unwrap()]
    }
}

/// One entry of a calendar: start, end, title.
type Shown = BTreeSet<(DateTime<Utc>, DateTime<Utc>, String)>;

/// A calendar program: for each UID it keeps the newest object, and takes single dates out of it.
#[derive(Default)]
struct Calendar {
    objects: BTreeMap<String, (String, Vec<DateTime<Utc>>)>,
    stamps: BTreeMap<String, (u32, String)>,
}

impl Calendar {
    fn receive(&mut self, text: &str) {
        let text = text.replace("\r\n ", "");
        let line = |name: &str| text.lines().find_map(|line| line.strip_prefix(name)).map(str::to_owned);
        let uid = line("UID:").unwrap();
        let stamp = (line("SEQUENCE:").unwrap().parse().unwrap(), line("DTSTAMP:").unwrap());
        let last = self.stamps.insert(uid.clone(), stamp.clone());
        assert!(last.as_ref().is_none_or(|last| *last < stamp), "{uid}: {stamp:?} after {last:?}");
        match (line("METHOD:").unwrap().as_str(), line("RECURRENCE-ID")) {
            ("REQUEST", _) => drop(self.objects.insert(uid, (text, Vec::new()))),
            ("CANCEL", Some(value)) => self.objects.get_mut(&uid).unwrap().1.push(instant(&value)),
            ("CANCEL", None) => drop(self.objects.remove(&uid)),
            other => panic!("{other:?}"),
        }
    }

    fn shown(&self) -> Shown {
        let mut shown = Shown::new();
        for (text, off) in self.objects.values() {
            let mut dates = expanded(text);
            dates.retain(|(_, id), _| !off.contains(id));
            shown.extend(dates.into_values());
        }
        shown
    }
}

fn stockholm() -> Zone {
    Zone::named("Europe/Stockholm").unwrap()
}

fn local(value: &str) -> NaiveDateTime {
    NaiveDateTime::parse_from_str(value.rsplit(':').next().unwrap().trim_end_matches('Z'), "%Y%m%dT%H%M%S").unwrap()
}

fn instant(value: &str) -> DateTime<Utc> {
    if value.ends_with('Z') { local(value).and_utc() } else { stockholm().instant(local(value)) }
}

/// What somebody may be told; everything else is a fault.
const fn is_refusal(error: &AppError) -> bool {
    use AppError as E;
    matches!(error, E::Refused(_) | E::Stale | E::NotFound | E::Denied | E::Stopped(_) | E::SeriesStopped(_))
}

/// UID and RECURRENCE-ID, and what is shown: from when, until when, and how it is called.
type Expanded = BTreeMap<(String, DateTime<Utc>), (DateTime<Utc>, DateTime<Utc>, String)>;

/// What a calendar shows.
fn expanded(text: &str) -> Expanded {
    let mut dates = BTreeMap::new();
    let window = Interval::new(start("2026-01-01T00:00:00").at, start("2028-01-01T00:00:00").at).unwrap();
    let offsets = Offsets::of(&stockholm(), window);
    let mut exceptions = Vec::new();
    for event in text.split("BEGIN:VEVENT").skip(1) {
        let all = |name: &'static str| {
            event.lines().filter_map(move |line| line.strip_prefix(name).filter(|rest| rest.starts_with([':', ';'])))
        };
        let one = |name: &'static str| all(name).next().map(str::to_owned);
        let (uid, title) = (one("UID").unwrap(), one("SUMMARY").unwrap());
        let (from, to) = (one("DTSTART").unwrap(), one("DTEND").unwrap());
        let length = instant(&to) - instant(&from);
        if let Some(id) = one("RECURRENCE-ID") {
            exceptions.push(((uid, instant(&id)), (instant(&from), instant(&to), title)));
            continue;
        }
        let rule = one("RRULE").map(|rule| rule[1..].parse().unwrap());
        let series = Series::new(local(&from), rule).without(all("EXDATE").map(instant));
        for at in series.starts(&offsets, window, &mut Work::default()).unwrap() {
            dates.insert((uid.clone(), at), (at, at + length, title.clone()));
        }
    }
    dates.extend(exceptions);
    dates
}

struct History {
    stage: Stage,
    chance: Chance,
    step: u64,
    meetings: Vec<MeetingId>,
    calendars: BTreeMap<String, Calendar>,
    /// Whether series get other rules, too.
    repeats: bool,
}

impl History {
    async fn begin(db: TestDb, (seed, repeats): (u64, bool)) -> Self {
        let stage = Stage::set(db).await;
        Self { stage, chance: Chance(seed), step: 0, meetings: Vec::new(), calendars: BTreeMap::new(), repeats }
    }

    fn once(&self) -> Once {
        Once { scope: "agree".to_owned(), key: self.step.to_string(), body_hash: [0; 32] }
    }

    /// Some people, some of whom come to one point or two only; the points in either order.
    fn details(&mut self) -> Details {
        let mut details = self.stage.details(&format!("Title {}", self.chance.below(3)), false);
        if self.chance.below(3) == 0 {
            details.agenda.swap(0, 1);
        }
        details.agenda[0].minutes = self.chance.of(&[5, 10, 15]);
        let [ola, sanna] = [self.stage.ola.id, self.stage.sanna.id];
        let mut invite = |id| {
            let points = self.chance.of(&[None, None, Some((0, 0)), Some((1, 1)), Some((0, 1))]);
            Invitee { guest: Guest::Person(id), role: AttendeeRole::Required, why: String::new(), points }
        };
        details.invitees = vec![invite(ola), invite(sanna)];
        match self.chance.below(4) {
            0 => drop(details.invitees.remove(0)),
            1 => drop(details.invitees.remove(1)),
            _ => {}
        }
        for point in &mut details.agenda {
            point.owner = sparsam::domain::planning::Owner::Everyone;
        }
        details
    }

    fn plan(&mut self) -> Plan {
        let at = format!("2026-12-0{}T{:02}:00:00", 1 + self.chance.below(9), 8 + self.chance.below(8));
        let mut details = self.details();
        // Each is another meeting.
        details.title = format!("{}, {}", details.title, self.step);
        Plan { details, start: start(&at), minutes: 30 }
    }

    async fn schedule(&mut self) {
        let (plan, once, actor) = (self.plan(), self.once(), self.stage.actor(&self.stage.anna).await);
        let permit = actor.may_plan().unwrap();
        let (form, draft, consent) = (Vec::new(), None, Consent::seen());
        if self.chance.below(3) == 0 {
            let command = sparsam::app::schedule_meeting::ScheduleMeeting { plan, form, draft, consent, once };
            let done = sparsam::app::schedule_meeting::run(&self.stage.site.app, &actor, &permit, command).await;
            if let Ok(sparsam::app::schedule_meeting::Scheduled::New(id, _)) = done {
                self.meetings.push(id);
            }
            return;
        }
        let pattern = self.chance.of(&[Pattern::Day, Pattern::WorkingDay, Pattern::MonthDay { day: 9 }]);
        let pattern = if let Pattern::MonthDay { .. } = pattern {
            Pattern::MonthDay { day: u8::try_from(chrono::Datelike::day(&plan.start.local)).unwrap() }
        } else {
            pattern
        };
        let rule = Rule { pattern, interval: 1, end: End::Count(5), holidays: OnHoliday::Skip };
        let command = ScheduleSeries { plan, rule, skip: Vec::new(), endless: None, form, draft, consent, once };
        if let Ok(schedule::Scheduled::New(series, ..)) =
            schedule::run(&self.stage.site.app, &actor, &permit, command).await
        {
            let mut tx = self.stage.site.db().begin_read().await.unwrap();
            self.meetings.extend(store::series::dates(&mut tx, series).await.unwrap());
        }
    }

    /// Does something to a meeting, to one date or to several; what a rule forbids changes nothing.
    async fn change(&mut self) -> String {
        let id = self.chance.of(&self.meetings);
        let mut tx = self.stage.site.db().begin_read().await.unwrap();
        let Some(full) = store::meetings::by_id(&mut tx, id).await.unwrap() else { return "gone".to_owned() };
        let newest = store::changes::newest(&mut tx, id).await.unwrap();
        drop(tx);
        if full.meeting.status == Status::Cancelled && self.chance.below(2) == 0 {
            return "off".to_owned();
        }
        let (version, once, consent) = (full.meeting.version, self.once(), Consent::seen());
        let scope = self.chance.of(&[Scope::This, Scope::This, Scope::Following, Scope::All]);
        let several = full.meeting.series_id.is_some() && scope != Scope::This;
        let (app, anna) = (self.stage.site.app.clone(), self.stage.actor(&self.stage.anna).await);
        let repeats = self.repeats && full.meeting.series_id.is_some() && self.chance.below(2) == 0;
        let what = if repeats { 8 } else { self.chance.below(8) };
        let done = match what {
            8 => {
                let command = self.other_rule((id, version), &full.meeting.start_local);
                repeat::run(&app, &anna, command).await.map(drop)
            }
            0..=3 => {
                let details = self.details();
                let command = EditMeeting { id, version, details, points: Vec::new(), quiet: false, consent, once };
                if several {
                    edit::run(&app, &anna, (command, scope.into())).await.map(drop)
                } else {
                    edit_meeting::run(&app, &anna, command).await.map(drop)
                }
            }
            4 | 5 => {
                let to =
                    full.meeting.start_local.date().and_hms_opt(8 + u32::try_from(self.chance.below(8)).unwrap(), 0, 0);
                let start = start(&to.unwrap().format("%FT%T").to_string());
                let minutes = self.chance.of(&[30, 45]);
                let command = MoveMeeting { id, version, start, minutes, reason: String::new(), consent, once };
                if several {
                    move_time::run(&app, &anna, (command, scope.into())).await.map(drop)
                } else {
                    move_meeting::run(&app, &anna, command).await.map(drop)
                }
            }
            6 => {
                let command = CancelMeeting { id, version, reason: "Ill".to_owned(), once };
                if several {
                    cancel::run(&app, &anna, (command, scope)).await.map(drop)
                } else {
                    cancel_meeting::run(&app, &anna, command).await.map(drop)
                }
            }
            _ => match newest {
                Some(newest) => undo::run(&app, &anna, newest.id).await.map(drop),
                None => Ok(()),
            },
        };
        let refused = done.as_ref().err().is_none_or(is_refusal);
        assert!(refused, "step {}: {done:?}", self.step);
        format!("{what} {scope:?} {}", full.meeting.title)
    }

    /// Other days, another time and number from one date on.
    fn other_rule(&mut self, (from, version): (MeetingId, i64), at: &NaiveDateTime) -> Repeat {
        let day = at.date() + chrono::Days::new(self.chance.below(4));
        let start = start(
            &day.and_hms_opt(8 + u32::try_from(self.chance.below(8)).unwrap(), 0, 0)
                .unwrap()
                .format("%FT%T")
                .to_string(),
        );
        let pattern = self.chance.of(&[Pattern::Day, Pattern::WorkingDay, Pattern::Week { days: 0b1010 }]);
        let count = u32::try_from(2 + self.chance.below(5)).unwrap();
        let rule = Rule { pattern, interval: 1, end: End::Count(count), holidays: OnHoliday::Skip };
        let (skip, reason, consent, once) = (Vec::new(), "Other days".to_owned(), Consent::seen(), self.once());
        Repeat { from, version, start, minutes: self.chance.of(&[30, 45]), rule, skip, reason, consent, once }
    }

    /// Lets the undo time pass: everything leaves and reaches its calendar.
    async fn deliver(&mut self) {
        self.stage.site.clock.pass(TimeDelta::seconds(61));
        let now = self.stage.site.now();
        loop {
            let token = self.stage.site.app.new_id::<Uuid>();
            let mut tx = self.stage.site.db().begin().await.unwrap();
            let mut mails = outbox::claim(&mut tx, now, (token, now + TimeDelta::seconds(120)), 50).await.unwrap();
            mails.sort_by_key(|mail| mail.id);
            for mail in &mails {
                assert!(outbox::finish(&mut tx, (mail.id, token), &outbox::Ended::Accepted, "250", now).await.unwrap());
                let letter: Letter = serde_json::from_value(mail.payload.0.clone()).unwrap();
                let object = match &letter.body {
                    Says::Meeting(body) => &body.calendar,
                    Says::Series(body) => &body.calendar,
                    _ => continue,
                };
                self.calendars.entry(mail.recipient.clone()).or_default().receive(object);
            }
            tx.commit().await.unwrap();
            if mails.is_empty() {
                return;
            }
        }
    }

    async fn feed(&self, person: &Person) -> Shown {
        let key = Once { scope: "feed".to_owned(), key: format!("{} {}", person.name, self.step), body_hash: [0; 32] };
        let actor = self.stage.actor(person).await;
        let token = feeds::create(&self.stage.site.app, &actor, (FeedKind::Mine, None), &key).await.unwrap().token;
        let path = format!("/f/{}.ics", token.as_str());
        let answer = self.stage.site.browser().send(Request::get(path), Body::empty()).await;
        expanded(&answer.expect(200).body.replace("\r\n ", "")).into_values().collect()
    }
}

async fn walk(db: TestDb, (seed, repeats): (u64, bool)) {
    let mut history = History::begin(db, (seed, repeats)).await;
    let mut done = Vec::new();
    for _ in 0..STEPS {
        history.step += 1;
        if history.meetings.is_empty() || history.chance.below(6) == 0 {
            history.schedule().await;
            done.push("planned".to_owned());
        } else {
            done.push(history.change().await);
        }
        if history.chance.below(2) == 0 {
            history.deliver().await;
        }
    }
    history.deliver().await;
    for person in [&history.stage.anna, &history.stage.ola, &history.stage.sanna] {
        let mailed = history.calendars.get(&person.email).map(Calendar::shown).unwrap_or_default();
        let fed = history.feed(person).await;
        assert_eq!(mailed, fed, "seed {seed}, {}: {done:#?}", person.name);
    }
}

fn seeds() -> u64 {
    if std::env::var_os("SPARSAM_TEST_LONG").is_some() { 400 } else { 4 }
}

#[tokio::test]
async fn the_calendar_of_the_mails_is_that_of_the_feed() {
    // And one that once left a date in a calendar.
    for seed in (1..=seeds()).chain([68]) {
        on_both(async |db| walk(db, (seed * 7_919, false)).await).await;
    }
}

#[tokio::test]
async fn the_calendar_of_the_mails_is_that_of_the_feed_when_series_get_other_rules() {
    for seed in 1..=seeds() {
        on_both(async |db| walk(db, (seed * 104_729, true)).await).await;
    }
}
