//! How often customers are met, against targets and limits; and the targets of the classes.

use std::collections::HashMap;

use chrono::{DateTime, Days, NaiveDate, TimeDelta, Utc};
use serde_json::json;

use crate::{
    app::{
        actor::{Actor, MayAdminister},
        context::App,
        error::{AppError, Result},
    },
    domain::{
        ids::{AccountId, SubjectId, TemplateId},
        limits::{
            facts::StoredRule,
            rule::{CustomerSide, LeadClass, Measure, Rule, Scope, Which},
        },
        rhythm::{Cap, Counted, Facts, Rhythm, Room, TARGETS, rhythm_within, soon},
        time::Zone,
    },
    store::{
        self, Tx,
        agenda_templates::{AgendaTemplate, ClassAgenda},
        customers::{Customer, Due, Often, Person},
        rhythm::Target,
    },
};

/// The firm's day, its limits and its targets: what every answer about rhythm needs.
pub struct Beat {
    now: DateTime<Utc>,
    zone: Zone,
    rules: Vec<StoredRule>,
    targets: HashMap<LeadClass, u32>,
}

/// Start of the last meeting and of the next one.
type Meetings = (Option<DateTime<Utc>>, Option<DateTime<Utc>>);

/// Somebody's rhythm with the meetings around today.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pace {
    /// On the scale.
    pub rhythm: Rhythm,
    /// Target in days.
    pub target: Option<u32>,
    /// The last meeting.
    pub last: Option<NaiveDate>,
    /// The next one.
    pub next: Option<NaiveDate>,
}

impl Beat {
    /// Reads what does not depend on the customer.
    pub async fn load(tx: &mut Tx, now: DateTime<Utc>) -> Result<Self> {
        let organization = store::organization::load(tx).await?.ok_or(AppError::NotFound)?;
        let zone = Zone::named(&organization.zone).unwrap_or_else(|_| Zone::utc());
        let rules = store::rules::in_force(tx).await?;
        let targets = store::rhythm::targets(tx).await?;
        let days = |target: Target| Some((target.lead_class, u32::try_from(target.days).ok()?));
        Ok(Self { now, zone, rules, targets: targets.into_iter().filter_map(days).collect() })
    }

    /// Today in the zone of the firm.
    #[must_use]
    pub fn today(&self) -> NaiveDate {
        self.zone.local(self.now).date()
    }

    /// The rhythm of a customer and of the people there.
    pub async fn of_customer(&self, tx: &mut Tx, customer: &Customer, people: &[Person]) -> Result<(Pace, Vec<Pace>)> {
        let ids: Vec<SubjectId> =
            [customer.id.uuid()].into_iter().chain(people.iter().map(|p| p.id.uuid())).map(SubjectId::from).collect();
        let mut met = self.met(tx, &ids).await?;
        let around = store::rhythm::around(tx, &ids, self.now).await?;
        let around: HashMap<SubjectId, Meetings> = around.iter().map(|a| (a.subject_id, (a.last, a.next))).collect();
        let of = |id: SubjectId| around.get(&id).copied().unwrap_or_default();
        let about = (customer.id, customer.lead_class);
        // Limits on the whole customer hold for everybody there.
        let whole = customer.id.uuid().into();
        let days = met.remove(&whole).unwrap_or_default();
        let room = Room::of(&Counted { met: days, caps: self.caps(about, CustomerSide::Account) }, self.today());
        let target = self.target(customer.rhythm_days, customer.lead_class);
        let all = self.pace((target, customer.created_at), of(whole), (Counted::default(), &room));
        let caps = self.caps(about, CustomerSide::Contact);
        let mut person = |person: &Person| {
            let id = person.id.uuid().into();
            let own = Counted { met: met.remove(&id).unwrap_or_default(), caps: caps.clone() };
            self.pace((self.target(person.rhythm_days, None), person.created_at), of(id), (own, &room))
        };
        Ok((all, people.iter().map(&mut person).collect()))
    }

    /// The rhythm of customers in a list.
    pub async fn of_list(&self, tx: &mut Tx, list: &[store::customers::Entry]) -> Result<Vec<Pace>> {
        let ids: Vec<SubjectId> = list.iter().map(|entry| entry.id.uuid().into()).collect();
        let mut met = self.met(tx, &ids).await?;
        let mut pace = |entry: &store::customers::Entry| {
            let caps = self.caps((entry.id, entry.lead_class), CustomerSide::Account);
            let counted = Counted { met: met.remove(&entry.id.uuid().into()).unwrap_or_default(), caps };
            let about = (self.target(entry.target, None), entry.created_at);
            self.pace(about, (entry.last_met, entry.next_met), (counted, &Room::default()))
        };
        Ok(list.iter().map(&mut pace).collect())
    }

    /// The days on which each of these was met and will be, as far as limits look.
    async fn met(&self, tx: &mut Tx, ids: &[SubjectId]) -> Result<HashMap<SubjectId, Vec<NaiveDate>>> {
        let counts = |stored: &StoredRule| match stored {
            StoredRule::Rule(rule) => match rule.measure {
                Measure::Contacts { days, .. } => Some(days),
                _ => None,
            },
            StoredRule::Unreadable(_) => None,
        };
        let Some(days) = self.rules.iter().filter_map(counts).max() else { return Ok(HashMap::new()) };
        // A day more, because those of the firm begin and end elsewhere than those of UTC.
        let since = self.now - TimeDelta::days(i64::from(days) + 1);
        let mut by_subject: HashMap<SubjectId, Vec<NaiveDate>> = HashMap::new();
        for one in store::rhythm::met(tx, ids, (since, self.now)).await? {
            by_subject.entry(one.subject_id).or_default().push(self.day(one.starts_at));
        }
        Ok(by_subject)
    }

    /// As [`due_before`], in the zone of the firm.
    #[must_use]
    pub fn due_before(&self, due: Due) -> Vec<DateTime<Utc>> {
        due_before(&self.zone, self.now, due)
    }

    /// What has to be asked of the meetings with a customer that may be met too often: as many as a limit allows, within the
    /// days on end that hold today or lie ahead. Whether they really lie within so many days is what its pace says.
    #[must_use]
    pub fn often(&self) -> Vec<Often> {
        let today = self.today();
        let often = |stored: &StoredRule| match stored {
            StoredRule::Rule(rule) if rule.from <= today && matches!(rule.which, Which::All | Which::Customer) => {
                let Measure::Contacts { most, days, side: CustomerSide::Account } = rule.measure else { return None };
                let (class, account) = match rule.scope {
                    Scope::Organization => (None, None),
                    Scope::LeadClass(class) => (Some(class), None),
                    Scope::Account(account) => (None, Some(account)),
                    Scope::Team(_) | Scope::Person(_) => return None,
                };
                let first = today.checked_sub_days(Days::new(u64::from(days.saturating_sub(1)))).unwrap_or(today);
                Some(Often { most: i64::from(most), since: self.zone.start_of(first), class, account })
            }
            _ => None,
        };
        self.rules.iter().filter_map(often).collect()
    }

    fn target(&self, own: Option<i64>, class: Option<LeadClass>) -> Option<u32> {
        let own = own.and_then(|days| u32::try_from(days).ok());
        own.or_else(|| self.targets.get(&class?).copied())
    }

    fn day(&self, at: DateTime<Utc>) -> NaiveDate {
        self.zone.local(at).date()
    }

    fn pace(
        &self,
        (target, since): (Option<u32>, DateTime<Utc>),
        (last, next): Meetings,
        (counted, room): (Counted, &Room),
    ) -> Pace {
        let (last, next) = (last.map(|at| self.day(at)), next.map(|at| self.day(at)));
        let known_since = self.day(since);
        let facts = Facts { today: self.today(), target, known_since, last, next, counted: vec![counted] };
        let mut rhythm = rhythm_within(&facts, room);
        if self.rules.iter().any(|rule| matches!(rule, StoredRule::Unreadable(_))) {
            // Nothing can be sent while a limit is not understood.
            rhythm.earliest = None;
        }
        Pace { rhythm, target, last, next }
    }

    /// The limits on how often this customer, or each contact there, may be met.
    fn caps(&self, (account, class): (AccountId, Option<LeadClass>), wanted: CustomerSide) -> Vec<Cap> {
        let today = self.today();
        let concerns = |rule: &Rule| {
            rule.from <= today
                && matches!(rule.which, Which::All | Which::Customer)
                && match rule.scope {
                    Scope::Organization => true,
                    Scope::LeadClass(of) => Some(of) == class,
                    Scope::Account(of) => of == account,
                    Scope::Team(_) | Scope::Person(_) => false,
                }
        };
        let cap = |stored: &StoredRule| match stored {
            StoredRule::Rule(rule) if concerns(rule) => match rule.measure {
                Measure::Contacts { most, days, side } if side == wanted => Some(Cap { most, days }),
                _ => None,
            },
            _ => None,
        };
        self.rules.iter().filter_map(cap).collect()
    }
}

/// For each of [`TARGETS`] the moment before which the last meeting must lie for the next one to be due.
#[must_use]
pub fn due_before(zone: &Zone, now: DateTime<Utc>, due: Due) -> Vec<DateTime<Utc>> {
    let today = zone.local(now).date();
    let moment = |target: &u32| {
        let ahead = match due {
            Due::Overdue => 0,
            Due::Soon => soon(*target) + 1,
        };
        let back = Days::new(u64::from(target.saturating_sub(ahead)));
        zone.start_of(today.checked_sub_days(back).unwrap_or(today))
    };
    TARGETS.iter().map(moment).collect()
}

/// What the firm says of its classes of customers.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Classes {
    /// Days that may pass without a meeting.
    pub targets: Vec<(LeadClass, u32)>,
    /// The organization's templates that meetings with them begin with.
    pub agendas: Vec<(LeadClass, TemplateId)>,
}

/// Sets how often customers are to be met, and what about, by their class.
///
/// # Errors
/// [`AppError::NotFound`] for an agenda that is not the organization's.
pub async fn set_classes(app: &App, actor: &Actor, _permit: &MayAdminister, classes: &Classes) -> Result<()> {
    let mut tx = app.db.begin().await?;
    let target = |(lead_class, days): &(LeadClass, u32)| Target { lead_class: *lead_class, days: i64::from(*days) };
    let agenda = |(lead_class, template_id): &(LeadClass, TemplateId)| ClassAgenda {
        lead_class: *lead_class,
        template_id: *template_id,
    };
    let mut targets: Vec<Target> = classes.targets.iter().map(target).collect();
    targets.sort_by_key(|row| row.lead_class.as_str());
    let mut agendas: Vec<ClassAgenda> = classes.agendas.iter().map(agenda).collect();
    agendas.sort_by_key(|row| row.lead_class.as_str());
    let known = store::agenda_templates::of_organization(&mut tx).await?;
    if !agendas.iter().all(|agenda| known.iter().any(|template| template.id == agenda.template_id)) {
        return Err(AppError::NotFound);
    }
    let old = (store::rhythm::targets(&mut tx).await?, store::agenda_templates::of_classes(&mut tx).await?);
    let new = (targets, agendas);
    if old == new {
        return Ok(());
    }
    store::rhythm::set_targets(&mut tx, &new.0).await?;
    store::agenda_templates::set_of_classes(&mut tx, &new.1).await?;
    let mut deed = actor.deed("rhythm.saved", ("organization", None));
    (deed.before, deed.after) = (Some(said(&old, &known)), Some(said(&new, &known)));
    store::audit::record(&mut tx, &deed, app.now()).await?;
    Ok(tx.commit().await?)
}

/// For the audit log: days by class, and the names of the agendas beside them.
fn said((targets, agendas): &(Vec<Target>, Vec<ClassAgenda>), known: &[AgendaTemplate]) -> serde_json::Value {
    let days = targets.iter().map(|row| (row.lead_class.as_str().to_owned(), json!(row.days)));
    let name = |id: TemplateId| known.iter().find(|template| template.id == id).map(|template| template.name.as_str());
    let agenda = |row: &ClassAgenda| (format!("agenda_{}", row.lead_class), json!(name(row.template_id)));
    days.chain(agendas.iter().map(agenda)).collect::<serde_json::Map<_, _>>().into()
}
