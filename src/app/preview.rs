//! What a meeting would cost and which limits it would pass, before anything is written: the judgement that sending it
//! makes, of a meeting that may exist only in a form.

use std::collections::HashMap;

use chrono::{DateTime, Utc};

use super::{
    actor::Actor,
    approvals,
    error::{AppError, Result},
    judge::{self, Judged, Newcomers},
    leave,
};
use crate::{
    domain::{
        agenda::part::Stay,
        ids::{AccountId, ContactId, DraftId, PersonId},
        limits::{
            consent::{Consent, LEAST_REASON, Ruling, ruling},
            facts::{Attending, Facts, Proposal, Shape},
            policy::Policy,
            rule::Level,
        },
        meeting::{Answer, AttendeeRole, Purpose, Status},
        planning::{Guest, Invitee},
        time::Interval,
    },
    store::{
        self, Tx,
        accounts::Contact,
        meetings::{Attendee, FullMeeting},
    },
};

/// A meeting as far as a form says.
#[derive(Debug, Clone)]
pub struct Draft<'a> {
    /// What it is for.
    pub purpose: Purpose,
    /// Who leads it.
    pub organizer: PersonId,
    /// When.
    pub span: Interval,
    /// Who is invited, the organizer not among them.
    pub invitees: &'a [Invitee],
    /// The minutes of the points on the agenda.
    pub points: &'a [u32],
    /// The draft it is kept as, if it is.
    pub draft: Option<DraftId>,
    /// The meeting as it stands; `None` for a new one.
    pub before: Option<&'a FullMeeting>,
}

/// What is needed before it could be sent.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Needs {
    /// A tick that the warnings are seen.
    pub tick: bool,
    /// A reason.
    pub reason: bool,
    /// Somebody's leave: their name.
    pub approver: Option<String>,
    /// Exceptions of one's own in this quarter, where one of them would be used.
    pub exceptions: Option<Exceptions>,
    /// Another plan: a limit forbids it, or nobody is there who could allow it.
    pub other: bool,
}

/// How many limits somebody has passed with a reason of their own in a calendar quarter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Exceptions {
    /// So far, without this meeting.
    pub used: u32,
    /// How many need nobody else's leave.
    pub most: u32,
}

/// A forecast.
#[derive(Debug)]
pub struct Preview {
    /// What was judged.
    pub proposal: Proposal,
    /// How it stands with every rule, and what that rests on.
    pub judged: Judged,
    /// What was known.
    pub facts: Facts,
    /// What is still needed.
    pub needs: Needs,
}

/// A meeting as limits see it, with those who are not entered yet.
#[derive(Debug)]
pub struct Outlined {
    pub(super) proposal: Proposal,
    pub(super) newcomers: Newcomers,
}

/// Judges a form. `asker` is who would send it.
///
/// # Errors
/// Only when the database fails.
pub async fn of_draft(tx: &mut Tx, now: DateTime<Utc>, asker: &Actor, draft: &Draft<'_>) -> Result<Preview> {
    let outlined = outline(tx, draft).await?;
    forecast(tx, now, asker, outlined).await
}

/// Judges a meeting that stands against how it shall be.
///
/// # Errors
/// [`AppError::NotFound`] for one that was called off; else only when the database fails.
pub async fn of_change(
    tx: &mut Tx,
    now: DateTime<Utc>,
    asker: &Actor,
    (before, after): (&FullMeeting, &FullMeeting),
) -> Result<Preview> {
    let outlined = outline_change(tx, before, after).await?;
    forecast(tx, now, asker, outlined).await
}

/// A form as limits see it.
///
/// # Errors
/// Only when the database fails.
pub async fn outline(tx: &mut Tx, draft: &Draft<'_>) -> Result<Outlined> {
    let policy = store::policy::read(tx).await?.settings;
    let found = Found::read(tx, draft.invitees).await?;
    let mut newcomers = Newcomers::default();
    let account = found.account(tx, draft.invitees, &mut newcomers).await?;
    let mut new = Shape {
        purpose: draft.purpose,
        organizer: draft.organizer,
        span: draft.span,
        people: vec![Attending { person: draft.organizer, required: true, counts: true, stay: None }],
        contacts: Vec::new(),
        account,
        points: draft.points.len(),
    };
    for (number, invitee) in draft.invitees.iter().enumerate() {
        found.seat((number, invitee), (draft, &policy), &mut new, &mut newcomers);
    }
    let old = draft.before.filter(|old| old.meeting.status == Status::Confirmed);
    let proposal = Proposal {
        meeting: draft.before.map(|full| full.meeting.id),
        draft: draft.draft,
        old: old.and_then(|old| judge::shape(old, &policy)),
        new,
    };
    Ok(Outlined { proposal, newcomers })
}

/// A change of a meeting as limits see it.
///
/// # Errors
/// As [`of_change`].
pub async fn outline_change(tx: &mut Tx, before: &FullMeeting, after: &FullMeeting) -> Result<Outlined> {
    let policy = store::policy::read(tx).await?.settings;
    let old = Some(before).filter(|old| old.meeting.status == Status::Confirmed);
    let proposal = Proposal {
        meeting: Some(before.meeting.id),
        draft: None,
        old: old.and_then(|old| judge::shape(old, &policy)),
        new: judge::shape(after, &policy).ok_or(AppError::NotFound)?,
    };
    Ok(Outlined { proposal, newcomers: Newcomers::default() })
}

async fn forecast(tx: &mut Tx, now: DateTime<Utc>, asker: &Actor, outlined: Outlined) -> Result<Preview> {
    let Outlined { proposal, newcomers } = outlined;
    let (judged, facts) = judge::judge_with(tx, now, &proposal, &newcomers).await?;
    // What takes nobody's time that was not taken before is not judged when it is sent.
    let needless = proposal.old.as_ref() == Some(&proposal.new);
    let needs = if needless { Needs::default() } else { needs(tx, now, (asker, &proposal), &judged).await? };
    Ok(Preview { proposal, judged, facts, needs })
}

async fn needs(
    tx: &mut Tx,
    now: DateTime<Utc>,
    (asker, proposal): (&Actor, &Proposal),
    judged: &Judged,
) -> Result<Needs> {
    let organizer = proposal.new.organizer;
    let used = leave::used(tx, asker.excepted_for(organizer), judged, now).await?;
    let after = |consent: &Consent| ruling(&judged.verdict, consent, used, &judged.policy.settings);
    let reasoned = Consent { reason: Some("·".repeat(LEAST_REASON)), ..Consent::seen() };
    let mut needs = Needs {
        tick: after(&Consent::default()) == Ruling::Tick,
        reason: after(&Consent::seen()) == Ruling::GiveReason,
        ..Needs::default()
    };
    // Only where a reason of one's own is what is asked for; what needs approval anyway uses none.
    let own = needs.reason && judged.verdict.asks() == Some(Level::Reason);
    needs.exceptions = own.then_some(Exceptions { used, most: judged.policy.settings.quota });
    match after(&reasoned) {
        Ruling::Refuse(_) => needs.other = true,
        Ruling::Ask(_) => match approvals::choose(tx, (organizer, asker.id()), now).await {
            Ok(approver) => needs.approver = Some(approver.name),
            Err(AppError::Refused(_)) => needs.other = true,
            Err(error) => return Err(error),
        },
        Ruling::Go(_) | Ruling::Tick | Ruling::GiveReason => {}
    }
    Ok(needs)
}

/// Who is behind the invitations of a form.
struct Found {
    people: HashMap<String, PersonId>,
    by_address: HashMap<String, Contact>,
    contacts: HashMap<ContactId, Contact>,
}

impl Found {
    async fn read(tx: &mut Tx, invitees: &[Invitee]) -> Result<Self> {
        let (mut ids, mut keys) = (Vec::new(), Vec::new());
        for invitee in invitees {
            match &invitee.guest {
                Guest::Person(_) => {}
                Guest::Contact(id) => ids.push(*id),
                Guest::New { email, .. } => keys.push(email.key()),
            }
        }
        let mut found = Self { people: HashMap::new(), by_address: HashMap::new(), contacts: HashMap::new() };
        if !keys.is_empty() {
            found.people.extend(store::people::by_emails(tx, &keys).await?.into_iter().map(|p| (p.email_key, p.id)));
            let contacts = store::accounts::contacts_by_emails(tx, &keys).await?;
            found.by_address.extend(contacts.into_iter().map(|c| (c.email_key.clone(), c)));
        }
        if !ids.is_empty() {
            let contacts = store::accounts::contacts_by_ids(tx, &ids).await?;
            found.contacts.extend(contacts.into_iter().map(|c| (c.id, c)));
        }
        Ok(found)
    }

    /// The customer: that of the first contact.
    async fn account(&self, tx: &mut Tx, invitees: &[Invitee], newcomers: &mut Newcomers) -> Result<Option<AccountId>> {
        for invitee in invitees {
            let known = match &invitee.guest {
                Guest::Person(_) => continue,
                Guest::Contact(id) => self.contacts.get(id),
                Guest::New { email, .. } if self.people.contains_key(&email.key()) => continue,
                Guest::New { email, .. } => self.by_address.get(&email.key()),
            };
            return Ok(match (known, &invitee.guest) {
                (Some(contact), _) => Some(contact.account_id),
                (None, Guest::New { email, account, .. }) => {
                    let name = if account.is_empty() { email.domain() } else { account };
                    let known = store::accounts::account_by_name(tx, &name.to_lowercase()).await?;
                    Some(known.map_or_else(|| newcomers.customer(name), |known| known.id))
                }
                (None, _) => None,
            });
        }
        Ok(None)
    }

    /// Adds somebody who is to come and has not declined.
    fn seat(
        &self,
        (number, invitee): (usize, &Invitee),
        (draft, policy): (&Draft<'_>, &Policy),
        shape: &mut Shape,
        newcomers: &mut Newcomers,
    ) {
        let (person, contact) = match &invitee.guest {
            Guest::Person(id) => (Some(*id), None),
            Guest::Contact(id) => (None, Some(*id)),
            Guest::New { email, .. } => match self.people.get(&email.key()) {
                Some(person) => (Some(*person), None),
                None => (None, self.by_address.get(&email.key()).map(|c| c.id)),
            },
        };
        let answer = draft.before.and_then(|full| answer(&full.attendees, person, contact)).unwrap_or(Answer::Open);
        if invitee.role == AttendeeRole::Informed || answer == Answer::No {
            return;
        }
        let required = invitee.role == AttendeeRole::Required;
        let stay = invitee.points.and_then(|places| Stay::at(draft.points, places));
        if let Some(person) = person {
            let counts = required || policy.optional_counts || answer == Answer::Yes;
            shape.people.push(Attending { person, required, counts, stay });
        } else {
            shape.contacts.push(contact.unwrap_or_else(|| newcomers.contact(number, &invitee.guest)));
        }
    }
}

/// What somebody who stays has answered; somebody who was taken out is asked anew.
fn answer(before: &[Attendee], person: Option<PersonId>, contact: Option<ContactId>) -> Option<Answer> {
    let same = |a: &&Attendee| {
        (a.person_id.is_some() && a.person_id == person) || (a.contact_id.is_some() && a.contact_id == contact)
    };
    let old = before.iter().find(same)?;
    (old.removed_at.is_none() && old.role != AttendeeRole::Chair).then_some(old.answer)
}

impl Newcomers {
    /// Made-up ids tell them apart; nothing is stored under them.
    fn contact(&mut self, number: usize, guest: &Guest) -> ContactId {
        let id = uuid::Uuid::from_u128(number as u128 + 1).into();
        let name = match guest {
            Guest::New { name, email, .. } if name.is_empty() => email.local().to_owned(),
            Guest::New { name, .. } => name.clone(),
            Guest::Person(_) | Guest::Contact(_) => String::new(),
        };
        self.contacts.push((id, name));
        id
    }

    fn customer(&mut self, name: &str) -> AccountId {
        let id = uuid::Uuid::from_u128(1).into();
        self.account = Some((id, name.to_owned()));
        id
    }
}
