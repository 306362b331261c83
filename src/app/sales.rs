//! Figures of sales: whose somebody may see, and what they are made of.

use chrono::{DateTime, Utc};

use crate::{
    app::{
        actor::Actor,
        error::{AppError, Result},
    },
    domain::{
        ids::{PersonId, TeamId},
        meeting::Stage,
        sales::{deals::Closed, forecast::Open, period::Period, way::Stay},
        time::Zone,
    },
    store::{
        self, Tx,
        sales::{Cycle, Held, MOST_GROUPS, Named, Returning, Selection},
        teams::Team,
    },
};

/// Most people whose figures are taken together.
const MOST_PEOPLE: usize = 1_000;

/// Whose figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whose {
    /// One's own.
    Mine,
    /// Those of all whom one leads, and one's own.
    Led,
    /// Everybody's, also of what nobody is responsible for.
    Everybody,
    /// A team's.
    Team(TeamId),
    /// One seller's.
    Person(PersonId),
}

impl Whose {
    /// Whether they are those of one person.
    #[must_use]
    pub const fn is_one(self) -> bool {
        matches!(self, Self::Mine | Self::Person(_))
    }
}

/// Proof that somebody may see these figures.
#[derive(Debug)]
pub struct MaySeeSales(Whose);

impl Actor {
    /// The most that they may see.
    #[must_use]
    pub fn widest_sales(&self) -> Whose {
        match (self.is_admin(), self.managed_people.is_empty()) {
            (true, _) => Whose::Everybody,
            (false, false) => Whose::Led,
            (false, true) => Whose::Mine,
        }
    }

    /// May they see these figures? Everybody sees their own, managers those of the people they lead, administrators all.
    ///
    /// # Errors
    /// [`AppError::NotFound`] where they may not.
    pub fn may_see_sales(&self, whose: Whose) -> Result<MaySeeSales> {
        let may = match whose {
            Whose::Mine => true,
            Whose::Led => !self.managed_people.is_empty(),
            Whose::Everybody => self.is_admin(),
            Whose::Team(team) => self.sees_meetings_of_team(team),
            Whose::Person(person) => person == self.id() || self.leads(person),
        };
        if may { Ok(MaySeeSales(whose)) } else { Err(AppError::NotFound) }
    }

    /// The people they lead; `None` for everybody.
    fn sells_with(&self) -> Option<Vec<PersonId>> {
        (!self.is_admin()).then(|| self.managed_people.iter().copied().take(MOST_PEOPLE).collect())
    }
}

/// What somebody wants to see.
#[derive(Debug, Clone, Copy)]
pub struct Asked {
    /// How many months up to today.
    pub months: u32,
    /// Only opportunities about which there was a meeting at this stage.
    pub met: Option<Stage>,
    /// Now.
    pub now: DateTime<Utc>,
}

/// What figures are made of.
#[derive(Debug)]
pub struct Counts {
    /// How stays at stages ended.
    pub stays: Vec<Stay>,
    /// What was decided.
    pub closed: Vec<Closed>,
    /// How long those took that were won.
    pub cycles: Vec<Cycle>,
    /// Meetings about those that were won.
    pub held: Vec<Held>,
    /// What is open.
    pub open: Vec<Open>,
    /// Customers that came back.
    pub returning: Returning,
}

impl Counts {
    fn is_whole(&self) -> bool {
        let numbers = [self.stays.len(), self.closed.len(), self.cycles.len(), self.held.len(), self.open.len()];
        numbers.iter().all(|number| *number <= MOST_GROUPS)
    }
}

/// Counts days in the zone of the firm. The counts are `None` where there is more than can be taken together, which is never
/// taken for all.
///
/// # Errors
/// [`AppError::NotFound`] for a team or a person that is not there.
pub async fn counts(
    tx: &mut Tx,
    actor: &Actor,
    MaySeeSales(whose): MaySeeSales,
    asked: Asked,
) -> Result<(Period, Option<Counts>)> {
    let organization = store::organization::load(tx).await?.ok_or(AppError::NotFound)?;
    let zone = Zone::named(&organization.zone).unwrap_or_else(|_| Zone::utc());
    let period = Period::ending(zone.local(asked.now).date(), asked.months, &zone);
    let of = Selection { sellers: sellers(tx, actor, whose).await?, met: asked.met, period };
    let counts = Counts {
        stays: store::sales::stays(tx, &of).await?,
        closed: store::sales::closed(tx, &of).await?,
        cycles: store::sales::cycles(tx, &of).await?,
        held: store::sales::held(tx, &of).await?,
        open: store::sales::open(tx, &of).await?,
        returning: store::sales::returning(tx, &of).await?,
    };
    Ok((period, Some(counts).filter(Counts::is_whole)))
}

/// These people; `None` for everybody.
async fn sellers(tx: &mut Tx, actor: &Actor, whose: Whose) -> Result<Option<Vec<PersonId>>> {
    Ok(match whose {
        Whose::Everybody => None,
        Whose::Mine => Some(vec![actor.id()]),
        Whose::Led => {
            let mut people: Vec<PersonId> = actor.managed_people.iter().copied().take(MOST_PEOPLE).collect();
            people.push(actor.id());
            Some(people)
        }
        Whose::Team(team) => {
            store::teams::by_id(tx, team).await?.ok_or(AppError::NotFound)?;
            Some(store::teams::members(tx, team).await?.into_iter().map(|member| member.person_id).collect())
        }
        Whose::Person(person) => {
            store::people::by_id(tx, person).await?.ok_or(AppError::NotFound)?;
            Some(vec![person])
        }
    })
}

/// Whose figures somebody may choose, besides their own and those of all: teams and sellers.
pub async fn choices(tx: &mut Tx, actor: &Actor) -> Result<(Vec<Team>, Vec<Named>)> {
    if !actor.is_admin() && actor.managed_people.is_empty() {
        return Ok((Vec::new(), Vec::new()));
    }
    let mut teams = store::teams::list(tx).await?;
    teams.retain(|team| actor.sees_meetings_of_team(team.id));
    Ok((teams, store::sales::sellers(tx, actor.sells_with().as_deref()).await?))
}
