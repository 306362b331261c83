//! Customers, the people there, and what they may buy: through the pages, as sellers use them.

mod classes;
mod dates;
mod erasure;
mod forms;
mod rhythm;
mod rights;

use chrono::TimeDelta;
use sparsam::{
    domain::{language::Language, meeting::Purpose, person::Role},
    store::people::Person,
};

use crate::support::{
    app::{Client, TestApp},
    db::{TestDb, on_both},
    meetings::Stage,
};

/// A firm with a seller, her manager, another seller and somebody who only looks.
struct Firm {
    site: TestApp,
    anna: Client,
    ola: Client,
    erik: Client,
    kari: Client,
    lena: Client,
    erik_id: String,
    erik_row: Person,
}

impl Firm {
    async fn found(db: TestDb) -> Self {
        let (site, anna) = TestApp::nordvik(db).await;
        let ola = site.person("Ola Berg", Role::Manager, Language::En).await;
        let erik = site.person("Erik Sund", Role::Member, Language::En).await;
        let kari = site.person("Kari Nilsen", Role::Member, Language::En).await;
        let lena = site.person("Lena Ek", Role::Viewer, Language::En).await;
        site.team("North", &ola, &[&erik]).await;
        let (erik_id, erik_row) = (erik.id.to_string(), erik.clone());
        let sign_in = async |person: &Person| {
            site.clock.pass(TimeDelta::minutes(5));
            site.signed_in(person).await
        };
        let (anna, ola) = (sign_in(&anna).await, sign_in(&ola).await);
        let (erik, kari, lena) = (sign_in(&erik).await, sign_in(&kari).await, sign_in(&lena).await);
        Self { site, anna, ola, erik, kari, lena, erik_id, erik_row }
    }

    /// Erik's customer; its page.
    async fn customer(&mut self, name: &str) -> String {
        let fields = [("name", name), ("owner", &self.erik_id), ("once", name)];
        place(self.erik.post("/customers", &fields).await.expect(303).location())
    }

    /// A contact there; their page.
    async fn contact(&mut self, customer: &str, (name, email): (&str, &str)) -> String {
        let fields =
            [("name", name), ("email", email), ("language", "sv"), ("zone", "Europe/Stockholm"), ("once", email)];
        place(self.erik.post(&format!("{customer}/contacts"), &fields).await.expect(303).location())
    }

    /// Something they may buy; its page.
    async fn opportunity(&mut self, customer: &str, title: &str) -> String {
        let id = customer.trim_start_matches("/customers/");
        let fields = [
            ("customer", id),
            ("title", title),
            ("owner", &self.erik_id),
            ("stage", "first_contact"),
            ("amount", "125 000"),
            ("currency", "SEK"),
            ("once", title),
        ];
        place(self.erik.post("/opportunities", &fields).await.expect(303).location())
    }
}

/// A path without its query.
fn place(location: &str) -> String {
    location.split('?').next().unwrap().to_owned()
}

#[tokio::test]
async fn a_customer_is_added_with_people_and_found_again() {
    on_both(async |db| {
        let mut f = Firm::found(db).await;
        f.erik.get("/customers").await.expect(200).says("No customers yet.");
        let form = f.erik.get("/customers/new").await;
        form.expect(200).says(&format!("value=\"{}\" selected", f.erik_id));
        let bergvik = f.customer("Bergvik <b>Bygg</b>").await;
        let again = [("name", "Bergvik <b>Bygg</b>"), ("owner", &f.erik_id), ("once", "Bergvik <b>Bygg</b>")];
        assert_eq!(place(f.erik.post("/customers", &again).await.expect(303).location()), bergvik);
        let taken = [("name", "BERGVIK <b>bygg</b>"), ("notes", "Kept as typed"), ("once", "x")];
        f.erik.post("/customers", &taken).await.expect(422).says("id=\"name-e\"").says("Kept as typed");
        let long = "x".repeat(4_001);
        let bad = [("name", " "), ("class", "rich"), ("rhythm", "8"), ("notes", &long), ("once", "y")];
        let page = f.erik.post("/customers", &bad).await;
        page.expect(422).says("id=\"name-e\"").says("id=\"class-e\"").says("id=\"rhythm-e\"").says("id=\"notes-e\"");
        let johan = f.contact(&bergvik, ("Johan Bergvik", "Johan@Bergvik.example")).await;
        let contacts = format!("{bergvik}/contacts");
        for taken in ["johan@bergvik.example", "anna@nordvik.example", "no address"] {
            let fields = [("name", "J"), ("email", taken), ("language", "sv"), ("zone", "UTC"), ("once", taken)];
            f.erik.post(&contacts, &fields).await.expect(422).says("id=\"email-e\"");
        }
        let nothing = f.erik.post(&contacts, &[]).await;
        nothing
            .expect(422)
            .says("id=\"name-e\"")
            .says("id=\"email-e\"")
            .says("id=\"language-e\"")
            .says("id=\"zone-e\"");
        f.erik.get(&johan).await.expect(200).says("Johan@Bergvik.example").says("Stockholm");
        f.erik.get(&bergvik).await.expect(200).says("Bergvik &#60;b&#62;").says("Johan Bergvik");
        for (query, found) in [
            ("?q=bergvik", true),
            ("?q=JOHAN", true),
            ("?q=%25", true),
            ("?q=nobody", false),
            ("?whose=mine", true),
            ("?class=hot", false),
            ("?page=2", false),
            ("?page=99999999999999999999", true),
            ("?class=%00&rhythm=x&whose=y", true),
        ] {
            let page = f.erik.get(&format!("/customers{query}")).await;
            assert_eq!(page.expect(200).body.contains("Bergvik &#60;b&#62;"), found, "{query}");
        }
        f.anna.get("/admin/audit").await.says("Added a customer").says("Added a contact");
    })
    .await;
}

/// Every change of stage is on record, each with the stage before.
async fn assert_way(f: &Firm, steps: &[&str]) {
    let history = "SELECT COALESCE(from_stage, ''), to_stage, person FROM stage_change ORDER BY version";
    let way: Vec<(String, String)> = f.site.rows(history).await.into_iter().map(|(from, to, _)| (from, to)).collect();
    let from = std::iter::once("").chain(steps.iter().copied());
    let expected: Vec<(String, String)> =
        from.zip(steps).map(|(from, to)| (from.to_owned(), (*to).to_owned())).collect();
    assert_eq!(way, expected);
}

#[tokio::test]
async fn an_opportunity_goes_its_way() {
    on_both(async |db| {
        let mut f = Firm::found(db).await;
        let bergvik = f.customer("Bergvik").await;
        let deal = f.opportunity(&bergvik, "Service 2027").await;
        let page = f.erik.get(&deal).await;
        page.expect(200)
            .says("125,000")
            .says("20 %")
            .says("25,000")
            .says("Move on to: Needs")
            .says("Started at: First contact");
        let stage = format!("{deal}/stage");
        let move_to = |word: &str, version: &str| vec![("stage", word.to_owned()), ("version", version.to_owned())];
        let sent = async |f: &mut Firm, fields: Vec<(&str, String)>| {
            let fields: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (*n, v.as_str())).collect();
            f.erik.post(&stage, &fields).await
        };
        assert_eq!(sent(&mut f, move_to("needs", "1")).await.expect(303).location(), format!("{deal}?done=moved"));
        // The same form again is older than what it would change.
        sent(&mut f, move_to("quote", "1")).await.expect(409);
        let back = [move_to("quote", "2"), vec![("back", "board".to_owned())]].concat();
        let moved =
            format!("/opportunities?view=board&done=moved&moved={}", deal.trim_start_matches("/opportunities/"));
        assert_eq!(sent(&mut f, back).await.expect(303).location(), moved);
        sent(&mut f, move_to("lost", "3"))
            .await
            .expect(422)
            .says("id=\"lost_reason-e\"")
            .says("value=\"lost\" selected");
        sent(&mut f, move_to("nowhere", "3")).await.expect(422);
        let lost = [
            move_to("lost", "3"),
            vec![("lost_reason", "price".to_owned()), ("lost_note", "10 % too much".to_owned())],
        ];
        sent(&mut f, lost.concat()).await.expect(303);
        f.erik.get(&deal).await.says("Price: 10 % too much").says("0 %");
        sent(&mut f, move_to("closing", "4")).await.expect(303);
        f.erik.get(&deal).await.does_not_say("10 % too much");
        let step =
            [move_to("closing", "5"), vec![("next_step", "Call".to_owned()), ("next_step_on", "1.12.".to_owned())]];
        sent(&mut f, step.concat()).await.expect(303);
        let bad =
            [move_to("closing", "6"), vec![("next_step", "Call".to_owned()), ("next_step_on", "soon".to_owned())]];
        sent(&mut f, bad.concat()).await.expect(422).says("id=\"next_step_on-e\"").says("value=\"soon\"");
        sent(&mut f, move_to("won", "6")).await.expect(303);
        f.erik.get(&deal).await.says("Bergvik has bought.").says("100 %");
        let class = format!("/limits{bergvik}");
        let done = f.erik.post(&class, &[("class", "customer"), ("back", "customer")]).await;
        assert_eq!(done.expect(303).location(), format!("{bergvik}?done=classified"));
        f.erik.get(&deal).await.does_not_say("has bought.");
        assert_way(&f, &["first_contact", "needs", "quote", "lost", "closing", "won"]).await;
        for (view, words) in [("list", "Service 2027"), ("board", "data-stage=\"won\""), ("funnel", "SEK")] {
            f.erik.get(&format!("/opportunities?view={view}")).await.expect(200).says(words);
        }
    })
    .await;
}

#[tokio::test]
async fn what_cannot_be_read_comes_back_with_all_that_was_typed() {
    let mut f = Firm::found(TestDb::sqlite().await).await;
    let bergvik = f.customer("Bergvik").await;
    let bad = [
        ("account", "Nobody AB"),
        ("title", "Kept <i>"),
        ("amount", "1,5"),
        ("currency", "DEM"),
        ("probability", "150"),
        ("expected", "31.2."),
        ("source", "moon"),
        ("stage", "lost"),
    ];
    let page = f.erik.post("/opportunities", &bad).await;
    page.expect(422).says("Kept &#60;i&#62;").says("value=\"1,5\"").says("value=\"Nobody AB\"");
    for field in ["amount", "probability", "expected", "source"] {
        page.says(&format!("id=\"{field}-e\""));
    }
    let named = [("account", "bergvik"), ("title", "By name"), ("owner", &f.erik_id), ("stage", "warm")];
    f.erik.post("/opportunities", &named).await.expect(303);
    let named = [("account", "Nobody AB"), ("title", "By name"), ("owner", &f.erik_id), ("stage", "warm")];
    f.erik.post("/opportunities", &named).await.expect(422).says("id=\"account-e\"");
    let id = bergvik.trim_start_matches("/customers/");
    // Somebody of another customer is nobody here.
    let other = f.customer("Other").await;
    let stranger = f.contact(&other, ("Eva", "eva@other.example")).await;
    let stranger = stranger.trim_start_matches("/contacts/").to_owned();
    let fields = [("customer", id), ("title", "T"), ("owner", &f.erik_id), ("stage", "warm"), ("contact", &stranger)];
    f.erik.post("/opportunities", &fields).await.expect(404);
}

#[tokio::test]
async fn a_meeting_is_planned_from_an_opportunity() {
    on_both(async |db| {
        let mut f = Firm::found(db).await;
        let bergvik = f.customer("Bergvik").await;
        f.contact(&bergvik, ("Johan Bergvik", "johan@bergvik.example")).await;
        let deal = f.opportunity(&bergvik, "Service 2027").await;
        f.erik.post(&format!("{deal}/stage"), &[("stage", "objections"), ("version", "1")]).await.expect(303);
        let id = deal.trim_start_matches("/opportunities/");
        let page = f.erik.get(&format!("/meetings/new?opportunity={id}")).await;
        page.expect(200)
            .says("value=\"customer\" checked")
            .says("value=\"objections\" selected")
            .says("Johan Bergvik")
            .says("a technical expert, a developer")
            .says(&format!("value=\"{id}\" selected"));
        let guest = page.value_of("guest");
        let fields = [
            ("purpose", "customer"),
            ("stage", "objections"),
            ("opportunity", id),
            ("filled", "customer.objections.en"),
            ("title", "Answers"),
            ("guest", &guest),
            (&format!("role:{guest}"), "required"),
            ("date", "25.11.2026"),
            ("time", "14:00"),
            ("length", "45"),
            ("zone", "Europe/Stockholm"),
            ("format", "phone"),
            ("place", "+46 8 123 45 67"),
            ("limits_seen", "yes"),
            ("do", "send"),
            ("once", "plan"),
        ];
        let sent = f.erik.post("/meetings/new", &fields).await;
        let meeting = place(sent.expect(303).location());
        f.erik.get(&deal).await.says("Answers").says(&meeting);
        f.erik.get(&bergvik).await.says("Answers").says("25 Nov");
        // A colleague learns that somebody meets them, and not what about.
        f.kari.get(&bergvik).await.expect(200).says("Meeting with Erik Sund").does_not_say("Answers");
        let mine = [("purpose", "customer"), ("guest", &guest), ("date", "26.11."), ("time", "9"), ("length", "30")];
        f.kari.post("/meetings/preview", &mine).await.expect(200).says("Erik Sund, Wed 25 Nov");
    })
    .await;
}

#[tokio::test]
async fn nobody_is_written_to_who_does_not_want_it() {
    on_both(async |db| {
        let mut f = Firm::found(db).await;
        let bergvik = f.customer("Bergvik").await;
        let johan = f.contact(&bergvik, ("Johan", "johan@bergvik.example")).await;
        let permission = format!("{johan}/permission");
        f.erik
            .post(&permission, &[("do", "stop"), ("stop_source", " ")])
            .await
            .expect(422)
            .says("id=\"stop_source-e\"");
        f.erik.post(&permission, &[("do", "stop"), ("stop_source", "Said so by phone")]).await.expect(303);
        f.erik.get(&johan).await.says("No invitations").says("Said so by phone").does_not_say("contact=");
        f.erik.post(&permission, &[("do", "agree"), ("agree_source", "Trade show card")]).await.expect(303);
        f.erik.get(&johan).await.says("Trade show card");
        // Editing leaves it alone, whatever an old form thought.
        let edit = [
            ("name", "Johan B"),
            ("email", "johan@bergvik.example"),
            ("language", "en"),
            ("zone", "UTC"),
            ("version", "2"),
        ];
        f.erik.post(&format!("{johan}/edit"), &edit).await.expect(303);
        f.erik.get(&johan).await.says("Johan B").says("Said so by phone");
        f.erik.post(&format!("{johan}/edit"), &edit).await.expect(409);
        for (word, gone) in [("resume", "Said so by phone"), ("withdraw", "Trade show card")] {
            f.erik.post(&permission, &[("do", word)]).await.expect(303);
            f.erik.get(&johan).await.does_not_say(gone);
        }
        f.erik.post(&permission, &[("do", "anything")]).await.expect(422);
        f.anna.get("/admin/audit").await.says("Noted a consent").says("Asked for no more invitations");
    })
    .await;
}

/// Details of a meeting with a customer.
fn with_customer(stage: &Stage, title: &str) -> sparsam::domain::planning::Details {
    sparsam::domain::planning::Details { purpose: Purpose::Customer, ..stage.details(title, true) }
}

#[tokio::test]
async fn an_erased_contact_leaves_their_meetings_and_is_still_counted() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        let (alone, _) = stage.plan_as(&stage.anna, with_customer(&stage, "Alone"), "2026-11-25T14:00:00").await;
        let past = stage.plan_as(&stage.anna, with_customer(&stage, "Past"), "2026-11-24T09:00:00").await.0;
        stage.site.clock.pass(TimeDelta::days(1) + TimeDelta::hours(3));
        let contact = stage.attendee(past, "Eeva").await.contact_id.unwrap();
        let page = format!("/contacts/{contact}");
        let mut anna = stage.site.signed_in(&stage.anna).await;
        anna.get(&page).await.expect(200).says("Eeva Kallio");
        anna.get(&format!("{page}/erasure")).await.expect(200).says("The meeting on Wed 25 Nov 14:00 is cancelled.");
        let done = anna.post(&format!("{page}/erasure"), &[]).await;
        assert_eq!(done.expect(303).location(), format!("{page}?done=erased"));
        anna.post(&format!("{page}/erasure"), &[]).await.expect(404);
        anna.get(&format!("{page}/edit")).await.expect(404);
        anna.get(&format!("/meetings/{alone}")).await.expect(200).says("Cancelled").does_not_say("eeva@kone.example");
        anna.get(&format!("/meetings/{past}")).await.expect(200).says("Raderad kontakt").does_not_say("Eeva");
        anna.get(&page).await.expect(200).says("Raderad kontakt").does_not_say("Eeva");
        anna.get("/customers?q=eeva").await.says("No customers match.");
        // Past meetings still count for the rhythm; what was called off does not.
        assert_eq!(
            stage.site.count("SELECT COUNT(*) FROM claim JOIN contact ON contact.id = claim.subject_id").await,
            1
        );
        // Only mails that are still to leave know where they go.
        let knows = "SELECT COUNT(*) FROM outbox WHERE recipient = 'eeva@kone.example' AND state <> 'queued'";
        assert_eq!(stage.site.count(knows).await, 0);
        assert_eq!(stage.site.count("SELECT COUNT(*) FROM meeting_change WHERE before IS NOT NULL").await, 0);
        assert_eq!(stage.site.count("SELECT COUNT(*) FROM audit WHERE action = 'contact.erased'").await, 1);
    })
    .await;
}

#[tokio::test]
async fn what_came_of_a_meeting_moves_the_opportunity() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        let (meeting, _) = stage.plan_as(&stage.anna, with_customer(&stage, "Kone"), "2026-11-25T14:00:00").await;
        let mut anna = stage.site.signed_in(&stage.anna).await;
        let anna_id = stage.anna.id.to_string();
        let fields = [("account", "kone"), ("title", "Lifts"), ("owner", &anna_id), ("stage", "needs"), ("once", "o")];
        let deal = place(anna.post("/opportunities", &fields).await.expect(303).location());
        let id = deal.trim_start_matches("/opportunities/").to_owned();
        let page = format!("/meetings/{meeting}");
        anna.get(&page).await.expect(200).says("Lifts").does_not_say("What was the outcome?");
        anna.post(&format!("{page}/opportunity"), &[("opportunity", &id)]).await.expect(303);
        anna.get(&page).await.says(&format!("value=\"{id}\" selected"));
        stage.site.clock.pass(TimeDelta::days(4));
        let mut anna = stage.site.signed_in(&stage.anna).await;
        anna.get(&page).await.says("What was the outcome?").says("Move on to: Presentation");
        let moved = [("stage", "presentation"), ("version", "1"), ("meeting", &meeting.to_string())];
        let answer = anna.post(&format!("{deal}/stage"), &moved).await;
        assert_eq!(answer.expect(303).location(), format!("{page}?done=outcome&moved={id}"));
        anna.get(&format!("{page}?done=outcome&moved={id}")).await.says(&format!("{deal}/moves/2/undoing"));
        let step = [
            ("stage", "presentation"),
            ("version", "2"),
            ("next_step", "Send drawings"),
            ("next_step_on", "27.11.2026"),
        ];
        anna.post(&format!("{deal}/stage"), &step).await.expect(303);
        let from = "SELECT COUNT(*) FROM stage_change WHERE meeting_id IS NOT NULL AND to_stage = 'presentation'";
        assert_eq!(stage.site.count(from).await, 1);
        // Due since today: it waits on the first page.
        anna.get("/").await.expect(200).says("Send drawings (Kone)");
        // A meeting of another customer is about something else, and others' meetings are nobody's to name.
        let foreign = [("name", "Other"), ("once", "other")];
        let other = place(anna.post("/customers", &foreign).await.expect(303).location());
        let fields = [("account", "other"), ("title", "Else"), ("stage", "needs"), ("once", "e")];
        let other = (other, place(anna.post("/opportunities", &fields).await.expect(303).location()));
        let foreign = other.1.trim_start_matches("/opportunities/").to_owned();
        anna.post(&format!("{page}/opportunity"), &[("opportunity", &foreign)]).await.expect(409);
        let mut mia = stage.site.signed_in(&stage.mia).await;
        mia.post(&format!("{page}/opportunity"), &[("opportunity", "")]).await.expect(404);
    })
    .await;
}
