//! Send as written update: from the planner to mails, the page and the hours given back.

use chrono::{DateTime, TimeDelta, Utc};
use sparsam::{
    app::{
        daily_mails::MAILS_A_DAY,
        error::{AppError, Refusal},
        once::Once,
        written_update::{self, SendUpdate, Sent},
    },
    domain::{
        agenda::{ItemKind, Wanted},
        ids::UpdateId,
        language::Language,
        letter::{Body, Letter, MailLinks},
        meeting::{AttendeeRole, Party, Purpose},
        person::Role,
        planning::Owner,
        written::{Addressee, Draft, Lead, MAX_WORDS, WrittenPoint},
    },
    mail::{
        mime::compose,
        outgoing::{Postmark, write},
        render::render,
    },
    store::{self, people::Person},
};
use uuid::Uuid;

use crate::support::{
    app::Client,
    db::{TestDb, on_both},
    dialogue::Dialogue,
    letters::{SERVICE, letter, links},
    meetings::Stage,
};

/// Half an hour with Ola (required), Sanna (optional) and Eeva, a customer.
fn draft(stage: &Stage) -> Draft {
    let details = stage.details("December targets", true);
    let mut agenda = details.agenda;
    agenda[0].owner = Owner::Invitee(1);
    Draft {
        purpose: details.purpose,
        title: details.title,
        invitees: details.invitees,
        agenda,
        open_guest_list: false,
        minutes: 30,
        words: "The number is 80.\n\nNothing else moves.".to_owned(),
        answer_by: None,
    }
}

async fn send(stage: &Stage, who: &Person, draft: Draft) -> Result<Sent, AppError> {
    let actor = stage.actor(who).await;
    let key = format!("{} {}", draft.title, draft.words.len());
    let once = Once { scope: "test".to_owned(), key, body_hash: [0; 32] };
    let command = SendUpdate { draft, kept: None, once };
    written_update::run(&stage.site.app, &actor, &actor.may_plan().unwrap(), command).await
}

async fn sent(stage: &Stage, who: &Person, draft: Draft) -> UpdateId {
    match send(stage, who, draft).await.unwrap() {
        Sent::New(id) => id,
        Sent::Again(location) => panic!("{location}"),
    }
}

/// A plan with Ola in it that lacks a time, as far as the page before sending.
async fn at_the_page(client: &mut Client, title: &str) -> Dialogue {
    let form = Dialogue::of(client.get("/meetings/new?purpose=targets").await, "plan").set("title", title);
    let form = Dialogue::of(form.set("who", "Ola Berg").press(client, "add-person").await, "plan");
    form.page.says("2 people × 30 min = 1 h given back").says("formaction=\"/updates/preview\"");
    let page = form.post(client, "/updates/preview", "written").await;
    page.expect(200);
    Dialogue::of(page, "update")
}

#[tokio::test]
async fn a_plan_is_sent_in_writing() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        let (site, mut client) = (&stage.site, stage.site.signed_in(&stage.anna).await);
        let form = at_the_page(&mut client, "Agree December targets").await;
        form.page.says("Ola Berg").says("Instead of a meeting: Agree December targets").says("WHAT IT IS ABOUT");
        form.page.says("Send to one person").says("You get 30 minutes back.");
        // The plan is kept as a draft meanwhile, and is used up.
        form.post(&mut client, "/drafts", "save").await;
        assert_eq!(site.count("SELECT COUNT(*) FROM draft").await, 1);
        let form = form.set("words", "The number is 80.\r\nSee https://x.example/plan").set("answer_by", "fri 27 nov");
        let looked = form.post(&mut client, "/updates/preview", "look").await;
        looked.expect(200).says("Agree December targets. Answer by Fri 27 Nov").says("See https://x.example/plan\n");
        let answer = form.press(&mut client, "send").await;
        let location = answer.expect(303).location().to_owned();
        assert!(location.starts_with("/updates/") && location.ends_with("?done=sent"), "{location}");
        let page = client.get(&location).await;
        page.expect(200).says("Sent in writing to one person.").says("Please answer by Friday 27 November");
        page.says("The number is 80.\nSee https").says("2 people × 30 min = 1 h given back").says("about to go out");

        assert_eq!(site.outbox().await, [("written_update".into(), "ola@nordvik.example".into(), "queued".into())]);
        let back =
            "SELECT person.name, cause, CAST(minutes AS TEXT) FROM time_back JOIN person ON person.id = person_id
            WHERE meeting_id IS NULL AND change_id IS NULL ORDER BY person.name";
        let row = |name: &str| (name.to_owned(), "written".to_owned(), "30".to_owned());
        assert_eq!(site.rows(back).await, [row("Anna Lind"), row("Ola Berg")]);
        for nothing in ["meeting", "claim", "draft", "limit_override"] {
            let query = format!("SELECT COUNT(*) FROM {nothing}").leak();
            assert_eq!(site.count(query).await, 0, "{nothing}");
        }
        let deeds = site.rows("SELECT action, object_kind, actor FROM audit WHERE object_kind = 'update'").await;
        assert_eq!(deeds, [("update.sent".into(), "update".into(), "Anna Lind".into())]);
        client.get("/admin/audit?kind=update").await.says("Sent a written update").says("27 November 2026");

        // The button was pressed twice, and then something else with the same key.
        assert_eq!(form.press(&mut client, "send").await.expect(303).location(), location);
        assert_eq!(site.outbox().await.len(), 1);
        let other = form.clone().set("words", "Something else").press(&mut client, "send").await;
        other.expect(409).says("This has already been sent.").says("Something else");
        Dialogue::of(other, "update").set("words", "Something else").press(&mut client, "send").await.expect(303);
        assert_eq!(site.outbox().await.len(), 2);
    })
    .await;
}

#[tokio::test]
async fn bad_input_loses_nothing() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        let mut client = stage.site.signed_in(&stage.anna).await;
        let form = at_the_page(&mut client, "Kept").await;
        let before = stage.site.fingerprint().await;
        let long = "x".repeat(MAX_WORDS + 1);
        for (field, value, says) in [
            ("words", long.as_str(), "Use at most"),
            ("answer_by", "someday", "Enter a date"),
            ("answer_by", "22 nov 2026", "within a year"),
            ("answer_by", "25 nov 2027", "within a year"),
        ] {
            for path in ["/updates", "/updates/preview"] {
                let page =
                    form.clone().set("words", "Kept words").set(field, value).post(&mut client, path, "send").await;
                page.expect(422).says("Error: ").says(&format!("id=\"{field}-e\"")).says(value);
                assert!(page.body.to_lowercase().contains(&says.to_lowercase()), "{field} {value}: {}", page.body);
            }
        }
        // What is wrong with the plan itself is mended in the planner; what was written here goes along and back.
        let page = form.clone().set("title", " ").set("words", "Kept\nwords").set("answer_by", "tomorrow");
        let plan = Dialogue::of(page.press(&mut client, "send").await, "plan");
        plan.page.expect(422).says("Enter a title");
        assert_eq!((plan.value("words"), plan.value("answer_by")), ("Kept\nwords", "tomorrow"));
        let again = plan.set("title", "Title").post(&mut client, "/updates/preview", "written").await;
        again.expect(200).says(">Kept\nwords</textarea>").says("value=\"tomorrow\"");
        let back = form.clone().set("words", "Kept words").post(&mut client, "/meetings/new", "look").await;
        assert_eq!(Dialogue::of(back, "plan").value("words"), "Kept words");
        // Only an agenda may go without words.
        let mut empty = form;
        empty.fields.retain(|(name, _)| name != "point" && !name.ends_with(":0"));
        let empty = empty.set("words", " \u{200b} \n");
        empty.post(&mut client, "/updates/preview", "look").await.expect(200);
        empty.press(&mut client, "send").await.expect(422).says("There is no agenda, so write");
        assert_eq!(before, stage.site.fingerprint().await);
        empty.set("words", "Enough").press(&mut client, "send").await.expect(303);
    })
    .await;
}

#[tokio::test]
async fn the_command_holds_its_bounds_by_itself() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        let before = stage.site.fingerprint().await;
        let day = |text: &str| Some(text.parse().unwrap());
        let nothing = Draft { agenda: Vec::new(), words: " \n".to_owned(), ..draft(&stage) };
        let cases = [
            (nothing, Refusal::NothingToSay),
            (Draft { answer_by: day("2026-11-22"), ..draft(&stage) }, Refusal::AnswerDay),
            (Draft { answer_by: day("9999-01-01"), ..draft(&stage) }, Refusal::AnswerDay),
            (Draft { invitees: Vec::new(), ..draft(&stage) }, Refusal::NobodyInvited),
        ];
        for (draft, expected) in cases {
            let error = send(&stage, &stage.anna, draft).await.unwrap_err();
            assert!(matches!(&error, AppError::Refused(refusal) if *refusal == expected), "{error:?}");
        }
        assert_eq!(before, stage.site.fingerprint().await);
        let long = Draft { words: "å".repeat(MAX_WORDS + 9), ..draft(&stage) };
        sent(&stage, &stage.anna, long).await;
        assert_eq!(stage.site.count("SELECT CAST(LENGTH(body) AS BIGINT) FROM written_update").await, 4_000);
    })
    .await;
}

#[tokio::test]
async fn nobody_is_mailed_who_left_or_wants_no_mail() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        sent(&stage, &stage.anna, draft(&stage)).await;
        stage.site.execute("UPDATE contact SET do_not_contact_at = created_at").await.unwrap();
        let again = || Draft { title: "Again".to_owned(), ..draft(&stage) };
        let error = send(&stage, &stage.anna, again()).await.unwrap_err();
        let expected = Refusal::DoNotContact(vec!["Eeva Kallio".to_owned()]);
        assert!(matches!(&error, AppError::Refused(refusal) if *refusal == expected), "{error:?}");
        // The page says so before anything is sent.
        let mut client = stage.site.signed_in(&stage.anna).await;
        let form = at_the_page(&mut client, "Targets").await;
        let eeva = stage.site.count("SELECT COUNT(*) FROM contact").await;
        assert_eq!(eeva, 1);
        let mut tx = stage.site.db().begin_read().await.unwrap();
        let contact = store::accounts::contact_by_email(&mut tx, "eeva@kone.example").await.unwrap().unwrap();
        drop(tx);
        let form = form.set("guest", &format!("c:{}", contact.id));
        for path in ["/updates/preview", "/updates"] {
            form.post(&mut client, path, "send").await.expect(422).says("no more invitations: Eeva Kallio");
        }
        stage.site.execute("UPDATE contact SET do_not_contact_at = NULL").await.unwrap();
        stage.site.execute("UPDATE person SET state = 'deactivated' WHERE name = 'Ola Berg'").await.unwrap();
        let error = send(&stage, &stage.anna, again()).await.unwrap_err();
        let expected = Refusal::Gone(vec!["Ola Berg".to_owned()]);
        assert!(matches!(&error, AppError::Refused(refusal) if *refusal == expected), "{error:?}");
        assert_eq!(stage.site.count("SELECT COUNT(*) FROM written_update").await, 1);
        assert_eq!(stage.site.count("SELECT COUNT(*) FROM time_back").await, 2);
    })
    .await;
}

#[tokio::test]
async fn everybody_gets_their_own_mail() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        sent(&stage, &stage.anna, draft(&stage)).await;
        let rows = stage.site.rows("SELECT recipient, CAST(payload AS TEXT), lane FROM outbox ORDER BY id").await;
        let bodies: Vec<_> = rows
            .iter()
            .map(|(to, payload, _)| {
                let letter: Letter = serde_json::from_str(payload).unwrap();
                let Body::Written(body) = letter.body else { panic!("{payload}") };
                (to.split('@').next().unwrap(), letter.to.language, *body)
            })
            .collect();
        let of = |name: &str| bodies.iter().find(|(to, ..)| *to == name).unwrap();
        let (_, language, sanna) = of("sanna");
        assert_eq!((*language, sanna.time_back, sanna.customer), (Language::Fi, false, false));
        assert!(of("ola").2.time_back && of("ola").2.stop.is_none());
        // Eeva is told neither Sanna's name nor that she gets time back, and may ask for silence.
        let (_, _, eeva) = of("eeva");
        assert!(eeva.stop.is_some() && eeva.customer && !eeva.time_back);
        let leads = |points: &[WrittenPoint]| points.iter().map(|p| p.lead.clone()).collect::<Vec<_>>();
        assert_eq!(leads(&eeva.content.points), [Lead::Unnamed, Lead::Everyone]);
        let named = Lead::Seat { seat: 2, name: "Sanna Koski".to_owned() };
        assert_eq!(leads(&sanna.content.points), [named, Lead::Everyone]);
        let text = |to: &str| {
            let (_, payload, _) = rows.iter().find(|(recipient, ..)| recipient.starts_with(to)).unwrap();
            let letter: Letter = serde_json::from_str(payload).unwrap();
            render(&letter, &links(&letter)).unwrap().text
        };
        assert!(text("ola").contains("Set targets\n") && text("ola").contains("Targets · Decide · Sanna Koski"));
        let eeva = text("eeva");
        assert!(
            !eeva.contains("Sanna")
                && !eeva.contains("Set targets")
                && eeva.contains("(Besluta)")
                && !eeva.contains("Sätta mål"),
            "{eeva}"
        );
        assert_eq!(bodies.len(), 3, "the author gets no copy");
    })
    .await;
}

#[tokio::test]
async fn mails_come_and_are_sent_again_by_those_who_answer_for_them() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        let site = &stage.site;
        let mikael = site.person("Mikael Holm", Role::Manager, Language::En).await;
        let vera = site.person("Vera Ek", Role::Viewer, Language::En).await;
        site.team("South", &mikael, &[&stage.sanna]).await;
        let mut to = draft(&stage);
        to.invitees[0].role = AttendeeRole::Informed;
        let id = sent(&stage, &stage.mia, to).await;
        let path = format!("/updates/{id}");
        let delivered = stage.deliver("ola@nordvik.example").await;
        assert_eq!(delivered, ["written_update eeva", "written_update ola", "written_update sanna"]);

        let mut mia = site.signed_in(&stage.mia).await;
        let page = mia.get(&path).await;
        page.expect(200).says("No such &#60;user&#62; here").says("Skicka igen").says("Eeva Kallio");
        let mail = page.body.split("/mails/").nth(1).unwrap().split('/').next().unwrap().to_owned();
        let again = format!("{path}/mails/{mail}/again");
        mia.get("/updates").await.expect(200).says(&format!("href=\"{path}\">December targets"));
        mia.get("/meetings").await.says("href=\"/updates\"");
        // Who got it, and who leads them, reads it, and not how far the mails are.
        for reader in [&stage.ola, &mikael] {
            let mut client = site.signed_in(reader).await;
            let page = client.get(&path).await;
            page.expect(200).says("The number is 80.\n\nNothing else moves.").says("Sanna Koski");
            page.does_not_say("No such").does_not_say("/again").does_not_say("mail server");
            client.post(&again, &[]).await.expect(403);
        }
        site.signed_in(&stage.ola).await.get("/updates").await.says("December targets").says("Mia Dahl");
        let mut others = site.signed_in(&vera).await;
        others.get(&path).await.expect(404).does_not_say("December");
        others.get("/updates").await.expect(200).does_not_say("December");
        others.post(&again, &[]).await.expect(403);

        mia.post(&format!("{path}/mails/987654/again"), &[]).await.expect(404);
        assert_eq!(mia.post(&again, &[]).await.expect(303).location(), format!("{path}?done=again"));
        mia.post(&again, &[]).await.expect(303);
        assert_eq!(site.count("SELECT COUNT(*) FROM audit WHERE action = 'mail.sent_again'").await, 1);
        assert_eq!(stage.deliver("").await, ["written_update ola"]);
        let page = mia.get(&path).await;
        page.expect(200).does_not_say("/again");
        // Mia wrote; nobody else had to come.
        page.says("En person × 30 min = 30 min tillbaka");
    })
    .await;
}

#[tokio::test]
async fn whoever_wants_no_mail_meanwhile_is_not_mailed_again() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        let id = sent(&stage, &stage.anna, draft(&stage)).await;
        stage.deliver("eeva@kone.example").await;
        stage.site.execute("UPDATE contact SET do_not_contact_at = created_at").await.unwrap();
        let mut client = stage.site.signed_in(&stage.anna).await;
        let page = client.get(&format!("/updates/{id}")).await;
        let mail = page.body.split("/mails/").nth(1).unwrap().split('/').next().unwrap().to_owned();
        let location = client.post(&format!("/updates/{id}/mails/{mail}/again"), &[]).await.location().to_owned();
        client.get(&location).await.expect(200).says("asked for no more email");
        assert!(stage.deliver("").await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn the_daily_number_of_mails_holds() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        let bucket = format!("mails {}", stage.anna.id);
        let mut tx = stage.site.db().begin().await.unwrap();
        let spent = (MAILS_A_DAY, MAILS_A_DAY - 2);
        store::throttle::count_daily(&mut tx, &bucket, spent, stage.site.now()).await.unwrap();
        tx.commit().await.unwrap();
        sent(&stage, &stage.anna, draft(&stage)).await;
        assert_eq!(stage.deliver("").await, ["written_update ola", "written_update sanna"]);
        stage.site.clock.pass(TimeDelta::hours(16));
        assert_eq!(stage.deliver("").await, ["written_update eeva"]);
    })
    .await;
}

#[tokio::test]
async fn the_load_page_counts_and_names_it() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        let team = stage.site.team("North", &stage.anna, &[&stage.ola, &stage.sanna]).await;
        for at in ["2026-11-24T09:00:00", "2026-12-01T09:00:00"] {
            stage.plan_as(&stage.anna, stage.details(at, false), at).await;
        }
        let path = format!("/teams/{team}/load?weeks=4");
        stage.site.clock.pass(TimeDelta::days(9));
        let mut client = stage.site.signed_in(&stage.anna).await;
        client.get(&path).await.expect(200).says("No hours were given back.");
        // Anna and Ola; Sanna was only welcome, and Eeva is a customer.
        sent(&stage, &stage.anna, Draft { minutes: 65, ..draft(&stage) }).await;
        let page = client.get(&path).await;
        page.says("Sent in writing instead").says("2 h 10 min").does_not_say("No hours were given back.");
    })
    .await;
}

#[tokio::test]
async fn two_at_once_are_sent_once() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        let (one, two) =
            tokio::join!(send(&stage, &stage.anna, draft(&stage)), send(&stage, &stage.anna, draft(&stage)));
        let new = [&one, &two].iter().filter(|sent| matches!(sent, Ok(Sent::New(_)))).count();
        assert_eq!(new, 1, "{one:?} {two:?}");
        assert_eq!(stage.site.outbox().await.len(), 3);
    })
    .await;
}

/// A letter that says this everywhere.
fn saying(text: &str) -> Letter {
    let author = Party { name: text.to_owned(), email: "anna@nordvik.example".to_owned() };
    let draft = Draft {
        purpose: Purpose::Targets,
        title: text.to_owned(),
        invitees: Vec::new(),
        agenda: Vec::new(),
        open_guest_list: false,
        minutes: 30,
        words: text.to_owned(),
        answer_by: Some("2026-11-27".parse().unwrap()),
    };
    let mut content = draft.content(text, |_| None);
    content.points.push(WrittenPoint {
        kind: ItemKind::Free,
        title: text.to_owned(),
        wanted: Wanted::Inform,
        lead: Lead::Seat { seat: 0, name: text.to_owned() },
    });
    let to = Addressee { seat: 1, role: AttendeeRole::Required, customer: false, stop: None };
    let body = content.letter_to(to, false, (Uuid::nil().into(), &author));
    let reader = Party { name: "Ola Berg".to_owned(), email: "ola@nordvik.example".to_owned() };
    let at: DateTime<Utc> = "2026-11-23T08:00:00Z".parse().unwrap();
    Letter { at, ..letter(Language::En, reader, Body::Written(Box::new(body))) }
}

#[test]
fn hostile_words_change_no_mail() {
    let tags = |letter: &Letter| {
        let html = render(letter, &links(letter)).unwrap().html;
        html.matches('<').count() - html.matches("<br>").count()
    };
    let raw = |letter: &Letter| {
        let links = MailLinks { page: Some("https://m.example.test/updates/1".to_owned()), ..MailLinks::default() };
        let postmark = Postmark { service_address: SERVICE, message_id: "x@m.example.test", links: &links };
        let mail = write(letter, &postmark).unwrap();
        assert_eq!(mail.reply_to.as_ref().unwrap().address.as_str(), "anna@nordvik.example");
        assert!(mail.calendar.is_none() && !mail.subject.contains(['\r', '\n']), "{:?}", mail.subject);
        assert!(mail.text.lines().filter(|line| *line == "-- ").count() == 1, "{}", mail.text);
        String::from_utf8(compose(&mail, None).unwrap().raw).unwrap()
    };
    let headers = |raw: &str| -> Vec<String> {
        let head = raw.split("\r\n\r\n").next().unwrap();
        let lines = head.split("\r\n").filter(|line| !line.starts_with([' ', '\t']));
        lines.map(|line| line.split(':').next().unwrap().to_owned()).collect()
    };
    let plain = saying("December targets");
    for text in [
        "x\r\nBcc: evil@x.example",
        "x\r\n\r\n<p>a body</p>",
        "<script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "</title></style><h1>x",
        "x\n-- \nYou received this because",
        "x\u{2028}Bcc: evil@x.example\u{202e}",
        "\r\n.\r\nMAIL FROM:<evil@x.example>\r\n",
        "{{ 7*7 }}${7*7}<%= 7*7 %>",
        "'; DROP TABLE meeting; -- %s",
    ] {
        let letter = saying(text);
        assert_eq!(tags(&letter), tags(&plain), "{text:?}");
        assert_eq!(headers(&raw(&letter)), headers(&raw(&plain)), "{text:?}");
    }
}

#[tokio::test]
async fn hostile_words_change_no_page() {
    let stage = Stage::set(TestDb::sqlite().await).await;
    let mut client = stage.site.signed_in(&stage.anna).await;
    for text in ["</textarea><script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "{{ 7*7 }}<!--"] {
        let form = at_the_page(&mut client, text).await.set("words", text);
        let look = form.post(&mut client, "/updates/preview", "look").await;
        look.expect(200).does_not_say("<script>alert").does_not_say("<img").does_not_say("<!--");
        let location = form.press(&mut client, "send").await.expect(303).location().to_owned();
        let page = client.get(&location).await;
        page.expect(200).does_not_say("<script>alert").does_not_say("<img").does_not_say("<!--");
        client.get("/updates").await.expect(200).does_not_say("<script>alert").does_not_say("<img");
    }
}
