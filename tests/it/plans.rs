//! How the databases find what pages and workers ask for: nothing that grows may be read from end to end.
//!
//! The statements are not repeated here. The store's functions run, what they send is overheard, and the database is
//! asked how it would go about it.

use chrono::{DateTime, TimeDelta, Utc};
use sparsam::{
    domain::{
        ids::{MeetingId, SubjectId},
        meeting::Stage,
        pipeline::{LostReason, OpportunityStage},
        sales::period::Period,
        time::{Interval, Zone},
    },
    store::{
        self, Db, Tx,
        audit::Deed,
        feed_meetings,
        meeting_lists::{Query, Show},
        outbox::{Ended, NewMail},
        sales::Selection,
    },
};
use uuid::Uuid;

use crate::support::{app::NOW, company::Company, db::TestDb, overheard::Overheard, sales::Sale};

/// Tables that grow as long as the firm works.
const GROWING: [&str; 11] = [
    "meeting",
    "attendee",
    "agenda_item",
    "claim",
    "meeting_change",
    "outbox",
    "audit",
    "session",
    "mailbox",
    "opportunity",
    "stage_change",
];

fn now() -> DateTime<Utc> {
    NOW.parse().unwrap()
}

/// A firm with some thousand rows in every table that grows.
async fn filled(db: &Db) -> (Company, Vec<MeetingId>) {
    let mut company = Company::found(db, 40, now()).await.unwrap();
    company.meet(db, 600).await.unwrap();
    let first = company.people[0].id;
    company.fill_week(db, first, 30).await.unwrap();
    company.fill_year(db, first, 20, 300).await.unwrap();
    let mut tx = db.begin().await.unwrap();
    let year = Interval::new(now() - TimeDelta::days(200), now() + TimeDelta::days(200)).unwrap();
    let meetings: Vec<MeetingId> =
        store::meeting_lists::in_span(&mut tx, &[first], year).await.unwrap().into_iter().map(|e| e.id).collect();
    let mail = |number: u32| NewMail {
        lane: format!("lane {}", number / 2),
        kind: "invitation",
        meeting_id: meetings.get(number as usize % meetings.len()).copied(),
        series_id: None,
        attendee_id: None,
        person_id: None,
        recipient: format!("person{number}@nordvik.example"),
        sequence: Some(0),
        payload: serde_json::json!({}),
        message_id: format!("{number}@nordvik.example"),
        not_before: now(),
    };
    store::outbox::insert(&mut tx, &(0..1500).map(mail).collect::<Vec<_>>(), now()).await.unwrap();
    // Most mails are done with.
    let lease = (Uuid::from_u128(1), now() + TimeDelta::minutes(2));
    for mail in store::outbox::claim(&mut tx, now(), lease, 700).await.unwrap() {
        store::outbox::finish(&mut tx, (mail.id, lease.0), &Ended::Accepted, "250", now()).await.unwrap();
    }
    for number in 0..1000 {
        let deed = Deed { action: "meeting.moved", object_id: Some(Uuid::from_u128(number)), ..Deed::default() };
        store::audit::record(&mut tx, &deed, now()).await.unwrap();
    }
    sell(&mut tx, &company, &meetings).await;
    tx.commit().await.unwrap();
    (company, meetings)
}

/// Some hundred opportunities, most of them decided, some with a meeting.
async fn sell(tx: &mut Tx, company: &Company, meetings: &[MeetingId]) {
    use OpportunityStage::{Lost, Needs, Quote, Won};
    let query = store::customers::Query { limit: 50, now: now(), ..Default::default() };
    let accounts = store::customers::page(tx, &query).await.unwrap();
    for number in 0..400_usize {
        let account = accounts[number % accounts.len()].id;
        let seller = Some(company.people[number % company.people.len()].id);
        let days = i64::try_from(number).unwrap();
        let end = match number % 4 {
            0 => (Won, days),
            1 => (Lost, days),
            _ => (Quote, days),
        };
        let sale = Sale::new(account, seller, &[(Needs, days + 20), end]).worth(1_000, "SEK");
        let id = Uuid::from_u128(0x5a1e_0000 + number as u128).into();
        Sale { reason: Some(LostReason::Price), ..sale }.write(tx, id, now()).await;
        if let Some(meeting) = meetings.get(number) {
            store::opportunities::link(tx, *meeting, Some(id)).await.unwrap();
        }
    }
}

/// What the page of figures asks for.
async fn figures(tx: &mut Tx, company: &Company) {
    let period = Period::ending(now().date_naive(), 12, &Zone::utc());
    let some: Vec<_> = company.people.iter().take(5).map(|p| p.id).collect();
    for (sellers, met) in [(None, None), (Some(some), Some(Stage::Quote))] {
        let of = Selection { sellers, met, period };
        assert!(!store::sales::open(tx, &of).await.unwrap().is_empty() || of.met.is_some());
        store::sales::stays(tx, &of).await.unwrap();
        store::sales::closed(tx, &of).await.unwrap();
        store::sales::cycles(tx, &of).await.unwrap();
        store::sales::held(tx, &of).await.unwrap();
        store::sales::returning(tx, &of).await.unwrap();
        store::sales::sellers(tx, of.sellers.as_deref()).await.unwrap();
    }
}

/// Runs everything that pages, feeds and workers ask for again and again.
async fn ask(tx: &mut Tx, company: &Company, meetings: &[MeetingId]) {
    let who = company.people[0].id;
    let week = Interval::new(now(), now() + TimeDelta::days(7)).unwrap();
    for show in [Show::Upcoming, Show::Waiting, Show::Past] {
        let query = Query { who, show, text: "Renewal", now: now(), skip: 0, limit: 51 };
        store::meeting_lists::page(tx, query).await.unwrap();
    }
    let some: Vec<_> = company.people.iter().take(5).map(|p| p.id).collect();
    store::meeting_lists::in_span(tx, &[who], week).await.unwrap();
    store::meeting_lists::in_span(tx, &some, week).await.unwrap();
    store::meeting_lists::answer_counts(tx, meetings).await.unwrap();
    store::meeting_lists::organized_by(tx, who, now(), 500).await.unwrap();
    store::meetings::by_ids(tx, meetings).await.unwrap();
    store::changes::newest(tx, meetings[0]).await.unwrap();
    let subjects: Vec<SubjectId> = some.iter().map(|id| id.uuid().into()).collect();
    store::claims::overlapping(tx, &subjects, week, Some(meetings[0])).await.unwrap();
    store::sessions::by_hash(tx, &[1; 32]).await.unwrap();
    store::sessions::of_person(tx, who).await.unwrap();
    store::feeds::by_hash(tx, &[1; 32]).await.unwrap();
    store::feeds::of_person(tx, who).await.unwrap();
    for customers_only in [false, true] {
        let of = feed_meetings::Selection { people: &[who], span: week, customers_only };
        store::feed_meetings::seats(tx, of, who, 5000).await.unwrap();
    }
    store::feed_meetings::by_ids(tx, meetings).await.unwrap();
    store::feed_meetings::points(tx, meetings).await.unwrap();
    figures(tx, company).await;
    store::stamps::of_people(tx, &some).await.unwrap();
    let moment = store::matters::Moment {
        now: now(),
        today: now().date_naive(),
        today_at: now(),
        overdue_before: vec![now(); 10],
        due_before: vec![now(); 10],
    };
    store::matters::of_person(tx, who, &moment, 5).await.unwrap();
    store::outbox::queue(tx).await.unwrap();
    store::outbox::unfinished(tx).await.unwrap();
    store::outbox::told(tx, meetings[0]).await.unwrap();
    store::outbox::of_meeting(tx, meetings[0]).await.unwrap();
    store::outbox::next_due(tx).await.unwrap();
    store::mailbox::list(tx, "", 0).await.unwrap();
    store::audit::list(tx, &store::audit::Filter { limit: 50, ..Default::default() }).await.unwrap();
    store::audit::list(
        tx,
        &store::audit::Filter { object_id: Some(Uuid::from_u128(5)), limit: 50, ..Default::default() },
    )
    .await
    .unwrap();
}

/// The same for what writes.
async fn write(tx: &mut Tx, meetings: &[MeetingId]) {
    let lease = (Uuid::from_u128(2), now() + TimeDelta::minutes(2));
    let claimed = store::outbox::claim(tx, now(), lease, 32).await.unwrap();
    assert_eq!(claimed.len(), 32);
    store::outbox::finish(tx, (claimed[0].id, lease.0), &Ended::Accepted, "250", now()).await.unwrap();
    store::outbox::refuse_rest_of_lane(tx, &claimed[1].lane, "550", now()).await.unwrap();
    store::outbox::take_back(tx, meetings[0], now()).await.unwrap();
    store::claims::replace(tx, meetings[0], &[]).await.unwrap();
}

/// What each statement says, as far as it was overheard while `run` ran.
async fn statements(db: &Db) -> Vec<String> {
    let (company, meetings) = filled(db).await;
    let overheard = Overheard::listen();
    let mut tx = db.begin().await.unwrap();
    overheard.during(ask(&mut tx, &company, &meetings)).await;
    overheard.during(write(&mut tx, &meetings)).await;
    tx.rollback().await.unwrap();
    let statements = overheard.statements();
    assert!(statements.len() > 20, "only {} statements were overheard", statements.len());
    statements
}

async fn sqlite_plan(db: &Db, statement: &str) -> Vec<String> {
    let Db::Sqlite { writer, .. } = db else { panic!("not SQLite") };
    let explain = sqlx::AssertSqlSafe(format!("EXPLAIN QUERY PLAN {statement}"));
    let plan: Vec<(i64, i64, i64, String)> = sqlx::query_as(explain).fetch_all(writer).await.unwrap();
    plan.into_iter().map(|(_, _, _, line)| line).collect()
}

/// Whether a line of a SQLite plan reads a growing table from end to end: `SCAN attendee`, `SCAN head USING INDEX …`.
fn sqlite_scan(line: &str) -> bool {
    let mut words = line.split(' ');
    let scans = words.next() == Some("SCAN");
    let table = words.next().unwrap_or("");
    let table = match table {
        "head" => "outbox",
        "stay" | "decided" => "stage_change",
        "again" => "opportunity",
        "met" => "meeting",
        table => table,
    };
    scans && GROWING.contains(&table) && !in_order(line)
}

/// Reads as much as the limit says, from the end of an index that has the wanted order; or the index holds only what
/// is queued or failed.
fn in_order(line: &str) -> bool {
    line == "SCAN audit"
        || ["mailbox_at", "audit_pkey", "outbox_due", "outbox_unfinished", "outbox_failed"]
            .iter()
            .any(|index| line.contains(index))
}

#[tokio::test]
async fn sqlite_searches_what_grows() {
    let test = TestDb::sqlite().await;
    let statements = statements(&test.db).await;
    let Db::Sqlite { writer, .. } = &test.db else { panic!("not SQLite") };
    // Without statistics at first, as in a new database; then with them, as after a stop.
    for statistics in [false, true] {
        if statistics {
            sqlx::query("ANALYZE").execute(writer).await.unwrap();
        }
        for statement in &statements {
            let plan = sqlite_plan(&test.db, statement).await;
            let scans = plan.iter().any(|line| sqlite_scan(line));
            assert!(!scans, "with statistics: {statistics}\n{statement}\nreads everything: {plan:#?}");
            if statement.contains("attendee AS own") {
                let own = plan.iter().any(|line| line.starts_with("SEARCH own USING INDEX attendee_person"));
                assert!(own, "with statistics: {statistics}\n{statement}\nreads everybody in a meeting: {plan:#?}");
            }
            if statement.contains("attendee.starts_at >= ") {
                let dated = ["attendee_person", "attendee_waiting"]
                    .map(|index| format!("{index} (person_id=? AND starts_at>?"));
                let dated = plan.iter().any(|line| dated.iter().any(|range| line.contains(range)));
                assert!(dated, "with statistics: {statistics}\n{statement}\nreads somebody's past: {plan:#?}");
            }
        }
    }
}

#[tokio::test]
async fn a_feed_reads_no_more_where_statistics_are_of_a_time_when_there_was_little() {
    let test = TestDb::sqlite().await;
    let statements = statements(&test.db).await;
    let Db::Sqlite { writer, .. } = &test.db else { panic!("not SQLite") };
    for outdated in ["ANALYZE", "UPDATE sqlite_stat1 SET stat = '5 1 1'", "ANALYZE sqlite_schema"] {
        sqlx::query(outdated).execute(writer).await.unwrap();
    }
    let lists: Vec<&String> = statements.iter().filter(|s| s.contains("asked.column1")).collect();
    assert_eq!(lists.len(), 2, "meetings and points");
    for statement in lists {
        let plan = sqlite_plan(&test.db, statement).await;
        assert!(!plan.iter().any(|line| sqlite_scan(line)), "{statement}\nreads everything: {plan:#?}");
    }
}

async fn postgres_plan(db: &Db, statement: &str) -> Vec<String> {
    let Db::Postgres(pool) = db else { panic!("not PostgreSQL") };
    let mut tx = pool.begin().await.unwrap();
    let parameters = (1..=200).take_while(|n| statement.contains(&format!("${n}"))).count();
    let nulls = vec!["NULL"; parameters].join(", ");
    let arguments = if parameters == 0 { String::new() } else { format!("({nulls})") };
    for setting in ["SET LOCAL enable_seqscan = off", "SET LOCAL plan_cache_mode = force_generic_plan"] {
        sqlx::raw_sql(setting).execute(&mut *tx).await.unwrap();
    }
    let mut types = String::new();
    if statement.contains("asked.column1") {
        // What stands in a list of its own says nothing of its type; the program does. And the list is a third of all
        // meetings here, so that reading them all to join them would be the better plan.
        types = format!("({})", vec!["uuid"; parameters].join(", "));
        sqlx::raw_sql("SET LOCAL enable_hashjoin = off; SET LOCAL enable_mergejoin = off")
            .execute(&mut *tx)
            .await
            .unwrap();
    }
    let prepare = sqlx::AssertSqlSafe(format!("PREPARE overheard{types} AS {statement}"));
    sqlx::raw_sql(prepare).execute(&mut *tx).await.unwrap();
    let explain = sqlx::AssertSqlSafe(format!("EXPLAIN EXECUTE overheard{arguments}"));
    let plan: Vec<String> = sqlx::query_scalar(explain).persistent(false).fetch_all(&mut *tx).await.unwrap();
    sqlx::raw_sql("DEALLOCATE overheard").execute(&mut *tx).await.unwrap();
    plan
}

/// The parts of a PostgreSQL plan that read a growing table from end to end, although that is made expensive, or a whole
/// index of one.
fn postgres_scans(plan: &[String]) -> Vec<String> {
    let plan = plan.join("\n");
    let scans = |part: &&str| {
        let line = part.lines().next().unwrap_or("");
        let growing = GROWING.iter().any(|table| line.contains(&format!(" on {table} ")));
        let read = line.contains("Scan") && !part.contains("Index Cond") && !line.contains("Bitmap Heap Scan");
        growing && read && !in_order(line)
    };
    plan.split("->").filter(scans).map(str::to_owned).collect()
}

#[tokio::test]
async fn postgres_can_search_what_grows() {
    let Some(test) = TestDb::postgres().await else { return };
    let statements = statements(&test.db).await;
    assert!(statements.iter().any(|s| s.contains("SKIP LOCKED")), "the claim leaves to others what they hold");
    for statement in &statements {
        let plan = postgres_plan(&test.db, statement).await;
        let scans = postgres_scans(&plan);
        assert!(scans.is_empty(), "{statement}\nreads everything: {scans:#?} in {plan:#?}");
    }
}
