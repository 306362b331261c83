//! The settings of a folder on the page for administrators.

use sparsam::{domain::replies::Outcome, store};

use super::Desk;
use crate::support::{
    db::on_both,
    dialogue::Dialogue,
    imap::{Act, Moment, SECRET, USER},
    meetings::Stage,
    overheard::Overheard,
    replies::Reply,
    tables::contents,
};

const PATH: &str = "/admin/mail";

/// As if nobody had ever set a folder.
async fn forget_folder(desk: &Desk) {
    let mut tx = desk.stage.site.db().begin().await.unwrap();
    store::inbound_mailbox::remove(&mut tx).await.unwrap();
    store::inbound_folder::remove(&mut tx).await.unwrap();
    tx.commit().await.unwrap();
}

/// A filled form but for the port and the button.
fn fields<'a>(password: &'a str, folder: &'a str) -> [(&'a str, &'a str); 7] {
    [
        ("way", "imap"),
        ("trusted", "mx.nordvik.example"),
        ("imap-host", "localhost"),
        ("imap-security", "plain"),
        ("imap-username", USER),
        ("imap-password", password),
        ("imap-folder", folder),
    ]
}

#[tokio::test]
async fn a_folder_is_tried_out_and_saved() {
    on_both(async |db| {
        let ear = Overheard::listen();
        let desk = Desk::set(db).await;
        let port = desk.server.port().to_string();
        forget_folder(&desk).await;
        desk.server.add(b"From: a@x.example\r\n\r\nx");
        let mut anna = desk.stage.site.signed_in(&desk.stage.anna).await;
        ear.take();
        let send = async |anna: &mut crate::support::app::Client, pressed: &str, password, folder| {
            let mut form = fields(password, folder).to_vec();
            form.push(("imap-port", &port));
            form.push(("do", pressed));
            anna.post("/admin/mail/answers", &form).await
        };
        ear.during(async {
            let wrong = send(&mut anna, "test", "wrong", "INBOX").await;
            wrong.expect(422).says("did not accept the user name or the password").says("Nothing was saved.");
            wrong.says(USER).does_not_say("value=\"wrong\"");
            let missing = send(&mut anna, "test", SECRET, "Answers").await;
            missing.expect(422).says("There is no such folder").says("Mailbox doesn");
            assert_eq!(desk.stage.site.count("SELECT COUNT(*) FROM inbound_mailbox").await, 0);
            let works = send(&mut anna, "test", SECRET, "INBOX").await;
            works.expect(200).says("It works and is saved. There is one email in the folder.");
            // The saved password stays where nothing else has changed, and goes nowhere else.
            send(&mut anna, "save", "", "INBOX").await.expect(303);
            send(&mut anna, "save", "", "Answers").await.expect(303);
            let elsewhere = [
                ("way", "imap"),
                ("imap-host", "127.0.0.1"),
                ("imap-port", "1"),
                ("imap-security", "plain"),
                ("imap-username", USER),
                ("imap-folder", "INBOX"),
                ("do", "save"),
            ];
            anna.post("/admin/mail/answers", &elsewhere).await.expect(422).says("Type the password once more");
            send(&mut anna, "test", "", "INBOX").await.expect(200);
        })
        .await;
        assert!(desk.read().await);
        assert_eq!(desk.outcomes().await, [Outcome::NoCalendar]);
        anna.get(PATH).await.says("Last read just now.").says("value=\"imap\" checked").does_not_say(SECRET);
        // The password is nowhere to be read.
        assert!(!ear.take().iter().any(|(_, text)| text.contains(SECRET)));
        for (table, rows) in contents(desk.stage.site.db()).await {
            assert_eq!(rows.iter().find(|row| row.contains(SECRET)), None, "{table}");
        }
    })
    .await;
}

#[tokio::test]
async fn what_cannot_work_is_said_beside_its_field() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        let mut anna = stage.site.signed_in(&stage.anna).await;
        let empty = anna.post("/admin/mail/answers", &[("way", "imap"), ("do", "save")]).await;
        empty.expect(422);
        for field in ["imap-host", "imap-port", "imap-security", "imap-username", "imap-password", "imap-folder"] {
            empty.says(&format!("href=\"#{field}\""));
        }
        for (field, value, words) in [
            ("imap-host", "imap nordvik", "Enter the name of a server"),
            ("imap-port", "0", "Enter a number from 1 to 65535"),
            ("imap-port", "65536", "Enter a number from 1 to 65535"),
            ("imap-security", "plain", "Without protection, only a server on this computer"),
            ("imap-password", "a\r\nb", "cannot contain a line break"),
        ] {
            let mut form = vec![
                ("way", "imap"),
                ("imap-host", "imap.nordvik.example"),
                ("imap-port", "993"),
                ("imap-security", "tls"),
                ("imap-username", "a"),
                ("imap-password", "b"),
                ("imap-folder", "INBOX"),
            ];
            form.iter_mut().filter(|(name, _)| *name == field).for_each(|entry| entry.1 = value);
            let back = anna.post("/admin/mail/answers", &form).await;
            back.expect(422).says(words).says("value=\"imap\" checked");
        }
        let mut ola = stage.site.signed_in(&stage.ola).await;
        ola.post("/admin/mail/answers", &[("way", "imap"), ("do", "test")]).await.expect(403);
    })
    .await;
}

#[tokio::test]
async fn the_form_is_filled_in_and_read() {
    on_both(async |db| {
        let desk = Desk::set(db).await;
        let (_, uid) = desk.stage.sent("Targets").await;
        let mut anna = desk.stage.site.signed_in(&desk.stage.anna).await;
        let page = anna.get(PATH).await;
        page.says("Not read yet.");
        let form = Dialogue::of(page, "answers");
        form.press(&mut anna, "save").await.expect(303);
        desk.server.add(&Reply::to(&uid).raw());
        desk.server.fails(Moment::Mail, Act::Drop, 1);
        desk.read().await;
        let page = anna.get(PATH).await;
        page.says("One email in the folder is waiting to be read.").says("The connection was lost");
    })
    .await;
}
