//! One limit: to read, and for those who may write it, to change.

use askama::Template;
use axum::{
    extract::{RawQuery, State},
    response::Response,
};

use super::{
    choices,
    edit::{Around, EditorPage},
    inputs,
    kind::{Kind, scope_value},
    list::{Teller, today},
    trial,
};
use crate::{
    app::limits,
    domain::{ids::RuleId, limits::rule::Rule},
    i18n::limits::sentence,
    store,
    web::{
        caller::Caller,
        failure::Failure,
        form::{Errors, Form},
        page::{self, Nav, Notice, Page},
        path::One,
        state::Reads,
    },
};

/// A stored rule as one reader knows it.
pub(super) struct Known {
    pub(super) id: RuleId,
    pub(super) rule: Option<Rule>,
    pub(super) version: i64,
    /// The sentence; nothing when its words are not understood.
    pub(super) text: Option<String>,
    pub(super) starts: Option<String>,
    /// Who wrote it and when.
    pub(super) written: String,
    /// When it was ended.
    pub(super) ended: Option<String>,
    /// Whether this reader may change or end it.
    pub(super) writes: bool,
}

#[derive(Template)]
#[template(path = "limits/rule.html")]
pub(super) struct RulePage<'a> {
    pub(super) page: Page<'a>,
    pub(super) known: Known,
    pub(super) yours: Option<String>,
}

/// A rule that this reader may see; what they may not see does not exist.
pub(super) async fn known(reads: &Reads, caller: &Caller, id: RuleId) -> Result<Known, Failure> {
    let (actor, t) = (caller.actor()?, caller.texts());
    let mut tx = reads.begin().await?;
    let row = store::rules::by_id(&mut tx, id).await?.ok_or(Failure::NotFound)?;
    let writes = match &row.rule {
        Some(rule) if actor.sees_limit(rule.scope) => {
            actor.is_admin() || limits::may_change(&mut tx, actor, &row).await?
        }
        None if actor.is_admin() => true,
        _ => return Err(Failure::NotFound),
    };
    let names = choices::names(&mut tx, row.rule.iter()).await?;
    let teller = Teller { t, f: caller.format(), names, today: today(&mut tx, caller).await? };
    let line = row.rule.as_ref().map(|rule| teller.line(rule));
    let by: Vec<_> = row.written_by.into_iter().collect();
    let author = store::people::by_ids(&mut tx, &by).await?.pop();
    let changed = row.version > 1;
    let day = teller.f.date(teller.f.day(if changed { row.updated_at } else { row.created_at }));
    let (text, starts) = line.map_or((None, None), |line| (Some(line.text), line.starts));
    Ok(Known {
        id,
        version: row.version,
        text,
        starts,
        written: match author {
            Some(author) if changed => t.limits_changed_by(author.name, &day),
            Some(author) => t.limits_written_by(author.name, &day),
            None => t.limits_written_on(&day),
        },
        ended: row.ended_at.map(|at| t.limits_ended_on(teller.f.date(teller.f.day(at)))),
        writes: writes && row.ended_at.is_none(),
        rule: row.rule,
    })
}

/// A rule that is not stored, as a sentence.
pub(super) async fn told(reads: &Reads, caller: &Caller, rule: &Rule) -> Result<String, Failure> {
    let names = choices::names(&mut reads.begin().await?, std::iter::once(rule)).await?;
    Ok(sentence(caller.texts(), &caller.format(), rule, &names))
}

pub(super) async fn show(
    State(reads): State<Reads>,
    caller: Caller,
    One(id): One<RuleId>,
    RawQuery(query): RawQuery,
) -> Result<Response, Failure> {
    let known = known(&reads, &caller, id).await?;
    let notice = notice(&reads, &caller, &known, query.as_deref()).await?;
    let kind = known.rule.as_ref().and_then(|rule| Kind::of(&rule.measure));
    let (Some(rule), Some(kind), true) = (&known.rule, kind, known.writes) else {
        let page = Page::new(&reads, &caller, Nav::Limits).with_notice(notice);
        return page::ok(&RulePage { page, known, yours: None });
    };
    let around = Around::of(&reads, &caller, &scope_value(rule.scope)).await?;
    let form = inputs::filled(&caller.format(), rule);
    let EditorPage { page, errors, kind, mut form, inputs, once, .. } =
        around.page(&reads, &caller, kind, (form, Errors::default()));
    form.set("version", known.version.to_string());
    let page = page.with_notice(notice);
    page::ok(&EditorPage { page, errors, kind, form, inputs, once, known: Some(known), yours: None })
}

/// What was done, and how many meetings to come pass the rule: saving one never calls a meeting off.
async fn notice(reads: &Reads, caller: &Caller, known: &Known, query: Option<&str>) -> Result<Option<Notice>, Failure> {
    let t = caller.texts();
    let text = match Form::from_query(query).get("done") {
        "created" => t.limits_created(),
        "changed" => t.limits_changed(),
        _ => return Ok(None),
    };
    let passing = match &known.rule {
        Some(rule) if known.writes => trial::passing(reads, caller, rule).await?,
        _ => 0,
    };
    let passing = t.limits_passing(i64::try_from(passing).unwrap_or(i64::MAX));
    Ok(Some(Notice::new(format!("{text} {passing}"))))
}
