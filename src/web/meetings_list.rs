//! The list of meetings: find one, finish one.

use std::collections::HashMap;

use chrono::{DateTime, Utc};

use askama::Template;
use axum::{
    extract::{RawQuery, State},
    response::Response,
};

use super::{
    access::Access,
    caller::Caller,
    failure::Failure,
    form::Form,
    page::{self, Nav, Notice, Page},
    routes::Routes,
    state::Reads,
};
use crate::{
    app::actor::Actor,
    domain::{
        ids::{DraftId, MeetingId, PersonId},
        meeting::{Answer, Status},
        time::Week,
    },
    i18n::{Texts, format::Format, labels},
    store::{
        self, Tx,
        drafts::Draft,
        meeting_lists::{AnswerCount, Entry, Query, Show},
    },
};

/// Meetings of one page.
const PAGE: usize = 50;
/// Pages that can be turned to: 10,000 meetings back.
const MOST_PAGES: usize = 200;
/// Drafts on the one page of them.
const MOST_DRAFTS: i64 = 100;

pub(super) fn routes(routes: Routes) -> Routes {
    routes.page("/meetings", Access::SignedIn, show)
}

/// A tab.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tab {
    Upcoming,
    Waiting,
    Drafts,
    Past,
}

impl Tab {
    pub(super) const ALL: [Self; 4] = [Self::Upcoming, Self::Waiting, Self::Drafts, Self::Past];

    fn named(name: &str) -> Option<Self> {
        if name.is_empty() { Some(Self::Upcoming) } else { Self::ALL.into_iter().find(|tab| tab.name() == name) }
    }

    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Upcoming => "upcoming",
            Self::Waiting => "waiting",
            Self::Drafts => "drafts",
            Self::Past => "past",
        }
    }

    const fn show(self) -> Option<Show> {
        match self {
            Self::Upcoming => Some(Show::Upcoming),
            Self::Waiting => Some(Show::Waiting),
            Self::Past => Some(Show::Past),
            Self::Drafts => None,
        }
    }

    pub(super) fn label(self, t: &Texts) -> String {
        match self {
            Self::Upcoming => t.meetings_tab_upcoming(),
            Self::Waiting => t.meetings_tab_waiting(),
            Self::Drafts => t.meetings_tab_drafts(),
            Self::Past => t.meetings_tab_past(),
        }
    }

    fn empty(self, t: &Texts) -> String {
        match self {
            Self::Upcoming => t.meetings_empty_upcoming(),
            Self::Waiting => t.meetings_empty_waiting(),
            Self::Drafts => t.meetings_empty_drafts(),
            Self::Past => t.meetings_empty_past(),
        }
    }
}

#[derive(Template)]
#[template(path = "meetings/list.html")]
struct ListPage<'a> {
    page: Page<'a>,
    tab: Tab,
    text: String,
    rows: Vec<Row>,
    drafts: Vec<DraftRow>,
    empty: String,
    /// Links to the pages before and after.
    previous: Option<String>,
    next: Option<String>,
}

struct Row {
    href: String,
    when: String,
    week: String,
    title: String,
    purpose: String,
    organizer: String,
    /// `4/6` and in words; empty when nobody is asked.
    answers: String,
    answers_words: String,
    state: Standing,
    /// Whether it passes a limit; for the organizer and those who lead them.
    passes: bool,
}

/// State in words with the class that repeats them.
struct Standing {
    class: &'static str,
    words: String,
}

struct DraftRow {
    id: DraftId,
    title: String,
    saved: String,
    /// Until when it keeps its time, in words.
    held: Option<String>,
}

async fn show(State(reads): State<Reads>, caller: Caller, RawQuery(query): RawQuery) -> Result<Response, Failure> {
    let actor = caller.actor()?;
    let query = Form::from_query(query.as_deref());
    let tab = Tab::named(query.get("show")).ok_or(Failure::NotFound)?;
    let text: String = query.get("q").trim().chars().take(100).collect();
    let number = query.get("page").parse().unwrap_or(1).clamp(1, MOST_PAGES);
    let mut tx = reads.begin().await?;
    let t = caller.texts();
    let mut list = List { t, f: caller.format(), rows: Vec::new(), drafts: Vec::new(), more: false };
    match tab.show() {
        None => {
            let drafts = store::drafts::of_person(&mut tx, actor.id(), MOST_DRAFTS).await?;
            let ids: Vec<DraftId> = drafts.iter().map(|draft| draft.id).collect();
            let held = store::holds::until(&mut tx, &ids, caller.now()).await?;
            list.drafts(drafts, &held.into_iter().collect(), &text);
        }
        Some(show) => {
            let skip = i64::try_from((number - 1) * PAGE).unwrap_or(0);
            // One more than is shown tells whether there are more.
            let limit = i64::try_from(PAGE + 1).unwrap_or(1);
            let asked = Query { who: actor.id(), show, text: &text, now: caller.now(), skip, limit };
            let found = store::meeting_lists::page(&mut tx, asked).await?;
            list.meetings(&mut tx, actor, found).await?;
        }
    }
    let notice = (query.get("done") == "draft-deleted").then(|| Notice::new(t.meetings_draft_deleted()));
    page::ok(&ListPage {
        page: Page::new(&reads, &caller, Nav::Meetings).with_notice(notice),
        tab,
        empty: if text.is_empty() { tab.empty(t) } else { t.meetings_empty_search(text.clone()) },
        previous: (number > 1).then(|| link(tab, &text, number - 1)),
        next: (list.more && number < MOST_PAGES).then(|| link(tab, &text, number + 1)),
        text,
        rows: list.rows,
        drafts: list.drafts,
    })
}

fn link(tab: Tab, text: &str, page: usize) -> String {
    let path = "/meetings?";
    let mut query = form_urlencoded::Serializer::for_suffix(path.to_owned(), path.len());
    query.append_pair("show", tab.name());
    if !text.is_empty() {
        query.append_pair("q", text);
    }
    query.append_pair("page", &page.to_string()).finish()
}

struct List {
    t: &'static Texts,
    f: Format,
    rows: Vec<Row>,
    drafts: Vec<DraftRow>,
    more: bool,
}

impl List {
    fn drafts(&mut self, drafts: Vec<Draft>, held: &HashMap<DraftId, DateTime<Utc>>, text: &str) {
        let text = text.to_lowercase();
        let found = drafts.into_iter().filter(|d| d.title.to_lowercase().contains(&text));
        self.drafts = found
            .map(|draft| DraftRow {
                id: draft.id,
                title: if draft.title.is_empty() { self.t.meetings_untitled() } else { draft.title },
                saved: self.f.subject_when(draft.updated_at),
                held: held.get(&draft.id).map(|until| self.t.meetings_held(self.f.subject_when(*until))),
            })
            .collect();
    }

    async fn meetings(&mut self, tx: &mut Tx, actor: &Actor, mut found: Vec<Entry>) -> Result<(), Failure> {
        self.more = found.len() > PAGE;
        found.truncate(PAGE);
        let ids: Vec<MeetingId> = found.iter().map(|e| e.id).collect();
        let organizers: Vec<PersonId> = found.iter().map(|e| e.organizer_id).collect();
        let counts: HashMap<MeetingId, AnswerCount> =
            store::meeting_lists::answer_counts(tx, &ids).await?.into_iter().map(|c| (c.meeting_id, c)).collect();
        let names: HashMap<PersonId, String> =
            store::people::by_ids(tx, &organizers).await?.into_iter().map(|p| (p.id, p.name)).collect();
        let concerns = |e: &Entry| e.organizer_id == actor.id() || actor.leads(e.organizer_id);
        let row = |e: Entry| Row { passes: e.over_limit && concerns(&e), ..self.row(e, &counts, &names) };
        self.rows = found.into_iter().map(row).collect();
        Ok(())
    }

    fn row(&self, e: Entry, counts: &HashMap<MeetingId, AnswerCount>, names: &HashMap<PersonId, String>) -> Row {
        let (t, f) = (self.t, &self.f);
        let count = counts.get(&e.id).filter(|c| c.asked > 0);
        Row {
            href: format!("/meetings/{}", e.id),
            when: format!("{} {}", f.day_month(f.day(e.starts_at)), f.time_range(e.starts_at, e.ends_at)),
            week: f.week_short(Week::of(f.day(e.starts_at))),
            purpose: labels::purpose(t, e.purpose),
            organizer: names.get(&e.organizer_id).cloned().unwrap_or_default(),
            answers: count.map_or_else(String::new, |c| format!("{}/{}", c.answered, c.asked)),
            answers_words: count.map_or_else(String::new, |c| t.meetings_answers(c.answered, c.asked)),
            state: self.state(&e),
            title: e.title,
            passes: false,
        }
    }

    /// Called off, else what the reader answered; a meeting of one's own is just sent.
    fn state(&self, e: &Entry) -> Standing {
        let t = self.t;
        let (class, words) = match (e.status, e.answer) {
            (Status::Cancelled, _) => ("over", labels::status(t, e.status)),
            (Status::Pending, _) => ("near", labels::status(t, e.status)),
            _ if e.person_id == e.organizer_id => ("ok", labels::status(t, e.status)),
            (_, Answer::Open) => ("near", t.meetings_state_open()),
            (_, Answer::Yes) => ("ok", t.meetings_state_yes()),
            (_, Answer::Maybe) => ("info", t.meetings_state_maybe()),
            (_, Answer::No) => ("over", t.meetings_state_no()),
        };
        Standing { class, words }
    }
}
