//! Help, and what we say about accessibility and privacy.

use askama::Template;
use axum::{extract::State, response::Response};

use super::{
    access::Access,
    caller::Caller,
    failure::Failure,
    page::{self, Nav, Page},
    path::One,
    routes::Routes,
    state::Reads,
};
use crate::i18n::Texts;

pub(super) fn routes(routes: Routes) -> Routes {
    routes
        .page("/help", Access::Public, index)
        .page("/help/{topic}", Access::Public, topic)
        .page("/accessibility", Access::Public, accessibility)
        .page("/privacy", Access::Public, privacy)
}

/// A page of help.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Topic {
    Week,
    Calendar,
    Planning,
    Load,
    Answering,
    Feeds,
    Settings,
    Keys,
}

impl Topic {
    const ALL: [Self; 8] = [
        Self::Week,
        Self::Calendar,
        Self::Planning,
        Self::Load,
        Self::Answering,
        Self::Feeds,
        Self::Settings,
        Self::Keys,
    ];

    const fn name(self) -> &'static str {
        match self {
            Self::Week => "week",
            Self::Calendar => "calendar",
            Self::Planning => "planning",
            Self::Load => "load",
            Self::Answering => "answering",
            Self::Feeds => "feeds",
            Self::Settings => "settings",
            Self::Keys => "keys",
        }
    }

    fn title(self, t: &Texts) -> String {
        match self {
            Self::Week => t.help_week_title(),
            Self::Calendar => t.help_calendar_title(),
            Self::Planning => t.help_planning_title(),
            Self::Load => t.help_load_title(),
            Self::Answering => t.help_answering_title(),
            Self::Feeds => t.help_feeds_title(),
            Self::Settings => t.help_settings_title(),
            Self::Keys => t.help_keys_title(),
        }
    }

    fn paragraphs(self, t: &Texts) -> Vec<String> {
        match self {
            Self::Week => vec![t.help_week_what(), t.help_week_waiting()],
            Self::Calendar => vec![t.help_calendar_views(), t.help_calendar_week()],
            Self::Planning => vec![
                t.help_planning_purpose(),
                t.help_planning_people(),
                t.help_planning_agenda(),
                t.help_planning_preview(),
                t.help_planning_undo(),
            ],
            Self::Load => vec![
                t.help_load_counts(),
                t.help_load_periods(),
                t.help_load_decides(),
                t.help_load_passing(),
                t.help_load_changes(),
            ],
            Self::Answering => vec![t.help_answering_link(), t.help_answering_change(), t.help_answering_stop()],
            Self::Feeds => vec![t.help_feeds_what(), t.help_feeds_secret(), t.help_feeds_delay()],
            Self::Settings => vec![t.help_settings_profile(), t.help_settings_hours(), t.help_settings_sessions()],
            Self::Keys => vec![t.help_keys_list(), t.help_keys_off()],
        }
    }
}

/// One page of plain text.
#[derive(Template)]
#[template(path = "help/text.html")]
struct TextPage<'a> {
    page: Page<'a>,
    title: String,
    paragraphs: Vec<String>,
    /// Whether it is one of the topics, which lead back to the list.
    topic: bool,
}

#[derive(Template)]
#[template(path = "help/index.html")]
struct IndexPage<'a> {
    page: Page<'a>,
    topics: [Topic; 8],
}

async fn index(State(reads): State<Reads>, caller: Caller) -> Result<Response, Failure> {
    page::ok(&IndexPage { page: Page::new(&reads, &caller, Nav::None), topics: Topic::ALL })
}

async fn topic(State(reads): State<Reads>, caller: Caller, One(name): One<String>) -> Result<Response, Failure> {
    let topic = Topic::ALL.into_iter().find(|topic| topic.name() == name).ok_or(Failure::NotFound)?;
    let page = Page::new(&reads, &caller, Nav::None);
    let (title, paragraphs) = (topic.title(page.t), topic.paragraphs(page.t));
    page::ok(&TextPage { page, title, paragraphs, topic: true })
}

async fn accessibility(State(reads): State<Reads>, caller: Caller) -> Result<Response, Failure> {
    let page = Page::new(&reads, &caller, Nav::None);
    let t = page.t;
    let paragraphs = vec![
        t.accessibility_aim(),
        t.accessibility_checks(),
        t.accessibility_ways(),
        t.accessibility_gaps(),
        t.accessibility_tell(),
    ];
    page::ok(&TextPage { title: t.footer_accessibility(), paragraphs, page, topic: false })
}

async fn privacy(State(reads): State<Reads>, caller: Caller) -> Result<Response, Failure> {
    let page = Page::new(&reads, &caller, Nav::None);
    let t = page.t;
    let paragraphs = vec![
        t.privacy_what(),
        t.privacy_where(),
        t.privacy_cookie(),
        t.privacy_mails(),
        t.privacy_log(),
        t.privacy_kept(),
        t.privacy_rights(),
    ];
    page::ok(&TextPage { title: t.footer_privacy(), paragraphs, page, topic: false })
}
