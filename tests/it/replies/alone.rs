//! What goes to one person alone: the others were told nothing by it.

use chrono::TimeDelta;
use sparsam::{app::reminders::queue_due, domain::replies::Outcome};

use crate::support::{db::on_both, meetings::Stage, replies::Reply};

#[tokio::test]
async fn what_one_person_alone_is_told_leaves_the_others_their_reminder() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        stage.listens(false).await;
        let (id, uid) = stage.sent("Targets").await;
        stage.site.clock.pass(TimeDelta::hours(24));
        // Eeva's program asks for the invitation, and somebody who has it from elsewhere is told that it is not for them.
        let asks = Reply { method: "REFRESH", ..Reply::to(&uid) };
        assert_eq!(stage.receive(&asks.raw()).await, Outcome::SentAgain);
        let uninvited = Reply {
            id: "ulla@kone.example".to_owned(),
            from: "ulla@kone.example".to_owned(),
            attendee: ";PARTSTAT=ACCEPTED:mailto:ulla@kone.example".to_owned(),
            ..Reply::to(&uid)
        };
        assert_eq!(stage.receive(&uninvited.raw()).await, Outcome::Uninvited);
        let mail = stage.mails_in(id).await.into_iter().find(|mail| mail.outcome == Outcome::Uninvited).unwrap();
        let mut anna = stage.site.signed_in(&stage.anna).await;
        anna.post(&format!("/meetings/{id}/replies/{}", mail.id), &[("do", "dismiss")]).await.expect(303);
        let mut sent = stage.deliver("").await;
        sent.sort();
        assert_eq!(sent, ["invitation eeva", "removed ulla"]);
        let stamps: Vec<String> = stage.calendars(id).await.iter().map(|c| line(c, "DTSTAMP")).collect();
        assert!(stamps.iter().any(|stamp| stamp.as_str() > "20261124"), "{stamps:?}");
        stage.site.clock.pass(TimeDelta::hours(5));
        assert_eq!(queue_due(&stage.site.app).await.unwrap(), 3, "Ola, Sanna and Eeva have not answered");
        // What all are told later is newer than that.
        super::moved(&stage, id, 1, "2026-11-26T14:00:00").await;
        let newest: Vec<String> = stage.calendars(id).await.iter().map(|c| line(c, "DTSTAMP")).collect();
        assert!(newest.iter().max() > stamps.iter().max(), "{newest:?} {stamps:?}");
    })
    .await;
}

/// What a calendar object says first under a name.
fn line(calendar: &str, name: &str) -> String {
    let found = calendar.lines().find_map(|line| line.strip_prefix(&format!("{name}:")));
    found.unwrap_or_default().to_owned()
}
