//! The demo company's customers: in four languages, all of them made up.

use chrono::TimeDelta;

use crate::{
    app::context::App,
    domain::{
        language::Language,
        limits::rule::LeadClass,
        pipeline::{LeadSource, OpportunityStage},
    },
    store::{
        self, Tx,
        accounts::{Account, Contact},
        opportunities::{Opportunity, StageChange},
        people::Person,
        rhythm::Target,
    },
};

/// A customer: name, who looks after it, its contacts.
struct Customer {
    name: &'static str,
    owner: &'static str,
    language: Language,
    contacts: &'static [(&'static str, &'static str)],
    class: LeadClass,
    /// What they may buy: title, value, stage.
    opportunities: &'static [(&'static str, i64, OpportunityStage)],
}

const CUSTOMERS: [Customer; 6] = [
    Customer {
        name: "Bergvik Bygg AB",
        owner: "Mikael Holm",
        language: Language::Sv,
        contacts: &[("Johan Bergvik", "johan@bergvik-bygg.example"), ("Maria Öberg", "maria@bergvik-bygg.example")],
        class: LeadClass::Customer,
        opportunities: &[
            ("Serviceavtal 2027", 240_000, OpportunityStage::Quote),
            ("Nya maskiner", 1_150_000, OpportunityStage::Needs),
        ],
    },
    Customer {
        name: "Lövåsen Trä AB",
        owner: "Ida Nyström",
        language: Language::Sv,
        contacts: &[("Karin Lövgren", "karin@lovasen.example")],
        class: LeadClass::Warm,
        opportunities: &[("Såglinje 2", 860_000, OpportunityStage::Presentation)],
    },
    Customer {
        name: "Kallio Konepaja Oy",
        owner: "Sanna Koski",
        language: Language::Fi,
        contacts: &[("Pekka Kallio", "pekka@kallio-konepaja.example")],
        class: LeadClass::Customer,
        opportunities: &[
            ("Huoltosopimus", 48_000, OpportunityStage::FollowUp),
            ("Laajennus", 125_000, OpportunityStage::Closing),
        ],
    },
    Customer {
        name: "Järvilinja Oy",
        owner: "Sanna Koski",
        language: Language::Fi,
        contacts: &[("Liisa Järvelä", "liisa@jarvilinja.example")],
        class: LeadClass::Hot,
        opportunities: &[("Koeajo", 18_000, OpportunityStage::Hot)],
    },
    Customer {
        name: "Havnes Marin AS",
        owner: "Kari Nilsen",
        language: Language::Nb,
        contacts: &[("Ingrid Havnes", "ingrid@havnes-marin.example")],
        class: LeadClass::SalesQualified,
        opportunities: &[("Deler til flåten", 430_000, OpportunityStage::Objections)],
    },
    Customer {
        name: "Northgate Tools Ltd",
        owner: "Anna Lind",
        language: Language::En,
        contacts: &[("Emma Clarke", "emma@northgate-tools.example")],
        class: LeadClass::Suspect,
        opportunities: &[("Distribution in the North", 300_000, OpportunityStage::Suspect)],
    },
];

/// Adds accounts and contacts.
pub(super) async fn add(tx: &mut Tx, app: &App, people: &[Person]) -> anyhow::Result<()> {
    let now = app.now();
    for customer in &CUSTOMERS {
        let account = Account {
            id: app.new_id(),
            name: customer.name.to_owned(),
            name_key: customer.name.to_lowercase(),
            owner_id: people.iter().find(|p| p.name == customer.owner).map(|p| p.id),
            lead_class: Some(customer.class),
            created_at: now,
            updated_at: now,
        };
        store::accounts::insert_account(tx, &account).await?;
        for (name, email) in customer.contacts {
            let contact = Contact {
                id: app.new_id(),
                account_id: account.id,
                name: (*name).to_owned(),
                email: (*email).to_owned(),
                email_key: email.to_lowercase(),
                language: customer.language,
                zone: zone(customer.language).to_owned(),
                do_not_contact_at: None,
                do_not_contact_source: None,
                created_at: now,
                updated_at: now,
            };
            store::accounts::insert_contact(tx, &contact).await?;
        }
        for opportunity in customer.opportunities {
            offer(tx, app, &account, (people, customer.language, *opportunity)).await?;
        }
    }
    Ok(store::rhythm::set_targets(tx, &targets()).await?)
}

/// How often the customers of each class are to be met.
fn targets() -> Vec<Target> {
    let target = |(lead_class, days)| Target { lead_class, days };
    [(LeadClass::Hot, 14), (LeadClass::SalesQualified, 14), (LeadClass::Warm, 30), (LeadClass::Customer, 90)]
        .map(target)
        .to_vec()
}

/// Adds an opportunity at its stage.
async fn offer(
    tx: &mut Tx,
    app: &App,
    account: &Account,
    (people, language, (title, amount, stage)): (&[Person], Language, (&str, i64, OpportunityStage)),
) -> anyhow::Result<()> {
    let now = app.now();
    let currency = match language {
        Language::Fi => "EUR",
        Language::Nb => "NOK",
        Language::En | Language::Sv => "SEK",
    };
    let row = Opportunity {
        id: app.new_id(),
        account_id: account.id,
        contact_id: None,
        owner_id: account.owner_id,
        title: title.to_owned(),
        stage,
        lead_source: Some(if stage.is_won() { LeadSource::ExistingCustomer } else { LeadSource::Referral }),
        amount: Some(amount),
        currency: currency.to_owned(),
        probability: None,
        lost_reason: None,
        lost_note: String::new(),
        next_step: String::new(),
        next_step_on: None,
        // Decisions are spread over the months to come.
        expected_on: stage.is_open().then(|| (now + TimeDelta::days(90 + 25 * (amount / 1_000 % 6))).date_naive()),
        stage_at: now,
        closed_at: (!stage.is_open()).then_some(now),
        version: 1,
        created_at: now,
        updated_at: now,
    };
    store::opportunities::insert(tx, &row).await?;
    let person = people.iter().find(|p| Some(p.id) == account.owner_id);
    let began = StageChange {
        opportunity_id: row.id,
        version: 1,
        from_stage: None,
        to_stage: stage,
        person_id: row.owner_id,
        person: person.map_or_else(String::new, |p| p.name.clone()),
        meeting_id: None,
        at: now,
    };
    Ok(store::opportunities::note(tx, &began).await?)
}

const fn zone(language: Language) -> &'static str {
    match language {
        Language::En => "Europe/London",
        Language::Sv => "Europe/Stockholm",
        Language::Fi => "Europe/Helsinki",
        Language::Nb => "Europe/Oslo",
    }
}
