//! The one way to change a meeting. Nothing else writes claims, so whatever guards them guards every path.

use chrono::{DateTime, Utc};

use super::{
    actor::Actor,
    approvals,
    claims::{self, Terms},
    context::App,
    course, daily_mails,
    error::{AppError, Refusal, Result},
    judge::{self, Judged},
    leave::{self, Allowed, Leave},
    parts, proposals,
    tell::{self, Manner},
    time_back,
};
use crate::{
    domain::{
        agenda::part::Stay,
        ids::{ApprovalId, ChangeId, ContactId, MeetingId, PersonId, SubjectId},
        limits::{consent::Answered, reach, rule::Level, verdict::Reading},
        meeting::Status,
        person::PersonState,
    },
    store::{
        self, Tx,
        audit::Deed,
        changes::{Before, Change},
        meetings::FullMeeting,
    },
};

/// A change to be made. The caller has locked and read the meeting in the same transaction.
pub(super) struct Proposal {
    /// What happens: `planned`, `edited`, [`QUIETLY`], `moved`, `cancelled`, `handed_over`, `address`, `undone`.
    pub(super) kind: &'static str,
    /// What it takes to go back.
    pub(super) before: Before,
    /// The meeting as it shall be; version, SEQUENCE and stamp are set here.
    pub(super) after: FullMeeting,
    /// Reason given; may be empty. Mailed with the change.
    pub(super) note: String,
    /// What leave it brings to pass limits.
    pub(super) leave: Leave,
}

/// The kind of an edit that nobody is mailed about who need not know of it before the next mail.
pub const QUIETLY: &str = "edited_quietly";

/// What a change did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Changed {
    /// The change, for undoing it.
    pub change: ChangeId,
    /// How many mails will leave.
    pub mails: usize,
}

/// What became of a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Made {
    /// It is made.
    Done(Changed),
    /// Somebody is asked to allow it; until then the time is held, and nobody else is told.
    Asked(ApprovalId),
}

impl Made {
    /// The change, if it is made.
    #[must_use]
    pub const fn done(self) -> Option<Changed> {
        match self {
            Self::Done(changed) => Some(changed),
            Self::Asked(_) => None,
        }
    }

    /// The page that shows it.
    #[must_use]
    pub fn location(&self, meeting: MeetingId) -> String {
        match self {
            Self::Done(changed) => format!("/meetings/{meeting}?sent={}", changed.change),
            Self::Asked(_) => format!("/meetings/{meeting}?done=asked"),
        }
    }
}

/// Locks everybody concerned, judges the change, and makes it: meeting, claims, mails, change and records. What needs
/// somebody else's leave is asked for instead.
pub(super) async fn change_meeting(tx: &mut Tx, app: &App, actor: &Actor, mut proposal: Proposal) -> Result<Made> {
    if proposal.after.meeting.status != Status::Cancelled {
        parts::settle(&mut proposal.after)?;
    }
    let old = was(&proposal.before).cloned();
    if proposal.after.meeting.status == Status::Pending {
        // Only a question makes a meeting wait; what waits is asked anew or called back, never told to anybody.
        return Err(AppError::Denied);
    }
    lock_concerned(tx, actor, (old.as_ref(), &proposal)).await?;
    if proposal.kind != "address" {
        refuse_leavers(tx, &[(old.as_ref(), &proposal.after)]).await?;
    }
    let judged = match Box::pin(judgement(tx, app, actor, (old.as_ref(), &proposal.after, &proposal.leave))).await? {
        Judgement::Needless => None,
        Judgement::Passed(judged, passed) => Some((judged, passed)),
        Judgement::Asking(judged, to_ask) => {
            let asked = Box::pin(approvals::ask(tx, app, actor, (proposal, judged, to_ask)));
            return Ok(Made::Asked(asked.await?));
        }
    };
    approvals::withdraw(tx, app, actor, proposal.after.meeting.id).await?;
    Box::pin(make(tx, app, actor, (proposal, judged))).await.map(Made::Done)
}

/// As [`change_meeting`] for changes that never wait for anybody.
pub(super) async fn change_now(tx: &mut Tx, app: &App, actor: &Actor, proposal: Proposal) -> Result<Changed> {
    match change_meeting(tx, app, actor, proposal).await? {
        Made::Done(changed) => Ok(changed),
        Made::Asked(_) => Err(AppError::Denied),
    }
}

pub(super) enum Judgement {
    /// The change takes nobody's time that was not taken before.
    Needless,
    Passed(Judged, Vec<Answered>),
    Asking(Judged, Vec<Reading>),
}

pub(super) async fn judgement(
    tx: &mut Tx,
    app: &App,
    actor: &Actor,
    (old, after, leave): (Option<&FullMeeting>, &FullMeeting, &Leave),
) -> Result<Judgement> {
    if after.meeting.status == Status::Cancelled || old.is_some_and(|old| same_shape(old, after)) {
        return Ok(Judgement::Needless);
    }
    Ok(match leave::ask_leave(tx, app, (old, after), (leave, actor.excepted_for(after.meeting.organizer_id))).await? {
        Allowed::Now(judged, passed) => Judgement::Passed(judged, passed),
        Allowed::Asking(judged, to_ask) => Judgement::Asking(judged, to_ask),
    })
}

pub(super) fn same_shape(old: &FullMeeting, new: &FullMeeting) -> bool {
    let policy = crate::domain::limits::policy::Policy::default();
    old.meeting.status == Status::Confirmed
        && new.meeting.status == Status::Confirmed
        && judge::shape(old, &policy) == judge::shape(new, &policy)
        && stays_of_customers(old).eq(stays_of_customers(new))
}

/// When customers are in a meeting. No limit asks, but their time is on record.
fn stays_of_customers(full: &FullMeeting) -> impl Iterator<Item = (ContactId, Option<Stay>)> {
    judge::coming(full).filter_map(|a| Some((a.contact_id?, a.stay())))
}

async fn make(
    tx: &mut Tx,
    app: &App,
    actor: &Actor,
    (proposal, judged): (Proposal, Option<(Judged, Vec<Answered>)>),
) -> Result<Changed> {
    let now = app.now();
    let Proposal { kind, before, mut after, note, leave } = proposal;
    let owed = if kind == "undone" { owed_before(tx, after.meeting.id, now).await? } else { Vec::new() };
    let manner = Manner { note: &note, quiet: kind == QUIETLY || kind == "undone", owed: &owed };
    let mut telling = tell::prepare(tx, app, actor, (&after, manner)).await?;
    after.meeting.sequence = i64::from(telling.stamp.sequence);
    after.meeting.stamped_at = telling.stamp.dtstamp;
    after.meeting.updated_at = now;
    write(tx, was(&before), &mut after).await?;
    if was(&before).is_some_and(|old| old.meeting.account_id != after.meeting.account_id) {
        store::opportunities::unlink_foreign(tx, &[after.meeting.id]).await?;
    }
    course::follow(tx, app, &after).await?;
    if after.meeting.status == Status::Cancelled {
        store::claims::replace(tx, after.meeting.id, &[]).await?;
    } else if let Some((judged, passed)) = &judged {
        write_claims(tx, &after, (judged, false)).await?;
        let id = [after.meeting.id];
        let over = if judged.verdict.is_over() { &id[..] } else { &[] };
        store::load::judged_under(tx, (&id, over), judged.policy.version).await?;
        let rows = leave::on_record(app, (actor, &leave), (&after, judged), passed)?;
        store::overrides::insert(tx, &rows).await?;
    }
    daily_mails::pace(tx, after.meeting.organizer_id, &mut telling.mails, now).await?;
    store::outbox::insert(tx, &telling.mails, now).await?;
    // Somebody decided on it, or it waited before: there is nothing to go back to.
    let waited = was(&before).is_some_and(|old| old.meeting.status == Status::Pending);
    let given = matches!(leave, Leave::Given { .. });
    let undo_until = if given || waited { now } else { app.after_undo(now) };
    let change = Change {
        id: app.new_id(),
        meeting_id: after.meeting.id,
        actor_id: Some(actor.id()),
        kind: kind.to_owned(),
        version: after.meeting.version,
        before: Some(before.into()),
        at: now,
        undo_until,
        undone_at: None,
    };
    time_back::record(tx, app, &change, &after).await?;
    proposals::close(tx, actor, &change, &after).await?;
    let passed = judged.map(|(_, passed)| passed).unwrap_or_default();
    let deed = deed(actor, kind, &change, (&after, &passed, &note))?;
    store::changes::insert(tx, &change).await?;
    store::audit::record(tx, &deed, now).await?;
    Ok(Changed { change: change.id, mails: telling.mails.len() })
}

/// The queues in which something was about to leave before the newest change of a meeting, which took it back. What had been
/// saved quietly before stays so when that change is undone.
pub(super) async fn owed_before(tx: &mut Tx, meeting: MeetingId, now: DateTime<Utc>) -> Result<Vec<String>> {
    match store::changes::newest(tx, meeting).await? {
        Some(undone) => Ok(store::outbox::taken_back_in(tx, meeting, (undone.at, now)).await?),
        None => Ok(Vec::new()),
    }
}

/// Writes the claims of a meeting as it was judged; held ones are added beside those it has.
pub(super) async fn write_claims(tx: &mut Tx, full: &FullMeeting, (judged, held): (&Judged, bool)) -> Result<()> {
    let terms = Terms { policy: &judged.policy.settings, verdict: &judged.verdict, held };
    let rows = claims::claims_of(full, &terms);
    if held {
        store::claims::release_held(tx, full.meeting.id).await?;
        return Ok(store::claims::add(tx, &rows).await?);
    }
    Ok(store::claims::replace(tx, full.meeting.id, &rows).await?)
}

/// Brings the claims of a meeting in line after an answer. Nobody is stopped by a limit but one that blocks, and
/// nothing is asked of whoever answers.
pub(super) async fn reclaim(tx: &mut Tx, app: &App, (old, new): (&FullMeeting, &FullMeeting)) -> Result<()> {
    if same_shape(old, new) {
        return Ok(());
    }
    let leave = Leave::UpTo(Level::Approve);
    let who = new.meeting.organizer_id;
    match leave::ask_leave(tx, app, (Some(old), new), (&leave, who)).await? {
        Allowed::Now(judged, _) => {
            // Time held for a change that waits for approval stays held.
            let terms = Terms { policy: &judged.policy.settings, verdict: &judged.verdict, held: false };
            Ok(store::claims::replace_standing(tx, new.meeting.id, &claims::claims_of(new, &terms)).await?)
        }
        Allowed::Asking(..) => Err(AppError::Denied),
    }
}

const fn was(before: &Before) -> Option<&FullMeeting> {
    match before {
        Before::Was(full) => Some(full),
        Before::Planned(_) | Before::SeriesPlanned(..) | Before::SeriesWas(_) | Before::SeriesGrown(_) => None,
    }
}

pub(super) async fn write(tx: &mut Tx, old: Option<&FullMeeting>, after: &mut FullMeeting) -> Result<()> {
    let Some(old) = old else {
        return Ok(store::meetings::insert(tx, after).await?);
    };
    let expected = old.meeting.version;
    after.meeting.version = expected + 1;
    if store::meetings::update(tx, after, expected).await? { Ok(()) } else { Err(AppError::Stale) }
}

/// Nobody leads a meeting or comes into one who has left. Asked under the locks, which whoever deactivates an account takes
/// too, so that the answer holds until the commit.
pub(super) async fn refuse_leavers(tx: &mut Tx, pairs: &[(Option<&FullMeeting>, &FullMeeting)]) -> Result<()> {
    let here = |full: &FullMeeting| -> Vec<PersonId> {
        full.attendees.iter().filter(|a| a.removed_at.is_none()).filter_map(|a| a.person_id).collect()
    };
    let mut asked = Vec::new();
    for (old, after) in pairs.iter().filter(|(_, after)| after.meeting.status == Status::Confirmed) {
        let were_in = old.map(here).unwrap_or_default();
        asked.extend(here(after).into_iter().filter(|id| !were_in.contains(id)));
        asked.push(after.meeting.organizer_id);
    }
    asked.sort_unstable();
    asked.dedup();
    let mut people = store::people::by_ids(tx, &asked).await?;
    people.retain(|person| person.state == PersonState::Deactivated);
    let gone: Vec<String> = people.into_iter().map(|person| person.name).collect();
    if gone.is_empty() { Ok(()) } else { Err(Refusal::Gone(gone).into()) }
}

/// Everybody in the meeting, and whoever uses up an exception of their own by the change: of two changes at once, both
/// would else find the last one unused.
async fn lock_concerned(tx: &mut Tx, actor: &Actor, (old, proposal): (Option<&FullMeeting>, &Proposal)) -> Result<()> {
    let everybody = old.into_iter().chain([&proposal.after]).flat_map(subjects_of);
    let asker = actor.excepted_for(proposal.after.meeting.organizer_id);
    let counted = proposal.leave.counted(asker).map(|id| id.uuid().into());
    // Whoever is in any date of a series is told of changes of one.
    let in_series = match proposal.after.meeting.series_id {
        Some(series) => store::series::subjects(tx, &[series]).await?,
        None => Vec::new(),
    };
    lock_subjects(tx, everybody.chain(counted).chain(in_series).collect()).await
}

/// Locks everybody in a meeting, as it was and as it shall be. Nobody else's locks may be needed after this.
pub(super) async fn lock_everybody(tx: &mut Tx, old: Option<&FullMeeting>, after: &FullMeeting) -> Result<()> {
    lock_subjects(tx, old.into_iter().chain([after]).flat_map(subjects_of).collect()).await
}

/// Locks and reads several meetings for changes in one transaction: first all meetings, then everybody in them and
/// `others`, each in the order of ids. Changing them one after the other can then wait for nobody; calling this twice in a
/// transaction could. At most some thousand meetings.
pub(super) async fn open_all(tx: &mut Tx, ids: &[MeetingId], others: &[PersonId]) -> Result<Vec<FullMeeting>> {
    store::meetings::lock_all(tx, ids).await?;
    let meetings = store::meetings::by_ids(tx, ids).await?;
    let people = others.iter().map(|id| id.uuid().into());
    // Whoever is in any date of a series is told of changes of one.
    let mut series: Vec<_> = meetings.iter().filter_map(|full| full.meeting.series_id).collect();
    series.sort_unstable();
    series.dedup();
    let in_series = store::series::subjects(tx, &series).await?;
    lock_subjects(tx, meetings.iter().flat_map(subjects_of).chain(people).chain(in_series).collect()).await?;
    Ok(meetings)
}

/// First the rules, then what people share limits by, then everybody: always in this order.
pub(super) async fn lock_subjects(tx: &mut Tx, mut subjects: Vec<SubjectId>) -> Result<()> {
    store::policy::hold(tx).await?;
    let rules = store::rules::in_force(tx).await?;
    let (mut teams, organization) = reach::shared_by(&rules);
    teams.sort_unstable();
    store::claims::lock_shared(tx, &teams, organization).await?;
    subjects.sort_unstable();
    subjects.dedup();
    Ok(store::claims::lock_subjects(tx, &subjects).await?)
}

pub(super) fn subjects_of(full: &FullMeeting) -> Vec<SubjectId> {
    let people = full.attendees.iter().filter_map(claims::subject_of);
    people.chain(full.meeting.account_id.map(|a| a.uuid().into())).collect()
}

fn deed(
    actor: &Actor,
    kind: &str,
    change: &Change,
    (after, passed, note): (&FullMeeting, &[Answered], &str),
) -> Result<Deed> {
    let before = match change.before.as_deref() {
        Some(Before::Was(full)) => Some(summary(full)),
        _ => None,
    };
    let mut now = summary(after);
    if let (Some(now), false) = (now.as_object_mut(), passed.is_empty()) {
        let passed: Vec<&Reading> = passed.iter().map(|a| &a.reading).collect();
        now.insert("limits_passed".to_owned(), serde_json::to_value(passed)?);
    }
    let meeting = ("meeting", after.meeting.id.uuid());
    let now = actor.on_behalf(now, after);
    Ok(Deed { before, after: Some(now), reason: note.to_owned(), ..actor.deed(action(kind), meeting) })
}

fn action(kind: &str) -> &'static str {
    match kind {
        "planned" => "meeting.planned",
        "edited" => "meeting.edited",
        QUIETLY => "meeting.edited_quietly",
        "moved" => "meeting.moved",
        "cancelled" => "meeting.cancelled",
        "handed_over" => "meeting.handed_over",
        "address" => "meeting.address_corrected",
        _ => "meeting.undone",
    }
}

/// What the record keeps of a meeting: what people saw, without answers and comments.
pub(super) fn summary(full: &FullMeeting) -> serde_json::Value {
    let m = &full.meeting;
    let people: Vec<String> = full
        .attendees
        .iter()
        .filter(|a| a.removed_at.is_none())
        .map(|a| format!("{} <{}> {}", a.name, a.email, a.role))
        .collect();
    let agenda: Vec<String> = full.agenda.iter().map(|i| format!("{} ({} min)", i.title, i.minutes)).collect();
    serde_json::json!({
        "title": m.title, "purpose": m.purpose, "start": m.start_local.to_string(), "zone": m.zone, "minutes": m.minutes,
        "format": m.format, "place": m.place, "video": m.video_url, "status": m.status, "people": people,
        "agenda": agenda,
    })
}
