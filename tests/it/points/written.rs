//! A point goes out in writing instead of being talked about.

use super::*;

#[tokio::test]
async fn a_point_goes_out_in_writing_and_leaves_the_agenda() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        let full = stage.planned(true, "2026-11-25T14:00:00").await;
        let id = full.meeting.id;
        stage.deliver("").await;
        let mut anna = stage.site.signed_in(&stage.anna).await;
        let page = format!("{}/written", page_of(&full, "The number"));
        let notes = [("version", "0"), ("notes", "Not for customers"), ("url-0", "https://x.example/")];
        anna.post(&page.replace("/written", "/content"), &notes).await.expect(303);
        let opened = anna.get(&page).await;
        opened.expect(200).says("2 people × 10 min = 20 min given back").says("Send to 3 people");
        opened.says("https://x.example/").does_not_say("Not for customers");
        let (once, version) = (opened.value_of("once"), opened.value_of("version"));
        let form = |words: &'static str, keep: &'static str| {
            [
                ("once", once.clone()),
                ("version", version.clone()),
                ("words", words.to_owned()),
                ("keep", keep.to_owned()),
            ]
        };
        let post = async |anna: &mut Client, words, keep| {
            let fields = form(words, keep);
            let fields: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (*n, v.as_str())).collect();
            anna.post(&page, &fields).await
        };
        let before = stage.site.fingerprint().await;
        post(&mut anna, " ", "").await.expect(422).says("id=\"words-e\"");
        post(&mut anna, "All is well", "10").await.expect(422).says("Enter less than 10 min").says("All is well");
        post(&mut anna, "All is well", "soon").await.expect(422).says("value=\"soon\"");
        assert_eq!(before, stage.site.fingerprint().await);
        // Shortened to four minutes: six are given back to both who had to come.
        let sent = post(&mut anna, "All is well", "4").await;
        assert!(sent.expect(303).location().contains("?sent="));
        assert_eq!(sent.location(), post(&mut anna, "All is well", "4").await.expect(303).location());
        let item = stage.meeting(id).await.agenda[0].clone();
        assert_eq!((item.title.as_str(), item.minutes), ("The number", 4));
        let back = stage.site.rows("SELECT cause, CAST(minutes AS TEXT), '' FROM time_back").await;
        assert_eq!(back, vec![("written".to_owned(), "6".to_owned(), String::new()); 2]);
        let mails = stage
            .site
            .rows("SELECT CAST(payload AS TEXT), recipient, '' FROM outbox WHERE kind = 'written_update'")
            .await;
        assert_eq!(mails.len(), 3);
        for (payload, recipient, _) in &mails {
            let letter: Letter = serde_json::from_str(payload).unwrap();
            let mail = sparsam::mail::render::render(&letter, &MailLinks::default()).unwrap();
            assert!(mail.text.contains("All is well") && mail.text.contains("Targets"), "{recipient}: {}", mail.text);
            assert!(!payload.contains("Not for customers"));
        }
        assert_eq!(stage.site.count("SELECT COUNT(*) FROM written_update").await, 1);
    })
    .await;
}

#[tokio::test]
async fn only_what_may_leave_is_sent_in_writing_and_by_those_who_plan() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        let mut anna = stage.site.signed_in(&stage.anna).await;
        // Taken off altogether; thanks and guidance are not sent at all, and whoever only leads a point does not send it.
        let (second, _) = stage.plan_as(&stage.anna, stage.with_points(false), "2026-12-02T14:00:00").await;
        let second = stage.meeting(second).await;
        let off = format!("{}/written", page_of(&second, "The number"));
        let fields = [("version", "1"), ("words", "All is well")];
        let mut ola = stage.site.signed_in(&stage.ola).await;
        ola.get(&off).await.expect(403);
        ola.post(&off, &fields).await.expect(403);
        anna.post(&off, &fields).await.expect(303);
        assert!(stage.meeting(second.meeting.id).await.agenda.iter().all(|item| item.title != "The number"));
        let fields = [("version", "1"), ("words", "Nobody reads this")];
        for title in ["Thanks", "How we talk"] {
            anna.post(&format!("{}/written", page_of(&second, title)), &fields).await.expect(404);
        }
        let other = stage.planned(false, "2026-12-09T14:00:00").await;
        let outdated = [("version", "0"), ("words", "Nobody reads this")];
        anna.post(&format!("{}/written", page_of(&other, "The number")), &outdated).await.expect(409);
    })
    .await;
}
