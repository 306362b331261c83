//! What the demo company has sold in the last year, so that its numbers have something to tell: each opportunity with its way
//! from stage to stage, and the meetings of the last weeks that were about it.

use chrono::{DateTime, TimeDelta, Utc};

use crate::{
    app::context::App,
    domain::pipeline::{
        LeadSource, LostReason,
        OpportunityStage::{
            self, Closing, FirstContact, Hot, Lost, Needs, Objections, Presentation, Quote, SalesQualified, Suspect,
            Warm, Won,
        },
    },
    store::{
        self, Tx,
        accounts::Account,
        opportunities::{Opportunity, StageChange},
    },
};

/// Stages, and how many days an opportunity stood at each.
type Way = &'static [(OpportunityStage, i64)];

const STRAIGHT: Way = &[(FirstContact, 6), (Needs, 10), (Presentation, 8), (Quote, 14), (Closing, 5)];
const LONG: Way = &[(Needs, 15), (Presentation, 10), (Objections, 7), (Quote, 24), (Closing, 6)];
const FROM_A_LIST: Way = &[(Suspect, 20), (Warm, 14), (Hot, 6), (FirstContact, 5), (Needs, 8), (Quote, 12)];
const QUALIFIED: Way = &[(SalesQualified, 3), (FirstContact, 5), (Needs, 11), (Presentation, 9), (Quote, 19)];
const SHORT: Way = &[(FirstContact, 9), (Needs, 12)];
const SHOWN: Way = &[(FirstContact, 4), (Needs, 9), (Presentation, 12)];

/// Something that was decided: customer, title and value, source, way, and why it was lost. It took so many percent of the
/// days of its way, and ended so many days ago.
struct Deal(&'static str, (&'static str, i64), LeadSource, Way, (i64, i64), Option<LostReason>);

const DEALS: [Deal; 26] = [
    Deal("Bergvik Bygg AB", ("Ställningar", 180_000), LeadSource::ExistingCustomer, STRAIGHT, (100, 8), None),
    Deal("Bergvik Bygg AB", ("Hyrmaskiner", 95_000), LeadSource::Referral, LONG, (90, 47), None),
    Deal(
        "Bergvik Bygg AB",
        ("Mätsystem", 320_000),
        LeadSource::TradeShow,
        QUALIFIED,
        (110, 96),
        Some(LostReason::Price),
    ),
    Deal("Bergvik Bygg AB", ("Serviceavtal 2025", 210_000), LeadSource::ExistingCustomer, STRAIGHT, (80, 160), None),
    Deal("Bergvik Bygg AB", ("Utbildning", 40_000), LeadSource::Web, SHORT, (100, 210), Some(LostReason::Timing)),
    Deal("Bergvik Bygg AB", ("Serviceavtal 2024", 190_000), LeadSource::ExistingCustomer, STRAIGHT, (90, 430), None),
    Deal(
        "Lövåsen Trä AB",
        ("Torkanläggning", 540_000),
        LeadSource::TradeShow,
        SHOWN,
        (120, 15),
        Some(LostReason::Competitor),
    ),
    Deal("Lövåsen Trä AB", ("Såglinje 1", 780_000), LeadSource::Referral, LONG, (100, 62), None),
    Deal("Lövåsen Trä AB", ("Reservdelar", 65_000), LeadSource::Web, SHOWN, (100, 118), Some(LostReason::Budget)),
    Deal("Lövåsen Trä AB", ("Hyvel", 230_000), LeadSource::List, SHOWN, (90, 190), Some(LostReason::NoDecision)),
    Deal("Lövåsen Trä AB", ("Transportör", 120_000), LeadSource::Referral, SHOWN, (100, 260), Some(LostReason::Price)),
    Deal("Kallio Konepaja Oy", ("Sorvi", 84_000), LeadSource::ExistingCustomer, STRAIGHT, (80, 12), None),
    Deal("Kallio Konepaja Oy", ("Työkalut", 22_000), LeadSource::Web, FROM_A_LIST, (70, 70), None),
    Deal(
        "Kallio Konepaja Oy",
        ("Robottisolu", 160_000),
        LeadSource::Webinar,
        QUALIFIED,
        (100, 133),
        Some(LostReason::Budget),
    ),
    Deal("Kallio Konepaja Oy", ("Huolto 2025", 45_000), LeadSource::ExistingCustomer, STRAIGHT, (60, 240), None),
    Deal("Kallio Konepaja Oy", ("Huolto 2024", 42_000), LeadSource::ExistingCustomer, STRAIGHT, (60, 520), None),
    Deal("Järvilinja Oy", ("Vuokrakone", 12_000), LeadSource::Web, SHORT, (80, 30), Some(LostReason::NoNeed)),
    Deal("Järvilinja Oy", ("Kuljetin", 37_000), LeadSource::Webinar, STRAIGHT, (90, 88), None),
    Deal("Järvilinja Oy", ("Automaatio", 58_000), LeadSource::List, FROM_A_LIST, (100, 170), Some(LostReason::Silence)),
    Deal("Havnes Marin AS", ("Vinsj", 260_000), LeadSource::Referral, LONG, (190, 20), None),
    Deal(
        "Havnes Marin AS",
        ("Kraner", 910_000),
        LeadSource::TradeShow,
        QUALIFIED,
        (200, 80),
        Some(LostReason::Competitor),
    ),
    Deal("Havnes Marin AS", ("Pumper", 140_000), LeadSource::ExistingCustomer, STRAIGHT, (180, 150), None),
    Deal("Havnes Marin AS", ("Ettersyn", 75_000), LeadSource::ExistingCustomer, STRAIGHT, (170, 230), None),
    Deal("Northgate Tools Ltd", ("Trial order", 110_000), LeadSource::Chat, SHORT, (130, 40), Some(LostReason::Timing)),
    Deal("Northgate Tools Ltd", ("Spare parts", 85_000), LeadSource::LostDeal, STRAIGHT, (110, 105), None),
    Deal(
        "Northgate Tools Ltd",
        ("Workshop tools", 150_000),
        LeadSource::Web,
        QUALIFIED,
        (100, 185),
        Some(LostReason::Price),
    ),
];

/// Most meetings of a customer that are looked at.
const MEETINGS: i64 = 100;

/// Adds what was sold until now, and says which past meetings were about it.
pub(super) async fn add(app: &App) -> anyhow::Result<()> {
    let mut tx = app.db.begin().await?;
    for deal in &DEALS {
        let account = store::accounts::account_by_name(&mut tx, &deal.0.to_lowercase()).await?;
        if let Some(account) = account {
            sell(&mut tx, app, (&account, deal)).await?;
        }
    }
    Ok(tx.commit().await?)
}

async fn sell(tx: &mut Tx, app: &App, (account, deal): (&Account, &Deal)) -> anyhow::Result<()> {
    let Deal(_, _, _, way, (percent, ago), reason) = deal;
    let end = if reason.is_some() { Lost } else { Won };
    let closed_at = app.now() - TimeDelta::days(*ago);
    let days = |days: i64| TimeDelta::days((days * percent + 50) / 100);
    let began = way.iter().fold(closed_at, |at, (_, stood)| at - days(*stood));
    let row = decided(app, (account, deal), (began, closed_at));
    store::opportunities::insert(tx, &row).await?;
    let (mut at, mut from_stage) = (began, None);
    for (version, (stage, stood)) in (1..).zip(way.iter().copied().chain([(end, 0)])) {
        let change = StageChange {
            opportunity_id: row.id,
            version,
            from_stage,
            to_stage: stage,
            person_id: row.owner_id,
            person: String::new(),
            meeting_id: None,
            at,
        };
        store::opportunities::note(tx, &change).await?;
        (at, from_stage) = (at + days(stood), Some(stage));
    }
    for meeting in store::rhythm::meetings_of(tx, account.id, MEETINGS).await? {
        if meeting.opportunity_id.is_none() && (began..closed_at).contains(&meeting.starts_at) {
            store::opportunities::link(tx, meeting.id, Some(row.id)).await?;
        }
    }
    Ok(())
}

/// The opportunity as it stands after the decision.
fn decided(
    app: &App,
    (account, deal): (&Account, &Deal),
    (began, closed_at): (DateTime<Utc>, DateTime<Utc>),
) -> Opportunity {
    let Deal(name, (title, amount), source, way, _, reason) = deal;
    let currency = match *name {
        "Kallio Konepaja Oy" | "Järvilinja Oy" => "EUR",
        "Havnes Marin AS" => "NOK",
        _ => "SEK",
    };
    Opportunity {
        id: app.new_id(),
        account_id: account.id,
        contact_id: None,
        owner_id: account.owner_id,
        title: (*title).to_owned(),
        stage: if reason.is_some() { Lost } else { Won },
        lead_source: Some(*source),
        amount: Some(*amount),
        currency: currency.to_owned(),
        probability: None,
        lost_reason: *reason,
        lost_note: String::new(),
        next_step: String::new(),
        next_step_on: None,
        expected_on: None,
        stage_at: closed_at,
        closed_at: Some(closed_at),
        version: i64::try_from(way.len() + 1).unwrap_or(1),
        created_at: began,
        updated_at: closed_at,
    }
}
