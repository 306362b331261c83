//! What differs in planning for meetings of one purpose.

use askama::Template;
use axum::{
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};

use super::planning::{INCREMENTS, MOST_DAYS};
use crate::{
    app::{
        error::AppError,
        limits::{self, SavePolicy},
    },
    domain::{
        limits::policy::{Buffer, Policy, Special},
        meeting::Purpose,
        when,
    },
    i18n::{Texts, field_errors, format::Format, labels},
    store,
    web::{
        caller::Caller,
        failure::Failure,
        form::{Errors, Form},
        page::{self, Nav, Page},
        state::{Reads, Writes},
    },
};

/// Longest notice, in minutes.
const MOST_NOTICE: u32 = 30 * 24 * 60;

#[derive(Template)]
#[template(path = "limits/purposes.html")]
struct PurposesPage<'a> {
    page: Page<'a>,
    errors: Errors,
    form: Form,
    /// Names of the fields, and purposes.
    rows: Vec<(String, String)>,
    /// Steps, as for all ahead of them.
    increments: Vec<(String, String)>,
    /// Somebody else saved meanwhile.
    stale: bool,
}

impl<'a> PurposesPage<'a> {
    fn new(reads: &Reads, caller: &'a Caller, (form, errors): (Form, Errors)) -> Self {
        let page = Page::new(reads, caller, Nav::Limits);
        let t = page.t;
        let steps = INCREMENTS.iter().map(|n| (n.to_string(), page.f.duration((*n).into())));
        let increments = [(String::new(), t.limits_purposes_usual())].into_iter().chain(steps).collect();
        let rows = Purpose::ALL.iter().map(|p| (p.to_string(), labels::purpose(t, *p))).collect();
        Self { page, errors, form, rows, increments, stale: false }
    }

    /// The number fields of a purpose, with the words for their columns.
    fn fields(&self, purpose: &str) -> [(String, String); 4] {
        let t = self.page.t;
        [
            (format!("{purpose}-notice"), t.limits_purposes_notice()),
            (format!("{purpose}-days"), t.limits_purposes_days()),
            (format!("{purpose}-before"), t.limits_buffer_before()),
            (format!("{purpose}-after"), t.limits_buffer_after()),
        ]
    }
}

pub(super) async fn show(State(reads): State<Reads>, caller: Caller) -> Result<Response, Failure> {
    let settings = store::policy::read(&mut reads.begin().await?).await?.settings;
    let form = filled(&caller.format(), &settings);
    page::ok(&PurposesPage::new(&reads, &caller, (form, Errors::default())))
}

pub(super) async fn save(State(writes): State<Writes>, caller: Caller, mut form: Form) -> Result<Response, Failure> {
    let (actor, reads) = (caller.actor()?, writes.reads());
    let permit = actor.may_administer()?;
    let old = store::policy::read(&mut reads.begin().await?).await?.settings;
    let mut errors = Errors::default();
    let mut settings = Policy { purposes: std::collections::BTreeMap::new(), ..old };
    for purpose in Purpose::ALL {
        let special = (Typed { t: caller.texts(), f: &caller.format(), form: &form }).read(*purpose, &mut errors);
        if special != Special::default() {
            settings.purposes.insert(*purpose, special);
        }
    }
    if !errors.is_empty() {
        return page::invalid(&PurposesPage::new(&reads, &caller, (form, errors)));
    }
    let command = SavePolicy { settings, seen: form.get("seen").to_owned() };
    match limits::save_policy(&writes.app, actor, &permit, command).await {
        Ok(()) => Ok(Redirect::to("/limits?done=planning").into_response()),
        Err(AppError::Stale) => {
            let now = store::policy::read(&mut reads.begin().await?).await?.settings;
            form.set("seen", limits::stamp(&now));
            let page = PurposesPage::new(&reads, &caller, (form, Errors::default()));
            page::html(StatusCode::CONFLICT, &PurposesPage { stale: true, ..page })
        }
        Err(error) => Err(error.into()),
    }
}

fn filled(f: &Format, p: &Policy) -> Form {
    let mut fields = vec![("seen".to_owned(), limits::stamp(p))];
    for (purpose, special) in &p.purposes {
        let mut put = |name: &str, value: Option<String>| {
            fields.extend(value.map(|value| (format!("{purpose}-{name}"), value)));
        };
        let minutes = |minutes: u16| (minutes > 0).then(|| minutes.to_string());
        put("step", special.increment.map(|n| n.to_string()));
        put("notice", special.notice.map(|n| f.duration(n)));
        put("days", special.horizon_days.map(|n| n.to_string()));
        put("before", minutes(special.around.before));
        put("after", minutes(special.around.after));
    }
    Form::new(fields)
}

struct Typed<'a> {
    t: &'a Texts,
    f: &'a Format,
    form: &'a Form,
}

impl Typed<'_> {
    fn read(&self, purpose: Purpose, errors: &mut Errors) -> Special {
        let name = |what: &str| format!("{purpose}-{what}");
        let side = |minutes: Option<u32>| minutes.and_then(|n| u16::try_from(n).ok()).unwrap_or(0);
        Special {
            increment: self.step(&name("step"), errors),
            notice: self.notice(&name("notice"), errors),
            horizon_days: self.number(&name("days"), (1, MOST_DAYS), errors),
            around: Buffer {
                before: side(self.number(&name("before"), (0, 240), errors)),
                after: side(self.number(&name("after"), (0, 240), errors)),
            },
        }
    }

    fn step(&self, field: &str, errors: &mut Errors) -> Option<u16> {
        let typed = Some(self.form.get(field)).filter(|typed| !typed.is_empty())?;
        let step = typed.parse().ok().filter(|n| INCREMENTS.contains(n));
        if step.is_none() {
            errors.add(field, self.t.field_choose_one());
        }
        step
    }

    fn notice(&self, field: &str, errors: &mut Errors) -> Option<u32> {
        let typed = Some(self.form.get(field).trim()).filter(|typed| !typed.is_empty())?;
        match when::minutes(typed) {
            Ok(value) if value > MOST_NOTICE => {
                errors.add(field, self.t.limits_too_large(self.f.duration(MOST_NOTICE)));
            }
            Ok(value) => return Some(value),
            Err(error) => errors.add(field, field_errors::duration(self.f, error)),
        }
        None
    }

    fn number(&self, field: &str, (least, most): (u32, u32), errors: &mut Errors) -> Option<u32> {
        let typed = Some(self.form.get(field).trim()).filter(|typed| !typed.is_empty())?;
        let number = |n: u32| self.f.number(i64::from(n));
        match typed.parse::<u32>() {
            Ok(value) if value < least => errors.add(field, self.t.limits_too_small(number(least))),
            Ok(value) if value > most => errors.add(field, self.t.limits_too_large(number(most))),
            Ok(value) => return Some(value),
            Err(_) => errors.add(field, self.t.limits_not_a_number()),
        }
        None
    }
}
