//! Planning a meeting, step by step as a browser without scripts does it.

use sparsam::domain::{language::Language, person::Role};

use crate::support::{
    app::{Answer, Client, TestApp},
    db::{TestDb, on_both},
    dialogue::Dialogue,
};

async fn opened(client: &mut Client, path: &str) -> Dialogue {
    let page = client.get(path).await;
    page.expect(200);
    Dialogue::of(page, "plan")
}

async fn pressed(form: Dialogue, client: &mut Client, button: &str, status: u16) -> Dialogue {
    let page = form.press(client, button).await;
    page.expect(status);
    Dialogue::of(page, "plan")
}

/// A plan that only needs to be sent.
async fn ready(client: &mut Client) -> Dialogue {
    let form = opened(client, "/meetings/new?purpose=targets&start=2026-11-25T14:00").await;
    pressed(form.set("title", "Agree December targets").set("who", "ola@kund.example"), client, "add-person", 200).await
}

/// The words at a field.
fn error_at(page: &Answer, field: &str) -> String {
    let mark = format!("id=\"{field}-e\">");
    let rest = page.body.split(&mark).nth(1).unwrap_or_else(|| panic!("no error at {field}:\n{}", page.body));
    rest.split("</span>").nth(1).unwrap().split("</span").next().unwrap().to_owned()
}

#[tokio::test]
async fn an_internal_meeting_is_planned_and_sent() {
    on_both(async |db| {
        let (site, anna) = TestApp::nordvik(db).await;
        let ola = site.person("Ola Berg", Role::Member, Language::Nb).await;
        let sanna = site.person("Sanna Koski", Role::Member, Language::Fi).await;
        site.team("North", &anna, &[&ola, &sanna]).await;
        let mut client = site.signed_in(&anna).await;

        let form = opened(&mut client, "/meetings/new").await;
        assert_eq!(form.values("point").len(), 0);
        let form = pressed(form.set("purpose", "targets"), &mut client, "look", 200).await;
        assert_eq!((form.values("point").len(), form.value("length"), form.value("format")), (4, "30 min", "video"));
        let form = pressed(form.set("who", "north"), &mut client, "add-person", 200).await;
        assert_eq!(form.values("guest").len(), 2, "the planner herself is no guest");
        let form = form.set("title", "Agree December targets").set("date", "wed 25 nov").set("time", "14");
        let form = form.set(&format!("why:p:{}", sanna.id), "The northern numbers are yours.");
        let form = form.set(&format!("role:p:{}", ola.id), "optional").set("owner:2", &format!("p:{}", ola.id));
        let form = pressed(form, &mut client, "down:0", 200).await;
        form.page.says("Wednesday 25 November 2026, week 48").says("Send 2 invitations").says("1 h 30 min of people");
        form.page.says("Suomi").says("Norsk");
        assert_eq!(form.values("point"), ["1", "0", "2", "3"]);

        let sent = form.press(&mut client, "send").await;
        let location = sent.expect(303).location().to_owned();
        assert!(location.starts_with("/meetings/") && location.contains("?sent="), "{location}");
        let mails: Vec<String> = site.outbox().await.into_iter().map(|(_, to, _)| to).collect();
        assert_eq!(mails.len(), 3, "{mails:?}");
        let rows = site.rows("SELECT title, format, zone FROM meeting").await;
        assert_eq!(rows, [("Agree December targets".into(), "video".into(), "Europe/Stockholm".into())]);
        let points = site.rows("SELECT title, kind, wanted FROM agenda_item ORDER BY position").await;
        assert_eq!(points[0].0, "What has moved since last time?");
        let whys = site.rows("SELECT name, role, why FROM attendee ORDER BY name").await;
        assert_eq!(whys[1], ("Ola Berg".into(), "optional".into(), String::new()));
        assert_eq!(whys[2].2, "The northern numbers are yours.");
    })
    .await;
}

#[tokio::test]
async fn a_customer_is_made_in_place() {
    on_both(async |db| {
        let (site, anna) = TestApp::nordvik(db).await;
        let mut client = site.signed_in(&anna).await;
        let form = opened(&mut client, "/meetings/new?purpose=customer&start=2026-11-26T10:00").await;
        let form = pressed(form.set("stage", "quote"), &mut client, "look", 200).await;
        assert_eq!(form.value("length"), "45 min");
        let form = pressed(form.set("who", "Kari Nord <kari@kund.example>"), &mut client, "add-person", 200).await;
        assert_eq!((form.value("email:n:0"), form.value("name:n:0")), ("kari@kund.example", "Kari Nord"));
        form.page.says("If left empty, it will be kund.example.");
        let form = pressed(form.set("who", "bo@annan.example"), &mut client, "add-person", 200).await;
        let form = form.set("account:n:0", "Kund AB").set("title", "The quote").set("format", "at_customer");
        form.set("place", "Storgatan 1").press(&mut client, "send").await.expect(303);
        let contacts = site
            .rows("SELECT contact.name, contact.email, account.name FROM contact JOIN account ON account.id = contact.account_id ORDER BY contact.email")
            .await;
        assert_eq!(contacts[0], ("bo".into(), "bo@annan.example".into(), "annan.example".into()));
        assert_eq!(contacts[1], ("Kari Nord".into(), "kari@kund.example".into(), "Kund AB".into()));
        let stage = site.rows("SELECT purpose, stage, place FROM meeting").await;
        assert_eq!(stage, [("customer".into(), "quote".into(), "Storgatan 1".into())]);
        // Known from now on, by name.
        let form = opened(&mut client, "/meetings/new").await;
        let form = pressed(form.set("who", "kari"), &mut client, "add-person", 200).await;
        assert!(form.value("guest").starts_with("c:"), "{:?}", form.fields);
        form.page.says("Kund AB");
    })
    .await;
}

#[tokio::test]
async fn ambiguous_names_are_asked_about() {
    let (site, anna) = TestApp::nordvik(TestDb::sqlite().await).await;
    let one = site.person("Ola Berg", Role::Member, Language::Nb).await;
    let two = site.person("Olle Ek", Role::Member, Language::Sv).await;
    let mut client = site.signed_in(&anna).await;
    let form = opened(&mut client, "/meetings/new").await;
    let form = pressed(form.set("who", "ol").set("title", "Kept"), &mut client, "add-person", 422).await;
    form.page.says("Who do you mean?").says("Ola Berg").says("Olle Ek");
    assert_eq!((form.value("who"), form.value("title")), ("ol", "Kept"));
    let form = pressed(form.set("choose", &format!("p:{}", two.id)), &mut client, "add-person", 200).await;
    assert_eq!(form.values("guest"), [format!("p:{}", two.id)]);
    assert_eq!(form.value("who"), "");
    // An exact name wins over a part; nobody stands there twice; oneself is dropped with a hint.
    let form = pressed(form.set("who", "Ola Berg"), &mut client, "look", 200).await;
    let form = pressed(form.set("who", "OLLE@nordvik.example"), &mut client, "add-person", 200).await;
    assert_eq!(form.values("guest"), [format!("p:{}", two.id), format!("p:{}", one.id)]);
    let form = pressed(form.set("who", "anna@nordvik.example"), &mut client, "add-person", 200).await;
    assert_eq!(form.values("guest").len(), 2);
    form.page.says("takes part anyway");
    let form = pressed(form, &mut client, &format!("remove-person:p:{}", two.id), 200).await;
    assert_eq!(form.values("guest"), [format!("p:{}", one.id)]);
    pressed(form.clone().set("who", "nisse"), &mut client, "add-person", 422)
        .await
        .page
        .says("Nobody here has that name");
    pressed(form.set("who", "nisse@"), &mut client, "add-person", 422).await.page.says("Enter an email address");
}

#[tokio::test]
async fn a_new_purpose_keeps_what_was_edited() {
    let (site, anna) = TestApp::nordvik(TestDb::sqlite().await).await;
    let mut client = site.signed_in(&anna).await;
    let form = opened(&mut client, "/meetings/new?purpose=targets").await;
    let form = form.set("title:1", "Our own point").set("purpose", "strategy");
    let form = pressed(form, &mut client, "look", 200).await;
    form.page.says("The agenda stays as you wrote it.");
    assert_eq!((form.value("title:1"), form.value("length"), form.value("format")), ("Our own point", "1 h", "room"));
    let form = pressed(form, &mut client, "template", 200).await;
    assert_eq!(form.value("title:1"), "The choices we have");
    // Chosen without a look at what it fills: sending shows it first.
    let form = opened(&mut client, "/meetings/new?start=2026-11-25T14:00").await;
    let form = form.set("purpose", "targets").set("title", "T").set("who", "ola@kund.example");
    let form = pressed(form, &mut client, "send", 422).await;
    form.page.says("now follow the purpose");
    form.press(&mut client, "send").await.expect(303);
}

#[tokio::test]
async fn every_error_stands_at_its_field_and_nothing_is_lost() {
    let (site, anna) = TestApp::nordvik(TestDb::sqlite().await).await;
    let mut client = site.signed_in(&anna).await;
    let empty = opened(&mut client, "/meetings/new").await;
    let page = empty.press(&mut client, "send").await;
    page.expect(422).says("<title>Error: ");
    for field in ["purpose", "title", "who", "format", "length", "date", "time"] {
        page.says(&format!("href=\"#{field}\"")).says(&format!("id=\"{field}-e\""));
    }
    let long = "x".repeat(10_000);
    let cases: &[(&str, &str, &str, &str)] = &[
        ("title", "", "title", "Enter a title"),
        ("title", &long, "title", "at most 200 characters"),
        ("title", "\u{202e}\u{200b}", "title", "Enter a title"),
        ("date", "31.2.2027", "date", "no such day"),
        ("date", "tor 25.11.2026", "date", "is a Wednesday"),
        ("date", "nonsense", "date", "Enter a date, for example 26/11/2026"),
        ("date", "22.11.2026", "date", "in the past"),
        ("date", &long, "date", "Enter a date"),
        ("time", "2 pm", "time", "24-hour clock"),
        ("time", "25", "time", "Enter a time"),
        ("length", "0", "length", "5 min to 24 h"),
        ("length", "1441", "length", "5 min to 24 h"),
        ("length", "long", "length", "Enter a length"),
        ("zone", "Europe/Atlantis", "zone", "Choose a time zone"),
        ("zone", "../../etc/passwd", "zone", "Choose a time zone"),
        ("format", "carrier pigeon", "format", "Choose one"),
        ("purpose", "fun", "purpose", "Choose one"),
        ("video", "telepathy", "video", "Choose one"),
        ("video", "personal", "video", "no personal room"),
        ("video", "pasted", "link", "starts with https://"),
        ("place", &long, "place", "at most 300 characters"),
        ("why:n:0", &long, "why:n:0", "at most 500 characters"),
        ("name:n:0", &long, "name:n:0", "at most 100 characters"),
        ("account:n:0", &long, "account:n:0", "at most 100 characters"),
        ("email:n:0", "a@b", "email:n:0", "Enter an email address"),
        ("email:n:0", "a@x.example\r\nBcc: b@x.example", "email:n:0", "Enter an email address"),
        ("title:0", &long, "title:0", "at most 200 characters"),
        ("minutes:0", "soon", "minutes:0", "Enter a length"),
        ("minutes:0", "1441", "minutes:0", "a day at most"),
    ];
    let form = ready(&mut client).await;
    for (name, value, field, words) in cases {
        let page = form.clone().set(name, value).press(&mut client, "send").await;
        page.expect(422);
        let said = error_at(&page, field);
        assert!(said.contains(words), "{name}={value:.40}: {said}");
        let again = Dialogue::of(page, "plan");
        if !matches!(*name, "format" | "purpose" | "video" | "zone") {
            assert_eq!(again.value(name), *value);
        }
        assert_eq!(again.value("once"), form.value("once"));
    }
    assert_eq!(site.count("SELECT COUNT(*) FROM meeting").await, 0);
    assert_eq!(site.count("SELECT COUNT(*) FROM contact").await, 0);
    form.press(&mut client, "send").await.expect(303);
}

#[tokio::test]
async fn nights_when_the_clocks_change() {
    let (site, anna) = TestApp::nordvik(TestDb::sqlite().await).await;
    let mut client = site.signed_in(&anna).await;
    let form = ready(&mut client).await.set("time", "02:30");
    let gap = form.clone().set("date", "2027-03-28").press(&mut client, "send").await;
    gap.expect(422);
    assert!(error_at(&gap, "time").contains("skip this time"), "{}", gap.body);
    let twice = form.clone().set("date", "2027-10-31").press(&mut client, "send").await;
    twice.expect(422);
    assert!(error_at(&twice, "time").contains("occurs twice"), "{}", twice.body);
    // Gone by: the same night of 2026 lies behind.
    let past = form.clone().set("date", "2026-10-25").press(&mut client, "send").await;
    past.expect(422);
    // The same wall time is fine where the clocks stand still.
    // It is Easter Sunday, which is seen.
    let easter = form.set("date", "2027-03-28").set("zone", "Atlantic/Reykjavik").set("limits_seen", "1");
    easter.press(&mut client, "send").await.expect(303);
}

#[tokio::test]
async fn hostile_text_is_kept_escaped_and_inert() {
    let (site, anna) = TestApp::nordvik(TestDb::sqlite().await).await;
    let mut client = site.signed_in(&anna).await;
    let corpus = [
        "<script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "a\r\nBcc: evil@x.example",
        "\";X=Y:evil\nEND:VEVENT",
        "\u{202e}moc.elpmaxe\u{2066}",
        "a\u{0}b\u{7}c",
        "👩‍💻 åäö ÅÄÖ 日本語",
        "{{ 7*7 }} ${7*7} %0d%0a",
        "'; DROP TABLE meeting; --",
    ];
    for text in corpus {
        let mut form = ready(&mut client).await;
        for name in ["title", "place", "why:n:0", "name:n:0", "account:n:0", "title:0"] {
            form = form.set(name, text);
        }
        for name in [
            "who",
            "date",
            "time",
            "length",
            "zone",
            "stage",
            "filled",
            "draft",
            "link",
            "minutes:1",
            "kind:1",
            "owner:1",
            "wanted:1",
            "role:n:0",
            "choose",
            "purpose",
            "video",
            "format",
        ] {
            let page = form.clone().set(name, text).press(&mut client, "look").await;
            assert!(matches!(page.status.as_u16(), 200 | 422), "{name}: {}", page.status);
            page.does_not_say("<script>alert").does_not_say("<img src=x");
            let back = Dialogue::of(page, "plan");
            assert_eq!(back.value("title"), text.replace('\0', ""), "{name}");
        }
        let sent = form.set("limits_seen", "1").press(&mut client, "send").await;
        sent.expect(303);
    }
    for (title, why, _) in
        site.rows("SELECT meeting.title, why, name FROM meeting JOIN attendee ON meeting.id = meeting_id").await
    {
        assert!(!title.chars().chain(why.chars()).any(char::is_control), "{title:?} {why:?}");
    }
}

#[tokio::test]
async fn too_many_people_come_back_with_words() {
    let (site, anna) = TestApp::nordvik(TestDb::sqlite().await).await;
    let mut client = site.signed_in(&anna).await;
    let mut form = ready(&mut client).await;
    for n in 1..400 {
        form.fields.push(("guest".to_owned(), format!("n:{n}")));
        form.fields.push((format!("email:n:{n}"), format!("p{n}@kund.example")));
    }
    let page = form.press(&mut client, "send").await;
    page.expect(422).says("at most 200 people");
    let back = Dialogue::of(page, "plan");
    assert_eq!(back.values("guest").len(), 400);
    assert_eq!(site.count("SELECT COUNT(*) FROM contact").await, 0);
    for n in 0..60 {
        form.fields.push(("point".to_owned(), format!("{}", 10 + n)));
        form.fields.push((format!("title:{}", 10 + n), "x".to_owned()));
    }
    form.press(&mut client, "send").await.expect(422).says("at most 40 points");
}

#[tokio::test]
async fn sending_twice_plans_once() {
    on_both(async |db| {
        let (site, anna) = TestApp::nordvik(db).await;
        let mut client = site.signed_in(&anna).await;
        let form = ready(&mut client).await;
        let first = form.press(&mut client, "send").await;
        let second = form.press(&mut client, "send").await;
        assert_eq!(first.expect(303).location(), second.expect(303).location());
        assert_eq!(site.count("SELECT COUNT(*) FROM meeting").await, 1);
        // Gone back, changed and sent again: asked about, and then it is another meeting.
        let again = form.clone().set("title", "Another").press(&mut client, "send").await;
        again.expect(409).says("plans a second meeting");
        let again = Dialogue::of(again, "plan");
        assert_eq!(again.value("title"), "Another");
        // Both at the same time, which is seen.
        again.set("limits_seen", "1").press(&mut client, "send").await.expect(303);
        assert_eq!(site.count("SELECT COUNT(*) FROM meeting").await, 2);
    })
    .await;
}

#[tokio::test]
async fn overlaps_are_named_only_to_those_who_may_see_them() {
    on_both(async |db| {
        let (site, anna) = TestApp::nordvik(db).await;
        let ola = site.person("Ola Berg", Role::Member, Language::En).await;
        let bo = site.person("Bo Ek", Role::Member, Language::En).await;
        let mut client = site.signed_in(&anna).await;
        let form = ready(&mut client).await.set("title", "Secret plan").set("who", "ola@nordvik.example");
        form.press(&mut client, "send").await.expect(303);
        // Bo sees nothing of it but that Ola is busy; Anna administers.
        let mut other = site.signed_in(&bo).await;
        let form = opened(&mut other, "/meetings/new?purpose=targets&start=2026-11-25T14:15").await;
        let form = pressed(form.set("who", "ola@nordvik.example"), &mut other, "add-person", 200).await;
        form.page.says("Ola Berg: busy, 14:00–14:30").does_not_say("Secret plan");
        let form = opened(&mut client, "/meetings/new?purpose=targets&start=2026-11-25T14:15").await;
        let form = pressed(form.set("who", "ola@nordvik.example"), &mut client, "add-person", 200).await;
        form.page.says("Ola Berg: Secret plan, 14:00–14:30").says("Anna Lind: Secret plan");
        let form = pressed(form.set("time", "14:30"), &mut client, "look", 200).await;
        form.page.does_not_say("Secret plan").says("Nobody here has another meeting");
        assert_eq!(ola.role, Role::Member);
    })
    .await;
}

#[tokio::test]
async fn the_preview_changes_nothing() {
    on_both(async |db| {
        let (site, anna) = TestApp::nordvik(db).await;
        let mut client = site.signed_in(&anna).await;
        let form = ready(&mut client).await;
        for button in ["look", "send", "save", "mails"] {
            let page = form.post(&mut client, "/meetings/preview", button).await;
            page.expect(200).says("id=\"impact\"").says("id=\"when-echo\"").says("Wednesday 25 November 2026, week 48");
        }
        for table in [
            "SELECT COUNT(*) FROM meeting",
            "SELECT COUNT(*) FROM draft",
            "SELECT COUNT(*) FROM contact",
            "SELECT COUNT(*) FROM outbox",
        ] {
            assert_eq!(site.count(table).await, 0, "{table}");
        }
    })
    .await;
}

#[tokio::test]
async fn the_mail_is_shown_as_each_reader_will_see_it() {
    let (site, anna) = TestApp::nordvik(TestDb::sqlite().await).await;
    site.person("Sanna Koski", Role::Member, Language::Fi).await;
    let mut client = site.signed_in(&anna).await;
    let form = ready(&mut client).await.set("who", "sanna");
    let form = pressed(form, &mut client, "look", 200).await;
    let page = form.post(&mut client, "/meetings/preview", "mails").await;
    page.expect(200).says("Sanna Koski, Suomi").says("Kutsu: Agree December targets, ke 25.11. klo 15.00");
    page.says("ola@kund.example, Svenska").says("Inbjudan: Agree December targets, ons 25 nov. kl. 14:00");
    let unfinished = form.set("title", "").post(&mut client, "/meetings/preview", "mails").await;
    unfinished.expect(422).says("Enter a title").does_not_say("Kutsu:");
}

#[tokio::test]
async fn viewers_do_not_plan() {
    let (site, _) = TestApp::nordvik(TestDb::sqlite().await).await;
    let vera = site.person("Vera Holm", Role::Viewer, Language::Sv).await;
    let mut client = site.signed_in(&vera).await;
    client.get("/meetings/new").await.expect(403);
    client.post("/meetings/new", &[("do", "send")]).await.expect(403);
    client.post("/meetings/preview", &[]).await.expect(403);
}

#[tokio::test]
async fn the_planner_speaks_four_languages() {
    let (site, _) = TestApp::nordvik(TestDb::sqlite().await).await;
    let cases = [
        (Language::Sv, "Sven", "Vad är mötet till för?", "Siffran och gapet"),
        (Language::Fi, "Sanna", "Mitä varten?", "Luku ja vaje"),
        (Language::Nb, "Nora", "Hva er møtet til for?", "Tallet og gapet"),
    ];
    for (language, name, words, point) in cases {
        let person = site.person(name, Role::Member, language).await;
        let mut client = site.signed_in(&person).await;
        client.get("/meetings/new?purpose=targets").await.expect(200).says(words).says(point);
    }
}

#[tokio::test]
async fn several_pasted_addresses_become_one_row_each() {
    on_both(async |db| {
        let (site, anna) = TestApp::nordvik(db).await;
        site.person("Ola Berg", Role::Member, Language::En).await;
        let mut browser = site.signed_in(&anna).await;
        let who = "ola@nordvik.example, Bo <b@y.fi>; wrong@; nobody here, c@z.no; anna@nordvik.example; b@y.fi";
        let page = browser.post("/meetings/preview", &[("who", who), ("do", "add-person")]).await;
        page.expect(422).says("These could not be added and are still in the field: wrong@");
        assert_eq!(page.value_of("who"), "wrong@");
        assert_eq!(page.body.matches("name=\"guest\"").count(), 3, "{}", page.body);
        page.says("Ola Berg").says("value=\"b@y.fi\"").says("value=\"Bo\"").says("value=\"c@z.no\"");
        let many: Vec<String> = (0..300).map(|number| format!("p{number}@kund.example")).collect();
        let page = browser.post("/meetings/preview", &[("who", &many.join(", ")), ("do", "add-person")]).await;
        assert_eq!(page.expect(422).body.matches("name=\"guest\"").count(), 199);
        assert!(page.value_of("who").starts_with("p199@kund.example; p200@"));
    })
    .await;
}
