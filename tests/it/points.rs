//! What stands behind the points of an agenda: scorecards, thanks, notes and links.

mod rights;
mod written;

use axum::{body::Body, http::Request};
use chrono::TimeDelta;
use sparsam::{
    domain::{
        agenda::{ItemKind, Wanted},
        ids::{AgendaItemId, MeetingId},
        letter::{Letter, MailLinks},
        planning::{Details, Owner, Point},
    },
    store::meetings::FullMeeting,
};

use crate::support::{
    app::{Answer, Client},
    db::on_both,
    dialogue::Dialogue,
    meetings::Stage,
};

fn point(kind: ItemKind, title: &str, owner: Owner) -> Point {
    Point { kind, title: title.to_owned(), minutes: 10, owner, wanted: Wanted::Inform }
}

impl Stage {
    fn with_points(&self, customer: bool) -> Details {
        let agenda = vec![
            point(ItemKind::Targets, "The number", Owner::Invitee(0)),
            point(ItemKind::Recognition, "Thanks", Owner::Organizer),
            point(ItemKind::Guidance, "How we talk about the price", Owner::Organizer),
        ];
        Details { agenda, ..self.details("Targets", customer) }
    }

    async fn planned(&self, customer: bool, at: &str) -> FullMeeting {
        let (id, _) = self.plan_as(&self.anna, self.with_points(customer), at).await;
        self.meeting(id).await
    }
}

fn page_of(full: &FullMeeting, title: &str) -> String {
    let item = full.agenda.iter().find(|item| item.title.starts_with(title)).unwrap();
    format!("/meetings/{}/points/{}", full.meeting.id, item.id)
}

/// Sends a form with a file.
async fn upload(client: &mut Client, path: &str, fields: &[(&str, &str)], file: (&str, &[u8])) -> Answer {
    let mut body = Vec::new();
    for (name, value) in fields {
        body.extend(format!("--b\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n").bytes());
    }
    let head = format!("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{}\"\r\n\r\n", file.0);
    body.extend(head.bytes());
    body.extend(file.1);
    body.extend(b"\r\n--b--\r\n");
    let request = Request::post(path)
        .header("content-type", "multipart/form-data; boundary=b")
        .header("sec-fetch-site", "same-origin");
    client.send(request, Body::from(body)).await
}

#[tokio::test]
async fn a_scorecard_is_typed_and_compared_with_last_time() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        let first = stage.planned(false, "2026-11-25T14:00:00").await;
        let second = stage.planned(false, "2026-12-02T14:00:00").await;
        let mut ola = stage.site.signed_in(&stage.ola).await;
        // Ola leads the point, so he prepares it.
        let page = page_of(&first, "The number");
        ola.get(&page).await.expect(200).says("Scorecard").does_not_say("Who is thanked");
        let row = |actual: &'static str| {
            [
                ("version", "0"),
                ("metric-0", "New  customers"),
                ("target-0", "10"),
                ("actual-0", actual),
                ("unit-0", "pcs"),
                ("due-0", "28.12.2026"),
            ]
        };
        let saved = ola.post(&format!("{page}/scorecard"), &row("5,5")).await;
        assert_eq!(saved.expect(303).location(), format!("/meetings/{}?done=point#agenda-h", first.meeting.id));
        let page = page_of(&second, "The number");
        ola.post(&format!("{page}/scorecard"), &row("7")).await.expect(303);
        let mut sanna = stage.site.signed_in(&stage.sanna).await;
        let seen = sanna.get(&format!("/meetings/{}", second.meeting.id)).await;
        seen.says("Jäljellä 3/10, 5 viikkoa").says("7\u{a0}pcs").says("5,5\u{a0}pcs (25.11.)").says("5,5 → 7");
        seen.says("<polyline points=").does_not_say(&page);
        // Whoever neither leads the point nor changes the meeting reads it; outsiders know of nothing.
        sanna.get(&page).await.expect(403);
        sanna.post(&format!("{page}/scorecard"), &row("1")).await.expect(403);
        let mut mia = stage.site.signed_in(&stage.mia).await;
        mia.get(&page).await.expect(404);
        mia.post(&format!("{page}/scorecard"), &row("1")).await.expect(404);
        assert_eq!(stage.site.count("SELECT COUNT(*) FROM score_row").await, 2);
        // Nobody is mailed about it, and the meeting keeps its version.
        assert_eq!(stage.meeting(second.meeting.id).await.meeting.version, 1);
    })
    .await;
}

#[tokio::test]
async fn what_is_no_figure_comes_back_with_everything_typed() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        let full = stage.planned(false, "2026-11-25T14:00:00").await;
        let mut anna = stage.site.signed_in(&stage.anna).await;
        let page = page_of(&full, "The number");
        let typed = [
            ("version", "0"),
            ("metric-0", "Orders \"><script>x</script>"),
            ("target-0", "ten"),
            ("actual-0", "1,234"),
            ("due-0", "soon"),
            ("metric-1", "Calls"),
            ("target-1", "1 000,5"),
        ];
        let back = anna.post(&format!("{page}/scorecard"), &typed).await;
        back.expect(422).says("Enter a number, for example 12.5.").says("can be read in two ways");
        back.says("value=\"ten\"").says("value=\"1,234\"").says("value=\"soon\"").says("value=\"1 000,5\"");
        back.does_not_say("<script>x");
        assert_eq!(stage.site.count("SELECT COUNT(*) FROM score_row").await, 0);
        // More rows keep what was typed, too.
        let more: Vec<_> = typed.into_iter().chain([("do", "more")]).collect();
        anna.post(&format!("{page}/scorecard"), &more).await.expect(200).says("value=\"ten\"").says("id=\"metric-6\"");
        // Of two who save at once, the second is told, and nothing typed is lost.
        let fine = [("version", "0"), ("metric-0", "Orders"), ("target-0", "-3,5")];
        anna.post(&format!("{page}/scorecard"), &fine).await.expect(303);
        let mine = [("version", "0"), ("metric-0", "Mine"), ("target-0", "4")];
        let overtaken = anna.post(&format!("{page}/scorecard"), &mine).await;
        overtaken.expect(409).says("Somebody else saved this in the meantime").says("value=\"Mine\"");
        assert_eq!(overtaken.value_of("version"), "1");
        // Negative figures and an empty scorecard are fine.
        anna.get(&page).await.says("value=\"-3.5\"");
        anna.post(&format!("{page}/scorecard"), &[("version", "1")]).await.expect(303);
        assert_eq!(stage.site.count("SELECT COUNT(*) FROM score_row").await, 0);
        // A point of another kind has none.
        let other = page_of(&full, "Thanks");
        anna.post(&format!("{other}/scorecard"), &fine).await.expect(403);
    })
    .await;
}

#[tokio::test]
async fn a_file_fills_the_form_and_saves_nothing() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        let full = stage.planned(false, "2026-11-25T14:00:00").await;
        let mut anna = stage.site.signed_in(&stage.anna).await;
        let path = format!("{}/scorecard/file", page_of(&full, "The number"));
        let before = stage.site.fingerprint().await;
        let typed = [("version", "0"), ("metric-0", "nya kunder"), ("unit-0", "st")];
        let file = b"M\xe5tt;M\xe5l;Utfall\r\nNya kunder;10;7,5\r\n\"M\xf6ten; alla\";1 000;\r\n";
        let page = upload(&mut anna, &path, &typed, ("m.csv", file)).await;
        page.expect(200).says("2 rows were read from the file. Nothing is saved yet.");
        page.says("value=\"nya kunder\"").says("value=\"7.5\"").says("value=\"st\"").says("value=\"Möten; alla\"");
        let wrong = b"Metric;Target\nOrders;many\nCalls;5\nCalls;6\n=cmd|'/c calc';1\n";
        let page = upload(&mut anna, &path, &typed, ("m.csv", wrong)).await;
        page.expect(422).says("Line 2: Target “many”: Enter a number").says("Line 4: “Calls” is already there.");
        page.says("value=\"Calls\"").says("value=\"=cmd|&#39;/c calc&#39;\"");
        let large = vec![b'x'; 70_000];
        for (file, said) in [
            (&b""[..], "There are no rows in the file."),
            (b"PK\x03\x04\0\0", "This is not a CSV file."),
            (&large, "The file is larger than 64 kB."),
        ] {
            upload(&mut anna, &path, &typed, ("m.xlsx", file)).await.expect(422).says(said).says("value=\"st\"");
        }
        upload(&mut anna, &path, &typed, ("", b"")).await.expect(422).says("Choose a file first.");
        upload(&mut anna, &path, &typed, ("m.csv", &vec![b'x'; 300_000])).await.expect(413);
        let broken =
            Request::post(&path).header("content-type", "multipart/form-data").header("sec-fetch-site", "same-origin");
        anna.send(broken, Body::from("x")).await.expect(422);
        assert_eq!(before, stage.site.fingerprint().await);
    })
    .await;
}

/// To everybody in the house, and to no customer.
async fn the_minutes_bring_them(stage: &Stage, anna: &mut Client, meeting: &str) {
    let minutes = format!("/meetings/{meeting}/minutes");
    let form = Dialogue::of(anna.get(&minutes).await, "minutes").set("result", "Fine").set("shared", "yes");
    form.press(anna, "send").await.expect(303);
    anna.get(&minutes).await.says("Thanks to").says("Ola Berg: Secret: ten contracts (10 of 8)");
    let sent = "SELECT recipient, CAST(payload AS TEXT), kind FROM outbox WHERE kind = 'minutes' ORDER BY recipient";
    let sent = stage.site.rows(sent).await;
    let to = |who: &str| sent.iter().any(|(recipient, ..)| recipient.starts_with(who));
    assert!(to("eeva@") && to("ola@"), "{sent:?}");
    for (recipient, payload, _) in sent {
        assert_eq!(payload.contains("Secret: ten"), !recipient.starts_with("eeva"), "{recipient}");
    }
}

#[tokio::test]
async fn thanks_are_a_surprise_until_the_meeting_begins() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        let full = stage.planned(true, "2026-11-25T14:00:00").await;
        let id = full.meeting.id;
        let page = page_of(&full, "Thanks");
        let mut anna = stage.site.signed_in(&stage.anna).await;
        let opened = anna.get(&page).await;
        opened.says("You could thank").says("not thanked yet").does_not_say("Mia Dahl").does_not_say("Eeva");
        let ola = stage.ola.id.to_string();
        let once = opened.value_of("once");
        let thanks =
            [("once", once.as_str()), ("person", &ola), ("reason", "Secret: ten contracts"), ("metric", "10 of 8")];
        assert!(anna.post(&format!("{page}/thanks"), &thanks).await.expect(303).location().ends_with("?done=added"));
        // The same button pressed twice thanks once.
        anna.post(&format!("{page}/thanks"), &thanks).await.expect(303);
        assert_eq!(stage.site.count("SELECT COUNT(*) FROM recognition").await, 1);
        anna.post(&format!("{page}/thanks"), &[("person", "x")]).await.expect(422).says("thanks-h");
        anna.get(&format!("/meetings/{id}")).await.says("Secret: ten contracts").says("Until the meeting begins");
        let mut guest = stage.site.signed_in(&stage.ola).await;
        let before = guest.get(&format!("/meetings/{id}")).await;
        before
            .says("The people thanked are shown when the meeting begins.")
            .does_not_say("Secret")
            .says("Added thanks");
        guest.get("/recognitions").await.expect(200).does_not_say("Secret");
        guest.get(&page).await.expect(403);
        // No mail and no page behind a link tells.
        let link = stage.link(id, "Ola").await;
        guest.get(&link).await.expect(200).says("Thanks").does_not_say("Secret");
        let mails = stage.site.rows("SELECT CAST(payload AS TEXT), kind, recipient FROM outbox").await;
        assert!(mails.len() >= 4 && mails.iter().all(|(payload, ..)| !payload.contains("Secret")));

        stage.site.clock.pass(TimeDelta::days(3));
        let mut guest = stage.site.signed_in(&stage.ola).await;
        let mut anna = stage.site.signed_in(&stage.anna).await;
        guest.get(&format!("/meetings/{id}")).await.says("Secret: ten contracts").says("10 of 8");
        guest
            .get("/recognitions")
            .await
            .says("Ola Berg")
            .says("Secret: ten contracts")
            .says(&format!("/meetings/{id}"));
        let mut mia = stage.site.signed_in(&stage.mia).await;
        mia.get("/recognitions").await.says("Ingen har fått tack").does_not_say("Secret");
        the_minutes_bring_them(&stage, &mut anna, &id.to_string()).await;
        // Next time somebody else is proposed.
        let next = stage.planned(false, "2026-12-09T14:00:00").await;
        let opened = anna.get(&page_of(&next, "Thanks")).await;
        let proposed = opened.body.split("You could thank").nth(1).unwrap().split("</ul>").next().unwrap();
        assert!(proposed.contains("Sanna Koski") && !proposed.contains("Ola Berg"), "{proposed}");
        // Taken back, it is gone.
        let thanks = stage.site.rows("SELECT reason, metric, metric FROM recognition").await;
        assert_eq!(thanks.len(), 1);
        let removal = anna.get(&page).await.body;
        let removal = removal.split("/thanks/").nth(1).unwrap().split('/').next().unwrap().to_owned();
        anna.post(&format!("{page}/thanks/{removal}/removal"), &[]).await.expect(303);
        anna.post(&format!("{page}/thanks/{removal}/removal"), &[]).await.expect(303);
        guest.get("/recognitions").await.does_not_say("Secret");
    })
    .await;
}

#[tokio::test]
async fn guidance_stays_inside_and_links_are_https() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        let full = stage.planned(true, "2026-11-25T14:00:00").await;
        let id = full.meeting.id;
        let page = page_of(&full, "How we talk");
        let mut anna = stage.site.signed_in(&stage.anna).await;
        anna.get(&page).await.says("Wording to use with customers").says("stays out of emails");
        let save = format!("{page}/content");
        let bad = [("version", "0"), ("notes", "Say value"), ("url-0", "javascript:alert(1)"), ("label-0", "Plan")];
        let back = anna.post(&save, &bad).await;
        back.expect(422).says("begins with https://").says("Say value").says("value=\"Plan\"");
        let good = [
            ("version", "0"),
            ("notes", "Say \"value\", never <b>cheap</b>"),
            ("url-0", "https://files.example/å\"><script>"),
            ("label-0", ""),
        ];
        anna.post(&save, &good).await.expect(303);
        anna.post(&save, &good).await.expect(409).says("Somebody else saved this in the meantime");
        let mut ola = stage.site.signed_in(&stage.ola).await;
        let seen = ola.get(&format!("/meetings/{id}")).await;
        seen.says("How we talk about the price").says("never &#60;b&#62;cheap").says(">files.example</a>");
        seen.says("href=\"https://files.example/%C3%A5%22%3E%3Cscript%3E\"");
        // What is passed on has nothing of it: links of guests and of colleagues, calendar files, mails.
        let mut guest = stage.site.browser();
        for name in ["Eeva", "Ola"] {
            let link = stage.link(id, name).await;
            for path in [link.clone(), format!("{link}/input"), format!("{link}/invite.ics")] {
                guest.get(&path).await.expect(200).does_not_say("How we talk").does_not_say("cheap");
            }
        }
        ola.get(&format!("/meetings/{id}/invite.ics")).await.says("The number").does_not_say("How we talk");
        let mails = stage.site.rows("SELECT CAST(payload AS TEXT), kind, recipient FROM outbox").await;
        assert!(mails.iter().all(|(payload, ..)| payload.contains("The number") && !payload.contains("How we talk")));
    })
    .await;
}

#[tokio::test]
async fn what_stands_behind_a_point_survives_edits_and_undoing() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        let full = stage.planned(false, "2026-11-25T14:00:00").await;
        let id = full.meeting.id;
        let mut anna = stage.site.signed_in(&stage.anna).await;
        let page = page_of(&full, "The number");
        let score = [("version", "0"), ("metric-0", "Orders"), ("target-0", "10"), ("actual-0", "7")];
        anna.post(&format!("{page}/scorecard"), &score).await.expect(303);
        stage.deliver("").await;
        let of = |full: &FullMeeting, title: &str| -> Option<AgendaItemId> {
            full.agenda.iter().find(|i| i.title == title).map(|i| i.id)
        };
        let item = of(&full, "The number");
        // Renamed and moved to the end, it is the same point.
        let edit = format!("/meetings/{id}/edit");
        let form = Dialogue::of(anna.get(&edit).await, "plan").set("title:0", "The figure");
        let form = Dialogue::of(form.press(&mut anna, "down:0").await, "plan");
        let form = Dialogue::of(form.press(&mut anna, "add-point").await, "plan").set("title:3", "The number");
        form.press(&mut anna, "send").await.expect(303);
        let now = stage.meeting(id).await;
        assert_eq!(of(&now, "The figure"), item);
        assert_ne!(of(&now, "The number"), item);
        anna.get(&format!("/meetings/{id}")).await.says("3 of 10 left");
        // Taken out it is not shown; undone it is whole again.
        stage.site.clock.pass(TimeDelta::minutes(2));
        stage.deliver("").await;
        let form = Dialogue::of(anna.get(&edit).await, "plan");
        let key = now.agenda.iter().position(|i| Some(i.id) == item).unwrap();
        let form = Dialogue::of(form.press(&mut anna, &format!("remove-point:{key}")).await, "plan");
        let sent = form.press(&mut anna, "send").await;
        let change = sent.expect(303).location().split("sent=").nth(1).unwrap().to_owned();
        anna.get(&format!("/meetings/{id}")).await.does_not_say("3 of 10 left");
        anna.post(&format!("/changes/{change}/undoing"), &[]).await.expect(303);
        assert_eq!(of(&stage.meeting(id).await, "The figure"), item);
        anna.get(&format!("/meetings/{id}")).await.says("3 of 10 left");
        // A copy is another meeting.
        assert!(MeetingId::from_uuid(id.uuid()) == id);
        let copy = anna.get(&format!("/meetings/new?copy={id}")).await;
        copy.says("The figure").does_not_say("name=\"item:");
    })
    .await;
}

#[tokio::test]
async fn what_to_read_ahead_goes_out_with_mails_and_calendars() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        let full = stage.planned(true, "2026-11-25T14:00:00").await;
        let id = full.meeting.id;
        stage.deliver("").await;
        let mut anna = stage.site.signed_in(&stage.anna).await;
        let page = page_of(&full, "The number");
        anna.get(&page).await.says("Email everybody about the links now");
        let links = [("url-0", "https://x.example/plan?a=1&b=2"), ("label-0", "The <plan>"), ("notes", "For us only")];
        let with = |version: &'static str, tell: bool| {
            let tell = tell.then_some(("tell", "yes"));
            links.into_iter().chain([("version", version)]).chain(tell).collect::<Vec<_>>()
        };
        // Guidance stays inside, with its links.
        let inside = page_of(&full, "How we talk");
        let secret = [("version", "0"), ("url-0", "https://secret.example/"), ("tell", "yes")];
        anna.post(&format!("{inside}/content"), &secret).await.expect(303);
        assert_eq!(stage.deliver("").await, Vec::<String>::new());
        // Saved alone, nobody is mailed.
        anna.post(&format!("{page}/content"), &with("0", false)).await.expect(303);
        assert_eq!(stage.deliver("").await, Vec::<String>::new());
        let told = anna.post(&format!("{page}/content"), &with("1", true)).await;
        assert!(told.expect(303).location().contains("?sent="), "{}", told.location());
        assert_eq!(
            stage.deliver("").await,
            ["agenda_only anna", "agenda_only eeva", "agenda_only ola", "agenda_only sanna"]
        );
        let rows = stage.site.rows("SELECT CAST(payload AS TEXT), kind, recipient FROM outbox").await;
        let newest = rows.iter().filter(|row| row.1 == "agenda_only");
        for (payload, _, recipient) in newest {
            let letter: Letter = serde_json::from_str(payload).unwrap();
            let mail = sparsam::mail::render::render(&letter, &MailLinks::default()).unwrap();
            assert!(mail.text.contains("The <plan>: https://x.example/plan?a=1&b=2"), "{recipient}: {}", mail.text);
            assert!(mail.html.contains("https://x.example/plan?a=1&#38;b=2") && !mail.html.contains("<plan>"));
            let calendar = letter.body.meeting().unwrap().calendar.replace("\r\n ", "");
            assert!(calendar.contains("https://x.example/plan?a=1&b=2"), "{calendar}");
            assert!(!payload.contains("For us only") && !payload.contains("secret.example"), "{recipient}");
        }
        // Said once, not said again; an edit of something else keeps them.
        anna.post(&format!("{page}/content"), &with("2", true)).await.expect(303);
        assert_eq!(stage.deliver("").await, Vec::<String>::new());
        let edit = Dialogue::of(anna.get(&format!("/meetings/{id}/edit")).await, "plan");
        edit.set("title", "Goals").press(&mut anna, "send").await.expect(303);
        let rows =
            stage.site.rows("SELECT CAST(payload AS TEXT), kind, recipient FROM outbox WHERE kind = 'changed'").await;
        assert!(rows.len() == 4 && rows.iter().all(|row| row.0.contains("https://x.example/plan")));
        // The reminder has them, too.
        let mut ola = stage.site.signed_in(&stage.ola).await;
        ola.post(&format!("{page}/content"), &with("3", true)).await.expect(403);
    })
    .await;
}

#[tokio::test]
async fn metrics_of_which_less_is_better_and_the_targets_of_a_team() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        stage.site.team("North", &stage.anna, &[&stage.ola]).await;
        let first = stage.planned(false, "2026-11-25T14:00:00").await;
        let second = stage.planned(false, "2026-12-02T14:00:00").await;
        let mut anna = stage.site.signed_in(&stage.anna).await;
        for (full, complaints, orders) in [(&first, "9", "1"), (&second, "7", "4,5")] {
            let card = [
                ("version", "0"),
                ("metric-0", "Complaints"),
                ("target-0", "5"),
                ("actual-0", complaints),
                ("less-0", "yes"),
                ("metric-1", "Orders"),
                ("target-1", "10"),
                ("actual-1", orders),
            ];
            anna.post(&format!("{}/scorecard", page_of(full, "The number")), &card).await.expect(303);
        }
        anna.get(&page_of(&second, "The number")).await.says("name=\"less-0\" value=\"yes\" checked");
        anna.get(&format!("/meetings/{}", second.meeting.id)).await.says("2 above the target");
        // Meetings to come do not count yet.
        anna.get("/targets").await.expect(200).says("No targets for this quarter").says("quarter 4 of 2026");
        stage.site.clock.pass(TimeDelta::days(10));
        let mut anna = stage.site.signed_in(&stage.anna).await;
        let page = anna.get("/targets?quarter=2026-Q4").await;
        page.expect(200).says("2 above the target").says("9 → 7").says("5.5 of 10 left").says("<polyline");
        page.says(&format!("/meetings/{}", second.meeting.id)).says("% of the quarter has passed");
        assert_eq!(page.body.matches("<th scope=\"row\">").count(), 2);
        anna.get("/targets?quarter=2026-Q3").await.expect(200).says("No targets for this quarter");
        for wrong in ["/targets?quarter=x", "/targets?quarter=2026-Q9", "/targets?team=x"] {
            anna.get(wrong).await.expect(404);
        }
        // Ola was there; Mia was not, and sees nothing of it.
        stage.site.signed_in(&stage.ola).await.get("/targets").await.says("9 → 7");
        let mut mia = stage.site.signed_in(&stage.mia).await;
        mia.get("/targets").await.expect(200).does_not_say("Complaints");
        let team = stage.site.rows("SELECT name, name, name FROM team").await;
        assert_eq!(team.len(), 1);
    })
    .await;
}
