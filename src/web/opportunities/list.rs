//! All opportunities: as a list, a board or a funnel.

use askama::Template;
use axum::{
    extract::{RawQuery, State},
    response::Response,
};

use super::{
    board::{self, Column},
    funnel::{self, Step},
    notice, stages,
};
use crate::{
    app::actor::Actor,
    domain::{ids::PersonId, pipeline::OpportunityStage, text::SafeText},
    store::{self, opportunities::Query},
    web::{
        caller::Caller,
        customers::{
            Options,
            list::{owners, whose_options},
            show::OpportunityRow,
        },
        failure::Failure,
        form::Form,
        page::{self, Nav, Page},
        state::Reads,
    },
};

/// Opportunities on a page of the list.
const PAGE: i64 = 50;
/// Last page that can be asked for.
const MOST_PAGES: i64 = 2_000;

/// One look at all of them.
enum View {
    List { rows: Vec<OpportunityRow>, previous: Option<String>, next: Option<String> },
    Board { columns: Vec<Column>, stages: Options },
    Funnel { steps: Vec<Step>, totals: Vec<String> },
}

#[derive(Template)]
#[template(path = "opportunities/list.html")]
struct ListPage<'a> {
    page: Page<'a>,
    /// `list`, `board` or `funnel`.
    name: &'static str,
    text: String,
    whose: &'static str,
    owners: Options,
    stage: String,
    stages: Options,
    view: View,
}

pub(super) async fn show(
    State(reads): State<Reads>,
    caller: Caller,
    RawQuery(query): RawQuery,
) -> Result<Response, Failure> {
    let (actor, t) = (caller.actor()?, caller.texts());
    let query = Form::from_query(query.as_deref());
    let (whose, people) = owners(actor, query.get("whose"));
    let text: String = SafeText::line(query.get("q"), 100).into();
    let stage = query.get("stage").parse::<OpportunityStage>().ok();
    let (name, view) = match query.get("view") {
        "board" => ("board", board(&reads, &caller, actor, people).await?),
        "funnel" => ("funnel", funnel(&reads, &caller, &people).await?),
        _ => ("list", list(&reads, &caller, &query, (people, stage, &text)).await?),
    };
    let any = (String::new(), t.customers_any());
    let mut tx = reads.begin().await?;
    let notice = notice(&mut tx, &caller, (&query, None)).await?;
    page::ok(&ListPage {
        page: Page::new(&reads, &caller, Nav::Customers).with_notice(notice),
        name,
        text,
        whose,
        owners: whose_options(t, actor),
        stage: stage.map_or_else(String::new, |stage| stage.to_string()),
        stages: [any].into_iter().chain(stages(t)).collect(),
        view,
    })
}

async fn list(
    reads: &Reads,
    caller: &Caller,
    query: &Form,
    (owners, stage, text): (Vec<PersonId>, Option<OpportunityStage>, &str),
) -> Result<View, Failure> {
    let (t, f) = (caller.texts(), caller.format());
    let number = query.get("page").parse::<i64>().unwrap_or(1).clamp(1, MOST_PAGES);
    let wanted = Query {
        owners,
        stages: stage.into_iter().collect(),
        text: text.to_lowercase(),
        limit: PAGE + 1,
        skip: (number - 1) * PAGE,
        account: None,
    };
    let mut tx = reads.begin().await?;
    let mut entries = store::opportunities::page(&mut tx, &wanted).await?;
    let shown = usize::try_from(PAGE).unwrap_or(0);
    let more = entries.len() > shown && number < MOST_PAGES;
    entries.truncate(shown);
    let turn = |number: i64| {
        let mut address = form_urlencoded::Serializer::new("/opportunities?".to_owned());
        for (name, value) in query.fields().iter().filter(|(n, _)| ["q", "stage", "whose"].contains(&n.as_str())) {
            address.append_pair(name, value);
        }
        address.append_pair("page", &number.to_string()).finish()
    };
    Ok(View::List {
        rows: entries.into_iter().map(|entry| OpportunityRow::new(t, &f, entry)).collect(),
        previous: (number > 1).then(|| turn(number - 1)),
        next: more.then(|| turn(number + 1)),
    })
}

async fn board(reads: &Reads, caller: &Caller, actor: &Actor, owners: Vec<PersonId>) -> Result<View, Failure> {
    let mut tx = reads.begin().await?;
    Ok(View::Board { columns: board::columns(&mut tx, caller, actor, owners).await?, stages: stages(caller.texts()) })
}

async fn funnel(reads: &Reads, caller: &Caller, owners: &[PersonId]) -> Result<View, Failure> {
    let mut tx = reads.begin().await?;
    let sums = store::opportunities::sums(&mut tx, owners).await?;
    let (t, f) = (caller.texts(), caller.format());
    Ok(View::Funnel { steps: funnel::steps(t, &f, &sums), totals: funnel::totals(&f, &sums) })
}
