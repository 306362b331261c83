//! What must still be right after something was called off, undone or taken out.

use sparsam::{
    app::{
        cancel_meeting::{self, CancelMeeting},
        edit_meeting::{self, EditMeeting},
        once::Once,
        undo,
    },
    domain::{ids::MeetingId, language::Language, limits::consent::Consent, person::Role},
    store,
};

use crate::support::{db::on_both, meetings::Stage, rules::with};

fn once(key: &str) -> Once {
    Once { scope: "test".to_owned(), key: key.to_owned(), body_hash: [0; 32] }
}

async fn call_off(stage: &Stage, id: MeetingId) {
    let version = stage.meeting(id).await.meeting.version;
    let command = CancelMeeting { id, version, reason: "Ill".to_owned(), once: once("cancel") };
    cancel_meeting::run(&stage.site.app, &stage.actor(&stage.anna).await, command).await.unwrap();
}

#[tokio::test]
async fn undoing_takes_the_hours_given_back_away() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        let (id, _) = stage.plan("Targets", false).await;
        stage.deliver("").await;
        call_off(&stage, id).await;
        let given_back = "SELECT COUNT(*) FROM time_back";
        assert!(stage.site.count(given_back).await > 0);
        let mut tx = stage.site.db().begin_read().await.unwrap();
        let newest = store::changes::newest(&mut tx, id).await.unwrap().unwrap().id;
        drop(tx);
        undo::run(&stage.site.app, &stage.actor(&stage.anna).await, newest).await.unwrap();
        assert_eq!(stage.site.count(given_back).await, 0);
    })
    .await;
}

#[tokio::test]
async fn nobody_is_invited_once_more_to_what_does_not_take_place() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        let (id, _) = stage.plan("Targets", true).await;
        stage.site.execute("UPDATE outbox SET state = 'refused', attempts = 1").await.unwrap();
        let mail = stage.site.count("SELECT MAX(id) FROM outbox").await;
        let path = format!("/meetings/{id}/mails/{mail}/again");
        let mut client = stage.site.signed_in(&stage.anna).await;
        client.get(&format!("/meetings/{id}")).await.says("/again\"");
        call_off(&stage, id).await;
        client.get(&format!("/meetings/{id}")).await.does_not_say("/again\"");
        let pressed = client.post(&path, &[]).await;
        assert_eq!(pressed.expect(303).location(), format!("/meetings/{id}?done=outdated"));
        client.get(pressed.location()).await.says("was not sent again");
        client.post(&format!("/admin/mail/{mail}/again"), &[]).await.expect(303);
        assert_eq!(stage.site.count("SELECT COUNT(*) FROM outbox WHERE state = 'queued'").await, 0);
    })
    .await;
}

#[tokio::test]
async fn a_guest_who_became_a_colleague_takes_their_own_place() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        let (id, _) = stage.plan("Targets", true).await;
        let eeva = stage.site.person("Eeva Kallio", Role::Member, Language::Fi).await;
        let address = "UPDATE person SET email = 'eeva@kone.example', email_key = 'eeva@kone.example'
            WHERE name = 'Eeva Kallio'";
        stage.site.execute(address).await.unwrap();
        let full = stage.meeting(id).await;
        let details = with(&stage, "Targets", &[&stage.ola, &eeva]);
        let version = full.meeting.version;
        let command = EditMeeting {
            id,
            version,
            details,
            points: Vec::new(),
            quiet: false,
            consent: Consent::seen(),
            once: once("edit"),
        };
        edit_meeting::run(&stage.site.app, &stage.actor(&stage.anna).await, command).await.unwrap();
        let rows = stage.meeting(id).await.attendees;
        let of_eeva: Vec<_> = rows.iter().filter(|a| a.name == "Eeva Kallio").collect();
        assert_eq!(of_eeva.len(), 2);
        for row in of_eeva {
            assert_eq!(row.removed_at.is_none(), row.person_id == Some(eeva.id));
        }
    })
    .await;
}
