//! Calling a meeting off by its page.

use crate::support::{db::on_both, meetings::Stage};

#[tokio::test]
async fn customers_are_told_why() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        let (id, _) = stage.plan("Targets", true).await;
        stage.deliver("").await;
        let mut anna = stage.site.signed_in(&stage.anna).await;
        let form = anna.get(&format!("/meetings/{id}/cancellation/new")).await;
        form.expect(200)
            .says("Together, people get 2 h back.")
            .says("Cancel and tell 3 people")
            .says("No mail server is set up");
        let (once, version) = (form.value_of("once"), form.value_of("version"));
        let path = format!("/meetings/{id}/cancellation");
        let send = [("once", once.as_str()), ("version", version.as_str())];
        let silent = anna.post(&path, &[&send[..], &[("reason", " \u{200b} ")]].concat()).await;
        silent.expect(422).says("Customers take part. Tell them why.");
        let long = "x".repeat(10_000);
        anna.post(&path, &[&send[..], &[("reason", &long)]].concat()).await.expect(422).says("1000 characters");
        let fields = [&send[..], &[("reason", "Ill.\r\n\"<img src=x>\u{202e} 🤒")]].concat();
        let first = anna.post(&path, &fields).await;
        let second = anna.post(&path, &fields).await;
        assert_eq!(first.expect(303).location(), second.expect(303).location());
        let shown = anna.get(first.location()).await;
        shown
            .says("The meeting is cancelled. 3 people will be told")
            .says("&#60;img src=x&#62; 🤒")
            .does_not_say("<img");
        shown.does_not_say("/moves/new").does_not_say("Join the video");
        assert_eq!(stage.deliver("").await, ["cancelled anna", "cancelled eeva", "cancelled ola", "cancelled sanna"]);
        anna.get(&format!("/meetings/{id}/cancellation/new")).await.expect(303);
        anna.get(&format!("/meetings/{id}/moves/new")).await.expect(303);
        anna.get(&format!("/meetings/{id}/invite.ics")).await.expect(410);
    })
    .await;
}

#[tokio::test]
async fn before_anything_left_nobody_is_told() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        let (id, _) = stage.plan("Targets", false).await;
        let mut anna = stage.site.signed_in(&stage.anna).await;
        let form = anna.get(&format!("/meetings/{id}/cancellation/new")).await;
        form.says("no email is sent").says(">Cancel the meeting<").says("Together, people get 1 h 30 min back.");
        let (once, version) = (form.value_of("once"), form.value_of("version"));
        let fields = [("once", once.as_str()), ("version", version.as_str()), ("reason", "")];
        let done = anna.post(&format!("/meetings/{id}/cancellation"), &fields).await;
        anna.get(done.expect(303).location()).await.says("Nobody needs an email.").says("undoing");
        assert!(stage.deliver("").await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn a_change_meanwhile_is_shown_and_the_reason_kept() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        let (id, _) = stage.plan("Targets", true).await;
        let mut anna = stage.site.signed_in(&stage.anna).await;
        let path = format!("/meetings/{id}/cancellation");
        let conflict = anna.post(&path, &[("once", "k"), ("version", "7"), ("reason", "Kone is ill")]).await;
        conflict
            .expect(409)
            .says("Somebody else has changed this meeting")
            .says("Kone is ill")
            .says("What applies now");
        let (once, version) = (conflict.value_of("once"), conflict.value_of("version"));
        anna.post(&path, &[("once", &once), ("version", &version), ("reason", "Kone is ill")]).await.expect(303);
        anna.post(&path, &[("version", "x")]).await.expect(422);
    })
    .await;
}
