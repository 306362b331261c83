//! How meetings go and what they leave: the shared screen, the minutes, what comes back, actions and decisions.

mod letters;
mod running;
mod writing;

use chrono::TimeDelta;
use sparsam::{
    domain::{ids::MeetingId, language::Language, person::Role},
    store::people::Person,
};

use crate::support::{
    app::{Answer, Client},
    db::TestDb,
    dialogue::Dialogue,
    meetings::Stage,
};

/// A meeting on Wednesday at 14:00 in Stockholm, and that moment.
async fn at_the_meeting(db: TestDb, customer: bool) -> (Stage, MeetingId) {
    let stage = Stage::set(db).await;
    let (id, _) = stage.plan("Targets", customer).await;
    stage.deliver("").await;
    pass_to(&stage, "2026-11-25T13:00:00Z");
    (stage, id)
}

fn pass_to(stage: &Stage, time: &str) {
    let time: chrono::DateTime<chrono::Utc> = time.parse().unwrap();
    stage.site.clock.pass(time - stage.site.now());
}

fn minutes(stage: &Stage, count: i64) {
    stage.site.clock.pass(TimeDelta::minutes(count));
}

/// The id of the point under discussion, as the page shows it.
async fn shown(client: &mut Client, id: MeetingId) -> String {
    client.get(&format!("/meetings/{id}/run")).await.expect(200).value_of("point")
}

async fn press(client: &mut Client, id: MeetingId, what: &str, point: &str) -> Answer {
    client.post(&format!("/meetings/{id}/run"), &[("do", what), ("point", point)]).await
}

/// The form of the minutes; text areas are to be set.
async fn form(client: &mut Client, id: MeetingId) -> Dialogue {
    Dialogue::of(client.get(&format!("/meetings/{id}/minutes")).await, "minutes")
}

/// Somebody who has nothing to do with the meeting but leads those who are in it.
async fn leader(stage: &Stage, of: &[&Person]) -> Person {
    let nina = stage.site.person("Nina Boss", Role::Manager, Language::En).await;
    stage.site.team("North", &nina, of).await;
    nina
}
