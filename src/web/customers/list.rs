//! The list of customers.

use askama::Template;
use axum::{
    extract::{RawQuery, State},
    response::Response,
};

use super::{Options, pace::PaceView};
use crate::{
    app::{
        actor::Actor,
        customers::rhythm::{Beat, Pace},
    },
    domain::{
        ids::{AccountId, PersonId},
        limits::rule::LeadClass,
        rhythm::Standing,
        text::SafeText,
    },
    i18n::{Texts, limits},
    store::{
        self,
        customers::{Due, Query},
    },
    web::{
        caller::Caller,
        failure::Failure,
        form::Form,
        page::{self, Nav, Page},
        state::Reads,
    },
};

/// Customers on a page.
const PAGE: i64 = 50;
/// Last page that can be asked for.
const MOST_PAGES: i64 = 2_000;
/// Most people whose customers are listed together.
const MOST_OWNERS: usize = 1_000;

#[derive(Template)]
#[template(path = "customers/list.html")]
struct ListPage<'a> {
    page: Page<'a>,
    rows: Vec<Row>,
    text: String,
    class: String,
    whose: String,
    rhythm: String,
    classes: Options,
    owners: Options,
    rhythms: Options,
    filtered: bool,
    previous: Option<String>,
    next: Option<String>,
}

struct Row {
    id: AccountId,
    name: String,
    class: String,
    owner: String,
    pace: PaceView,
}

pub(super) async fn list(
    State(reads): State<Reads>,
    caller: Caller,
    RawQuery(query): RawQuery,
) -> Result<Response, Failure> {
    let (actor, t, f) = (caller.actor()?, caller.texts(), caller.format());
    let query = Form::from_query(query.as_deref());
    let number = query.get("page").parse::<i64>().unwrap_or(1).clamp(1, MOST_PAGES);
    let text: String = SafeText::line(query.get("q"), 100).into();
    let class = query.get("class").parse::<LeadClass>().ok();
    let (whose, owners) = owners(actor, query.get("whose"));
    let due = match query.get("rhythm") {
        "overdue" => Some(Due::Overdue),
        "soon" => Some(Due::Soon),
        _ => None,
    };
    let often = query.get("rhythm") == "often";
    let mut tx = reads.begin().await?;
    let beat = Beat::load(&mut tx, caller.now()).await?;
    let wanted = Query {
        text: text.to_lowercase(),
        class,
        owners,
        due_before: due.map(|due| beat.due_before(due)),
        often: often.then(|| beat.often()),
        now: caller.now(),
        limit: PAGE + 1,
        skip: (number - 1) * PAGE,
    };
    let mut entries = store::customers::page(&mut tx, &wanted).await?;
    let shown = usize::try_from(PAGE).unwrap_or(0);
    let more = entries.len() > shown && number < MOST_PAGES;
    entries.truncate(shown);
    let paces = beat.of_list(&mut tx, &entries).await?;
    let listed = |(_, pace): &(_, Pace)| !often || pace.rhythm.standing == Standing::TooOften;
    let row = |(entry, pace): (store::customers::Entry, Pace)| Row {
        id: entry.id,
        name: entry.name,
        class: entry.lead_class.map_or_else(String::new, |class| limits::class(t, class)),
        owner: entry.owner.unwrap_or_default(),
        pace: PaceView::new(t, &f, &pace, beat.today()),
    };
    let turn = |number: i64| address(&query, number);
    page::ok(&ListPage {
        page: Page::new(&reads, &caller, Nav::Customers),
        rows: entries.into_iter().zip(paces).filter(listed).map(row).collect(),
        filtered: !text.is_empty() || class.is_some() || whose != "all" || due.is_some() || often,
        text,
        class: class.map_or_else(String::new, |class| class.to_string()),
        whose: whose.to_owned(),
        rhythm: if due.is_some() || often { query.get("rhythm").to_owned() } else { String::new() },
        classes: classes(t, t.customers_any()),
        owners: whose_options(t, actor),
        rhythms: standings(t),
        previous: (number > 1).then(|| turn(number - 1)),
        next: more.then(|| turn(number + 1)),
    })
}

/// Where customers may stand on the scale of the rhythm, behind the words for anywhere.
fn standings(t: &Texts) -> Options {
    vec![
        (String::new(), t.customers_any()),
        ("overdue".to_owned(), t.customers_overdue()),
        ("soon".to_owned(), t.customers_due()),
        ("often".to_owned(), t.customers_too_often()),
    ]
}

/// Another page of the same list.
fn address(query: &Form, number: i64) -> String {
    let mut address = form_urlencoded::Serializer::new("/customers?".to_owned());
    let kept = query.fields().iter().filter(|(name, _)| ["q", "class", "whose", "rhythm"].contains(&name.as_str()));
    for (name, value) in kept {
        address.append_pair(name, value);
    }
    address.append_pair("page", &number.to_string()).finish()
}

/// The classes to choose from, behind the words for none.
pub(super) fn classes(t: &Texts, none: String) -> Options {
    let class = |class: &LeadClass| (class.to_string(), limits::class(t, *class));
    [(String::new(), none)].into_iter().chain(LeadClass::ALL.iter().map(class)).collect()
}

/// Whose customers or opportunities: everybody's, one's own, or those of the people one leads.
pub(in crate::web) fn owners(actor: &Actor, word: &str) -> (&'static str, Vec<PersonId>) {
    match word {
        "mine" => ("mine", vec![actor.id()]),
        "team" if !actor.managed_people.is_empty() => {
            let mut people: Vec<PersonId> = actor.managed_people.iter().copied().take(MOST_OWNERS).collect();
            people.push(actor.id());
            ("team", people)
        }
        _ => ("all", Vec::new()),
    }
}

pub(in crate::web) fn whose_options(t: &Texts, actor: &Actor) -> Options {
    let mut options = vec![("all".to_owned(), t.customers_everybodys()), ("mine".to_owned(), t.customers_mine())];
    if !actor.managed_people.is_empty() {
        options.push(("team".to_owned(), t.customers_teams()));
    }
    options
}
