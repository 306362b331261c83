//! The firm. Whatever is left empty follows from the country, so that choosing one needs no script.

use askama::Template;
use axum::{extract::State, response::Response};
use axum_extra::extract::CookieJar;
use chrono::NaiveTime;

use super::{Task, Visit, tasks, to, visit};
use crate::{
    app::setup::{self, Company, MAX_NAME},
    domain::{
        country::Country,
        hours::{DaySpan, WorkingHours, minute_of_day},
        language::Language,
        text::SafeText,
        time::Zone,
        when,
    },
    i18n::{Texts, field_errors, format::Format},
    store::organization::Organization,
    web::{
        caller::Caller,
        failure::Failure,
        form::{Errors, Form},
        page::{self, Nav, Page},
        state::{Reads, Writes},
    },
};

/// Zones offered in the list; every other IANA name can be typed.
const ZONES: [&str; 14] = [
    "Europe/Stockholm",
    "Europe/Helsinki",
    "Europe/Oslo",
    "Europe/Copenhagen",
    "Atlantic/Reykjavik",
    "Europe/Tallinn",
    "Europe/Riga",
    "Europe/Vilnius",
    "Europe/Berlin",
    "Europe/London",
    "Europe/Paris",
    "Europe/Warsaw",
    "America/New_York",
    "Asia/Singapore",
];

#[derive(Template)]
#[template(path = "setup/company.html")]
struct CompanyPage<'a> {
    page: Page<'a>,
    tasks: Vec<Task>,
    errors: Errors,
    form: Form,
    countries: Vec<(String, String)>,
    languages: Vec<(String, String)>,
    hours_hint: String,
}

impl CompanyPage<'_> {
    fn zones(&self) -> &'static [&'static str] {
        &ZONES
    }
}

pub(super) async fn show(State(reads): State<Reads>, caller: Caller, jar: CookieJar) -> Result<Response, Failure> {
    let Some(visit) = visit(&reads, &caller, &jar).await? else { return Ok(to("/setup")) };
    let form = match &visit.progress.organization {
        Some(firm) => saved(&caller.format(), firm),
        None => Form::new(vec![("country".to_owned(), likely_country(caller.language()).to_owned())]),
    };
    page::ok(&company_page(&reads, &caller, &visit, (form, Errors::default())))
}

fn company_page<'a>(
    reads: &Reads,
    caller: &'a Caller,
    visit: &Visit,
    (form, errors): (Form, Errors),
) -> CompanyPage<'a> {
    let (t, f) = (caller.texts(), caller.format());
    let day = DaySpan { from: 8 * 60, to: 17 * 60 };
    let mut languages = vec![(String::new(), t.setup_language_usual())];
    languages.extend(Language::ALL.iter().map(|l| (l.tag().to_owned(), l.own_name().to_owned())));
    let mut countries = vec![(String::new(), t.setup_country_choose())];
    countries.extend(Country::ALL.iter().map(|c| (c.to_string(), country_name(t, *c))));
    CompanyPage {
        page: Page::new(reads, caller, Nav::None),
        tasks: tasks(reads, t, &visit.progress, "/setup/company"),
        errors,
        form,
        countries,
        languages,
        hours_hint: t.setup_hours_hint(f.clock(time_of(day.from)), f.clock(time_of(day.to))),
    }
}

fn country_name(t: &Texts, country: Country) -> String {
    match country {
        Country::Sweden => t.setup_country_se(),
        Country::Finland => t.setup_country_fi(),
        Country::Norway => t.setup_country_no(),
        Country::Denmark => t.setup_country_dk(),
        Country::Other => t.setup_country_other(),
    }
}

/// What the reader's language suggests; English suggests nothing.
fn likely_country(language: Language) -> &'static str {
    Country::ALL.iter().find(|c| c.language() == language && language != Language::En).map_or("", |c| c.as_str())
}

fn saved(f: &Format, firm: &Organization) -> Form {
    let day = firm.hours.days.iter().flatten().next().copied();
    let clock = |minute: Option<u16>| minute.map_or_else(String::new, |m| f.clock(time_of(m)));
    let fields = [
        ("name", firm.name.clone()),
        ("country", firm.country.clone()),
        ("zone", firm.zone.clone()),
        ("language", firm.language.tag().to_owned()),
        ("from", clock(day.map(|d| d.from))),
        ("to", clock(day.map(|d| d.to))),
        ("lunch-from", clock(firm.hours.lunch.map(|l| l.from))),
        ("lunch-to", clock(firm.hours.lunch.map(|l| l.to))),
    ];
    Form::new(fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
}

fn time_of(minute: u16) -> NaiveTime {
    NaiveTime::from_num_seconds_from_midnight_opt(u32::from(minute) * 60, 0).unwrap_or_default()
}

pub(super) async fn save(
    State(writes): State<Writes>,
    caller: Caller,
    jar: CookieJar,
    form: Form,
) -> Result<Response, Failure> {
    let reads = writes.reads();
    let Some(visit) = visit(&reads, &caller, &jar).await? else { return Ok(to("/setup")) };
    match parse(&form, caller.texts(), &caller.format()) {
        Ok(company) => {
            setup::save_company(&writes.app, &visit.opener, company).await?;
            Ok(to(if visit.progress.has_admin { "/setup/mail" } else { "/setup/account" }))
        }
        Err(errors) => page::invalid(&company_page(&reads, &caller, &visit, (form, errors))),
    }
}

fn parse(form: &Form, t: &Texts, f: &Format) -> Result<Company, Errors> {
    let mut errors = Errors::default();
    let name = required(form, t, "name", &mut errors);
    let country = form.get("country").parse::<Country>();
    if country.is_err() {
        errors.add("country", t.field_choose_one());
    }
    let usual = country.unwrap_or(Country::Other);
    let zone = zone(form, t, (usual, country.is_ok()), &mut errors);
    let language = match form.get("language") {
        "" => Some(usual.language()),
        tag => tag.parse().ok(),
    };
    if language.is_none() {
        errors.add("language", t.field_choose_one());
    }
    let usual = usual.hours();
    let day = span(form, (t, f), ["from", "to"], &mut errors).or_else(|| usual.days.iter().flatten().next().copied());
    let lunch = span(form, (t, f), ["lunch-from", "lunch-to"], &mut errors).or(usual.lunch);
    let hours = WorkingHours { days: [day, day, day, day, day, None, None], lunch };
    match (country, zone, language) {
        (Ok(country), Some(zone), Some(language)) if errors.is_empty() => {
            Ok(Company { name, country, zone, language, hours })
        }
        _ => Err(errors),
    }
}

/// A line of text that must be there, at most [`MAX_NAME`] characters.
pub(super) fn required(form: &Form, t: &Texts, field: &str, errors: &mut Errors) -> String {
    let typed = form.get(field).trim();
    let line = SafeText::line(typed, MAX_NAME);
    if line.is_empty() {
        errors.add(field, t.field_required());
    } else if typed.chars().count() > MAX_NAME {
        errors.add(field, t.field_too_long(i64::try_from(MAX_NAME).unwrap_or(i64::MAX)));
    }
    line.into()
}

fn zone(form: &Form, t: &Texts, (usual, chosen): (Country, bool), errors: &mut Errors) -> Option<Zone> {
    let typed = form.get("zone").trim();
    let name = if typed.is_empty() { usual.zone().unwrap_or("") } else { typed };
    let zone = Zone::named(name).ok();
    // Without a country that is what is missing, not the zone.
    if zone.is_none() && (chosen || !typed.is_empty()) {
        errors.add("zone", if typed.is_empty() { t.setup_zone_needed() } else { t.field_unknown_zone() });
    }
    zone
}

/// Two times that belong together; `None` when both are empty or something is wrong.
fn span(form: &Form, (t, f): (&Texts, &Format), [from, to]: [&str; 2], errors: &mut Errors) -> Option<DaySpan> {
    let typed = [form.get(from).trim(), form.get(to).trim()];
    if typed.iter().all(|text| text.is_empty()) {
        return None;
    }
    let mut read = |field: &str| match when::time(form.get(field)) {
        Ok(time) => Some(minute_of_day(time)),
        Err(_) if form.get(field).trim().is_empty() => {
            errors.add(field, t.setup_hours_both());
            None
        }
        Err(error) => {
            errors.add(field, field_errors::time(f, error));
            None
        }
    };
    let (first, last) = (read(from)?, read(to)?);
    let span = DaySpan::new(first, last);
    if span.is_none() {
        errors.add(to, t.setup_hours_order());
    }
    span
}
