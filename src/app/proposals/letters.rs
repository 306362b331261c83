//! The mails about suggestions. They belong to no attendee, so changes of the meeting never take them back.

use crate::{
    app::{actor::Actor, approvals, context::App, error::Result, tell},
    domain::{
        letter::{Body, Letter, TimeDeclined, TimeProposed},
        person::PersonState,
    },
    store::{
        self, Tx,
        meetings::{Attendee, FullMeeting},
        outbox::NewMail,
        proposals::TimeProposal,
    },
};

/// Tells the organizer. It leaves once the undo time is over, so that whoever changes their mind at once bothers nobody.
pub(super) async fn offer(
    tx: &mut Tx,
    app: &App,
    (full, by): (&FullMeeting, &Attendee),
    proposal: &TimeProposal,
) -> Result<()> {
    let m = &full.meeting;
    let organizer = store::people::by_id(tx, m.organizer_id).await?;
    let Some(to) = organizer.filter(|p| p.state == PersonState::Active) else { return Ok(()) };
    let Some(organization) = store::organization::load(tx).await? else { return Ok(()) };
    let body = TimeProposed {
        meeting: m.id,
        title: m.title.clone(),
        by: by.name.clone(),
        span: (proposal.starts_at, proposal.ends_at),
        stands: (m.starts_at, m.ends_at),
        note: proposal.note.clone(),
    };
    let letter = Letter {
        to: approvals::reader(&to),
        at: app.now(),
        company: organization.name,
        body: Body::TimeProposed(Box::new(body)),
    };
    let mail = NewMail {
        person_id: Some(to.id),
        not_before: app.after_undo(app.now()),
        ..mail(app, (proposal, "time_proposed"), &letter)?
    };
    Ok(store::outbox::insert(tx, &[mail], app.now()).await?)
}

/// Takes the mail to the organizer back if it has not left.
pub(super) async fn take_back(tx: &mut Tx, app: &App, proposal: &TimeProposal) -> Result<()> {
    Ok(store::outbox::take_back_lane(tx, &lane(proposal, "time_proposed"), app.now()).await?)
}

/// Tells whoever suggested it that the meeting stays, with the meeting as it stands for their calendar.
pub(super) async fn decline(
    tx: &mut Tx,
    app: &App,
    actor: &Actor,
    (full, proposal, note): (&FullMeeting, &TimeProposal, &str),
) -> Result<()> {
    let Some(letter) = tell::once_more(tx, app, actor, (full, proposal.attendee_id, note)).await? else {
        return Ok(());
    };
    let Letter { to, at, company, body: Body::Meeting(meeting) } = letter else { return Ok(()) };
    let person_id = full.attendees.iter().find(|a| a.id == proposal.attendee_id).and_then(|a| a.person_id);
    let span = (proposal.starts_at, proposal.ends_at);
    let by = actor.person.name.clone();
    let body = Body::TimeDeclined(Box::new(TimeDeclined { by, span, meeting: *meeting }));
    let letter = Letter { to, at, company, body };
    let mail = NewMail { person_id, ..mail(app, (proposal, "time_declined"), &letter)? };
    Ok(store::outbox::insert(tx, &[mail], app.now()).await?)
}

fn mail(app: &App, (proposal, kind): (&TimeProposal, &'static str), letter: &Letter) -> Result<NewMail> {
    Ok(NewMail {
        lane: lane(proposal, kind),
        kind,
        meeting_id: None,
        series_id: None,
        attendee_id: None,
        person_id: None,
        recipient: letter.to.party.email.clone(),
        sequence: None,
        payload: serde_json::to_value(letter)?,
        message_id: format!("{}.{kind}@{}", proposal.id.uuid().simple(), app.settings().host()),
        not_before: app.now(),
    })
}

fn lane(proposal: &TimeProposal, kind: &str) -> String {
    format!("proposal|{}|{kind}", proposal.id)
}
