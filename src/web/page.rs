//! The frame of every page.

use askama::Template;
use axum::{
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};

use super::{caller::Caller, failure::Failure, state::Reads};
use crate::{
    app::actor::Actor,
    domain::person::{Role, Theme},
    i18n::{Texts, format::Format},
};

pub use super::assets::asset;

/// The place in the main menu.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Nav {
    /// None of them.
    None,
    /// My week.
    Week,
    /// Calendar.
    Calendar,
    /// Meetings.
    Meetings,
    /// Customers.
    Customers,
    /// Team.
    Team,
    /// Limits.
    Limits,
    /// Settings.
    Settings,
    /// Administration.
    Admin,
}

/// What the frame needs; every page's template has one as `page`.
pub struct Page<'a> {
    /// Messages in the reader's language.
    pub(crate) t: &'static Texts,
    /// Dates and numbers as the reader writes them.
    pub(crate) f: Format,
    /// The place in the menu.
    pub(crate) nav: Nav,
    /// Who reads.
    pub(crate) actor: Option<&'a Actor>,
    /// What just happened, shown once above the heading.
    pub(crate) notice: Option<Notice>,
    /// Whether this is the demo.
    pub(crate) demo: bool,
    /// The language's tag.
    pub(crate) lang: &'static str,
    /// Light or dark.
    theme: Theme,
}

/// A sentence about what just happened, with a way back if there is one.
pub struct Notice {
    /// What happened, to whom, what next.
    pub text: String,
    /// Where *Undo* posts.
    pub undo: Option<String>,
}

impl Notice {
    /// A sentence.
    #[must_use]
    pub fn new(text: String) -> Self {
        Self { text, undo: None }
    }
}

impl<'a> Page<'a> {
    /// The frame for this caller.
    #[must_use]
    pub fn new(reads: &Reads, caller: &'a Caller, nav: Nav) -> Self {
        Self {
            t: caller.texts(),
            f: caller.format(),
            nav,
            actor: caller.actor_if_any(),
            notice: None,
            demo: reads.mode().demo,
            lang: caller.language().tag(),
            theme: caller.theme(),
        }
    }

    /// With a notice.
    #[must_use]
    pub fn with_notice(mut self, notice: Option<Notice>) -> Self {
        self.notice = notice;
        self
    }

    pub(crate) fn is(&self, nav: Nav) -> bool {
        self.nav == nav
    }

    pub(crate) fn theme(&self) -> Option<&'static str> {
        (self.theme != Theme::System).then(|| self.theme.as_str())
    }

    pub(crate) fn compact(&self) -> bool {
        self.actor.is_some_and(|a| a.person.compact)
    }

    pub(crate) fn shortcuts(&self) -> bool {
        self.actor.is_none_or(|a| a.person.shortcuts)
    }

    pub(crate) fn plans(&self) -> bool {
        self.actor.is_some_and(|a| a.person.role != Role::Viewer)
    }

    pub(crate) fn administers(&self) -> bool {
        self.actor.is_some_and(Actor::is_admin)
    }

    pub(crate) fn sees_costs(&self) -> bool {
        self.actor.is_some_and(Actor::sees_costs)
    }

    pub(crate) fn reads_mailbox(&self) -> bool {
        self.administers() || (self.demo && self.actor.is_some())
    }
}

/// Renders a page.
pub fn html(status: StatusCode, template: &impl Template) -> Result<Response, Failure> {
    let body = template.render()?;
    Ok((status, [(header::CONTENT_TYPE, "text/html; charset=utf-8")], body).into_response())
}

/// Renders a page that is fine.
pub fn ok(template: &impl Template) -> Result<Response, Failure> {
    html(StatusCode::OK, template)
}

/// Renders a form that came back with errors.
pub fn invalid(template: &impl Template) -> Result<Response, Failure> {
    html(StatusCode::UNPROCESSABLE_ENTITY, template)
}
