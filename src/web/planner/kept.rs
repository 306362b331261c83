//! Agendas that people keep: taking one into the form, and keeping what stands in it.

use super::{
    agenda::{self, Beginnings},
    desk::Desk,
    parse,
    typed::Typed,
};
use crate::{
    app::{
        agenda_templates::{self, Outline, Whose},
        error::{AppError, Refusal},
    },
    domain::{
        agenda::template::{MAX_TEMPLATES, TemplatePoint},
        ids::TemplateId,
        planning::{Owner, Point},
    },
    i18n::format::Format,
    store::{self, Tx, agenda_templates::AgendaTemplate},
    web::{
        agendas::fields,
        failure::Failure,
        form::{Errors, Form},
        state::Writes,
    },
};

/// What the page offers.
pub(super) struct Kept {
    /// Templates to choose from; those for the chosen purpose first.
    pub(super) templates: Vec<(String, String)>,
    /// Whose a new one may be.
    pub(super) owners: Vec<(String, String)>,
    /// Its name and owner, as typed.
    pub(super) name: String,
    pub(super) whose: String,
}

impl Kept {
    pub(super) async fn of(desk: &Desk<'_>, tx: &mut Tx) -> Result<Self, Failure> {
        let (actor, t) = (desk.actor()?, desk.t());
        let mut all = agenda_templates::usable(tx, actor).await?;
        let teams = fields::teams(tx, &all).await?;
        let purpose = desk.typed.chosen_purpose();
        all.sort_by_key(|template| purpose.is_some() && template.purpose != purpose);
        let label = |template: &AgendaTemplate| {
            let whose = fields::whose_words(t, Whose::of(template), &teams);
            (template.id.to_string(), t.agendas_choice(&template.name, whose))
        };
        Ok(Self {
            templates: all.iter().map(label).collect(),
            owners: fields::owners(tx, actor, t).await?,
            name: desk.said.keep.0.clone(),
            whose: desk.said.keep.1.clone(),
        })
    }
}

/// Puts the points of a template into the form, whatever stood there; length and purpose follow where they are free.
pub(super) async fn take(desk: &mut Desk<'_>, tx: &mut Tx, id: Option<TemplateId>) -> Result<(), Failure> {
    let actor = desk.actor()?;
    let found = match id {
        Some(id) => store::agenda_templates::by_id(tx, id).await?.filter(|template| actor.sees_template(template)),
        None => None,
    };
    let Some(template) = found else {
        desk.said.errors.add("template", desk.t().field_choose_one());
        return Ok(());
    };
    let is_new = desk.meeting.is_none();
    let from = Beginnings { early: desk.early, classes: &desk.classes };
    fill(&mut desk.typed, &desk.f, (&template, is_new), from);
    Ok(())
}

fn fill(typed: &mut Typed, f: &Format, (template, is_new): (&AgendaTemplate, bool), from: Beginnings<'_>) {
    if let Some(purpose) = template.purpose.filter(|_| is_new && typed.chosen_purpose().is_none()) {
        purpose.as_str().clone_into(&mut typed.purpose);
        agenda::follow_purpose(typed, f, from);
    }
    typed.points = agenda::kept_rows(template, typed.next_point());
    let minutes = agenda::total(typed);
    if is_new && minutes >= parse::MIN_MINUTES {
        typed.length = f.duration(minutes);
    }
}

/// Keeps the agenda of the form as a template, and says so on the page.
pub(super) async fn keep(writes: &Writes, desk: &mut Desk<'_>, form: &Form) -> Result<(), Failure> {
    let (actor, t) = (desk.actor()?, desk.t());
    let field = |name: &str| form.get(name).chars().take(400).collect::<String>();
    desk.said.keep = (field("template_name"), field("template_whose"));
    let mut errors = Errors::default();
    fields::name(t, &desk.said.keep.0, ("template_name", &mut errors));
    let whose = fields::whose(&desk.said.keep.1).unwrap_or(Whose::Own);
    let points: Vec<TemplatePoint> =
        parse::agenda(&desk.reading(), &desk.typed, &mut errors).iter().map(point).collect();
    if points.is_empty() {
        errors.add("agenda", t.agendas_no_points());
    }
    if errors.is_empty() {
        let name = desk.said.keep.0.clone();
        let outline = Outline { name, whose, purpose: desk.typed.chosen_purpose(), points };
        // A key of its own, from what is kept: that of the form is for sending.
        let once = Form::new(vec![("agenda".to_owned(), format!("{outline:?}"))]).once(actor.id());
        match agenda_templates::create(&writes.app, actor, (outline, &once)).await {
            Ok(_) => {
                desk.said.keep = (String::new(), String::new());
                desk.said.notes.push(t.agendas_done_kept());
            }
            Err(AppError::Refused(Refusal::TooManyRows)) => {
                errors.add("template_name", t.agendas_too_many(MAX_TEMPLATES));
            }
            Err(error) => return Err(error.into()),
        }
    }
    desk.said.errors.0.append(&mut errors.0);
    Ok(())
}

fn point(point: &Point) -> TemplatePoint {
    TemplatePoint {
        kind: point.kind,
        title: point.title.clone(),
        minutes: point.minutes,
        wanted: point.wanted,
        led: point.owner == Owner::Organizer,
    }
}
