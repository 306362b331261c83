//! Replies in the shape of real programs, written by us after what is documented of them.

use sparsam::domain::{meeting::Answer, replies::Outcome};

use crate::support::{db::on_both, meetings::Stage, replies::fixture};

macro_rules! client {
    ($name:literal) => {
        ($name, include_str!(concat!("../../fixtures/replies/", $name, ".eml")))
    };
}

const REPLIES: [((&str, &str), Answer, &str); 12] = [
    (client!("outlook-desktop"), Answer::Yes, "Nähdään!"),
    (client!("exchange-online"), Answer::Yes, ""),
    (client!("gmail"), Answer::No, "In court all day"),
    (client!("apple-calendar"), Answer::Yes, ""),
    (client!("ios"), Answer::Maybe, ""),
    (client!("thunderbird"), Answer::Yes, ""),
    (client!("nextcloud"), Answer::No, ""),
    (client!("zimbra"), Answer::Maybe, "Maybe, depends on the train."),
    (client!("proton"), Answer::Yes, ""),
    (client!("fastmail"), Answer::No, ""),
    (client!("notes"), Answer::Yes, ""),
    (client!("sogo"), Answer::Yes, ""),
];

#[tokio::test]
async fn real_programs_are_understood() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        stage.listens(false).await;
        for ((name, text), answer, note) in REPLIES {
            let (id, uid) = stage.next(name).await;
            assert_eq!(stage.receive(&fixture(text, &uid)).await, Outcome::Answered, "{name}");
            let eeva = stage.attendee(id, "Eeva").await;
            assert_eq!((eeva.answer, eeva.comment.as_str()), (answer, note), "{name}");
            assert!(!stage.mails_in(id).await[0].product.is_empty(), "{name}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_proposal_is_read_with_its_time() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        stage.listens(false).await;
        let (id, uid) = stage.sent("Targets").await;
        let (_, text) = client!("outlook-counter");
        assert_eq!(stage.receive(&fixture(text, &uid)).await, Outcome::Proposed);
        let mail = stage.mails_in(id).await.remove(0);
        assert_eq!(mail.proposed_from.unwrap().to_rfc3339(), "2026-11-26T09:00:00+00:00");
        assert_eq!((mail.proposed_to.unwrap() - mail.proposed_from.unwrap()).num_minutes(), 30);
        assert_eq!(mail.note, "Could we take the next day?");
        assert_eq!(stage.attendee(id, "Eeva").await.answer, Answer::Open);
    })
    .await;
}

#[tokio::test]
async fn what_only_outlook_reads_is_named_as_such() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        stage.listens(false).await;
        let raw = b"From: eeva@kone.example\r\nContent-Type: application/ms-tnef; name=winmail.dat\r\n\r\nx";
        assert_eq!(stage.receive(raw).await, Outcome::Unreadable);
    })
    .await;
}

impl Stage {
    /// A meeting of its own for each program: at the time that they all answer, once the one before is called off.
    async fn next(&self, title: &str) -> (sparsam::domain::ids::MeetingId, String) {
        let details = self.details(title, true);
        let id = self.plan_as(&self.anna, details, "2026-11-25T14:00:00").await.0;
        self.deliver("").await;
        (id, self.meeting(id).await.meeting.uid)
    }
}
