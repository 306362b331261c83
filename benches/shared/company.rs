//! A made-up firm of any size, the same in every run: people, customers, and meetings over a year.
//!
//! It goes in through the program's own store functions, so that it looks like what the program writes.

use anyhow::{Context as _, Result};
use chrono::{DateTime, DurationRound as _, NaiveTime, TimeDelta, Utc};
use sparsam::{
    domain::{
        agenda::{ItemKind, Wanted},
        hours::WorkingHours,
        ids::{ContactId, PersonId},
        language::Language,
        meeting::{Answer, AttendeeRole, Format, Purpose, Stage, Status},
        person::{Clock, PersonState, Role, Theme},
        time::{Week, Zone},
    },
    store::{
        self, Db, Tx,
        accounts::{Account, Contact},
        claims::Claim,
        meetings::{AgendaItem, Attendee, FullMeeting, Meeting},
        organization::Organization,
        people::Person,
    },
};
use uuid::Uuid;

/// Meetings that one commit brings in.
const AT_ONCE: u32 = 10_000;
const CUSTOMERS: u64 = 200;
/// People whose present week holds only what [`Company::fill_week`] put there, whatever the size of the firm.
pub(crate) const WATCHED: usize = 9;

/// The firm, with whom to add meetings for.
pub(crate) struct Company {
    now: DateTime<Utc>,
    chance: Chance,
    pub(crate) people: Vec<Person>,
    contacts: Vec<(Account, Contact)>,
}

/// Numbers that look random and are the same every time (splitmix64).
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, end: u64) -> u64 {
        self.next() % end.max(1)
    }

    fn of<'a, T>(&mut self, list: &'a [T]) -> Result<&'a T> {
        let index = usize::try_from(self.below(list.len() as u64))?;
        list.get(index).context("nothing to choose from")
    }

    /// As the program makes them: time first.
    fn id<T: From<Uuid>>(&mut self, at: DateTime<Utc>) -> T {
        let mut random = [0; 10];
        for byte in &mut random {
            *byte = self.next().to_le_bytes()[0];
        }
        let millis = u64::try_from(at.timestamp_millis()).unwrap_or(0);
        uuid::Builder::from_unix_timestamp_millis(millis, &random).into_uuid().into()
    }
}

impl Company {
    /// The firm with its people and customers, without meetings.
    pub(crate) async fn found(db: &Db, people: u32, now: DateTime<Utc>) -> Result<Self> {
        let now = now.duration_trunc(TimeDelta::microseconds(1))?;
        let mut company = Self { now, chance: Chance(1), people: Vec::new(), contacts: Vec::new() };
        let mut tx = db.begin().await?;
        store::organization::save(&mut tx, &company.organization()).await?;
        for number in 0..people {
            let person = company.person(number);
            store::people::insert(&mut tx, &person).await?;
            company.people.push(person);
        }
        for number in 0..CUSTOMERS {
            let (account, contact) = company.customer(number);
            store::accounts::insert_account(&mut tx, &account).await?;
            store::accounts::insert_contact(&mut tx, &contact).await?;
            company.contacts.push((account, contact));
        }
        tx.commit().await?;
        Ok(company)
    }

    /// Adds meetings of three to eight people each, spread over the year around now.
    pub(crate) async fn meet(&mut self, db: &Db, meetings: u32) -> Result<()> {
        let mut left = meetings;
        while left > 0 {
            let mut tx = db.begin().await?;
            for _ in 0..left.min(AT_ONCE) {
                let organizer = self.chance.of(&self.people)?.id;
                let at = self.some_time();
                self.add(&mut tx, organizer, at).await?;
            }
            tx.commit().await?;
            left = left.saturating_sub(AT_ONCE);
        }
        Ok(())
    }

    /// Gives one person this many meetings in the week around now, six a day.
    pub(crate) async fn fill_week(&mut self, db: &Db, who: PersonId, meetings: u32) -> Result<()> {
        let monday = self.monday();
        let mut tx = db.begin().await?;
        for number in 0..i64::from(meetings) {
            self.add(&mut tx, who, monday + TimeDelta::days(number / 6 % 5) + TimeDelta::hours(7 + number % 6)).await?;
        }
        tx.commit().await?;
        Ok(())
    }

    /// Gives one person this many meetings, evenly spread over so many days from now on.
    pub(crate) async fn fill_year(&mut self, db: &Db, who: PersonId, meetings: u32, days: i64) -> Result<()> {
        let mut tx = db.begin().await?;
        let step = TimeDelta::days(days) / i32::try_from(meetings.max(1))?;
        for number in 1..=i32::try_from(meetings)? {
            let start = (self.now + step * number).duration_trunc(TimeDelta::minutes(5))?;
            self.add(&mut tx, who, start).await?;
        }
        tx.commit().await?;
        Ok(())
    }

    /// Some time of the year that is not in the present week.
    fn some_time(&mut self) -> DateTime<Utc> {
        let day = i64::try_from(self.chance.below(357)).unwrap_or(0) - 178;
        let day = if day < 0 { day } else { day + 7 };
        let quarter = i64::try_from(self.chance.below(36)).unwrap_or(0);
        self.monday() + TimeDelta::days(day) + TimeDelta::minutes(7 * 60 + quarter * 15)
    }

    fn monday(&self) -> DateTime<Utc> {
        Week::of(self.now.date_naive()).monday().and_time(NaiveTime::MIN).and_utc()
    }

    async fn add(&mut self, tx: &mut Tx, organizer: PersonId, starts_at: DateTime<Utc>) -> Result<()> {
        let full = self.meeting(organizer, starts_at)?;
        store::meetings::insert(tx, &full).await?;
        store::claims::replace(tx, full.meeting.id, &claims(&full)).await?;
        Ok(())
    }

    fn meeting(&mut self, organizer: PersonId, starts_at: DateTime<Utc>) -> Result<FullMeeting> {
        let created_at = self.now - TimeDelta::days(200);
        let id = self.chance.id(created_at);
        let customer = self.chance.below(2) == 0;
        let guest = if customer { Some(self.chance.of(&self.contacts)?.clone()) } else { None };
        let titles = ["Säljmöte", "Forecast for the quarter", "Asiakaskäynti", "Pipelinegjennomgang", "Renewal"];
        let title = format!("{} {}", self.chance.of(&titles)?, self.chance.below(1000));
        let meeting = Meeting {
            id,
            uid: format!("{}@sparsam.example", id.uuid().simple()),
            organizer_id: organizer,
            account_id: guest.as_ref().map(|(account, _)| account.id),
            purpose: if customer { Purpose::Customer } else { Purpose::Targets },
            stage: customer.then_some(Stage::Quote),
            title,
            format: Format::Room,
            place: "Sal 3, plan 2".to_owned(),
            video_source: None,
            video_url: None,
            start_local: starts_at.naive_utc(),
            minutes: 30,
            zone: "Etc/UTC".to_owned(),
            starts_at,
            ends_at: starts_at + TimeDelta::minutes(30),
            zone_data: Zone::data_version().to_owned(),
            status: Status::Confirmed,
            open_guest_list: false,
            cancel_reason: String::new(),
            sequence: 0,
            stamped_at: created_at,
            version: 1,
            created_at,
            updated_at: created_at,
            series_id: None,
            original_start: None,
            resent_at: None,
        };
        let attendees = self.attendees(&meeting, guest.map(|(_, contact)| contact))?;
        let agenda = self.agenda(&meeting);
        Ok(FullMeeting { meeting, attendees, agenda })
    }

    fn attendees(&mut self, meeting: &Meeting, guest: Option<Contact>) -> Result<Vec<Attendee>> {
        let organizer = self.people.iter().find(|p| p.id == meeting.organizer_id).context("nobody plans")?.clone();
        let mut attendees = vec![self.colleague(meeting, &organizer, AttendeeRole::Chair)];
        let this_week = (0..7).contains(&(meeting.starts_at - self.monday()).num_days());
        let first = if this_week { WATCHED as u64 } else { 0 };
        let others = 2 + self.chance.below(6);
        for _ in 0..others {
            let number = first + self.chance.below(self.people.len() as u64 - first);
            let person = self.people.get(usize::try_from(number)?).context("too few people")?.clone();
            if attendees.iter().all(|a| a.person_id != Some(person.id)) {
                attendees.push(self.colleague(meeting, &person, AttendeeRole::Required));
            }
        }
        if let Some(contact) = guest {
            let row = self.colleague(meeting, &organizer, AttendeeRole::Required);
            let (name, email, email_key) = (contact.name, contact.email, contact.email_key);
            attendees.push(Attendee { person_id: None, contact_id: Some(contact.id), name, email, email_key, ..row });
        }
        for (position, attendee) in (0..).zip(&mut attendees) {
            attendee.position = position;
        }
        Ok(attendees)
    }

    fn colleague(&mut self, meeting: &Meeting, person: &Person, role: AttendeeRole) -> Attendee {
        let answers = [Answer::Yes, Answer::Yes, Answer::Maybe, Answer::Open];
        let answer = self.chance.of(&answers).copied().unwrap_or(Answer::Yes);
        let answer = if role == AttendeeRole::Chair { Answer::Yes } else { answer };
        Attendee {
            id: self.chance.id(meeting.created_at),
            meeting_id: meeting.id,
            position: 0,
            person_id: Some(person.id),
            contact_id: None,
            name: person.name.clone(),
            email: person.email.clone(),
            email_key: person.email_key.clone(),
            role,
            why: "Känner kunden".to_owned(),
            answer,
            answered_at: (answer != Answer::Open).then_some(meeting.created_at),
            answer_made_at: (answer != Answer::Open).then_some(meeting.created_at),
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

    fn agenda(&mut self, meeting: &Meeting) -> Vec<AgendaItem> {
        let titles = ["The number and the gap", "What has moved?", "Päätökset"];
        let item = |(position, title): (i64, &str)| AgendaItem {
            id: self.chance.id(meeting.created_at),
            meeting_id: meeting.id,
            position,
            kind: ItemKind::Free,
            title: title.to_owned(),
            minutes: 10,
            owner_id: None,
            wanted: Wanted::Decide,
            links: None,
        };
        (0..).zip(titles).map(item).collect()
    }

    fn organization(&self) -> Organization {
        Organization {
            name: "Nordvik AB".to_owned(),
            country: "SE".to_owned(),
            zone: "Europe/Stockholm".to_owned(),
            language: Language::Sv,
            hours: WorkingHours::default().into(),
            relay: None,
            demo: false,
            set_up_at: Some(self.now),
            created_at: self.now,
            updated_at: self.now,
        }
    }

    fn person(&mut self, number: u32) -> Person {
        let email = format!("person{number}@nordvik.example");
        Person {
            id: self.chance.id(self.now),
            email_key: email.clone(),
            email,
            name: format!("Åsa Öberg {number}"),
            language: Language::Sv,
            zone: "Europe/Stockholm".to_owned(),
            country: "SE".to_owned(),
            clock: Clock::Language,
            theme: Theme::System,
            compact: false,
            shortcuts: true,
            role: Role::Member,
            state: PersonState::Active,
            password_hash: None,
            video_room: None,
            hours: WorkingHours::default().into(),
            created_at: self.now,
            updated_at: self.now,
        }
    }

    fn customer(&mut self, number: u64) -> (Account, Contact) {
        let (name, email) = (format!("Kund {number} Oy"), format!("kund{number}@example.com"));
        let (created_at, updated_at) = (self.now, self.now);
        let id = self.chance.id(self.now);
        let contact = Contact {
            id: self.chance.id::<ContactId>(self.now),
            account_id: id,
            name: format!("Matti Meikäläinen {number}"),
            email_key: email.clone(),
            email,
            language: Language::Fi,
            zone: "Europe/Helsinki".to_owned(),
            do_not_contact_at: None,
            do_not_contact_source: None,
            created_at,
            updated_at,
        };
        (
            Account {
                id,
                name_key: name.to_lowercase(),
                name,
                owner_id: None,
                lead_class: None,
                created_at,
                updated_at,
            },
            contact,
        )
    }
}

/// Everybody but those who are only informed gives the time.
fn claims(full: &FullMeeting) -> Vec<Claim> {
    let m = &full.meeting;
    let subject = |a: &Attendee| a.person_id.map(PersonId::uuid).or(a.contact_id.map(ContactId::uuid));
    let claim = |subject: Uuid| Claim {
        meeting_id: m.id,
        subject_id: subject.into(),
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
    full.attendees.iter().filter_map(subject).map(claim).collect()
}
