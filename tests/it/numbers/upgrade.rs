//! How long opportunities stood at their stages is worked out for those that are there already.

use sparsam::store::Db;

use super::*;
use crate::support::db::on_both_as_released;

/// The last schema before stays were kept.
const BEFORE: i64 = 15;

#[tokio::test]
async fn ways_that_were_gone_before_are_measured_as_new_ones_are() {
    on_both_as_released(async |test| {
        match &test.db {
            Db::Sqlite { writer, .. } => {
                sqlx::migrate!("migrations/sqlite").run_to(BEFORE, writer).await.unwrap();
                sqlx::raw_sql(sqlx::AssertSqlSafe(rows("X'", "'"))).execute(writer).await.unwrap();
            }
            Db::Postgres(pool) => {
                sqlx::migrate!("migrations/postgres").run_to(BEFORE, pool).await.unwrap();
                sqlx::raw_sql(sqlx::AssertSqlSafe(rows("'", "'"))).execute(pool).await.unwrap();
            }
        }
        test.db.migrate().await.unwrap();
        let site = TestApp::empty(test);
        let told = "SELECT to_stage, COALESCE(left_to, ''), CAST(COALESCE(days, -1) * 1000 + age AS TEXT)
            FROM stage_change ORDER BY at";
        let told: Vec<String> = site.rows(told).await.into_iter().map(|(a, b, c)| format!("{a} {b} {c}")).collect();
        assert_eq!(
            told,
            ["needs quote 2000", "quote lost 30002", "needs  -1000", "lost closing 20032", "closing  -948"]
        );
    })
    .await;
}

/// Two opportunities: one that went four steps, the second of them more than half a day late, and one that only began.
fn rows(open: &str, close: &str) -> String {
    let id = |n: u8| format!("{open}{n:032x}{close}");
    let deal = |n: u8, stage: &str| {
        format!(
            "INSERT INTO opportunity (id, account_id, title, stage, currency, lost_note, next_step, stage_at, version,
                created_at, updated_at)
             VALUES ({}, {}, 'T', '{stage}', '', '', '', '2026-03-01T00:00:00+00:00', 4, '2026-03-01T00:00:00+00:00',
                '2026-03-01T00:00:00+00:00');",
            id(n),
            id(1)
        )
    };
    let step = |n: u8, version: u8, stage: &str, at: &str| {
        format!(
            "INSERT INTO stage_change (opportunity_id, version, to_stage, person, at)
             VALUES ({}, {version}, '{stage}', '', '{at}+00:00');",
            id(n)
        )
    };
    [
        format!("INSERT INTO subject (id, kind) VALUES ({}, 'account');", id(1)),
        format!(
            "INSERT INTO account (id, name, name_key, created_at, updated_at)
             VALUES ({}, 'A', 'a', '2026-03-01T00:00:00+00:00', '2026-03-01T00:00:00+00:00');",
            id(1)
        ),
        deal(2, "closing"),
        deal(3, "needs"),
        step(2, 1, "needs", "2026-03-01T08:00:00"),
        step(2, 2, "quote", "2026-03-02T21:00:00"),
        step(3, 1, "needs", "2026-03-10T20:00:00"),
        step(2, 5, "lost", "2026-04-02T00:00:00"),
        step(2, 7, "closing", "2026-04-21T23:00:00"),
    ]
    .concat()
}
