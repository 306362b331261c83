//! How many mails a day leave for one organizer.

use chrono::TimeDelta;
use sparsam::{
    app::{
        cancel_meeting::{self, CancelMeeting},
        daily_mails::MAILS_A_DAY,
        once::Once,
    },
    store,
};

use crate::support::{db::on_both, meetings::Stage};

#[tokio::test]
async fn what_is_too_much_for_a_day_waits_for_the_next() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        let bucket = format!("mails {}", stage.anna.id);
        let mut tx = stage.site.db().begin().await.unwrap();
        let most = MAILS_A_DAY;
        let before = store::throttle::count_daily(&mut tx, &bucket, (most, most - 3), stage.site.now()).await.unwrap();
        assert_eq!(before, 0);
        tx.commit().await.unwrap();
        // Anna, Ola and Sanna today, Eeva tomorrow.
        let (_, location) = stage.plan("Targets", true).await;
        let page = stage.site.signed_in(&stage.anna).await.get(&location).await;
        page.expect(200).says("One email waits until another day, because at most");
        assert_eq!(stage.deliver("").await.len(), 3);
        let (other, _) = stage.plan_as(&stage.mia, stage.details("Others", false), "2026-11-26T14:00:00").await;
        assert_eq!(stage.deliver("").await.len(), 3, "others are not held up");
        // A cancellation does not wait; who never heard of the meeting hears nothing.
        let actor = stage.actor(&stage.mia).await;
        let once = Once { scope: "test".to_owned(), key: "cancel".to_owned(), body_hash: [0; 32] };
        let spent = (most, 3 * most);
        let mut tx = stage.site.db().begin().await.unwrap();
        let bucket = format!("mails {}", stage.mia.id);
        store::throttle::count_daily(&mut tx, &bucket, spent, stage.site.now()).await.unwrap();
        tx.commit().await.unwrap();
        let command = CancelMeeting { id: other, version: 1, reason: "Ill".to_owned(), once };
        cancel_meeting::run(&stage.site.app, &actor, command).await.unwrap();
        assert_eq!(stage.deliver("").await, ["cancelled mia", "cancelled ola", "cancelled sanna"]);
        stage.site.clock.pass(TimeDelta::hours(16));
        assert_eq!(stage.deliver("").await, ["invitation eeva"]);
    })
    .await;
}

#[tokio::test]
async fn days_are_counted_on() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        let now = stage.site.now();
        let mut tx = stage.site.db().begin().await.unwrap();
        for (hours, more, before) in [
            (0, 4, 0),
            (1, 10, 4),
            (24, 1, 4),
            (25, 5, 5),
            (49, 1, 0),
            (200, 30, 0),
            (201, 0, 30),
            (236, 1, 10),
            (999, 1, 0),
        ] {
            let now = now + TimeDelta::hours(hours);
            let counted = store::throttle::count_daily(&mut tx, "days", (10, more), now).await.unwrap();
            assert_eq!(counted, before, "after {hours} hours");
        }
    })
    .await;
}
