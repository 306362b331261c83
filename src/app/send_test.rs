//! A real invitation to oneself: does mail from here arrive, and does it land in the calendar?

use chrono::{DateTime, Datelike, Days, NaiveDateTime, TimeDelta, Utc, Weekday};
use uuid::Uuid;

use super::{
    actor::{Actor, MayAdminister},
    context::App,
    error::{AppError, Result},
    once::{self, Once, Turn},
};
use crate::{
    domain::{
        ids::AttendeeId,
        inbound::{Inbound, plus_address},
        itip::{
            compose::{self, Message},
            plan::{MessageKind, Stamp},
        },
        letter::{Body, Letter, MeetingBody, Reader},
        meeting::{Answer, Attendance, AttendeeRole, Format, MeetingFacts, Party, Purpose, Status},
        time::Zone,
    },
    identity::link::LinkPurpose,
    store::{self, Tx, organization::Organization, outbox::NewMail, people::Person},
};

/// Minutes the test meeting takes.
const MINUTES: u32 = 15;
/// What UIDs of test meetings begin with; those of meetings begin with their id.
const UID: &str = "test-";

/// Queues an invitation to the actor, for ten o'clock on the next working day in their zone. `title` is what the
/// calendar will show.
///
/// # Errors
/// [`AppError::NotFound`] before the firm is set up.
pub async fn run(app: &App, actor: &Actor, _permit: &MayAdminister, title: &str, key: &Once) -> Result<()> {
    let now = app.now();
    let mut tx = app.db.begin().await?;
    let firm = store::organization::load(&mut tx).await?.ok_or(AppError::NotFound)?;
    if let Turn::Again(_) = once::begin(&mut tx, key, now).await? {
        return Ok(());
    }
    let mailbox = store::inbound_mailbox::load(&mut tx).await?.map(|mailbox| mailbox.settings.0);
    let mail = invitation(app, (&firm, mailbox.as_ref()), &actor.person, title)?;
    store::outbox::insert(&mut tx, &[mail], now).await?;
    once::finish(&mut tx, key, "").await?;
    tx.commit().await?;
    app.wake_worker();
    Ok(())
}

/// Which test invitation has this UID, if there was one; answers to it are only noted.
pub(in crate::app) async fn test_of(tx: &mut Tx, app: &App, uids: &[String]) -> Result<Option<Uuid>> {
    let host = app.settings().host();
    let of = |uid: &String| Uuid::try_parse(uid.strip_prefix(UID)?.strip_suffix(host)?.strip_suffix('@')?).ok();
    let Some(id) = uids.iter().find_map(of) else { return Ok(None) };
    Ok(store::outbox::by_message_id(tx, &message_id(app, id)).await?.map(|_| id))
}

fn message_id(app: &App, id: Uuid) -> String {
    format!("{}.test@{}", id.simple(), app.settings().host())
}

/// The address to which calendars answer it, as for a meeting of its own.
fn answers_to(app: &App, (firm, mailbox): (&Organization, Option<&Inbound>), id: Uuid) -> Option<String> {
    let service = app.service_address(firm);
    let tag = app.links().tag(LinkPurpose::REPLY, id);
    let own = service.parse().ok().and_then(|service| plus_address(&service, &tag)).map(String::from);
    mailbox.map(|settings| own.filter(|_| settings.plus_addressing).unwrap_or(service))
}

fn invitation(
    app: &App,
    (firm, mailbox): (&Organization, Option<&Inbound>),
    person: &Person,
    title: &str,
) -> Result<NewMail> {
    let now = app.now();
    let (id, attendee): (Uuid, AttendeeId) = (app.new_id(), app.new_id());
    let host = app.settings().host();
    let facts = facts((format!("{UID}{}@{host}", id.simple()), title), firm, person, (now, attendee));
    let service = answers_to(app, (firm, mailbox), id);
    let message = Message {
        facts: &facts,
        recipient: attendee,
        kind: MessageKind::Invitation,
        stamp: Stamp::first(now),
        created: now,
        words: &(app.settings().words)(person.language),
        service_address: &service.clone().unwrap_or_else(|| app.service_address(firm)),
        sent_by: None,
        page: None,
    };
    let calendar = compose::calendar_object(&message)?;
    let to = Reader {
        party: Party { name: person.name.clone(), email: person.email.clone() },
        language: person.language,
        zone: person.zone.clone(),
        clock: person.clock,
    };
    let lane = format!("{}|{}", facts.uid, person.email_key);
    let body = MeetingBody {
        kind: MessageKind::Invitation,
        facts,
        told: None,
        attendee,
        link_version: 1,
        stop: None,
        calendar,
        note: String::new(),
        by: None,
        on_behalf: false,
        service,
    };
    let letter = Letter { to, at: now, company: firm.name.clone(), body: Body::Test(Box::new(body)) };
    Ok(NewMail {
        lane,
        kind: "test",
        series_id: None,
        meeting_id: None,
        attendee_id: None,
        person_id: Some(person.id),
        recipient: person.email.clone(),
        sequence: Some(0),
        payload: serde_json::to_value(&letter)?,
        message_id: message_id(app, id),
        not_before: now,
    })
}

fn facts(
    (uid, title): (String, &str),
    firm: &Organization,
    person: &Person,
    (now, attendee): (DateTime<Utc>, AttendeeId),
) -> MeetingFacts {
    let zone = Zone::named(&person.zone).unwrap_or_else(|_| Zone::utc());
    let start = next_working_day_at_ten(zone.local(now));
    let starts_at = zone.instant(start);
    MeetingFacts {
        uid,
        title: title.to_owned(),
        purpose: Purpose::OneToOne,
        status: Status::Confirmed,
        start,
        minutes: MINUTES,
        zone: zone.name().to_owned(),
        starts_at,
        ends_at: starts_at + TimeDelta::minutes(i64::from(MINUTES)),
        format: Format::Room,
        place: String::new(),
        video_url: None,
        organizer: Party { name: person.name.clone(), email: person.email.clone() },
        company: firm.name.clone(),
        attendees: vec![Attendance {
            id: attendee,
            name: person.name.clone(),
            email: person.email.clone(),
            role: AttendeeRole::Required,
            answer: Answer::Open,
            customer: false,
            why: String::new(),
            part: None,
        }],
        agenda: Vec::new(),
        open_guest_list: false,
        cancel_reason: String::new(),
    }
}

fn next_working_day_at_ten(local: NaiveDateTime) -> NaiveDateTime {
    let ahead = match local.date().weekday() {
        Weekday::Fri => 3,
        Weekday::Sat => 2,
        _ => 1,
    };
    let day = local.date().checked_add_days(Days::new(ahead)).unwrap_or(local.date());
    day.and_hms_opt(10, 0, 0).unwrap_or(local)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_test_falls_on_a_working_day() {
        for (now, start) in [
            ("2026-11-26T23:00:00", "2026-11-27T10:00:00"),
            ("2026-11-27T08:00:00", "2026-11-30T10:00:00"),
            ("2026-11-28T08:00:00", "2026-11-30T10:00:00"),
            ("2026-11-29T08:00:00", "2026-11-30T10:00:00"),
        ] {
            assert_eq!(next_working_day_at_ten(now.parse().unwrap()), start.parse().unwrap(), "{now}");
        }
    }
}
