//! The editor: choose what to limit, fill in the sentence, save.

use askama::Template;
use axum::{
    extract::{RawQuery, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use chrono::NaiveDate;

use super::{
    choices,
    inputs::{self, Desk, Input},
    kind::{self, Kind},
    list::today,
    parse::{self, Reading},
    rule_page::{self, Known},
};
use crate::{
    app::{
        error::{AppError, Refusal},
        limits,
    },
    domain::{
        ids::RuleId,
        limits::rule::{Level, Rule, Scope},
    },
    i18n::Texts,
    store::rules::MAX_RULES,
    web::{
        caller::Caller,
        failure::Failure,
        form::{Errors, Form},
        page::{self, Nav, Notice, Page},
        path::One,
        state::{Reads, Writes},
    },
};

#[derive(Template)]
#[template(path = "limits/kinds.html")]
struct KindsPage<'a> {
    page: Page<'a>,
    kinds: Vec<(String, String)>,
}

/// A form with the reader's rights and words around it.
#[derive(Template)]
#[template(path = "limits/editor.html")]
pub(super) struct EditorPage<'a> {
    pub(super) page: Page<'a>,
    pub(super) errors: Errors,
    pub(super) kind: Kind,
    pub(super) form: Form,
    pub(super) inputs: Vec<Input>,
    pub(super) once: String,
    /// The rule as it is stored; nothing for a new one.
    pub(super) known: Option<Known>,
    /// What was typed, as a sentence, when somebody else was faster.
    pub(super) yours: Option<String>,
}

/// What stands around a form.
pub(super) struct Around {
    pub(super) scopes: Vec<(Scope, String)>,
    pub(super) today: NaiveDate,
    /// The highest level that this person may choose for any of them.
    highest: Level,
}

impl Around {
    /// Whom this person may write rules for; the customer that a form names is among them.
    pub(super) async fn of(reads: &Reads, caller: &Caller, scope: &str) -> Result<Self, Failure> {
        let mut tx = reads.begin().await?;
        let kept = match kind::scope(scope) {
            Some(Scope::Account(id)) => Some(id),
            _ => None,
        };
        let scopes = choices::scopes(&mut tx, caller.texts(), caller.actor()?, kept).await?;
        let own_only = scopes.iter().all(|(scope, _)| caller.actor().is_ok_and(|actor| actor.limits_only_self(*scope)));
        let highest = if own_only { limits::OWN_LEVEL } else { Level::Block };
        Ok(Self { scopes, today: today(&mut tx, caller).await?, highest })
    }

    pub(super) fn page<'a>(
        &self,
        reads: &Reads,
        caller: &'a Caller,
        kind: Kind,
        (form, errors): (Form, Errors),
    ) -> EditorPage<'a> {
        let page = Page::new(reads, caller, Nav::Limits);
        let desk = Desk { t: page.t, f: &page.f, scopes: &self.scopes, today: self.today, highest: self.highest };
        let inputs = desk.inputs(kind, &form);
        EditorPage { page, errors, kind, form, inputs, once: reads.once_key(), known: None, yours: None }
    }

    pub(super) fn read(&self, caller: &Caller, kind: Kind, form: &Form) -> Result<Rule, Errors> {
        let (t, f) = (caller.texts(), caller.format());
        parse::rule(&Reading { t, f: &f, scopes: &self.scopes, today: self.today, form }, kind)
    }
}

/// Without a kind, one chooses it; no script is needed to change the form.
pub(super) async fn new(
    State(reads): State<Reads>,
    caller: Caller,
    RawQuery(query): RawQuery,
) -> Result<Response, Failure> {
    let query = Form::from_query(query.as_deref());
    let scope = query.get("scope");
    let Ok(kind) = query.get("kind").parse::<Kind>() else {
        let page = Page::new(&reads, &caller, Nav::Limits);
        let wanted = kind::scope(scope);
        let around = Around::of(&reads, &caller, scope).await?;
        let suits = |kind: &&Kind| match wanted {
            Some(scope) => kind.suits(scope),
            None => around.scopes.iter().any(|(scope, _)| kind.suits(*scope)),
        };
        let offered = Kind::ALL.iter().filter(suits);
        let link = |kind: &Kind| {
            let start = format!("/limits/new?kind={kind}");
            let href = wanted.map_or_else(|| start.clone(), |s| format!("{start}&scope={}", kind::scope_value(s)));
            (href, kind.label(page.t))
        };
        let kinds = offered.map(link).collect();
        return page::ok(&KindsPage { page, kinds });
    };
    let around = Around::of(&reads, &caller, scope).await?;
    let form = inputs::fresh(kind, scope, around.today, around.highest);
    page::ok(&around.page(&reads, &caller, kind, (form, Errors::default())))
}

pub(super) async fn create(State(writes): State<Writes>, caller: Caller, form: Form) -> Result<Response, Failure> {
    let actor = caller.actor()?;
    let Ok(kind) = form.get("kind").parse::<Kind>() else { return Err(Failure::Unreadable) };
    let reads = writes.reads();
    let around = Around::of(&reads, &caller, form.get("scope")).await?;
    let errors = match around.read(&caller, kind, &form) {
        Ok(rule) => match limits::create(&writes.app, actor, (rule, &form.once(actor.id()))).await {
            Ok(location) => return Ok(Redirect::to(&location).into_response()),
            Err(error) => refused(caller.texts(), error)?,
        },
        Err(errors) => errors,
    };
    page::invalid(&around.page(&reads, &caller, kind, (form, errors)))
}

pub(super) async fn change(
    State(writes): State<Writes>,
    caller: Caller,
    One(id): One<RuleId>,
    form: Form,
) -> Result<Response, Failure> {
    let (actor, reads) = (caller.actor()?, writes.reads());
    let known = rule_page::known(&reads, &caller, id).await?;
    if !known.writes {
        return Err(Failure::Forbidden);
    }
    let (Ok(kind), Ok(version)) = (form.get("kind").parse::<Kind>(), form.get("version").parse::<i64>()) else {
        return Err(Failure::Unreadable);
    };
    let around = Around::of(&reads, &caller, form.get("scope")).await?;
    let errors = match around.read(&caller, kind, &form) {
        Ok(rule) => match limits::change(&writes.app, actor, (id, version), rule.clone()).await {
            Ok(()) => return Ok(Redirect::to(&format!("/limits/{id}?done=changed")).into_response()),
            Err(AppError::Stale) => return overtaken(&reads, &caller, (id, rule), (kind, form, around)).await,
            Err(error) => refused(caller.texts(), error)?,
        },
        Err(errors) => errors,
    };
    let page = around.page(&reads, &caller, kind, (form, errors));
    page::invalid(&EditorPage { known: Some(known), ..page })
}

/// Somebody else was faster: both versions stand side by side, and saving once more replaces theirs knowingly.
async fn overtaken(
    reads: &Reads,
    caller: &Caller,
    (id, mine): (RuleId, Rule),
    (kind, mut form, around): (Kind, Form, Around),
) -> Result<Response, Failure> {
    let known = rule_page::known(reads, caller, id).await?;
    let yours = rule_page::told(reads, caller, &mine).await?;
    if known.ended.is_some() {
        let page = Page::new(reads, caller, Nav::Limits);
        return page::html(StatusCode::CONFLICT, &rule_page::RulePage { page, known, yours: Some(yours) });
    }
    form.set("version", known.version.to_string());
    let page = around.page(reads, caller, kind, (form, Errors::default()));
    page::html(StatusCode::CONFLICT, &EditorPage { known: Some(known), yours: Some(yours), ..page })
}

pub(super) async fn end(
    State(writes): State<Writes>,
    caller: Caller,
    One(id): One<RuleId>,
    form: Form,
) -> Result<Response, Failure> {
    let known = rule_page::known(&writes.reads(), &caller, id).await?;
    if !known.writes {
        return Err(Failure::Forbidden);
    }
    let Ok(version) = form.get("version").parse::<i64>() else { return Err(Failure::Unreadable) };
    match limits::end(&writes.app, caller.actor()?, (id, version)).await {
        Ok(()) => Ok(Redirect::to("/limits?done=ended").into_response()),
        Err(AppError::Stale) => {
            let known = rule_page::known(&writes.reads(), &caller, id).await?;
            let notice = Some(Notice::new(caller.texts().limits_stale_end()));
            let page = Page::new(&writes.reads(), &caller, Nav::Limits).with_notice(notice);
            page::html(StatusCode::CONFLICT, &rule_page::RulePage { page, known, yours: None })
        }
        Err(error) => Err(error.into()),
    }
}

/// What the command refused, at a field; other failures go on.
fn refused(t: &Texts, error: AppError) -> Result<Errors, Failure> {
    let (field, message) = match error {
        AppError::Refused(Refusal::TooManyRules) => ("scope", t.limits_full(MAX_RULES)),
        AppError::Refused(Refusal::TooManyOwnRules) => ("scope", t.limits_own_full(limits::MAX_OWN)),
        AppError::Refused(Refusal::NoRoomForOwn) => ("scope", t.limits_own_no_room()),
        AppError::Refused(Refusal::OwnWeaker) => ("level", t.limits_own_weaker()),
        AppError::Refused(Refusal::OwnLevel) => ("level", t.limits_own_level()),
        AppError::NotFound | AppError::Denied => ("scope", t.field_choose_one()),
        other => return Err(other.into()),
    };
    let mut errors = Errors::default();
    errors.add(field, message);
    Ok(errors)
}
