//! Points that people suggest, the backlog of a series, and points that go to its next date.

use chrono::TimeDelta;
use sparsam::{domain::ids::MeetingId, store};

use crate::support::{
    app::Client,
    db::{TestDb, on_both},
    dialogue::Dialogue,
    meetings::Stage,
};

fn ideas_of(id: MeetingId) -> String {
    format!("/meetings/{id}/ideas")
}

/// The address of the first button that decides on an idea.
fn idea_on(page: &str, what: &str) -> String {
    let end = page.find(&format!("/{what}\"")).unwrap_or_else(|| panic!("no {what}:\n{page}"));
    let start = page[..end].rfind("/meetings/").unwrap();
    format!("{}/{what}", &page[start..end])
}

impl Stage {
    async fn titles(&self, id: MeetingId) -> Vec<String> {
        self.meeting(id).await.agenda.into_iter().map(|item| item.title).collect()
    }

    /// Three Tuesdays with Ola, planned by Anna; their ids.
    async fn series(&self, anna: &mut Client) -> Vec<MeetingId> {
        let page = anna.get("/meetings/new?purpose=targets&start=2026-12-01T14:00").await;
        let form = Dialogue::of(page, "plan").set("title", "Sales North").set("who", "ola berg");
        let form = Dialogue::of(form.press(anna, "add-person").await, "plan");
        let form = form.set("repeat", "week").set("repeat_every", "1").set("repeat_count", "3");
        let form = Dialogue::of(form.press(anna, "look").await, "plan");
        let sent = form.press(anna, "send").await;
        let first = sent.expect(303).location().split(['/', '?']).nth(2).unwrap().parse().unwrap();
        self.site.execute("UPDATE outbox SET state = 'accepted', attempts = 1 WHERE state = 'queued'").await.unwrap();
        self.site.clock.pass(TimeDelta::minutes(2));
        let mut tx = self.site.db().begin_read().await.unwrap();
        let full = store::meetings::by_id(&mut tx, first).await.unwrap().unwrap();
        store::series::dates(&mut tx, full.meeting.series_id.unwrap()).await.unwrap()
    }
}

#[tokio::test]
async fn somebody_suggests_a_point_and_the_organizer_puts_it_on_the_agenda() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        let (id, _) = stage.plan("Targets", false).await;
        stage.deliver("").await;
        let (mut anna, mut ola) = (stage.site.signed_in(&stage.anna).await, stage.site.signed_in(&stage.ola).await);
        ola.get(&format!("/meetings/{id}")).await.says("Suggest a point");
        let page = ola.get(&ideas_of(id)).await;
        page.expect(200).says("No suggestions are waiting.");
        let once = page.value_of("once");
        let point = [
            ("once", once.as_str()),
            ("title", "Prices <b>in</b> the north"),
            ("kind", "strategy"),
            ("minutes", "0:15"),
            ("note", "Konepaja asked"),
        ];
        for _ in 0..2 {
            ola.post(&ideas_of(id), &point).await.expect(303);
        }
        assert_eq!(stage.site.count("SELECT COUNT(*) FROM point_idea").await, 1);
        // Nobody is mailed; the organizer finds it on her first page and on that of the meeting.
        anna.get("/").await.says("A point has been suggested for Targets").says(&ideas_of(id));
        anna.get(&format!("/meetings/{id}")).await.says("One suggested point").says("Suggested a point");
        // Who suggested it does not decide.
        let mine = ola.get(&ideas_of(id)).await;
        mine.says("Prices &#60;b&#62;in&#60;/b&#62; the north").does_not_say("/acceptance");
        let page = anna.get(&ideas_of(id)).await;
        let accept = idea_on(&page.body, "acceptance");
        ola.post(&accept, &[]).await.expect(403);
        let taken = anna.post(&accept, &[]).await;
        assert!(taken.expect(303).location().contains("?sent="), "{}", taken.location());
        let agenda = stage.meeting(id).await.agenda;
        let last = agenda.last().unwrap();
        assert_eq!((last.title.as_str(), last.minutes), ("Prices <b>in</b> the north", 15));
        assert_eq!(last.owner_id, Some(stage.attendee(id, "Ola").await.id));
        ola.get(&format!("/meetings/{id}")).await.says("Konepaja asked");
        // Twice is once.
        let again = anna.post(&accept, &[]).await;
        assert!(again.expect(303).location().ends_with("?done=decided"));
        // Undone, it can be accepted again.
        let change = taken.location().split("sent=").nth(1).unwrap();
        anna.post(&format!("/changes/{change}/undoing"), &[]).await.expect(303);
        assert_eq!(stage.titles(id).await.len(), 2);
        anna.get(&ideas_of(id)).await.says("Was on the agenda");
        anna.post(&accept, &[]).await.expect(303);
        assert_eq!(stage.titles(id).await.len(), 3);
    })
    .await;
}

#[tokio::test]
async fn suggestions_are_bounded_and_come_back_with_what_was_typed() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        let (id, _) = stage.plan("Targets", false).await;
        let mut ola = stage.site.signed_in(&stage.ola).await;
        let long = "x".repeat(201);
        for (fields, says) in [
            (vec![("title", " "), ("note", "kept")], "Fill this in."),
            (vec![("title", long.as_str()), ("note", "kept")], "Use at most 200 characters"),
            (vec![("title", "T"), ("minutes", "5 h"), ("note", "kept")], "At most 4 h."),
            (vec![("title", "T"), ("minutes", "soon"), ("note", "kept")], "id=\"minutes-e\""),
        ] {
            ola.post(&ideas_of(id), &fields).await.expect(422).says(says).says(">kept</textarea>");
        }
        for number in 0..5 {
            ola.post(&ideas_of(id), &[("title", &format!("Point {number}"))]).await.expect(303);
        }
        let more = ola.post(&ideas_of(id), &[("title", "One more")]).await;
        more.expect(422).says("Five of your suggestions are already waiting").says("value=\"One more\"");
        assert_eq!(stage.site.count("SELECT COUNT(*) FROM point_idea").await, 5);
        // Who takes no part does not know of it; who leads somebody sees it and suggests nothing.
        let mut mia = stage.site.signed_in(&stage.mia).await;
        mia.get(&ideas_of(id)).await.expect(404);
        mia.post(&ideas_of(id), &[("title", "T")]).await.expect(404);
        // A single meeting has no backlog.
        let mut anna = stage.site.signed_in(&stage.anna).await;
        let page = anna.get(&ideas_of(id)).await;
        page.does_not_say("Keep for a later date");
        let later = idea_on(&page.body, "refusal").replace("/refusal", "/later");
        anna.post(&later, &[]).await.expect(403);
        anna.post(&later.replace("/later", "/refusal"), &[]).await.expect(303);
        ola.get(&ideas_of(id)).await.says("Declined");
        // Once the meeting is over nobody suggests anything.
        stage.site.clock.pass(TimeDelta::days(3));
        let mut ola = stage.site.signed_in(&stage.ola).await;
        ola.get(&ideas_of(id)).await.expect(200).does_not_say("Suggest it");
        let late = ola.post(&ideas_of(id), &[("title", "Late")]).await;
        assert_eq!(late.expect(303).location(), format!("/meetings/{id}"));
        assert_eq!(stage.site.count("SELECT COUNT(*) FROM point_idea").await, 5);
    })
    .await;
}

#[tokio::test]
async fn a_customer_suggests_by_the_link_of_the_invitation() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        let (id, _) = stage.plan("Targets", true).await;
        stage.deliver("").await;
        let link = stage.link(id, "Eeva").await;
        let mut eeva = stage.site.browser();
        let before = stage.site.fingerprint().await;
        eeva.get(&link).await.says(&format!("{link}/idea"));
        eeva.get(&format!("{link}/idea")).await.expect(200);
        assert_eq!(before, stage.site.fingerprint().await, "opening a page changes nothing");
        eeva.post(&format!("{link}/idea"), &[("title", "")]).await.expect(422);
        // What is for colleagues is nothing that customers choose.
        let sent = eeva.post(&format!("{link}/idea"), &[("title", "Delivery times"), ("kind", "guidance")]).await;
        assert_eq!(sent.expect(303).location(), format!("{link}?done=idea"));
        let rows = stage.site.rows("SELECT name, title, kind FROM point_idea").await;
        assert_eq!(rows, [("Eeva Kallio".to_owned(), "Delivery times".to_owned(), "free".to_owned())]);
        eeva.get(sent.location()).await.expect(200).says("role=\"alert\"");
        stage.site.browser().post("/r/aaaa/idea", &[("title", "T")]).await.expect(404);
        // A link that was made void opens nothing.
        stage.site.execute("UPDATE attendee SET link_version = link_version + 1").await.unwrap();
        eeva.post(&format!("{link}/idea"), &[("title", "Again")]).await.expect(404);
        assert_eq!(stage.site.count("SELECT COUNT(*) FROM point_idea").await, 1);
    })
    .await;
}

async fn stage_with_series(db: TestDb) -> (Stage, Client, Vec<MeetingId>) {
    let stage = Stage::set(db).await;
    let mut anna = stage.site.signed_in(&stage.anna).await;
    let dates = stage.series(&mut anna).await;
    (stage, anna, dates)
}

#[tokio::test]
async fn the_backlog_belongs_to_the_series_and_outlives_a_split() {
    on_both(async |db| {
        let (stage, mut anna, dates) = stage_with_series(db).await;
        let mut ola = stage.site.signed_in(&stage.ola).await;
        ola.post(&ideas_of(dates[0]), &[("title", "Trade fair")]).await.expect(303);
        let page = anna.get(&ideas_of(dates[0])).await;
        anna.post(&idea_on(&page.body, "later"), &[]).await.expect(303);
        // The organizer puts something there herself; others cannot.
        stage.site.clock.pass(chrono::TimeDelta::minutes(1));
        anna.post(&ideas_of(dates[0]), &[("title", "Budget"), ("do", "keep")]).await.expect(303);
        ola.post(&ideas_of(dates[0]), &[("title", "Mine"), ("do", "keep")]).await.expect(403);
        // From the second date on the series goes on under another UID.
        let form = Dialogue::of(anna.get(&format!("/meetings/{}/edit", dates[1])).await, "plan");
        form.set("title", "Sales North and East").set("scope", "following").press(&mut anna, "send").await.expect(303);
        let page = anna.get(&ideas_of(dates[1])).await;
        page.says("Trade fair").says("Budget").says("Put on this agenda");
        let accept = idea_on(&page.body, "acceptance");
        anna.post(&accept, &[]).await.expect(303);
        let full = stage.meeting(dates[1]).await;
        let last = full.agenda.last().unwrap();
        // Whoever suggested it for another date leads it in this one.
        assert_eq!(
            (last.title.as_str(), last.owner_id),
            ("Trade fair", Some(stage.attendee(dates[1], "Ola").await.id))
        );
        anna.get(&ideas_of(dates[2])).await.does_not_say("Trade fair").says("Budget");
        // What waits in one series is nothing for another meeting.
        let (other, _) = stage.plan("Other", false).await;
        let page = anna.get(&ideas_of(dates[2])).await;
        let foreign = idea_on(&page.body, "acceptance").replace(&dates[2].to_string(), &other.to_string());
        anna.post(&foreign, &[]).await.expect(404);
    })
    .await;
}

#[tokio::test]
async fn a_point_goes_to_the_next_date_with_what_stands_behind_it() {
    on_both(async |db| {
        let (stage, mut anna, dates) = stage_with_series(db).await;
        let point = stage.meeting(dates[0]).await.agenda[0].clone();
        let page = format!("/meetings/{}/points/{}", dates[0], point.id);
        let card = [("version", "0"), ("metric-0", "Orders"), ("target-0", "10"), ("actual-0", "4")];
        anna.post(&format!("{page}/scorecard"), &card).await.expect(303);
        let notes = [("version", "1"), ("notes", "Ask Kone"), ("url-0", "https://x.example/a")];
        anna.post(&format!("{page}/content"), &notes).await.expect(303);
        let take = async |anna: &mut Client, how: &'static str| {
            let opened = anna.get(&page).await;
            opened.says("Move to the next date");
            let (once, version) = (opened.value_of("once"), opened.value_of("meeting_version"));
            let fields = [("once", once.as_str()), ("meeting_version", version.as_str()), ("how", how)];
            (anna.post(&format!("{page}/next"), &fields).await, anna.post(&format!("{page}/next"), &fields).await)
        };
        let before = stage.titles(dates[1]).await.len();
        let (copied, again) = take(&mut anna, "copy").await;
        assert_eq!(copied.expect(303).location(), again.expect(303).location());
        assert_eq!(stage.titles(dates[1]).await.len(), before + 1);
        let copy = stage.meeting(dates[1]).await.agenda.last().unwrap().clone();
        let there = anna.get(&format!("/meetings/{}/points/{}", dates[1], copy.id)).await;
        there.says("value=\"Orders\"").says("value=\"10\"").does_not_say("value=\"4\"").does_not_say("Ask Kone");
        there.says("https://x.example/a");
        let (moved, _) = take(&mut anna, "move").await;
        moved.expect(303);
        assert!(stage.meeting(dates[0]).await.agenda.iter().all(|item| item.id != point.id));
        let there = stage.meeting(dates[1]).await.agenda.last().unwrap().clone();
        anna.get(&format!("/meetings/{}/points/{}", dates[1], there.id)).await.says("Ask Kone").says("value=\"4\"");
        // Both dates are told of in one mail a person, and go back together.
        let change = moved.location().split("sent=").nth(1).unwrap();
        anna.post(&format!("/changes/{change}/undoing"), &[]).await.expect(303);
        assert!(stage.meeting(dates[0]).await.agenda.iter().any(|item| item.id == point.id));
        assert_eq!(stage.titles(dates[1]).await.len(), before + 1);
        anna.get(&page).await.says("Ask Kone").says("value=\"4\"");
        // The last date has none after it, and whoever only leads a point does not move it.
        let last = stage.meeting(dates[2]).await.agenda[0].id;
        anna.get(&format!("/meetings/{}/points/{last}", dates[2])).await.does_not_say("Move to the next date");
        let fields = [("meeting_version", "1"), ("how", "move")];
        let none = anna.post(&format!("/meetings/{}/points/{last}/next", dates[2]), &fields).await;
        assert!(none.expect(303).location().ends_with("?done=point-stays"));
        let mut ola = stage.site.signed_in(&stage.ola).await;
        ola.post(&format!("{page}/next"), &fields).await.expect(403);
        anna.post(&format!("{page}/next"), &[("meeting_version", "1"), ("how", "move")]).await.expect(409);
    })
    .await;
}
