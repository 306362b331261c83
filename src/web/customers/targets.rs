//! How often the customers of each class are to be met, and what about.

use askama::Template;
use axum::{
    extract::{RawQuery, State},
    response::{IntoResponse, Redirect, Response},
};

use super::{Options, rhythms};
use crate::{
    app::customers::rhythm::{self, Classes},
    domain::{limits::rule::LeadClass, meeting::Purpose, rhythm::TARGETS},
    i18n::limits,
    store::{self, agenda_templates::AgendaTemplate},
    web::{
        caller::Caller,
        failure::Failure,
        form::Form,
        page::{self, Nav, Notice, Page},
        state::{Reads, Writes},
    },
};

#[derive(Template)]
#[template(path = "customers/targets.html")]
struct TargetsPage<'a> {
    page: Page<'a>,
    rows: Vec<ClassRow>,
    options: Options,
    /// Agendas that the firm keeps; with the words for none ahead of them.
    agendas: Options,
}

/// What is set for one class.
struct ClassRow {
    word: String,
    name: String,
    days: String,
    agenda: String,
}

pub(super) async fn show(
    State(reads): State<Reads>,
    caller: Caller,
    RawQuery(query): RawQuery,
) -> Result<Response, Failure> {
    let t = caller.texts();
    let mut tx = reads.begin().await?;
    let targets = store::rhythm::targets(&mut tx).await?;
    let chosen = store::agenda_templates::of_classes(&mut tx).await?;
    let kept = store::agenda_templates::of_organization(&mut tx).await?;
    let row = |class: &LeadClass| {
        let days = targets.iter().find(|target| target.lead_class == *class).map(|target| target.days.to_string());
        let agenda = chosen.iter().find(|agenda| agenda.lead_class == *class).map(|a| a.template_id.to_string());
        let (days, agenda) = (days.unwrap_or_default(), agenda.unwrap_or_default());
        ClassRow { word: class.to_string(), name: limits::class(t, *class), days, agenda }
    };
    let fits = |template: &&AgendaTemplate| {
        let in_use = chosen.iter().any(|agenda| agenda.template_id == template.id);
        in_use || template.purpose.is_none_or(|purpose| purpose == Purpose::Customer)
    };
    let usual = [(String::new(), t.customers_class_usual())];
    let offered = kept.iter().filter(fits).map(|template| (template.id.to_string(), template.name.clone()));
    let done = Form::from_query(query.as_deref()).get("done") == "saved";
    page::ok(&TargetsPage {
        page: Page::new(&reads, &caller, Nav::Customers)
            .with_notice(done.then(|| Notice::new(t.customers_targets_saved()))),
        rows: LeadClass::ALL.iter().map(row).collect(),
        options: rhythms(t, t.customers_no_target()),
        agendas: usual.into_iter().chain(offered).collect(),
    })
}

pub(super) async fn save(State(writes): State<Writes>, caller: Caller, form: Form) -> Result<Response, Failure> {
    let actor = caller.actor()?;
    let mut classes = Classes::default();
    for class in LeadClass::ALL {
        match form.get(class.as_str()) {
            "" => {}
            word => {
                let days = word.parse::<u32>().ok().filter(|days| TARGETS.contains(days));
                classes.targets.push((*class, days.ok_or(Failure::Unreadable)?));
            }
        }
        match form.get(&format!("agenda:{class}")) {
            "" => {}
            id => classes.agendas.push((*class, id.parse().map_err(|_| Failure::Unreadable)?)),
        }
    }
    rhythm::set_classes(&writes.app, actor, &actor.may_administer()?, &classes).await?;
    Ok(Redirect::to("/customers/rhythm?done=saved").into_response())
}
