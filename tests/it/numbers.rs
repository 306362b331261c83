//! Figures of sales: what they count, who sees whose, and that spreadsheets get the same.

mod moves;
mod rights;
mod upgrade;

use chrono::TimeDelta;
use sparsam::{
    domain::{
        ids::{AccountId, OpportunityId},
        language::Language,
        person::Role,
        pipeline::{LeadSource, LostReason, OpportunityStage},
    },
    store::{self, people::Person},
};

use crate::support::{
    app::{Client, TestApp},
    db::{TestDb, on_both},
    planning::Sketch,
    sales::Sale,
};
use OpportunityStage::{Closing, FirstContact, Lost, Needs, Quote, Won};

/// A firm on 13 December 2026 with sales of two sellers and of nobody.
struct Firm {
    site: TestApp,
    anna: Person,
    ola: Person,
    erik: Person,
    kari: Person,
}

impl Firm {
    async fn found(db: TestDb) -> Self {
        let (site, anna) = TestApp::nordvik(db).await;
        let ola = site.person("Ola Berg", Role::Manager, Language::En).await;
        let erik = site.person("=Erik Sund", Role::Member, Language::En).await;
        let kari = site.person("Kari Nilsen", Role::Member, Language::En).await;
        site.team("North", &ola, &[&erik]).await;
        let meeting = site.plan(&erik, Sketch::new("Their needs", "2026-11-25T14:00:00", &[&kari])).await;
        site.execute("UPDATE meeting SET purpose = 'customer', stage = 'needs'").await.unwrap();
        site.clock.pass(TimeDelta::days(20));
        let (bergvik, kone) = (site.account("Bergvik", Some(erik.id)).await, site.account("Kone", Some(kari.id)).await);
        let deal = Self::sell_erik(&site, bergvik, &erik).await;
        Self::sell_others(&site, (bergvik, kone), &kari).await;
        let mut tx = site.db().begin().await.unwrap();
        store::opportunities::link(&mut tx, meeting, Some(deal)).await.unwrap();
        tx.commit().await.unwrap();
        Self { site, anna, ola, erik, kari }
    }

    /// Two won, one lost, and one long ago.
    async fn sell_erik(site: &TestApp, account: AccountId, erik: &Person) -> OpportunityId {
        let sale = |way: &[_]| Sale { source: Some(LeadSource::Web), ..Sale::new(account, Some(erik.id), way) };
        let deal = site.sale(sale(&[(FirstContact, 40), (Needs, 30), (Won, 10)]).worth(100_000, "SEK")).await;
        site.sale(sale(&[(Needs, 20), (Closing, 15), (Won, 5)]).worth(300_000, "SEK")).await;
        let lost = sale(&[(Needs, 60), (Lost, 50)]).worth(50_000, "SEK");
        site.sale(Sale { source: Some(LeadSource::Referral), reason: Some(LostReason::Price), ..lost }).await;
        site.sale(sale(&[(Needs, 520), (Won, 500)]).worth(7, "SEK")).await;
        deal
    }

    /// Kari has won, has something open, and has lost a customer; nobody is responsible for the last one.
    async fn sell_others(site: &TestApp, (bergvik, kone): (AccountId, AccountId), kari: &Person) {
        let sale = |way: &[_]| Sale::new(kone, Some(kari.id), way);
        site.sale(sale(&[(Needs, 450), (Won, 400)]).worth(5, "EUR")).await;
        let other = site.account("Other", Some(kari.id)).await;
        site.sale(Sale { account: other, ..sale(&[(Needs, 100), (Won, 2)]).worth(9_000, "EUR") }).await;
        let open = sale(&[(Needs, 8), (Quote, 3)]).worth(10_000, "EUR");
        site.sale(Sale { expected_on: "2026-12-15".parse().ok(), ..open }).await;
        let nobodys = Sale::new(bergvik, None, &[(Needs, 9)]).worth(1_000, "SEK");
        site.sale(Sale { expected_on: "2026-10-01".parse().ok(), probability: Some(90), ..nobodys }).await;
        site.sale(Sale::new(bergvik, None, &[(Needs, 9)])).await;
    }

    async fn signed_in(&self, person: &Person) -> Client {
        self.site.clock.pass(TimeDelta::seconds(1));
        self.site.signed_in(person).await
    }
}

/// The lines of a table as CSV, without quotes and without its header.
async fn lines(client: &mut Client, query: &str) -> Vec<String> {
    let answer = client.get(&format!("/numbers.csv?{query}")).await;
    answer.expect(200);
    assert_eq!(answer.headers["content-type"], "text/csv; charset=utf-8");
    answer.body.lines().skip(1).map(|line| line.replace('"', "")).collect()
}

#[tokio::test]
async fn every_table_counts_what_was_sold() {
    on_both(async |db| {
        let firm = Firm::found(db).await;
        let mut anna = firm.signed_in(&firm.anna).await;
        let cases: [(&str, &[&str]); 8] = [
            (
                "table=stages",
                &["First contact,1,1,0,0,100,10,10,", "Needs,5,4,0,1,80,10,27.6,", "Closing,1,1,0,0,100,10,10,"],
            ),
            ("table=sellers", &["'=Erik Sund,2,1,67,22.5,400000,200000,,", "Kari Nilsen,1,0,100,98,,,9000,9000"]),
            ("table=sources", &["Not stated,1,0,100,,,9000,9000", "Referral,0,1,0,,,,", "Web,2,0,100,400000,200000,,"]),
            ("table=reasons", &["Price,1,100"]),
            ("table=meetings", &["Needs,1,0.3", "Total,1,0.3"]),
            ("table=forecast-EUR", &["Quote,,6000,,,,,,,,6000,10000", "Total,,6000,,,,,,,,6000,10000"]),
            ("table=forecast-SEK", &["Needs,900,,,,,,,,,900,1000", "Total,900,,,,,,,,,900,1000"]),
            // Kari's deals took long, but three are needed to say so.
            ("table=bottlenecks", &[]),
        ];
        for (query, expected) in cases {
            assert_eq!(lines(&mut anna, query).await, expected, "{query}");
        }
        let summary = lines(&mut anna, "").await;
        let figures: Vec<String> =
            summary.iter().map(|line| line.split(',').take(3).collect::<Vec<_>>().join("|")).collect();
        let expected = [
            "Won|3|",
            "Lost|1|",
            "Win rate|75|3 of 4",
            "Average deal| EUR|9000",
            "Average deal| SEK|200000",
            "Days to win| median|30",
            "Days to win| mean|47.7",
            "Customer retention|50|1 of 2",
            "Meetings per won deal|0.3|1",
            "Forecast| EUR|6000",
            "Forecast| SEK|900",
        ];
        assert_eq!(figures, expected);
        let page = anna.get("/numbers").await;
        page.expect(200)
            .says("14 December 2025 – 13 December 2026")
            .says("Conversion is the share that went on.")
            .says("<td class=\"num\" data-label=\"Conversion\">80%</td>")
            .says("=Erik Sund")
            .says("Total")
            .does_not_say("style=");
    })
    .await;
}

#[tokio::test]
async fn period_seller_and_purpose_narrow_what_is_counted() {
    on_both(async |db| {
        let firm = Firm::found(db).await;
        let mut anna = firm.signed_in(&firm.anna).await;
        let kari = format!("whose=person:{}&table=sources", firm.kari.id);
        let cases: [(&str, &[&str]); 7] = [
            ("months=24&table=reasons", &["Price,1,100"]),
            ("months=3&table=reasons", &["Price,1,100"]),
            (
                "months=24&table=sellers",
                &["'=Erik Sund,3,1,75,20,400007,133336,,", "Kari Nilsen,2,0,100,74,,,9005,4503"],
            ),
            // Only the deal with a meeting about needs.
            ("met=needs&table=stages", &["First contact,1,1,0,0,100,10,10,", "Needs,1,1,0,0,100,20,20,"]),
            ("met=quote&table=stages", &[]),
            (kari.as_str(), &["Not stated,1,0,100,9000,9000"]),
            ("whose=mine&table=stages", &[]),
        ];
        for (query, expected) in cases {
            assert_eq!(lines(&mut anna, query).await, expected, "{query}");
        }
        anna.get("/numbers?whose=mine").await.expect(200).says("There is nothing to count");
        // What is not understood means the usual.
        anna.get("/numbers?whose=x&months=7&met=y").await.expect(200).says("value=\"12\" selected");
        anna.get("/numbers.csv?table=nothing").await.expect(404);
        for language in ["sv", "fi", "nb"] {
            let word = match language {
                "sv" => "UPDATE person SET language = 'sv'",
                "fi" => "UPDATE person SET language = 'fi'",
                _ => "UPDATE person SET language = 'nb'",
            };
            firm.site.execute(word).await.unwrap();
            anna.get("/numbers").await.expect(200).says("80\u{a0}%");
            let table = lines(&mut anna, "table=stages").await;
            assert!(table[1].ends_with(";5;4;0;1;80;10;27,6;"), "{language}: {table:?}");
        }
    })
    .await;
}
