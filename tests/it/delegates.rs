//! Planning on somebody's behalf (features F106): who may, whose meeting it is, what calendars and records say.

use sparsam::{
    app::{
        actor::Actor,
        approvals, delegates,
        error::{AppError, Refusal},
        once::Once,
        schedule_meeting::{self, ScheduleMeeting, Scheduled},
    },
    domain::{
        ids::{MeetingId, PersonId},
        language::Language,
        limits::{
            consent::Consent,
            rule::{Level, Measure, Scope},
        },
        person::Role,
        planning::Plan,
    },
    store::{self, delegates::MOST, people::Person},
};

use crate::support::{
    app::{Client, TestApp},
    db::{TestDb, on_both},
    dialogue::Dialogue,
    meetings::{Stage, start},
    rules::{limit, with},
};

/// Anna leads meetings, and Bo may plan them for her once she lets him.
struct Firm {
    stage: Stage,
    bo: Person,
}

impl Firm {
    async fn set(db: TestDb) -> Self {
        let stage = Stage::set(db).await;
        let bo = stage.site.person("Bo Ek", Role::Member, Language::En).await;
        Self { stage, bo }
    }

    /// She does.
    async fn helped(db: TestDb) -> Self {
        let firm = Self::set(db).await;
        delegates::add(&firm.stage.site.app, &firm.stage.actor(&firm.stage.anna).await, firm.bo.id).await.unwrap();
        firm
    }
}

/// The planner's form with Ola, and with Eeva of Kone where `customer` says so.
async fn form(client: &mut Client, organizer: PersonId, customer: bool) -> Dialogue {
    let page = client.get("/meetings/new?purpose=targets&start=2026-11-25T14:00").await;
    let form = Dialogue::of(page, "plan").set("organizer", &organizer.to_string()).set("title", "December targets");
    let form = Dialogue::of(form.set("who", "ola@nordvik.example").press(client, "add-person").await, "plan");
    if !customer {
        return form;
    }
    Dialogue::of(form.set("who", "Eeva Kallio <eeva@kone.example>").press(client, "add-person").await, "plan")
}

/// The calendar object and the text of the newest mail to somebody.
async fn mail_to(site: &TestApp, recipient: &str) -> String {
    let mails = site.rows("SELECT recipient, CAST(payload AS TEXT), kind FROM outbox ORDER BY id").await;
    let (_, payload, _) = mails.into_iter().rfind(|(to, ..)| to.starts_with(recipient)).unwrap();
    let letter: serde_json::Value = serde_json::from_str(&payload).unwrap();
    let object = letter.pointer("/body/calendar");
    object.unwrap_or_else(|| panic!("{payload}")).as_str().unwrap().replace("\r\n ", "")
}

/// Plans half an hour for `organizer`.
async fn plan_for(
    stage: &Stage,
    (actor, organizer): (&Actor, &Person),
    (title, at): (&str, &str),
    consent: Consent,
) -> Result<MeetingId, AppError> {
    let plan = Plan { details: with(stage, title, &[&stage.ola]), start: start(at), minutes: 30 };
    let once = Once { scope: "test".to_owned(), key: format!("{title} {at}"), body_hash: [0; 32] };
    let command = ScheduleMeeting { plan, form: Vec::new(), draft: None, consent, once };
    let permit = actor.may_plan_for(organizer.id)?;
    match schedule_meeting::run(&stage.site.app, actor, &permit, command).await? {
        Scheduled::New(id, _) => Ok(id),
        Scheduled::Again(location) => panic!("{location}"),
    }
}

#[tokio::test]
async fn people_choose_who_plans_for_them_and_end_it() {
    on_both(async |db| {
        let Firm { stage, bo } = Firm::set(db).await;
        let lena = stage.site.person("Lena Ek", Role::Viewer, Language::En).await;
        let (mut anna, mut helper) = (stage.site.signed_in(&stage.anna).await, stage.site.signed_in(&bo).await);
        let page = anna.get("/settings/delegates").await;
        page.says("Nobody plans meetings for you.").says("Bo Ek").does_not_say("Lena Ek");
        helper.get("/meetings/new").await.does_not_say("name=\"organizer\"");

        for wrong in ["", "somebody", &lena.id.to_string(), &stage.anna.id.to_string()] {
            let page = anna.post("/settings/delegates", &[("person", wrong)]).await;
            page.expect(422).says("id=\"person-e\"");
        }
        let chosen = bo.id.to_string();
        for _ in 0..2 {
            let done = anna.post("/settings/delegates", &[("person", &chosen)]).await;
            anna.get(done.expect(303).location()).await.says("can now plan meetings on your behalf");
        }
        assert_eq!(stage.site.count("SELECT COUNT(*) FROM delegate").await, 1);
        assert_eq!(stage.site.count("SELECT COUNT(*) FROM audit WHERE action = 'person.delegate_added'").await, 1);
        helper.get("/settings/delegates").await.says("plan\u{20}for Anna Lind").does_not_say("Anna Lind</strong>");
        helper.get("/meetings/new").await.says("name=\"organizer\"").says("Anna Lind");

        // Only whoever it is about ends it.
        helper.post(&format!("/settings/delegates/{}/removal", bo.id), &[]).await.expect(404);
        let done = anna.post(&format!("/settings/delegates/{chosen}/removal"), &[]).await;
        anna.get(done.expect(303).location()).await.says("no longer plans meetings on your behalf");
        anna.post(&format!("/settings/delegates/{chosen}/removal"), &[]).await.expect(404);
        helper.get("/meetings/new").await.does_not_say("name=\"organizer\"");
        stage.site.signed_in(&lena).await.get("/settings/delegates").await.expect(403);
    })
    .await;
}

#[tokio::test]
async fn nobody_plans_for_more_people_than_are_read() {
    on_both(async |db| {
        let Firm { stage, bo } = Firm::set(db).await;
        let anna = stage.actor(&stage.anna).await;
        for number in 0..MOST {
            let colleague = stage.site.person(&format!("Colleague{number} Berg"), Role::Member, Language::En).await;
            delegates::add(&stage.site.app, &anna, colleague.id).await.unwrap();
        }
        let one_more = delegates::add(&stage.site.app, &anna, bo.id).await;
        assert!(matches!(one_more, Err(AppError::Refused(Refusal::TooManyDelegates))), "{one_more:?}");
        let mut client = stage.site.signed_in(&stage.anna).await;
        let page = client.post("/settings/delegates", &[("person", &bo.id.to_string())]).await;
        page.expect(422).says("At most 20 colleagues");
        assert_eq!(stage.site.count("SELECT COUNT(*) FROM delegate").await, 20);
    })
    .await;
}

#[tokio::test]
async fn the_meeting_is_the_organizers_and_every_record_names_both() {
    on_both(async |db| {
        let Firm { stage, bo } = Firm::helped(db).await;
        let mut helper = stage.site.signed_in(&bo).await;
        let form = form(&mut helper, stage.anna.id, true).await;
        let shown = form.post(&mut helper, "/meetings/preview", "mails").await;
        shown.says("Anna Lind invites you").says("Bo Ek sends this on the organiser");
        let location = Dialogue::of(shown, "plan").press(&mut helper, "send").await.expect(303).location().to_owned();

        let organizers = stage.site.rows("SELECT person.name, meeting.title, meeting.status FROM meeting JOIN person ON person.id = organizer_id").await;
        assert_eq!(organizers, [("Anna Lind".into(), "December targets".into(), "confirmed".into())]);
        let page = helper.get(&location).await;
        page.expect(200).says("Bo Ek on behalf of Anna Lind");
        for colleague in ["anna", "ola"] {
            let object = mail_to(&stage.site, colleague).await;
            let organizer = object.lines().find(|line| line.starts_with("ORGANIZER")).unwrap();
            assert_eq!(
                organizer,
                "ORGANIZER;CN=Anna Lind;SENT-BY=\"mailto:bo@nordvik.example\":mailto:sparsam@nordvik.example"
            );
            assert!(!object.contains("ATTENDEE;CN=Bo"), "whoever plans takes no part: {object}");
        }
        let object = mail_to(&stage.site, "eeva").await;
        assert!(object.contains("ORGANIZER;CN=Anna Lind:mailto:sparsam@nordvik.example"), "{object}");
        assert!(!object.contains("bo@"), "customers learn no more addresses than they need: {object}");
        let said = stage.site.rows("SELECT actor, CAST(after AS TEXT), action FROM audit WHERE action = 'meeting.planned'").await;
        assert_eq!(said.len(), 1);
        let after: serde_json::Value = serde_json::from_str(&said[0].1).unwrap();
        assert_eq!((said[0].0.as_str(), &after["on_behalf_of"]), ("Bo Ek", &serde_json::json!("Anna Lind")));
        let mut admin = stage.site.signed_in(&stage.anna).await;
        admin.get("/admin/audit").await.says("On behalf of");

        // Changing it goes the same way, and one of her own is hers.
        let id = location.split(['/', '?']).nth(2).unwrap().to_owned();
        let edit = Dialogue::of(helper.get(&format!("/meetings/{id}/edit")).await, "plan");
        edit.set("title", "January targets").press(&mut helper, "send").await.expect(303);
        assert!(mail_to(&stage.site, "ola").await.contains("SENT-BY=\"mailto:bo@nordvik.example\""));
        let own = self::form(&mut helper, bo.id, false).await.set("time", "16");
        own.press(&mut helper, "send").await.expect(303);
        assert!(!mail_to(&stage.site, "ola").await.contains("SENT-BY"));
    })
    .await;
}

#[tokio::test]
async fn what_is_sent_after_the_right_has_ended_comes_back_filled() {
    on_both(async |db| {
        let Firm { stage, bo } = Firm::helped(db).await;
        let mut helper = stage.site.signed_in(&bo).await;
        let mine = stage.plan("Only Anna's", false).await.0;
        helper.get(&format!("/meetings/{mine}")).await.expect(200).says("Only Anna&#39;s");
        let form = form(&mut helper, stage.anna.id, false).await;
        delegates::remove(&stage.site.app, &stage.actor(&stage.anna).await, bo.id).await.unwrap();

        let page = form.press(&mut helper, "send").await;
        page.expect(422).says("You no longer plan for this colleague");
        assert_eq!(Dialogue::of(page, "plan").value("title"), "December targets");
        assert_eq!(stage.site.count("SELECT COUNT(*) FROM meeting").await, 1);
        helper.get(&format!("/meetings/{mine}")).await.expect(404);
        helper.get(&format!("/meetings/{mine}/edit")).await.expect(404);

        // Nor for anybody who never asked for it, whatever a form says.
        let stranger = stage.actor(&stage.ola).await;
        let refused =
            plan_for(&stage, (&stranger, &stage.anna), ("Forged", "2026-11-26T09:00:00"), Consent::seen()).await;
        assert!(matches!(refused, Err(AppError::Denied)), "{refused:?}");
    })
    .await;
}

#[tokio::test]
async fn exceptions_are_the_organizers_and_nobody_allows_their_own() {
    on_both(async |db| {
        let Firm { stage, bo } = Firm::helped(db).await;
        let app = &stage.site.app;
        limit(app, Scope::Organization, Measure::Length { most: 20 }, Level::Reason).await;
        let helper = stage.actor(&bo).await;
        let reason =
            || Consent { seen: true, reason: Some("The customer decides this week".to_owned()), approved: Vec::new() };
        for hour in ["09", "10", "11"] {
            let at = format!("2026-11-26T{hour}:00:00");
            plan_for(&stage, (&helper, &stage.anna), ("Longer", &at), reason()).await.unwrap();
        }
        let whose = stage
            .site
            .rows("SELECT person.name, '', '' FROM limit_override JOIN person ON person.id = person_id")
            .await;
        assert!(whose.len() == 3 && whose.iter().all(|(name, ..)| name == "Anna Lind"), "{whose:?}");

        // Her own three are not used up; Anna's are, so somebody else is asked, who is neither of the two.
        let asked = plan_for(&stage, (&helper, &stage.anna), ("Longer still", "2026-11-26T13:00:00"), reason()).await;
        assert!(matches!(asked, Err(AppError::Refused(Refusal::NoApprover))), "{asked:?}");
        let boss = stage.site.person("Eva Boss", Role::Admin, Language::En).await;
        let id =
            plan_for(&stage, (&helper, &stage.anna), ("Longer yet", "2026-11-26T13:00:00"), reason()).await.unwrap();
        let mut tx = app.db.begin_read().await.unwrap();
        let question = store::approvals::open_of(&mut tx, id).await.unwrap().unwrap();
        assert_eq!((question.asked_by, question.approver_id), (bo.id, boss.id));
        let question = approvals::Question::read(&mut tx, question).await.unwrap();
        let asked = question.approval.id;
        for (person, may) in [(&bo, false), (&stage.anna, false), (&boss, true)] {
            let actor = Actor::load(&mut tx, person.clone(), None, String::new()).await.unwrap().unwrap();
            assert_eq!(
                approvals::may_decide(&mut tx, &actor, &question, app.now()).await.unwrap(),
                may,
                "{}",
                person.name
            );
        }
        let boss = Actor::load(&mut tx, boss, None, String::new()).await.unwrap().unwrap();
        drop(tx);
        let decision = approvals::Decision { allow: true, note: String::new() };
        approvals::decide(app, &boss, asked, decision).await.unwrap();
        // Who lets it happen is not who has planned it.
        let mail = mail_to(&stage.site, "ola@nordvik.example").await;
        assert!(mail.contains("SENT-BY=\"mailto:bo@nordvik.example\"") && !mail.contains("Eva Boss"), "{mail}");
    })
    .await;
}

#[tokio::test]
async fn a_series_is_planned_on_somebodys_behalf() {
    on_both(async |db| {
        let Firm { stage, bo } = Firm::helped(db).await;
        let mut helper = stage.site.signed_in(&bo).await;
        let form = form(&mut helper, stage.anna.id, false).await.set("repeat", "week").set("repeat_count", "3");
        let page = form.press(&mut helper, "send").await;
        helper.get(page.expect(303).location()).await.expect(200).says("Bo Ek on behalf of Anna Lind");
        let organizers = stage
            .site
            .rows("SELECT DISTINCT person.name, '', '' FROM meeting JOIN person ON person.id = organizer_id")
            .await;
        assert_eq!(organizers.len(), 1);
        assert_eq!(organizers[0].0, "Anna Lind");
        let object = mail_to(&stage.site, "ola").await;
        assert!(object.contains("RRULE") && object.contains("SENT-BY=\"mailto:bo@nordvik.example\""), "{object}");
    })
    .await;
}

#[tokio::test]
async fn whoever_leaves_plans_for_nobody_and_nobody_for_them() {
    on_both(async |db| {
        let Firm { stage, bo } = Firm::helped(db).await;
        delegates::add(&stage.site.app, &stage.actor(&bo).await, stage.ola.id).await.unwrap();
        let mut anna = stage.site.signed_in(&stage.anna).await;
        let page = anna.get(&format!("/admin/people/{}/deactivation", bo.id)).await;
        let once = page.value_of("once");
        let path = format!("/admin/people/{}/deactivation", bo.id);
        anna.post(&path, &[("once", &once), ("upcoming", "none")]).await.expect(303);
        assert_eq!(stage.site.count("SELECT COUNT(*) FROM delegate").await, 0);
    })
    .await;
}
