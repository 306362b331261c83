//! Pages about customers in a firm with 10,000 customers and 100,000 meetings: what each takes of the processor, against a
//! firm of a tenth of the size. A long test: `SPARSAM_TEST_LONG=1`; its figures are on the standard error.

use std::{fmt::Write as _, time::Instant};

use sparsam::store::Db;

use crate::support::{
    app::{Client, TestApp},
    db::{TestDb, on_both},
    scale::{self, Size},
};

/// A tenth, and what the program is measured with.
const SIZES: [Size; 2] = [Size { customers: 1_000, meetings: 10_000 }, Size { customers: 10_000, meetings: 100_000 }];
/// How often each page is asked for.
const ROUNDS: u32 = 12;
/// The most that a page may take, in milliseconds of processor time of an unoptimised build, database included on SQLite.
const MOST: f64 = 900.0;

const PAGES: [&str; 10] = [
    "/customers",
    "/customers?q=kund%2077",
    "/customers?rhythm=overdue",
    "/customers?rhythm=often",
    "/opportunities",
    "/opportunities?view=board",
    "/opportunities?view=funnel",
    "/numbers",
    "/numbers?whose=mine",
    "/numbers?months=24&met=quote",
];

/// Processor time of this process so far, in seconds.
fn processor() -> f64 {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let fields: Vec<&str> = stat.rsplit(')').next().unwrap_or("").split(' ').collect();
    let ticks = |place: usize| fields.get(place).and_then(|field| field.parse::<f64>().ok()).unwrap_or(0.0);
    (ticks(12) + ticks(13)) / 100.0
}

/// Milliseconds of processor and of the clock that a page takes.
async fn measure(client: &mut Client, page: &str) -> (f64, f64) {
    client.get(page).await.expect(200);
    let (before, began) = (processor(), Instant::now());
    for _ in 0..ROUNDS {
        client.get(page).await.expect(200);
    }
    let each = |seconds: f64| seconds * 1_000.0 / f64::from(ROUNDS);
    (each(processor() - before), each(began.elapsed().as_secs_f64()))
}

async fn figures(db: TestDb, size: Size) -> Vec<(String, f64, f64)> {
    let (firm, anna) = TestApp::nordvik(db).await;
    let timeline = scale::fill(&firm, &anna, size).await;
    match firm.db() {
        Db::Sqlite { writer, .. } => drop(sqlx::query("ANALYZE").execute(writer).await.unwrap()),
        Db::Postgres(pool) => drop(sqlx::query("ANALYZE").execute(pool).await.unwrap()),
    }
    let mut client = firm.signed_in(&anna).await;
    let mut found = Vec::new();
    for page in PAGES.into_iter().chain([timeline.as_str()]) {
        let (processor, clock) = measure(&mut client, page).await;
        found.push((page.split("0000-").next().unwrap_or(page).to_owned(), processor, clock));
    }
    found
}

#[tokio::test]
async fn pages_about_customers_answer_in_a_large_firm() {
    if std::env::var_os("SPARSAM_TEST_LONG").is_none_or(|long| long != "1") {
        eprintln!("SKIPPED: a long test; SPARSAM_TEST_LONG=1 runs it");
        return;
    }
    for size in SIZES {
        let told = std::cell::RefCell::new(String::new());
        on_both(async |db| {
            let kind = db.db.kind();
            let mut lines = format!("{kind}, {} customers, {} meetings\n", size.customers, size.meetings);
            for (page, processor, clock) in figures(db, size).await {
                writeln!(lines, "{processor:8.1} ms of processor {clock:8.1} ms by the clock  {page}").unwrap();
                assert!(processor < MOST, "{kind}: {page} takes {processor} ms");
            }
            told.borrow_mut().push_str(&lines);
        })
        .await;
        eprintln!("{}", told.into_inner());
    }
}
