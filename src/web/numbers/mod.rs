//! Figures of sales: tables with their definitions, plots beside them, and the same for spreadsheets.

mod deals;
mod export;
mod forecast;
mod glance;
mod meetings;
mod table;
mod way;
mod whose;

use std::collections::HashMap;

use askama::Template;
use axum::{
    extract::{RawQuery, State},
    response::Response,
};

use self::table::Table;
use super::{
    access::Access,
    caller::Caller,
    customers::Options,
    failure::Failure,
    form::Form,
    page::{self, Nav, Page},
    routes::Routes,
    state::Reads,
};
use crate::{
    app::{
        actor::Actor,
        sales::{self, Asked, Counts, Whose},
    },
    domain::{
        ids::PersonId,
        meeting::Stage,
        sales::{
            Seller,
            period::{Period, SPANS},
        },
    },
    i18n::{Texts, format::Format, labels},
    store::{self, Tx},
};

/// Months when nobody says how many.
const USUAL: u32 = 12;

pub(super) fn routes(routes: Routes) -> Routes {
    routes.page("/numbers", Access::SignedIn, show).page("/numbers.csv", Access::SignedIn, export::export)
}

#[derive(Template)]
#[template(path = "numbers/show.html")]
struct NumbersPage<'a> {
    page: Page<'a>,
    /// Which days, in words.
    period: String,
    /// The same choice for the tables as CSV.
    query: String,
    /// Whose figures may be chosen: alone, teams, sellers.
    whose: [Options; 3],
    chosen: String,
    months: String,
    spans: Options,
    met: String,
    purposes: Options,
    /// `None` where there is more than can be taken together.
    tables: Option<Vec<Table>>,
}

/// What the address asks for.
struct Choice {
    whose: Whose,
    months: u32,
    met: Option<Stage>,
}

impl Choice {
    /// Anything that is not understood means the usual; what must not be seen is not there.
    fn of(query: &Form, caller: &Caller) -> Self {
        let whose =
            whose::read(query.get("whose")).unwrap_or_else(|| caller.actor().map_or(Whose::Mine, Actor::widest_sales));
        let months = query.get("months").parse().ok().filter(|months| SPANS.contains(months)).unwrap_or(USUAL);
        Self { whose, months, met: query.get("met").parse().ok() }
    }

    fn query(&self) -> String {
        let met = self.met.map_or("", Stage::as_str);
        form_urlencoded::Serializer::new(String::new())
            .append_pair("whose", &whose::word(self.whose))
            .append_pair("months", &self.months.to_string())
            .append_pair("met", met)
            .finish()
    }
}

/// Tells what was counted.
struct Teller<'a> {
    t: &'static Texts,
    f: Format,
    counts: &'a Counts,
    period: Period,
    names: HashMap<PersonId, String>,
    /// Whether there may be several sellers.
    several: bool,
}

impl Teller<'_> {
    fn name(&self, seller: Seller) -> String {
        let name = seller.and_then(|id| self.names.get(&id).cloned());
        name.unwrap_or_else(|| self.t.customers_nobody())
    }

    /// All tables in the order of the page.
    fn tables(&self) -> Vec<Table> {
        let mut tables = vec![self.glance(), self.way()];
        if self.several {
            tables.extend([self.bottlenecks(), self.way_of_sellers(), self.sellers()]);
        }
        tables.extend(self.forecast());
        tables.extend([self.sources(), self.reasons(), self.meetings()]);
        tables
    }
}

/// The tables, and the days that they are about. `None` where there is more than can be taken together.
async fn tables(tx: &mut Tx, caller: &Caller, choice: &Choice) -> Result<(Period, Option<Vec<Table>>), Failure> {
    let actor = caller.actor()?;
    let may = actor.may_see_sales(choice.whose)?;
    let asked = Asked { months: choice.months, met: choice.met, now: caller.now() };
    let (period, counts) = sales::counts(tx, actor, may, asked).await?;
    let Some(counts) = counts else { return Ok((period, None)) };
    let several = !choice.whose.is_one();
    let names = if several { names(tx, &counts).await? } else { HashMap::new() };
    let teller = Teller { t: caller.texts(), f: caller.format(), counts: &counts, period, names, several };
    Ok((period, Some(teller.tables())))
}

/// What the sellers in it are called.
async fn names(tx: &mut Tx, counts: &Counts) -> Result<HashMap<PersonId, String>, Failure> {
    let stays = counts.stays.iter().filter_map(|stay| stay.seller);
    let mut ids: Vec<PersonId> = counts.closed.iter().filter_map(|closed| closed.seller).chain(stays).collect();
    ids.sort_unstable();
    ids.dedup();
    let people = if ids.is_empty() { Vec::new() } else { store::people::by_ids(tx, &ids).await? };
    Ok(people.into_iter().map(|person| (person.id, person.name)).collect())
}

async fn show(State(reads): State<Reads>, caller: Caller, RawQuery(query): RawQuery) -> Result<Response, Failure> {
    let (actor, t, f) = (caller.actor()?, caller.texts(), caller.format());
    let choice = Choice::of(&Form::from_query(query.as_deref()), &caller);
    let mut tx = reads.begin().await?;
    let (period, tables) = tables(&mut tx, &caller, &choice).await?;
    let (teams, sellers) = sales::choices(&mut tx, actor).await?;
    let any = (String::new(), t.numbers_met_any());
    page::ok(&NumbersPage {
        page: Page::new(&reads, &caller, Nav::Customers),
        period: f.day_range(period.first, period.last),
        query: choice.query(),
        whose: whose::options(t, actor, (teams, sellers)),
        chosen: whose::word(choice.whose),
        months: choice.months.to_string(),
        spans: SPANS.iter().map(|months| (months.to_string(), t.numbers_months(*months))).collect(),
        met: choice.met.map_or_else(String::new, |stage| stage.to_string()),
        purposes: [any].into_iter().chain(Stage::ALL.iter().map(|s| (s.to_string(), labels::stage(t, *s)))).collect(),
        tables,
    })
}
