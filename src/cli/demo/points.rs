//! What stands behind the points of the demo company's agendas: a scorecard with its past, and thanks.

use anyhow::Context as _;
use chrono::{NaiveDate, TimeDelta};

use super::calendar::{Cast, once};
use crate::{
    app::{
        context::App,
        points::{
            PointVersion,
            content::{self, SaveContent},
            recognitions::{self, Thank},
            scorecard,
        },
    },
    domain::{
        agenda::{ItemKind, Wanted, amount::Amount, link::Reading, scorecard::Row},
        ids::MeetingId,
    },
    store::{
        self, Tx,
        meeting_lists::{Query, Show},
        meetings::{AgendaItem, FullMeeting},
        recognitions::Recognition,
        scorecards::ScoreRow,
    },
};

/// Metric, unit, target, and what was reached week by week; the last is this week's.
const FIGURES: [(&str, &str, i32, [i32; 7]); 3] = [
    ("New customers", "", 10, [1, 1, 2, 4, 5, 5, 7]),
    ("Order value", "tkr", 1_200, [180, 240, 410, 560, 690, 820, 940]),
    ("Service contracts", "", 30, [9, 12, 16, 19, 24, 28, 31]),
];

/// Weeks ago, who was thanked, what for, and the number behind it.
const THANKED: [(usize, &str, &str, &str); 3] = [
    (1, "Sanna Koski", "For the hall in Vaasa: three visits, and the customer called us.", "3 visits"),
    (3, "Ola Berg", "For showing the others how to ask about service.", "9 contracts"),
    (6, "Sanna Koski", "For the calm with which you answered Northgate.", ""),
];

/// Fills the scorecard of this week's targets and those of the weeks before.
pub(super) async fn add(app: &App, monday: NaiveDate) -> anyhow::Result<()> {
    let cast = Cast::load(app).await?;
    let past = meetings(app, &cast, ("Anna Lind", "Targets of the week"), Show::Past).await?;
    let mut tx = app.db.begin().await?;
    for (ago, id) in past.into_iter().take(6).enumerate() {
        look_back(&mut tx, app, &cast, (ago + 1, id)).await?;
    }
    tx.commit().await?;
    let due = monday + TimeDelta::weeks(6);
    present(app, &cast, due).await?;
    thank(app, &cast).await
}

/// The meetings of somebody with this title, those in the past newest first.
async fn meetings(app: &App, cast: &Cast, (who, title): (&str, &str), show: Show) -> anyhow::Result<Vec<MeetingId>> {
    let query = Query { who: cast.person(who)?.id, show, text: title, now: app.now(), skip: 0, limit: 20 };
    let mut tx = app.db.begin_read().await?;
    Ok(store::meeting_lists::page(&mut tx, query).await?.into_iter().map(|entry| entry.id).collect())
}

/// Gives a meeting of the past its points, as they would stand now.
async fn look_back(tx: &mut Tx, app: &App, cast: &Cast, (ago, id): (usize, MeetingId)) -> anyhow::Result<()> {
    let mut full = store::meetings::by_id(tx, id).await?.context("no such meeting")?;
    let expected = full.meeting.version;
    let score = point(app, &mut full, (ItemKind::Targets, "Where we stand", Wanted::Inform));
    let thanks = THANKED.iter().find(|thanked| thanked.0 == ago);
    let thanked = thanks.map(|_| point(app, &mut full, (ItemKind::Recognition, "Thanks", Wanted::Thank)));
    store::meetings::update(tx, &full, expected).await?;
    let row = |(metric, unit, target, reached): &(&str, &str, i32, [i32; 7])| {
        let actual = reached.get(reached.len().saturating_sub(ago + 1)).copied();
        figures((metric, unit), (*target, actual), None)
    };
    let rows: Vec<ScoreRow> =
        FIGURES.iter().zip(0..).map(|(figure, at)| ScoreRow::new((id, score.id), at, &row(figure))).collect();
    store::scorecards::replace(tx, score.id, &rows).await?;
    if let (Some((_, name, reason, metric)), Some(item)) = (thanks, thanked) {
        let recognition = Recognition {
            id: app.new_id(),
            meeting_id: id,
            item_id: item.id,
            person_id: cast.person(name)?.id,
            reason: (*reason).to_owned(),
            metric: (*metric).to_owned(),
            created_at: full.meeting.created_at,
            created_by: Some(full.meeting.organizer_id),
        };
        store::recognitions::insert(tx, &recognition).await?;
    }
    Ok(())
}

fn point(app: &App, full: &mut FullMeeting, (kind, title, wanted): (ItemKind, &str, Wanted)) -> AgendaItem {
    let position = i64::try_from(full.agenda.len()).unwrap_or(i64::MAX);
    let (id, meeting_id, title) = (app.new_id(), full.meeting.id, title.to_owned());
    let item = AgendaItem { id, meeting_id, position, kind, title, minutes: 10, owner_id: None, wanted, links: None };
    full.agenda.push(item.clone());
    item
}

fn figures((metric, unit): (&str, &str), (target, actual): (i32, Option<i32>), due: Option<NaiveDate>) -> Row {
    let (metric, unit) = (metric.to_owned(), unit.to_owned());
    Row { metric, unit, target: Some(Amount::whole(target)), actual: actual.map(Amount::whole), due, less: false }
}

/// This week's scorecard, with something to read ahead.
async fn present(app: &App, cast: &Cast, due: NaiveDate) -> anyhow::Result<()> {
    let (full, item) = found(app, cast, ("Anna Lind", "Targets for the quarter"), ItemKind::Targets).await?;
    let anna = cast.actor(app, "Anna Lind").await?;
    let rows: Vec<Row> = FIGURES
        .iter()
        .map(|(metric, unit, target, reached)| figures((metric, unit), (*target, reached.last().copied()), Some(due)))
        .collect();
    let point = |version| PointVersion { meeting: full.meeting.id, item: item.id, version };
    scorecard::save(app, &anna, (point(0), &rows)).await?;
    let links = Reading::of("The quarter so far", "https://files.nordvik.example/quarter.pdf").into_iter().collect();
    let notes = "New customers first: what do the three that are left need from us?".to_owned();
    Ok(content::save(app, &anna, SaveContent { point: point(1), notes, links, tells: false }).await.map(drop)?)
}

async fn thank(app: &App, cast: &Cast) -> anyhow::Result<()> {
    let (full, item) = found(app, cast, ("Ola Berg", "Takk for en sterk måned"), ItemKind::Recognition).await?;
    let ola = cast.actor(app, "Ola Berg").await?;
    let thank = Thank {
        point: (full.meeting.id, item.id),
        person: cast.person("Mikael Holm")?.id,
        reason: "For Bergvik: fire besøk på en måned, og et nei som ble et ja.".to_owned(),
        metric: "4 besøk".to_owned(),
        once: once(app, &ola),
    };
    Ok(recognitions::thank(app, &ola, (thank, "/")).await?)
}

async fn found(
    app: &App,
    cast: &Cast,
    (who, title): (&str, &str),
    kind: ItemKind,
) -> anyhow::Result<(FullMeeting, AgendaItem)> {
    let ids = meetings(app, cast, (who, title), Show::Upcoming).await?;
    let mut tx = app.db.begin_read().await?;
    let id = ids.first().copied().with_context(|| format!("no meeting {title}"))?;
    let full = store::meetings::by_id(&mut tx, id).await?.context("no such meeting")?;
    let item = full.agenda.iter().find(|item| item.kind == kind).cloned().context("no such point")?;
    Ok((full, item))
}
