//! How much a change of many dates asks of the database: as much as one of few. Counted, not timed.

use sparsam::store::Db;

use super::{dates, delivered, nordvik, pressed};
use crate::support::{
    app::{Client, TestApp},
    db::on_both,
    dialogue::Dialogue,
    overheard::Overheard,
};

/// What is asked while something is done: reads alone, locks among them.
async fn reads<T>((site, overheard): (&TestApp, &Overheard), work: impl Future<Output = T>) -> (T, usize) {
    settled(site).await;
    overheard.take();
    let done = overheard.during(work).await;
    settled(site).await;
    let said = overheard.take();
    let read = |text: &&String| text.contains("summary=SELECT") || text.contains("summary=WITH");
    let statements = said.iter().filter(|(target, _)| target == "sqlx::query").map(|(_, text)| text);
    (done, statements.filter(read).count())
}

/// A thread tells of a statement after it has given the last row; one that is free again has told of all.
async fn settled(site: &TestApp) {
    let Db::Sqlite { readers, writer } = site.db() else { return };
    let mut all = vec![writer.acquire().await.unwrap()];
    for _ in 0..readers.options().get_max_connections() {
        all.push(readers.acquire().await.unwrap());
    }
}

/// Reads of planning so many dates, and of giving all of them another title and another person.
async fn effort(site: &TestApp, client: &mut Client, count: &str) -> (usize, usize) {
    let overheard = Overheard::listen();
    let page = client.get("/meetings/new?purpose=targets&start=2026-12-01T14:00").await;
    let form = Dialogue::of(page, "plan").set("title", "Targets").set("limits_seen", "yes");
    let form = pressed(form.set("who", "ola berg"), client, "add-person").await;
    let form = form.set("repeat", "week").set("repeat_count", count).set("repeat_holidays", "keep");
    let (sent, planning) = reads((site, &overheard), form.set("limits_seen", "yes").press(client, "send")).await;
    sent.expect(303);
    delivered(site).await;
    let first = dates(site).await.remove(0);
    let form = Dialogue::of(client.get(&format!("/meetings/{first}/edit")).await, "plan");
    let form = pressed(form.set("who", "sanna koski"), client, "add-person").await;
    let form = form.set("title", "Goals").set("scope", "all").set("limits_seen", "yes");
    let (sent, editing) = reads((site, &overheard), form.press(client, "send")).await;
    sent.expect(303);
    (planning, editing)
}

#[tokio::test]
async fn many_dates_ask_as_much_as_few() {
    let counted = std::sync::Mutex::new(Vec::new());
    for count in ["13", "52"] {
        on_both(async |db| {
            let (site, mut client) = nordvik(db).await;
            let effort = effort(&site, &mut client, count).await;
            counted.lock().unwrap().push(effort);
        })
        .await;
    }
    let counted = counted.into_inner().unwrap();
    eprintln!("reads of planning and editing: {counted:?}");
    let (few, many) = counted.split_at(counted.len() / 2);
    assert!(few.iter().all(|(planning, editing)| *planning > 10 && *editing > 10), "nothing was heard: {few:?}");
    assert_eq!(few, many);
}
