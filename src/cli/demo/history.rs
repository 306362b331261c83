//! The ten weeks behind the demo company, so that its load, trials of limits and reports have something to tell. They are
//! written as they would stand now, all in one transaction: going through every command again would take too long at a start.

use anyhow::Context as _;
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

use super::{
    calendar::Cast,
    past::{PAST, PastMeeting, WEEKS},
};
use crate::{
    app::context::App,
    domain::{
        country::Country,
        holidays,
        ids::{AccountId, ContactId, MeetingId, PersonId, SubjectId},
        meeting::{Answer, AttendeeRole, Format, Purpose, Status, VideoSource},
        planning::Start,
        time::Zone,
    },
    store::{
        self, Tx,
        accounts::Contact,
        claims::Claim,
        meetings::{Attendee, FullMeeting, Meeting},
        outbox::{Ended, NewMail},
        people::Person,
    },
};

/// Most mails of the history; more are never needed for some eighty meetings.
const MOST_MAILS: i64 = 1_000;

/// First day of the history.
pub(super) fn first_day(monday: NaiveDate) -> NaiveDate {
    monday - TimeDelta::weeks(WEEKS)
}

/// Writes the meetings of the weeks before `monday`, with their claims and the mails that were sent then.
pub(super) async fn write(app: &App, monday: NaiveDate) -> anyhow::Result<()> {
    let cast = Cast::load(app).await?;
    let (mut claims, mut mails) = (Vec::new(), Vec::new());
    let mut tx = app.db.begin().await?;
    let ids: Vec<ContactId> = cast.contacts.iter().map(|contact| contact.id).collect();
    let contacts = store::accounts::contacts_by_ids(&mut tx, &ids).await?;
    for week in 0..WEEKS {
        for past in PAST.iter().filter(|past| past.is_held_in(week)) {
            let day = first_day(monday) + TimeDelta::days(7 * week + past.when.0);
            let Some(full) = meeting(app, (&cast, &contacts), past, day)? else { continue };
            store::meetings::insert(&mut tx, &full).await?;
            claims.extend(claims_of(&full));
            mails.extend(mails_of(app, &full));
        }
    }
    for some in claims.chunks(500) {
        store::claims::add(&mut tx, some).await?;
    }
    send(&mut tx, app, &mails).await?;
    Ok(tx.commit().await?)
}

/// The meeting as it stands now; nothing on a day that its organizer had off.
fn meeting(
    app: &App,
    (cast, contacts): (&Cast, &[Contact]),
    past: &PastMeeting,
    day: NaiveDate,
) -> anyhow::Result<Option<FullMeeting>> {
    let organizer = cast.person(past.organizer)?;
    let country: Option<Country> = organizer.country.parse().ok();
    if country.is_some_and(|c| holidays::on(c, day).or_else(|| holidays::customary(c, day)).is_some()) {
        return Ok(None);
    }
    let local = day.and_hms_opt(past.when.1, past.when.2, 0).context("no such time")?;
    let starts_at = Zone::named(&organizer.zone)?.instant(local);
    let planned_at = starts_at - TimeDelta::days(6);
    let id: MeetingId = app.new_id();
    let mut attendees = vec![colleague(app, id, organizer, AttendeeRole::Chair)];
    let mut account_id = None;
    for name in past.guests {
        if let Ok(person) = cast.person(name) {
            attendees.push(colleague(app, id, person, AttendeeRole::Required));
        } else {
            let contact = contacts.iter().find(|c| c.name == *name).context("nobody is called so")?;
            account_id = Some(contact.account_id);
            attendees.push(customer(app, id, contact));
        }
    }
    for (attendee, position) in attendees.iter_mut().zip(0..) {
        attendee.position = position;
        attendee.answered_at = Some(planned_at + TimeDelta::hours(3));
        attendee.answer_made_at = attendee.answered_at;
    }
    let start = Start { local, zone: organizer.zone.clone(), at: starts_at };
    let meeting = Meeting { account_id, ..row(app, (id, organizer), past, (start, planned_at)) };
    Ok(Some(FullMeeting { meeting, attendees, agenda: Vec::new() }))
}

/// Its row, without the customer.
fn row(
    app: &App,
    (id, organizer): (MeetingId, &Person),
    past: &PastMeeting,
    (start, planned_at): (Start, DateTime<Utc>),
) -> Meeting {
    let video = past.purpose != Purpose::Customer;
    Meeting {
        id,
        uid: format!("{}@{}", id.uuid().simple(), app.settings().host()),
        organizer_id: organizer.id,
        account_id: None,
        purpose: past.purpose,
        stage: past.stage,
        title: past.title.to_owned(),
        format: if video { Format::Video } else { Format::AtCustomer },
        place: String::new(),
        video_source: video.then_some(VideoSource::Personal),
        video_url: organizer.video_room.clone().filter(|_| video),
        start_local: start.local,
        minutes: past.minutes,
        zone: start.zone,
        starts_at: start.at,
        ends_at: start.at + TimeDelta::minutes(past.minutes),
        zone_data: Zone::data_version().to_owned(),
        status: Status::Confirmed,
        open_guest_list: !video,
        cancel_reason: String::new(),
        sequence: 0,
        stamped_at: planned_at,
        version: 1,
        created_at: planned_at,
        updated_at: planned_at,
        series_id: None,
        original_start: None,
        resent_at: None,
    }
}

fn colleague(app: &App, meeting: MeetingId, person: &Person, role: AttendeeRole) -> Attendee {
    let who = (Some(person.id), person.name.as_str(), person.email.as_str());
    Attendee { role, ..attendee(app, meeting, who) }
}

fn customer(app: &App, meeting: MeetingId, contact: &Contact) -> Attendee {
    let who = (None, contact.name.as_str(), contact.email.as_str());
    Attendee { contact_id: Some(contact.id), ..attendee(app, meeting, who) }
}

/// Somebody who said yes.
fn attendee(app: &App, meeting_id: MeetingId, (person_id, name, email): (Option<PersonId>, &str, &str)) -> Attendee {
    Attendee {
        id: app.new_id(),
        meeting_id,
        position: 0,
        person_id,
        contact_id: None,
        name: name.to_owned(),
        email: email.to_owned(),
        email_key: email.to_lowercase(),
        role: AttendeeRole::Required,
        why: String::new(),
        answer: Answer::Yes,
        answered_at: None,
        answer_made_at: None,
        comment: String::new(),
        link_version: 1,
        removed_at: None,
        first_item: None,
        last_item: None,
        stay_after: None,
        stay_minutes: None,
        wants_reminder: false,
    }
}

/// The time that it took from everybody in it, and from the customer as a whole.
fn claims_of(full: &FullMeeting) -> Vec<Claim> {
    let m = &full.meeting;
    let people = full.attendees.iter().filter_map(|a| {
        let person = a.person_id.map(PersonId::uuid);
        person.or_else(|| a.contact_id.map(ContactId::uuid))
    });
    let account = m.account_id.map(AccountId::uuid);
    let claim = |subject: uuid::Uuid| Claim {
        meeting_id: m.id,
        subject_id: SubjectId::from(subject),
        starts_at: m.starts_at,
        ends_at: m.ends_at,
        minutes: m.minutes,
        purpose: m.purpose,
        customer: m.account_id.is_some(),
        required: true,
        counts: true,
        exclusive: false,
        held: false,
    };
    people.chain(account).map(claim).collect()
}

/// The invitations of then, of which nothing is kept but that they were sent.
fn mails_of(app: &App, full: &FullMeeting) -> Vec<NewMail> {
    let m = &full.meeting;
    let mail = |a: &Attendee| NewMail {
        lane: format!("{}|{}", m.uid, a.email_key),
        kind: "invitation",
        meeting_id: Some(m.id),
        series_id: None,
        attendee_id: Some(a.id),
        person_id: a.person_id,
        recipient: a.email.clone(),
        sequence: Some(0),
        payload: serde_json::json!({}),
        message_id: format!("{}.0@{}", a.id.uuid().simple(), app.settings().host()),
        not_before: m.created_at,
    };
    full.attendees.iter().skip(1).map(mail).collect()
}

/// Puts the mails down as sent.
async fn send(tx: &mut Tx, app: &App, mails: &[NewMail]) -> anyhow::Result<()> {
    let latest = mails.iter().map(|mail| mail.not_before).max().unwrap_or_else(|| app.now());
    store::outbox::insert(tx, mails, latest).await?;
    let token = uuid::Uuid::from_u128(1);
    let lease: (uuid::Uuid, DateTime<Utc>) = (token, latest + TimeDelta::minutes(1));
    for mail in store::outbox::claim(tx, latest, lease, MOST_MAILS).await? {
        store::outbox::finish(tx, (mail.id, token), &Ended::Accepted, "", latest).await?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_week_has_meetings_and_none_takes_somebody_twice() {
        for week in 0..WEEKS {
            let held: Vec<&PastMeeting> = PAST.iter().filter(|past| past.is_held_in(week)).collect();
            assert!(held.len() >= 5, "week {week}: {}", held.len());
            for (n, one) in held.iter().enumerate() {
                let (day, hour, _) = one.when;
                assert!((0..5).contains(&day) && (8..17).contains(&hour), "{}: outside working hours", one.title);
                let begins = |past: &PastMeeting| i64::from(past.when.1 * 60 + past.when.2);
                let people = |past: &PastMeeting| [&[past.organizer], past.guests].concat();
                for other in held.iter().skip(n + 1).filter(|other| other.when.0 == day) {
                    let shared = people(one).iter().any(|name| people(other).contains(name));
                    let apart =
                        begins(one) + one.minutes <= begins(other) || begins(other) + other.minutes <= begins(one);
                    assert!(!shared || apart, "{} and {}", one.title, other.title);
                }
            }
        }
    }
}
