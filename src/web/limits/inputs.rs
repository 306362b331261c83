//! The fields of the editor: a sentence of selects and small fields, other ones for every kind.

use chrono::{Days, NaiveDate, Weekday};

use super::{
    choices::{self, Options},
    kind::{Kind, scope_value},
};
use crate::{
    domain::{
        hours::WeekSpan,
        limits::{
            rule::{CustomerSide, Level, Measure, Period, Rule, Scope, Share, Which},
            sound::of_customers,
        },
        meeting::Purpose,
        time::Week,
    },
    i18n::{Texts, format::Format, limits},
    web::form::Form,
};

/// Hours that the table of windows always has, as far as rules do not reach beyond.
const HOURS: std::ops::Range<u16> = 6..22;
/// How many Mondays are offered to begin with.
const MONDAYS: u64 = 8;

/// One field.
pub(super) enum Input {
    Text { name: &'static str, label: String, hint: String },
    Select { name: &'static str, label: String, options: Options },
    Windows(Table),
}

/// Hours of the week to tick.
pub(super) struct Table {
    pub(super) days: Vec<String>,
    pub(super) rows: Vec<Row>,
}

/// One hour of all days.
pub(super) struct Row {
    pub(super) label: String,
    pub(super) cells: Vec<Cell>,
}

/// One hour of one day.
pub(super) struct Cell {
    pub(super) value: String,
    pub(super) label: String,
    pub(super) on: bool,
}

/// What the editor needs to know beside the kind.
pub(super) struct Desk<'a> {
    pub(super) t: &'a Texts,
    pub(super) f: &'a Format,
    pub(super) scopes: &'a [(Scope, String)],
    pub(super) today: NaiveDate,
    /// The highest level to choose.
    pub(super) highest: Level,
}

impl Desk<'_> {
    /// The fields of a kind in the order of its sentence.
    pub(super) fn inputs(&self, kind: Kind, form: &Form) -> Vec<Input> {
        let mut inputs = vec![self.scope(kind)];
        if kind.has_which() {
            inputs.push(select("which", self.t.limits_field_which(), which(self.t)));
        }
        inputs.extend(self.measure(kind, form));
        let offered = Level::ALL.iter().filter(|level| **level <= self.highest);
        let levels = offered.map(|l| (l.to_string(), limits::level(self.t, *l))).collect();
        inputs.push(select("level", self.t.limits_field_level(), levels));
        inputs.push(select("start", self.t.limits_field_start(), self.starts(form.get("start"))));
        inputs
    }

    fn scope(&self, kind: Kind) -> Input {
        let fitting: Vec<(Scope, String)> =
            self.scopes.iter().filter(|(scope, _)| kind.suits(*scope)).cloned().collect();
        select("scope", self.t.limits_field_scope(), choices::options(&fitting))
    }

    fn measure(&self, kind: Kind, form: &Form) -> Vec<Input> {
        let t = self.t;
        match kind {
            Kind::Minutes => vec![self.length("most", t.limits_field_most()), self.per(), self.share()],
            Kind::Meetings => vec![number("most", t.limits_field_most_meetings()), self.per(), self.share()],
            Kind::Length => vec![self.length("most", t.limits_field_most())],
            Kind::People => vec![number("most", t.limits_field_most_people())],
            Kind::BackToBack => {
                vec![self.length("most", t.limits_field_most()), self.length("rest", t.limits_field_rest())]
            }
            Kind::Clock => vec![
                self.text("from", t.limits_field_from(), self.f.minute_of_day(9 * 60)),
                self.text("to", t.limits_field_to(), self.f.minute_of_day(16 * 60)),
            ],
            Kind::Windows => vec![Input::Windows(self.windows(form))],
            Kind::Dates => vec![
                self.text("first", t.limits_field_first(), self.f.short_date(self.today)),
                self.text("last", t.limits_field_last(), self.f.short_date(self.today)),
            ],
            Kind::Notice => vec![self.length("most", t.limits_field_least())],
            Kind::Contacts => vec![number("most", t.limits_field_most_meetings()), self.days(), self.side()],
            Kind::Agenda => {
                vec![number("people", t.limits_field_more_people()), self.length("minutes", t.limits_field_longer())]
            }
            Kind::Ahead => vec![number("most", t.limits_field_most_meetings())],
            Kind::Overlap | Kind::OffHours | Kind::Holidays | Kind::Selling | Kind::Unknown => Vec::new(),
        }
    }

    fn per(&self) -> Input {
        let options = Period::ALL.iter().map(|p| (p.to_string(), limits::per(self.t, *p))).collect();
        select("per", self.t.limits_field_per(), options)
    }

    fn share(&self) -> Input {
        let options = [("each", self.t.limits_share_each()), ("together", self.t.limits_share_together())];
        select("share", self.t.limits_field_share(), owned(options))
    }

    fn days(&self) -> Input {
        let options = [7u32, 30, 90].map(|days| (days.to_string(), self.t.limits_days(days))).into();
        select("days", self.t.limits_field_days(), options)
    }

    fn side(&self) -> Input {
        let options = [("account", self.t.limits_side_account()), ("contact", self.t.limits_side_contact())];
        select("side", self.t.limits_field_side(), owned(options))
    }

    fn text(&self, name: &'static str, label: String, example: String) -> Input {
        Input::Text { name, label, hint: self.t.limits_hint_example(example) }
    }

    /// A length; the hint has a unit, because a bare number is minutes.
    fn length(&self, name: &'static str, label: String) -> Input {
        let hint = self.t.limits_hint_length(self.f.duration(8 * 60), self.f.duration(45));
        Input::Text { name, label, hint }
    }

    /// Today, the next Mondays, and the day the rule has already.
    fn starts(&self, kept: &str) -> Options {
        let next = Week::of(self.today).next().monday();
        let mut days: Vec<NaiveDate> = (0..MONDAYS).map(|n| next + Days::new(7 * n)).collect();
        days.push(self.today);
        days.extend(kept.parse::<NaiveDate>().ok());
        days.sort_unstable();
        days.dedup();
        let label = |day: NaiveDate| match day {
            today if today == self.today => self.t.limits_start_today(),
            day => self.t.limits_start_day(self.f.long_date(day), Week::of(day).number()),
        };
        days.into_iter().map(|day| (day.to_string(), label(day))).collect()
    }

    fn windows(&self, form: &Form) -> Table {
        let ticked: Vec<&str> = form.all("w").collect();
        let reach = ticked.iter().filter_map(|w| w.split_once('-')?.1.parse::<u16>().ok()).filter(|h| *h < 24);
        let (first, last) = reach.fold((HOURS.start, HOURS.end), |(a, b), h| (a.min(h), b.max(h + 1)));
        let monday = NaiveDate::from_isoywd_opt(2026, 1, Weekday::Mon).unwrap_or_default();
        let day = |n: u64| monday + Days::new(n);
        let row = |hour: u16| {
            let label = format!("{}–{}", self.f.minute_of_day(hour * 60), self.f.minute_of_day(hour * 60 + 60));
            let cell = |n: u64| {
                let value = format!("{n}-{hour}");
                let on = ticked.contains(&value.as_str());
                Cell { label: format!("{} {label}", self.f.weekday(day(n))), value, on }
            };
            Row { cells: (0..7).map(cell).collect(), label }
        };
        Table { days: (0..7).map(|n| self.f.weekday_short(day(n))).collect(), rows: (first..last).map(row).collect() }
    }
}

const fn number(name: &'static str, label: String) -> Input {
    Input::Text { name, label, hint: String::new() }
}

const fn select(name: &'static str, label: String, options: Options) -> Input {
    Input::Select { name, label, options }
}

fn owned<const N: usize>(options: [(&str, String); N]) -> Options {
    options.map(|(value, label)| (value.to_owned(), label)).into()
}

/// Which meetings, as values and labels.
fn which(t: &Texts) -> Options {
    let fixed = [Which::All, Which::Internal, Which::Customer].into_iter();
    let all = fixed.chain(Purpose::ALL.iter().map(|p| Which::Purpose(*p)));
    all.map(|w| (which_value(w), limits::which(t, w))).collect()
}

/// As forms write it.
pub(super) fn which_value(which: Which) -> String {
    match which {
        Which::All => "all".to_owned(),
        Which::Internal => "internal".to_owned(),
        Which::Customer => "customer".to_owned(),
        Which::Purpose(purpose) => format!("purpose:{purpose}"),
    }
}

/// The form of a new rule of a kind, of this level at most.
pub(super) fn fresh(kind: Kind, scope: &str, today: NaiveDate, highest: Level) -> Form {
    let level = match kind {
        Kind::Minutes | Kind::Meetings | Kind::Contacts | Kind::Windows | Kind::Dates => Level::Reason,
        Kind::Agenda => Level::Block,
        _ => Level::Warn,
    };
    let start = Week::of(today).next().monday().to_string();
    // What is said of customers is about their meetings, and none of those is internal.
    let customers = super::kind::scope(scope).is_some_and(of_customers);
    let internal = matches!(kind, Kind::Minutes | Kind::Windows | Kind::Dates | Kind::Agenda | Kind::Selling);
    let fields = [
        ("scope", scope),
        ("which", if internal && !customers { "internal" } else { "all" }),
        ("per", Period::Week.as_str()),
        ("days", "30"),
        ("level", level.min(highest).as_str()),
        ("start", &start),
    ];
    Form::new(fields.map(|(name, value)| (name.to_owned(), value.to_owned())).into())
}

/// The form of a rule as it stands.
pub(super) fn filled(f: &Format, rule: &Rule) -> Form {
    let mut form = Form::new(vec![
        ("scope".to_owned(), scope_value(rule.scope)),
        ("which".to_owned(), which_value(rule.which)),
        ("level".to_owned(), rule.level.to_string()),
        ("start".to_owned(), rule.from.to_string()),
    ]);
    if let Measure::Windows { spans } = &rule.measure {
        return with_windows(&form, spans);
    }
    for (name, value) in numbers(f, &rule.measure) {
        form.set(name, value);
    }
    form
}

/// What is typed for a measure, as the reader writes it.
fn numbers(f: &Format, measure: &Measure) -> Vec<(&'static str, String)> {
    let shared = |share: &Share| (if *share == Share::Each { "each" } else { "together" }).to_owned();
    match measure {
        Measure::Minutes { most, per, share } => {
            vec![("most", f.duration(*most)), ("per", per.to_string()), ("share", shared(share))]
        }
        Measure::Meetings { most, per, share } => {
            vec![("most", most.to_string()), ("per", per.to_string()), ("share", shared(share))]
        }
        Measure::Length { most } | Measure::Notice { least: most } => vec![("most", f.duration(*most))],
        Measure::People { most } | Measure::Ahead { most } => vec![("most", most.to_string())],
        Measure::BackToBack { most, rest } => vec![("most", f.duration(*most)), ("rest", f.duration(*rest))],
        Measure::Clock { from, to } => vec![("from", f.minute_of_day(*from)), ("to", f.minute_of_day(*to))],
        Measure::Dates { from, to } => vec![("first", f.short_date(*from)), ("last", f.short_date(*to))],
        Measure::Contacts { most, days, side } => {
            let side = if *side == CustomerSide::Contact { "contact" } else { "account" };
            vec![("most", most.to_string()), ("days", days.to_string()), ("side", side.to_owned())]
        }
        Measure::Agenda { people, minutes } => {
            vec![("people", people.to_string()), ("minutes", f.duration(*minutes))]
        }
        Measure::Windows { .. }
        | Measure::Overlap
        | Measure::OffHours
        | Measure::Holidays
        | Measure::Selling
        | Measure::Unknown => Vec::new(),
    }
}

fn with_windows(form: &Form, spans: &[WeekSpan]) -> Form {
    let hours = |s: &WeekSpan| {
        (s.span.from / 60..s.span.to.div_ceil(60)).map(|h| format!("{}-{h}", s.weekday)).collect::<Vec<_>>()
    };
    let ticked = spans.iter().flat_map(hours).map(|value| ("w".to_owned(), value));
    Form::new(form.fields().iter().cloned().chain(ticked).collect())
}
