//! What the planner works on during one request.

use super::{
    agenda::Classes,
    parse::Reading,
    people::{Candidate, Known},
    typed::Typed,
};
use crate::{
    app::{actor::Actor, preview::Needs},
    domain::ids::{DraftId, MeetingId},
    i18n::{Texts, format::Format},
    store::{self, Tx, meetings::FullMeeting, people::Person},
    web::{caller::Caller, failure::Failure, form::Errors, state::Reads},
};

/// The form with everything around it.
pub(super) struct Desk<'a> {
    pub(super) reads: &'a Reads,
    pub(super) caller: &'a Caller,
    pub(super) f: Format,
    pub(super) typed: Typed,
    pub(super) known: Known,
    /// Who plans the meeting: the caller, or whose meeting it is.
    pub(super) organizer: Person,
    /// The meeting being changed; `None` for a new one.
    pub(super) meeting: Option<FullMeeting>,
    /// Whether answers by mail are taken in.
    pub(super) answers_by_mail: bool,
    /// Whether new plans end ahead of the half or full hour.
    pub(super) early: bool,
    /// Agendas that the classes of customers begin with.
    pub(super) classes: Classes,
    pub(super) said: Said,
}

/// What the page answers beside the form itself.
#[derive(Default)]
pub(super) struct Said {
    pub(super) errors: Errors,
    /// What was done or left alone, in sentences.
    pub(super) notes: Vec<String>,
    /// Who may be meant by an ambiguous name.
    pub(super) candidates: Vec<Candidate>,
    /// Whether limits have just stopped it.
    pub(super) stopped: bool,
    /// Dates of the series that limits have just stopped.
    pub(super) stopped_dates: Vec<chrono::NaiveDate>,
    /// What these dates still need.
    pub(super) stopped_needs: Needs,
    /// Whether the mails are shown.
    pub(super) show_mails: bool,
    /// Name and owner of a template that is to be kept, as typed.
    pub(super) keep: (String, String),
}

impl<'a> Desk<'a> {
    /// For a new meeting of the caller, or of somebody who lets them plan on their behalf.
    pub(super) async fn new(
        tx: &mut Tx,
        reads: &'a Reads,
        caller: &'a Caller,
        mut typed: Typed,
    ) -> Result<Self, Failure> {
        let actor = caller.actor()?;
        if typed.organizer == actor.id().to_string() {
            typed.organizer.clear();
        }
        let other = principal(tx, actor, &typed.organizer).await?;
        let gone = other.is_none() && !typed.organizer.is_empty();
        if gone {
            typed.organizer.clear();
        }
        let organizer = other.unwrap_or_else(|| actor.person.clone());
        let mut desk = Self::set(tx, (reads, caller), typed, (organizer, None)).await?;
        if gone {
            desk.said.errors.add("organizer", caller.texts().delegates_not_any_more());
        }
        Ok(desk)
    }

    /// For a change of a meeting that the caller may change.
    pub(super) async fn change(
        tx: &mut Tx,
        around: (&'a Reads, &'a Caller),
        id: MeetingId,
        typed: impl FnOnce(&FullMeeting, &Format) -> Typed,
    ) -> Result<Self, Failure> {
        let full = store::meetings::by_id(tx, id).await?.ok_or(Failure::NotFound)?;
        around.1.actor()?.may_change(&full)?;
        let organizer = store::people::by_id(tx, full.meeting.organizer_id).await?.ok_or(Failure::NotFound)?;
        let typed = typed(&full, &around.1.format());
        Self::set(tx, around, typed, (organizer, Some(full))).await
    }

    async fn set(
        tx: &mut Tx,
        (reads, caller): (&'a Reads, &'a Caller),
        mut typed: Typed,
        (organizer, meeting): (Person, Option<FullMeeting>),
    ) -> Result<Self, Failure> {
        let known = Known::load(tx, &mut typed).await?.ok_or(Failure::NotFound)?;
        if typed.zone.trim().is_empty() {
            typed.zone.clone_from(&organizer.zone);
        }
        if typed.video.is_empty() {
            typed.video = default_video(reads, &organizer).to_owned();
        }
        if meeting.is_none() && typed.draft.parse::<DraftId>().is_err() {
            typed.draft = reads.draft_id().to_string();
        }
        let f = caller.format();
        let answers_by_mail = store::inbound_mailbox::load(tx).await?.is_some();
        let early = store::policy::read(tx).await?.settings.ends_early;
        let (classes, said) = (Classes::default(), Said::default());
        Ok(Self { reads, caller, f, typed, known, organizer, meeting, answers_by_mail, early, classes, said })
    }

    /// The caller, who is signed in.
    pub(super) fn actor(&self) -> Result<&'a Actor, Failure> {
        self.caller.actor()
    }

    /// Messages in the caller's language.
    pub(super) fn t(&self) -> &'static Texts {
        self.caller.texts()
    }

    /// What the form is read against.
    pub(super) fn reading(&self) -> Reading<'_> {
        Reading {
            t: self.t(),
            f: &self.f,
            now: self.caller.now(),
            organizer: &self.organizer,
            has_server: self.has_server(),
        }
    }

    /// Whether rooms of their own can be made.
    pub(super) fn has_server(&self) -> bool {
        self.reads.settings().jitsi_base_url.is_some()
    }
}

/// Whose meeting it shall be, if the actor may plan it for them.
async fn principal(tx: &mut Tx, actor: &Actor, typed: &str) -> Result<Option<Person>, Failure> {
    let Some(id) = typed.parse().ok().filter(|id| actor.plans_for(*id)) else { return Ok(None) };
    Ok(store::people::by_id(tx, id).await?.filter(Person::leads_meetings))
}

/// The best link there is without asking.
fn default_video(reads: &Reads, organizer: &Person) -> &'static str {
    if reads.settings().jitsi_base_url.is_some() {
        "own"
    } else if organizer.video_room.is_some() {
        "personal"
    } else {
        "pasted"
    }
}
