//! How much pages that are asked for all day long ask of the database: it must not grow with the firm. Counted, not timed.

use axum::{body::Body, http::Request};
use sparsam::{
    domain::{
        feed::FeedKind,
        ids::{FeedId, SessionId},
        limits::rule::LeadClass,
    },
    identity::token::{Token, TokenKind},
    store::{self, Db, feeds::Feed, people::Person, sessions::Session},
};
use uuid::Uuid;

use crate::support::{
    app::{Answer, Client, TestApp},
    company::Company,
    db::{TestDb, on_both},
    overheard::Overheard,
};

/// Statements that were run, and rows that they gave.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Effort {
    statements: usize,
    rows: usize,
}

struct Firm {
    site: TestApp,
    company: Company,
    browser: Client,
    /// The path of the first person's feed.
    feed: String,
    overheard: Overheard,
}

impl Firm {
    /// A firm in which somebody with a full week is signed in and has subscribed.
    async fn found(db: TestDb) -> Self {
        let site = TestApp::empty(db);
        let mut company = Company::found(site.db(), 40, site.now()).await.unwrap();
        let first = company.people[0].clone();
        company.fill_week(site.db(), first.id, 30).await.unwrap();
        let mut browser = site.browser();
        browser.cookies.insert("sparsam".to_owned(), sign_in(&site, &first).await);
        let feed = subscribe(&site, &first).await;
        let firm = Self { site, company, browser, feed, overheard: Overheard::listen() };
        // Opening connections is no part of a page.
        firm.effort().await;
        firm
    }

    async fn grow(&mut self, meetings: u32) {
        self.company.meet(self.site.db(), meetings).await.unwrap();
    }

    async fn my_week(&mut self) -> Effort {
        self.overheard.during(self.browser.get("/")).await.expect(200).says("Renewal");
        self.effort().await
    }

    async fn feed(&mut self, known: &str) -> (Answer, Effort) {
        let request = Request::get(&self.feed).header("if-none-match", known);
        let answer = self.overheard.during(self.site.browser().send(request, Body::empty())).await;
        (answer, self.effort().await)
    }

    /// What was asked of the database since the last time.
    async fn effort(&self) -> Effort {
        if let Db::Sqlite { readers, .. } = self.site.db() {
            // A thread tells of a statement after it has given the last row; one that is free again has told of all.
            let mut all = Vec::new();
            for _ in 0..readers.options().get_max_connections() {
                all.push(readers.acquire().await.unwrap());
            }
        }
        let said = self.overheard.take();
        let asked = said.iter().filter(|(target, text)| target == "sqlx::query" && !text.contains("summary=BEGIN"));
        let asked: Vec<&str> = asked.map(|(_, text)| text.as_str()).collect();
        let rows = |text: &&str| -> usize {
            text.split("rows_returned=").nth(1).and_then(|rest| rest.split(' ').next()?.parse().ok()).unwrap()
        };
        Effort { statements: asked.len(), rows: asked.iter().map(rows).sum() }
    }
}

async fn sign_in(site: &TestApp, person: &Person) -> String {
    let (token, now) = (Token::new(TokenKind::Session, [5; 32]), site.now());
    let session = Session {
        id: SessionId::from_uuid(Uuid::from_u128(1)),
        person_id: person.id,
        token_hash: token.hash().as_bytes().to_vec(),
        device: String::new(),
        created_at: now,
        last_seen_at: now,
        ended_at: None,
    };
    let mut tx = site.db().begin().await.unwrap();
    store::sessions::insert(&mut tx, &session).await.unwrap();
    tx.commit().await.unwrap();
    token.as_str().to_owned()
}

async fn subscribe(site: &TestApp, person: &Person) -> String {
    let token = Token::new(TokenKind::Feed, [6; 32]);
    let feed = Feed {
        id: FeedId::from_uuid(Uuid::from_u128(1)),
        owner_id: person.id,
        kind: FeedKind::Mine,
        team_id: None,
        token_hash: token.hash().as_bytes().to_vec(),
        created_at: site.now(),
        last_used_at: None,
        revoked_at: None,
    };
    let mut tx = site.db().begin().await.unwrap();
    store::feeds::insert(&mut tx, &feed).await.unwrap();
    tx.commit().await.unwrap();
    format!("/f/{}.ics", token.as_str())
}

#[tokio::test]
async fn my_week_asks_as_much_of_a_large_firm_as_of_a_small_one() {
    on_both(async |db| {
        let mut firm = Firm::found(db).await;
        firm.grow(200).await;
        let small = firm.my_week().await;
        // Who asks; meetings, kept time, limits, selling time, and what waits.
        assert_eq!(small.statements, 6, "each is a turn of two threads or a way to a server");
        firm.grow(2_000).await;
        let large = firm.my_week().await;
        // Two more meetings of a firm of ten times the size are the reader's own.
        assert_eq!(large.statements, small.statements);
        assert!(large.rows <= small.rows + 10, "{small:?}, {large:?}");
    })
    .await;
}

#[tokio::test]
async fn customers_ask_as_much_of_ten_thousand_as_of_a_hundred() {
    on_both(async |db| {
        let mut firm = Firm::found(db).await;
        let pages = [
            "/customers",
            "/customers?rhythm=overdue",
            "/customers?rhythm=often",
            "/customers?q=customer%201",
            "/opportunities?view=board",
        ];
        let mut asked = Vec::new();
        for (from, to) in [(0, 100), (100, 10_000)] {
            add_customers(&firm, from..to).await;
            let mut efforts = Vec::new();
            for page in pages {
                firm.overheard.during(firm.browser.get(page)).await.expect(200);
                efforts.push(firm.effort().await);
            }
            asked.push(efforts);
        }
        for (page, (small, large)) in pages.iter().zip(asked[0].iter().zip(&asked[1])) {
            assert_eq!(small.statements, large.statements, "{page}");
            assert!(large.statements <= 7 && large.rows <= 80, "{page}: {small:?}, {large:?}");
        }
    })
    .await;
}

/// Customers of a class that is met every week, none of which ever was.
async fn add_customers(firm: &Firm, numbers: std::ops::Range<u32>) {
    let mut tx = firm.site.db().begin().await.unwrap();
    let target = store::rhythm::Target { lead_class: LeadClass::Hot, days: 7 };
    store::rhythm::set_targets(&mut tx, &[target]).await.unwrap();
    let at = firm.site.now() - chrono::TimeDelta::days(30);
    for number in numbers {
        let account = store::accounts::Account {
            id: Uuid::from_u128(0xacc0_0000 + u128::from(number)).into(),
            name: format!("Customer {number}"),
            name_key: format!("customer {number}"),
            owner_id: Some(firm.company.people[0].id),
            lead_class: Some(LeadClass::Hot),
            created_at: at,
            updated_at: at,
        };
        store::accounts::insert_account(&mut tx, &account).await.unwrap();
    }
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn a_feed_that_was_read_is_one_statement() {
    on_both(async |db| {
        let mut firm = Firm::found(db).await;
        firm.grow(300).await;
        let (written, effort) = firm.feed("").await;
        written.expect(200);
        assert!(effort.rows > 30, "all its meetings were read: {effort:?}");
        let tag = written.headers["etag"].to_str().unwrap().to_owned();
        let one = Effort { statements: 1, rows: 1 };
        let (unchanged, effort) = firm.feed(&tag).await;
        assert_eq!((unchanged.status.as_u16(), effort), (304, one));
        let (again, effort) = firm.feed("").await;
        assert_eq!((again.status.as_u16(), effort), (200, one));
        assert_eq!(again.body, written.body);
        let person = firm.company.people[0].id;
        firm.company.fill_week(firm.site.db(), person, 1).await.unwrap();
        let (changed, _) = firm.feed(&tag).await;
        changed.expect(200);
        assert_ne!(changed.body, written.body);
    })
    .await;
}
