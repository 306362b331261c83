//! Plan a meeting and send its invitations.

use chrono::{DateTime, Utc};

use super::{
    actor::{Actor, MayPlan},
    attendees::{Seated, Seating},
    change::{self, Made, Proposal},
    context::App,
    drafts,
    error::{AppError, Refusal, Result},
    leave::Leave,
    once::{self, Once, Turn},
    parts,
};
use crate::{
    domain::{
        ids::{AgendaItemId, AttendeeId, DraftId, MeetingId},
        limits::consent::Consent,
        meeting::{Format, Status, VideoSource},
        planning::{Details, Owner, Plan, Point, Video},
        time::Zone,
    },
    store::{
        self, Tx,
        changes::Before,
        meetings::{AgendaItem, FullMeeting, Meeting},
        people::Person,
    },
};

/// What to plan.
pub struct ScheduleMeeting {
    /// The plan.
    pub plan: Plan,
    /// The form as typed: undoing brings it back as a draft.
    pub form: Vec<(String, String)>,
    /// The draft it came from, which is used up.
    pub draft: Option<DraftId>,
    /// What the organizer says to the limits it passes.
    pub consent: Consent,
    /// The form's key.
    pub once: Once,
}

/// What came of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Scheduled {
    /// Invitations are queued, or somebody is asked to allow it.
    New(MeetingId, Made),
    /// The same form was sent before and led here.
    Again(String),
}

/// Plans a meeting: row, claims, invitations, audit record, all or nothing.
///
/// # Errors
/// [`AppError::Refused`] when a rule says no; nothing is changed then.
pub async fn run(app: &App, actor: &Actor, permit: &MayPlan, command: ScheduleMeeting) -> Result<Scheduled> {
    let now = app.now();
    let mut tx = app.db.begin().await?;
    if let Turn::Again(location) = once::begin(&mut tx, &command.once, now).await? {
        return Ok(Scheduled::Again(location));
    }
    if command.plan.start.at <= now {
        return Err(Refusal::InThePast.into());
    }
    if let Some(draft) = command.draft {
        // What it kept of people's time must not stand in its own way.
        drafts::release(&mut tx, actor, draft).await?;
    }
    let organizer = organizer(&mut tx, actor, permit).await?;
    let full = build(&mut tx, app, &organizer, &command.plan).await?;
    let id = full.meeting.id;
    let proposal = Proposal {
        kind: "planned",
        before: Before::Planned(command.form),
        after: full,
        note: String::new(),
        leave: Leave::Said(command.consent),
    };
    let made = change::change_meeting(&mut tx, app, actor, proposal).await?;
    if let Some(draft) = command.draft {
        drafts::use_up(&mut tx, app, actor, draft).await?;
    }
    once::finish(&mut tx, &command.once, &made.location(id)).await?;
    tx.commit().await?;
    app.wake_worker();
    Ok(Scheduled::New(id, made))
}

/// Whose meeting it will be: the planner's own, or that of somebody who may still lead meetings.
///
/// # Errors
/// [`Refusal::Gone`] for somebody else who has left, or only looks on by now.
pub(super) async fn organizer(tx: &mut Tx, actor: &Actor, permit: &MayPlan) -> Result<Person> {
    if permit.organizer() == actor.id() {
        return Ok(actor.person.clone());
    }
    let person = store::people::by_id(tx, permit.organizer()).await?.ok_or(AppError::NotFound)?;
    if person.leads_meetings() { Ok(person) } else { Err(Refusal::Gone(vec![person.name]).into()) }
}

pub(super) async fn build(tx: &mut Tx, app: &App, organizer: &Person, plan: &Plan) -> Result<FullMeeting> {
    let now = app.now();
    let id: MeetingId = app.new_id();
    let organization = store::organization::load(tx).await?.ok_or(AppError::NotFound)?;
    let seating = Seating { app, organization: &organization, organizer, meeting: id, now };
    let mut seated = seating.seat(tx, &plan.details.invitees, &[]).await?;
    let (video_source, video_url) = video(app, organizer, &plan.details, None)?;
    let meeting = Meeting {
        id,
        uid: format!("{}@{}", id.uuid().simple(), app.settings().host()),
        organizer_id: organizer.id,
        account_id: seated.account,
        purpose: plan.details.purpose,
        stage: plan.details.stage,
        title: plan.details.title.clone(),
        format: plan.details.format,
        place: plan.details.place.clone(),
        video_source,
        video_url,
        start_local: plan.start.local,
        minutes: i64::from(plan.minutes),
        zone: plan.start.zone.clone(),
        starts_at: plan.start.at,
        ends_at: end(plan.start.at, plan.minutes),
        zone_data: Zone::data_version().to_owned(),
        status: Status::Confirmed,
        open_guest_list: plan.details.open_guest_list,
        cancel_reason: String::new(),
        sequence: 0,
        stamped_at: now - chrono::TimeDelta::seconds(2),
        version: 1,
        created_at: now,
        updated_at: now,
        series_id: None,
        original_start: None,
        resent_at: None,
    };
    let agenda = agenda(&|| app.new_id(), id, &plan.details.agenda, &seated);
    parts::assign(&mut seated, &plan.details.invitees, &agenda);
    let mut full = FullMeeting { meeting, attendees: seated.rows, agenda };
    parts::settle(&mut full)?;
    Ok(full)
}

pub(super) fn end(start: DateTime<Utc>, minutes: u32) -> DateTime<Utc> {
    start + chrono::TimeDelta::minutes(i64::from(minutes))
}

/// The points with the rows of their owners.
pub(super) fn agenda(
    new_id: &dyn Fn() -> AgendaItemId,
    meeting: MeetingId,
    points: &[Point],
    seated: &Seated,
) -> Vec<AgendaItem> {
    let owner = |owner: &Owner| -> Option<AttendeeId> {
        match owner {
            Owner::Everyone => None,
            Owner::Organizer => seated.rows.first().map(|a| a.id),
            Owner::Invitee(place) => seated.seats.get(*place).copied(),
        }
    };
    let item = |(position, point): (usize, &Point)| AgendaItem {
        id: new_id(),
        meeting_id: meeting,
        position: i64::try_from(position).unwrap_or(i64::MAX),
        kind: point.kind,
        title: point.title.clone(),
        minutes: i64::from(point.minutes),
        owner_id: owner(&point.owner),
        wanted: point.wanted,
        links: None,
    };
    points.iter().enumerate().map(item).collect()
}

/// Where the video meeting is. A room of its own is made once and kept, whatever else changes.
pub(super) fn video(
    app: &App,
    organizer: &Person,
    details: &Details,
    before: Option<&Meeting>,
) -> Result<(Option<VideoSource>, Option<String>)> {
    let Some(video) = details.video.as_ref().filter(|_| details.format == Format::Video) else {
        return Ok((None, None));
    };
    Ok(match video {
        Video::Pasted(url) => (Some(VideoSource::Pasted), Some(url.clone())),
        Video::Personal => {
            let room = organizer.video_room.clone().ok_or(Refusal::NoPersonalRoom)?;
            (Some(VideoSource::Personal), Some(room))
        }
        Video::Own => {
            let kept = before.filter(|m| m.video_source == Some(VideoSource::Own)).and_then(|m| m.video_url.clone());
            let base = app.settings().jitsi_base_url.as_deref();
            let fresh = || base.map(|base| format!("{base}/{}", room_name(&app.random())));
            (Some(VideoSource::Own), Some(kept.or_else(fresh).ok_or(Refusal::NoVideoServer)?))
        }
    })
}

/// A name nobody guesses: 160 random bits, five bits a letter, in letters that survive being read aloud.
fn room_name(random: &[u8; 32]) -> String {
    const LETTERS: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";
    let letter = |b: &u8| LETTERS.get(usize::from(b & 31)).map_or('a', |l| char::from(*l));
    let groups: Vec<String> = random.chunks(8).map(|group| group.iter().map(letter).collect()).collect();
    groups.join("-")
}
