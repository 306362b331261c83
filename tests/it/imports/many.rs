//! Many rows, several files at once, and what breaks off.

use std::{fmt::Write as _, time::Instant};

use sparsam::app::imports::step::step;

use super::{Firm, check, counts, upload};
use crate::support::{
    app::Client,
    db::{TestDb, on_both},
};

/// So many contacts, ten for each customer.
fn contacts(from: usize, count: usize) -> String {
    let mut text = "Name;E-mail;Company\n".to_owned();
    for n in from..from + count {
        writeln!(text, "Person {n};p{n}@firm{}.example;Firm {}", n / 10, n / 10).unwrap();
    }
    text
}

async fn checked(f: &Firm, client: &mut Client, content: &str) -> String {
    let path =
        upload(client, "kind=contacts", ("many.csv", content.as_bytes())).await.expect(303).location().to_owned();
    check(client, &path, &[]).await.expect(303);
    f.settle().await;
    path
}

#[tokio::test]
async fn a_file_is_stopped_gone_on_with_by_another_instance_and_taken_back() {
    on_both(async |db| {
        let mut f = Firm::found(db).await;
        let mut erik = f.erik.clone();
        let path = checked(&f, &mut erik, &contacts(0, 2_000)).await;
        assert_eq!(counts(&erik.get(&path).await), [2_000, 0, 0, 0, 0]);
        erik.post(&format!("{path}/run"), &[]).await.expect(303);
        assert!(step(&f.site.app).await.unwrap());
        erik.get(&path).await.expect(200).says("401 of 2,001 rows");
        erik.post(&format!("{path}/stop"), &[]).await.expect(303);
        assert!(!step(&f.site.app).await.unwrap());
        erik.get(&path).await.says("Continue").says("Undo the import").does_not_say("<progress");
        assert_eq!(f.count("SELECT COUNT(*) FROM contact").await, 400);
        // A step that dies before its commit has never been.
        erik.post(&format!("{path}/run"), &[]).await.expect(303);
        let mut tx = f.site.db().begin().await.unwrap();
        let held = sparsam::store::imports::next_moving(&mut tx).await.unwrap().unwrap();
        assert_eq!(held.at_row, 401);
        tx.rollback().await.unwrap();
        f.settle().await;
        assert_eq!(counts(&erik.get(&path).await), [2_000, 0, 0, 0, 0]);
        assert_eq!(f.count("SELECT COUNT(*) FROM contact").await, 2_000);
        assert_eq!(f.count("SELECT COUNT(*) FROM account").await, 200);
        f.erik.post(&format!("{path}/undo"), &[]).await.expect(303);
        f.settle().await;
        assert_eq!(f.count("SELECT COUNT(*) FROM contact").await + f.count("SELECT COUNT(*) FROM account").await, 0);
        assert_eq!(f.count("SELECT COUNT(*) FROM subject WHERE kind <> 'person'").await, 0);
    })
    .await;
}

#[tokio::test]
async fn two_files_about_the_same_at_once_add_everything_once() {
    let Some(db) = TestDb::postgres().await else { return };
    let f = Firm::found(db).await;
    let (mut erik, mut anna) = (f.erik.clone(), f.anna.clone());
    let text = contacts(0, 1_200);
    let first = checked(&f, &mut erik, &text).await;
    let backwards: Vec<&str> = text.lines().skip(1).collect();
    let turned = format!("Name;E-mail;Company\n{}", backwards.iter().rev().copied().collect::<Vec<_>>().join("\n"));
    let second = checked(&f, &mut anna, &turned).await;
    erik.post(&format!("{first}/run"), &[]).await.expect(303);
    anna.post(&format!("{second}/run"), &[]).await.expect(303);
    let (here, there) = (f.site.app.clone(), f.site.another(2).await);
    let work = |app: sparsam::app::context::App| tokio::spawn(async move { while step(&app).await.unwrap() {} });
    for done in [work(here), work(there)] {
        done.await.unwrap();
    }
    f.settle().await;
    assert_eq!(f.count("SELECT COUNT(*) FROM contact").await, 1_200);
    assert_eq!(f.count("SELECT COUNT(*) FROM account").await, 120);
    assert_eq!(f.count("SELECT SUM(rows_new)::bigint FROM import").await, 1_200);
    assert_eq!(f.count("SELECT COUNT(*) FROM import WHERE state = 'done' AND failures = 0").await, 2);
}

/// Resident memory of this process in MB.
fn resident() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find(|line| line.starts_with("VmRSS:")).unwrap();
    line.split_whitespace().nth(1).unwrap().parse::<u64>().unwrap() / 1024
}

#[tokio::test]
async fn many_rows_take_bounded_memory() {
    let long = std::env::var_os("SPARSAM_TEST_LONG").is_some();
    let rows = if long { 200_000 } else { 4_000 };
    let f = Firm::found(TestDb::sqlite().await).await;
    let mut erik = f.erik.clone();
    let text = contacts(0, rows);
    let before = resident();
    let begun = Instant::now();
    let path = checked(&f, &mut erik, &text).await;
    let tried = begun.elapsed();
    erik.post(&format!("{path}/run"), &[]).await.expect(303);
    f.settle().await;
    let ran = begun.elapsed().saturating_sub(tried);
    let grown = resident().saturating_sub(before);
    assert_eq!(f.count("SELECT COUNT(*) FROM contact").await, i64::try_from(rows).unwrap());
    eprintln!("{rows} rows: tried in {tried:?}, taken over in {ran:?}, memory grew by {grown} MB");
    assert!(grown < 120, "{grown} MB");
    let beyond = format!("{text}Beyond;b@x.example;B\nFurther;c@x.example;C\n");
    if long {
        let path = checked(&f, &mut erik, &beyond).await;
        erik.get(&path).await.says("too many rows");
    }
}
