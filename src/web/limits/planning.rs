//! Settings of planning beside the rules: exceptions, proposed times, time kept free, rates.

use askama::Template;
use axum::{
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};

use crate::{
    app::{
        error::AppError,
        limits::{self, SavePolicy},
    },
    domain::{
        limits::policy::{Buffer, Policy, RateBand},
        money::{CURRENCIES, is_currency},
        text::SafeText,
        when,
    },
    i18n::{Texts, field_errors, format::Format},
    store,
    web::{
        caller::Caller,
        failure::Failure,
        form::{Errors, Form},
        page::{self, Nav, Page},
        state::{Reads, Writes},
    },
};

/// Most days ahead that are searched.
pub(super) const MOST_DAYS: u32 = crate::app::find_times::MOST_DAYS;
/// Most groups with a rate.
const MOST_BANDS: usize = 20;
/// Longest name of a group, in characters.
const MAX_NAME: usize = 60;
/// Steps that proposed times may start on, in minutes.
pub(super) const INCREMENTS: [u16; 6] = [5, 10, 15, 20, 30, 60];

#[derive(Template)]
#[template(path = "limits/planning.html")]
struct PlanningPage<'a> {
    page: Page<'a>,
    errors: Errors,
    form: Form,
    increments: Vec<(String, String)>,
    /// Codes and labels; the first shows no money.
    currencies: Vec<(String, String)>,
    /// Name of the two fields, and what they are around.
    buffers: Vec<(&'static str, String)>,
    /// Somebody else saved meanwhile.
    stale: bool,
}

impl<'a> PlanningPage<'a> {
    fn new(reads: &Reads, caller: &'a Caller, (form, errors): (Form, Errors)) -> Self {
        let page = Page::new(reads, caller, Nav::Limits);
        let t = page.t;
        let increments = INCREMENTS.map(|n| (n.to_string(), page.f.duration(n.into()))).into();
        let codes = CURRENCIES.iter().map(|code| ((*code).to_owned(), (*code).to_owned()));
        let currencies = [(String::new(), t.rates_no_currency())].into_iter().chain(codes).collect();
        let buffers = vec![
            ("video", t.format_video()),
            ("phone", t.format_phone()),
            ("room", t.format_room()),
            ("visit", t.format_at_customer()),
        ];
        Self { page, errors, form, increments, currencies, buffers, stale: false }
    }
}

pub(super) async fn show(State(reads): State<Reads>, caller: Caller) -> Result<Response, Failure> {
    let settings = store::policy::read(&mut reads.begin().await?).await?.settings;
    let form = filled(&caller.format(), &settings);
    page::ok(&PlanningPage::new(&reads, &caller, (form, Errors::default())))
}

pub(super) async fn save(State(writes): State<Writes>, caller: Caller, mut form: Form) -> Result<Response, Failure> {
    let (actor, reads) = (caller.actor()?, writes.reads());
    let permit = actor.may_administer()?;
    let old = store::policy::read(&mut reads.begin().await?).await?.settings;
    let f = caller.format();
    let settings = match (Typed { t: caller.texts(), f: &f, form: &form }).read(&old) {
        Ok(settings) => settings,
        Err(errors) => return page::invalid(&PlanningPage::new(&reads, &caller, (form, errors))),
    };
    let command = SavePolicy { settings, seen: form.get("seen").to_owned() };
    match limits::save_policy(&writes.app, actor, &permit, command).await {
        Ok(()) => Ok(Redirect::to("/limits?done=planning").into_response()),
        Err(AppError::Stale) => {
            let now = store::policy::read(&mut reads.begin().await?).await?.settings;
            form.set("seen", limits::stamp(&now));
            let page = PlanningPage::new(&reads, &caller, (form, Errors::default()));
            page::html(StatusCode::CONFLICT, &PlanningPage { stale: true, ..page })
        }
        Err(error) => Err(error.into()),
    }
}

fn filled(f: &Format, p: &Policy) -> Form {
    let text = |name: &str, value: String| (name.to_owned(), value);
    let mut fields = vec![
        text("seen", limits::stamp(p)),
        text("quota", p.quota.to_string()),
        text("approval", p.approval_hours.to_string()),
        text("increment", p.increment.to_string()),
        text("notice", f.duration(p.notice)),
        text("horizon", p.horizon_days.to_string()),
        text("currency", p.currency.clone()),
        text("bands", p.bands.iter().map(|b| format!("{}: {}", b.name, b.per_hour)).collect::<Vec<_>>().join("\n")),
    ];
    if p.horizon_working {
        fields.push(text("working", "yes".to_owned()));
    }
    if p.ends_early {
        fields.push(text("early", "yes".to_owned()));
    }
    if p.optional_counts {
        fields.push(text("optional", "yes".to_owned()));
    }
    for (name, buffer) in [("video", p.video), ("phone", p.phone), ("room", p.room), ("visit", p.at_customer)] {
        fields.push(text(&format!("{name}-before"), buffer.before.to_string()));
        fields.push(text(&format!("{name}-after"), buffer.after.to_string()));
    }
    Form::new(fields)
}

struct Typed<'a> {
    t: &'a Texts,
    f: &'a Format,
    form: &'a Form,
}

impl Typed<'_> {
    /// The settings; `old` keeps the keys of groups that keep their name.
    fn read(&self, old: &Policy) -> Result<Policy, Errors> {
        let mut errors = Errors::default();
        let e = &mut errors;
        let settings = Policy {
            quota: self.number("quota", (0, 1_000), e),
            approval_hours: self.number("approval", (1, 720), e),
            optional_counts: self.form.has("optional"),
            increment: self.increment(e),
            notice: self.length("notice", 30 * 24 * 60, e),
            horizon_days: self.number("horizon", (1, MOST_DAYS), e),
            horizon_working: self.form.has("working"),
            purposes: old.purposes.clone(),
            ends_early: self.form.has("early"),
            video: self.buffer("video", e),
            phone: self.buffer("phone", e),
            room: self.buffer("room", e),
            at_customer: self.buffer("visit", e),
            currency: self.currency(e),
            bands: self.bands(old, e),
            reminders: old.reminders.clone(),
        };
        if !settings.bands.is_empty() && settings.currency.is_empty() && errors.of("currency").is_none() {
            errors.add("currency", self.t.field_required());
        }
        if errors.is_empty() { Ok(settings) } else { Err(errors) }
    }

    fn number(&self, field: &str, (least, most): (u32, u32), errors: &mut Errors) -> u32 {
        let typed = self.form.get(field).trim();
        let number = |n: u32| self.f.number(i64::from(n));
        match typed.parse::<u32>() {
            Ok(value) if value < least => errors.add(field, self.t.limits_too_small(number(least))),
            Ok(value) if value > most => errors.add(field, self.t.limits_too_large(number(most))),
            Ok(value) => return value,
            Err(_) if typed.is_empty() => errors.add(field, self.t.field_required()),
            Err(_) => errors.add(field, self.t.limits_not_a_number()),
        }
        0
    }

    fn length(&self, field: &str, most: u32, errors: &mut Errors) -> u32 {
        match when::minutes(self.form.get(field)) {
            Ok(value) if value > most => errors.add(field, self.t.limits_too_large(self.f.duration(most))),
            Ok(value) => return value,
            Err(error) => errors.add(field, field_errors::duration(self.f, error)),
        }
        0
    }

    fn increment(&self, errors: &mut Errors) -> u16 {
        let typed = self.form.get("increment").parse().ok().filter(|n| INCREMENTS.contains(n));
        typed.unwrap_or_else(|| {
            errors.add("increment", self.t.field_choose_one());
            0
        })
    }

    fn buffer(&self, name: &str, errors: &mut Errors) -> Buffer {
        let mut side = |end: &str| u16::try_from(self.number(&format!("{name}-{end}"), (0, 240), errors)).unwrap_or(0);
        Buffer { before: side("before"), after: side("after") }
    }

    fn currency(&self, errors: &mut Errors) -> String {
        let typed = self.form.get("currency").trim().to_uppercase();
        if !typed.is_empty() && !is_currency(&typed) {
            errors.add("currency", self.t.field_choose_one());
        }
        typed
    }

    /// One group a line: `Sellers: 70`.
    fn bands(&self, old: &Policy, errors: &mut Errors) -> Vec<RateBand> {
        let mut bands: Vec<RateBand> = Vec::new();
        for line in self.form.get("bands").lines().map(str::trim).filter(|line| !line.is_empty()).take(MOST_BANDS + 1) {
            let read = line.rsplit_once(':').and_then(|(name, rate)| {
                let name: String = SafeText::line(name.trim(), MAX_NAME).into();
                let rate = rate.trim().parse::<u32>().ok().filter(|rate| (1..=100_000).contains(rate))?;
                (!name.is_empty() && bands.iter().all(|b| b.name != name)).then_some((name, rate))
            });
            let Some((name, per_hour)) = read else {
                errors.add("bands", self.t.limits_bad_band(line.chars().take(80).collect::<String>()));
                return Vec::new();
            };
            let key = old.bands.iter().find(|b| b.name == name).map(|b| b.key.clone());
            bands.push(RateBand { key: key.unwrap_or_default(), name, per_hour });
        }
        if bands.len() > MOST_BANDS {
            errors.add("bands", self.t.limits_too_many_bands(u32::try_from(MOST_BANDS).unwrap_or(u32::MAX)));
        }
        name_keys(&mut bands, old);
        bands
    }
}

/// New groups get keys that no group has or had at hand.
fn name_keys(bands: &mut [RateBand], old: &Policy) {
    let mut taken: Vec<String> = old.bands.iter().chain(bands.iter()).map(|b| b.key.clone()).collect();
    for band in bands.iter_mut().filter(|b| b.key.is_empty()) {
        let key =
            (1..=taken.len() + 1).map(|n| format!("band-{n}")).find(|key| !taken.contains(key)).unwrap_or_default();
        taken.push(key.clone());
        band.key = key;
    }
}
