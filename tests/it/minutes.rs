//! How meetings go and what they leave: the shared screen, the minutes, what comes back, actions and decisions.

mod agendas;
mod carrying;
mod letters;
mod onward;
mod running;
mod writing;

use chrono::TimeDelta;
use sparsam::{
    domain::{ids::MeetingId, language::Language, person::Role},
    store::{self, course::CoursePoint, meetings::AgendaItem, people::Person},
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

/// The name of a field about a point of the form, by the place of the point.
fn of_point(page: &Answer, place: usize, what: &str) -> String {
    let names = page.body.split("name=\"p.").skip(1).filter_map(|rest| rest.split('"').next());
    let mut points = names.filter_map(|name| name.strip_suffix(".notes"));
    format!("p.{}.{what}", points.nth(place).unwrap())
}

impl Dialogue {
    /// Fills in a field about a point.
    fn set_point(self, place: usize, what: &str, value: &str) -> Self {
        let name = of_point(&self.page, place, what);
        self.set(&name, value)
    }
}

/// The points of a meeting as they are kept.
async fn points(stage: &Stage, id: MeetingId) -> Vec<CoursePoint> {
    let mut tx = stage.site.db().begin_read().await.unwrap();
    store::course::points(&mut tx, id).await.unwrap()
}

/// Another agenda of a meeting.
async fn plan_anew(stage: &Stage, id: MeetingId, change: impl FnOnce(&mut Vec<AgendaItem>)) {
    let mut full = stage.meeting(id).await;
    change(&mut full.agenda);
    for (place, item) in (0..).zip(&mut full.agenda) {
        item.position = place;
    }
    let version = full.meeting.version;
    full.meeting.version += 1;
    let mut tx = stage.site.db().begin().await.unwrap();
    assert!(store::meetings::update(&mut tx, &full, version).await.unwrap());
    tx.commit().await.unwrap();
}

/// Somebody who has nothing to do with the meeting but leads those who are in it.
async fn leader(stage: &Stage, of: &[&Person]) -> Person {
    let nina = stage.site.person("Nina Boss", Role::Manager, Language::En).await;
    stage.site.team("North", &nina, of).await;
    nina
}
