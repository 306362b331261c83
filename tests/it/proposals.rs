//! Suggesting another time, deciding on it, and input in writing.

use chrono::{DateTime, TimeDelta, Utc};
use sparsam::{
    app::{
        cancel_meeting::{self, CancelMeeting},
        error::{AppError, Refusal, Result},
        once::Once,
        proposals::{self, Offer},
        undo,
    },
    domain::{
        ids::{MeetingId, RuleId},
        limits::rule::{Level, Measure, Rule, Scope, Which},
        meeting::{Answer, AttendeeRole},
        proposal::{CameBy, ProposalState},
        time::Interval,
    },
    store::{self, proposals::TimeProposal},
};

use crate::support::{
    app::{Answer as Page, Client},
    db::on_both,
    meetings::Stage,
};

/// The value of the first radio on the page.
fn first_time(page: &Page) -> String {
    let mark = "name=\"time\" value=\"";
    let at = page.body.find(mark).unwrap_or_else(|| panic!("no time is offered:\n{}", page.body)) + mark.len();
    page.body[at..].split('"').next().unwrap().to_owned()
}

async fn suggest(client: &mut Client, link: &str, note: &str) -> String {
    let time = first_time(&client.get(&format!("{link}/proposal")).await);
    let done = client.post(&format!("{link}/proposal"), &[("time", &time), ("note", note)]).await;
    assert_eq!(done.expect(303).location(), link);
    time
}

impl Stage {
    async fn newest(&self, id: MeetingId, name: &str) -> TimeProposal {
        let attendee = self.attendee(id, name).await.id;
        let mut tx = self.site.db().begin_read().await.unwrap();
        store::proposals::newest_by(&mut tx, attendee).await.unwrap().unwrap()
    }

    async fn by_mail(&self, id: MeetingId, name: &str, (start, minutes): (DateTime<Utc>, i64)) -> Result<()> {
        let attendee = self.attendee(id, name).await.id;
        let span = Interval::new(start, start + TimeDelta::minutes(minutes)).unwrap();
        let offer = Offer { span, note: Some("Rather then".to_owned()), came_by: CameBy::Mail };
        let mut tx = self.site.db().begin().await.unwrap();
        proposals::propose(&mut tx, &self.site.app, id, attendee, offer).await?;
        Ok(tx.commit().await?)
    }

    async fn limit(&self, measure: Measure, level: Level) {
        let id: RuleId = self.site.app.new_id();
        let from = self.site.now().date_naive();
        let rule = Rule { id: Some(id), scope: Scope::Organization, which: Which::All, measure, level, from };
        let mut tx = self.site.db().begin().await.unwrap();
        store::rules::insert(&mut tx, id, &rule, (None, self.site.now())).await.unwrap();
        tx.commit().await.unwrap();
    }
}

fn thursday() -> DateTime<Utc> {
    "2026-11-26T09:00:00Z".parse().unwrap()
}

#[tokio::test]
async fn a_suggested_time_is_accepted_and_everybody_hears_of_it() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        let (id, _) = stage.plan("Targets", true).await;
        stage.deliver("").await;
        let sequence = stage.meeting(id).await.meeting.sequence;
        let link = stage.link(id, "Eeva").await;
        let mut eeva = stage.site.browser();
        assert_eq!(eeva.get(&format!("{link}?a=c")).await.expect(303).location(), format!("{link}/proposal"));
        let page = eeva.get(&format!("{link}/proposal")).await;
        // In the customer's language; times, and nothing about anybody.
        page.expect(200).says("<html lang=\"sv\"").says("Tider som passar de andra").says("svensk tid");
        page.does_not_say("Ola").does_not_say("Sanna");
        let hostile = "\"><script>x</script>\r\nBcc: a@b";
        let time = suggest(&mut eeva, &link, hostile).await;
        // The same button twice, and the scanner that follows every link.
        eeva.post(&format!("{link}/proposal"), &[("time", &time), ("note", hostile)]).await.expect(303);
        assert_eq!(stage.site.count("SELECT COUNT(*) FROM proposal").await, 1);
        eeva.get(&link).await.says("Anna Lind har inte bestämt sig än.").says("Ta tillbaka förslaget");
        assert_eq!(stage.deliver("").await, ["time_proposed anna"]);

        let mut ola = stage.site.signed_in(&stage.ola).await;
        ola.get(&format!("/meetings/{id}")).await.does_not_say("Proposed times").does_not_say("script>x");
        let mut anna = stage.site.signed_in(&stage.anna).await;
        let page = anna.get(&format!("/meetings/{id}")).await;
        anna.get("/").await.says("Eeva Kallio proposes another time for");
        page.says("Proposed times").says("Within all limits").says("&#60;script&#62;x").does_not_say("Busy then");
        let proposal = stage.newest(id, "Eeva").await.id;
        let accept = format!("/meetings/{id}/proposals/{proposal}/acceptance");
        assert!(anna.post(&accept, &[]).await.expect(303).location().starts_with(&format!("/meetings/{id}?sent=")));
        assert!(anna.post(&accept, &[]).await.expect(303).location().ends_with("?done=proposal-over"));
        anna.get("/").await.does_not_say("proposes another time");
        let full = stage.meeting(id).await;
        assert_eq!(full.meeting.starts_at, time.parse::<DateTime<Utc>>().unwrap());
        assert_eq!(full.meeting.sequence, sequence + 1);
        assert_eq!(stage.newest(id, "Eeva").await.state, ProposalState::Accepted);
        assert_eq!(stage.deliver("").await, ["moved anna", "moved eeva", "moved ola", "moved sanna"]);
        anna.get(&format!("/meetings/{id}")).await.says("Earlier proposals").says("Accepted a proposed time");
    })
    .await;
}

#[tokio::test]
async fn a_declined_suggestion_is_told_with_the_meeting_as_it_stands() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        let (id, _) = stage.plan("Targets", true).await;
        stage.deliver("").await;
        let before = stage.meeting(id).await.meeting;
        let link = stage.link(id, "Ola").await;
        let mut guest = stage.site.browser();
        suggest(&mut guest, &link, "").await;
        let proposal = stage.newest(id, "Ola").await.id;
        let mut anna = stage.site.signed_in(&stage.anna).await;
        let decline = format!("/meetings/{id}/proposals/{proposal}/refusal");
        let long = "x".repeat(1_001);
        anna.post(&decline, &[("note", &long)]).await.expect(422).says("Use at most 1000 characters").says(&long);
        let done = anna.post(&decline, &[("note", "The customer cannot")]).await;
        assert!(done.expect(303).location().ends_with("?done=proposal-declined"));
        assert!(anna.post(&decline, &[]).await.expect(303).location().ends_with("?done=proposal-over"));
        assert_eq!(stage.meeting(id).await.meeting, before);
        // The mail to the organizer had not left and never does.
        let mut tx = stage.site.db().begin_read().await.unwrap();
        let told = store::outbox::told(&mut tx, id).await.unwrap();
        drop(tx);
        assert_eq!(stage.deliver("").await, ["time_declined ola"]);
        let mut tx = stage.site.db().begin_read().await.unwrap();
        assert_eq!(store::outbox::told(&mut tx, id).await.unwrap().len(), told.len());
        drop(tx);
        let rows = "SELECT kind, CAST(payload AS TEXT), state FROM outbox WHERE kind = 'time_declined'";
        let payload = stage.site.rows(rows).await[0].1.clone();
        assert!(payload.contains("METHOD:REQUEST") && payload.contains(&format!("SEQUENCE:{}", before.sequence)));
        assert!(payload.contains("The customer cannot"));
        guest.get(&link).await.says("Anna Lind is keeping the planned time.");
    })
    .await;
}

#[tokio::test]
async fn a_change_of_time_overtakes_suggestions_and_undoing_it_opens_them_again() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        let (id, _) = stage.plan("Targets", true).await;
        stage.deliver("").await;
        let start = thursday();
        stage.by_mail(id, "Ola", (start, 45)).await.unwrap();
        stage.by_mail(id, "Eeva", (start + TimeDelta::days(1), 30)).await.unwrap();
        let actor = stage.actor(&stage.anna).await;
        let accepted = stage.newest(id, "Ola").await.id;
        let made = proposals::accept(&stage.site.app, &actor, (id, accepted)).await.unwrap();
        assert_eq!(stage.meeting(id).await.meeting.minutes, 45);
        assert_eq!(stage.newest(id, "Ola").await.state, ProposalState::Accepted);
        assert_eq!(stage.newest(id, "Eeva").await.state, ProposalState::Overtaken);
        undo::run(&stage.site.app, &actor, made.done().unwrap().change).await.unwrap();
        assert_eq!(stage.newest(id, "Ola").await.state, ProposalState::Open);
        assert_eq!(stage.newest(id, "Eeva").await.state, ProposalState::Open);

        let version = stage.meeting(id).await.meeting.version;
        let once = Once { scope: "test".to_owned(), key: "off".to_owned(), body_hash: [0; 32] };
        let cancel = CancelMeeting { id, version, reason: "Ill".to_owned(), once };
        cancel_meeting::run(&stage.site.app, &actor, cancel).await.unwrap();
        assert_eq!(stage.newest(id, "Ola").await.state, ProposalState::Overtaken);
        let refused = stage.by_mail(id, "Ola", (start, 30)).await;
        assert!(matches!(refused, Err(AppError::Refused(Refusal::Cancelled))), "{refused:?}");
        let link = stage.link(id, "Eeva").await;
        let mut eeva = stage.site.browser();
        assert_eq!(eeva.get(&format!("{link}/proposal")).await.expect(303).location(), link);
        eeva.get(&link).await.expect(200).does_not_say("Föreslå en annan tid");
    })
    .await;
}

#[tokio::test]
async fn what_passes_limits_leads_to_the_move_page() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        let (id, _) = stage.plan("Targets", true).await;
        stage.deliver("").await;
        stage.limit(Measure::Length { most: 40 }, Level::Reason).await;
        let mut other = stage.details("Other talk", false);
        other.invitees.truncate(1);
        stage.plan_as(&stage.mia, other, "2026-11-26T10:15:00").await;
        stage.by_mail(id, "Eeva", (thursday(), 50)).await.unwrap();
        let mut anna = stage.site.signed_in(&stage.anna).await;
        let page = anna.get(&format!("/meetings/{id}")).await;
        page.says("by email").says("Over a limit").says("Busy then: Ola Berg").does_not_say("Within all limits");
        let proposal = stage.newest(id, "Eeva").await.id;
        let led = anna.post(&format!("/meetings/{id}/proposals/{proposal}/acceptance"), &[]).await;
        let form = format!("/meetings/{id}/moves/new?proposal={proposal}");
        assert_eq!(led.expect(303).location(), form);
        assert_eq!(stage.newest(id, "Eeva").await.state, ProposalState::Open);
        let page = anna.get(&form).await;
        page.expect(200).says("Thursday 26 November 2026, 10:00–10:50");
        let (once, version) = (page.value_of("once"), page.value_of("version"));
        let (date, time, length) = (page.value_of("date"), page.value_of("time"), page.value_of("length"));
        let fields = [
            ("once", once.as_str()),
            ("version", &version),
            ("date", &date),
            ("time", &time),
            ("length", &length),
            ("zone", "Europe/Stockholm"),
            ("limits_seen", "yes"),
            ("limits_reason", "The customer asked for it"),
            ("do", "move"),
        ];
        anna.post(&format!("/meetings/{id}/moves"), &fields).await.expect(303);
        assert_eq!(stage.newest(id, "Eeva").await.state, ProposalState::Accepted);
    })
    .await;
}

#[tokio::test]
async fn a_time_that_is_gone_meanwhile_makes_way_for_others() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        let (id, _) = stage.plan("Targets", true).await;
        let link = format!("{}/proposal", stage.link(id, "Ola").await);
        let mut ola = stage.site.browser();
        let time = first_time(&ola.get(&link).await);
        let local = time.parse::<DateTime<Utc>>().unwrap() + TimeDelta::hours(1);
        let mut other = stage.details("Quicker", false);
        other.invitees.truncate(1);
        stage.plan_as(&stage.mia, other, &local.format("%Y-%m-%dT%H:%M:%S").to_string()).await;
        let before = stage.site.count("SELECT COUNT(*) FROM proposal").await;
        let gone = ola.post(&link, &[("time", &time), ("note", "kept")]).await;
        gone.expect(422).says("That time no longer suits the others.").says("kept");
        assert_ne!(first_time(&gone), time);
        // What was never offered cannot be asked about either.
        let free = "2026-11-27T03:00:00Z";
        ola.post(&link, &[("time", free)]).await.expect(422).says("That time no longer suits the others.");
        for bad in ["", "x", "9999-99-99"] {
            ola.post(&link, &[("time", bad)]).await.expect(422).says("Choose one.");
        }
        ola.post(&link, &[("time", &first_time(&gone)), ("note", &"x".repeat(1_001))]).await.expect(422);
        assert_eq!(stage.site.count("SELECT COUNT(*) FROM proposal").await, before);
    })
    .await;
}

#[tokio::test]
async fn one_is_open_at_a_time_and_not_without_end() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        let (id, _) = stage.plan("Targets", true).await;
        stage.deliver("").await;
        let start = thursday();
        for hours in 0..5 {
            stage.by_mail(id, "Ola", (start + TimeDelta::hours(hours), 30)).await.unwrap();
        }
        let slow = stage.by_mail(id, "Ola", (start + TimeDelta::hours(6), 30)).await;
        assert!(matches!(slow, Err(AppError::Refused(Refusal::TooMany(_)))), "{slow:?}");
        assert_eq!(stage.site.count("SELECT COUNT(*) FROM proposal WHERE state = 'open'").await, 1);
        assert_eq!(stage.newest(id, "Ola").await.state, ProposalState::Open);
        // Only the last word reaches the organizer.
        assert_eq!(stage.deliver("").await, ["time_proposed anna"]);
        let link = stage.link(id, "Ola").await;
        let mut ola = stage.site.browser();
        let slow = ola.get(&format!("{link}/proposal")).await;
        let slow = ola.post(&format!("{link}/proposal"), &[("time", &first_time(&slow)), ("note", "mine")]).await;
        slow.expect(429).says("several times in a short while").says("mine");
        assert!(slow.headers.contains_key("retry-after"));
        assert_eq!(ola.post(&format!("{link}/proposal/withdrawal"), &[]).await.expect(303).location(), link);
        assert_eq!(stage.newest(id, "Ola").await.state, ProposalState::Withdrawn);
    })
    .await;
}

#[tokio::test]
async fn what_comes_by_mail_is_bounded_and_the_present_time_is_no_suggestion() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        let (id, _) = stage.plan("Targets", true).await;
        let now = stage.site.now();
        let out = [
            (now - TimeDelta::hours(1), 30),
            (now + TimeDelta::days(400), 30),
            (thursday(), 4),
            (thursday(), 24 * 60 + 1),
        ];
        for offer in out {
            let refused = stage.by_mail(id, "Ola", offer).await;
            assert!(matches!(refused, Err(AppError::Refused(Refusal::TimeOutOfBounds))), "{refused:?}");
        }
        let refused = stage.by_mail(id, "Anna", (thursday(), 30)).await;
        assert!(matches!(refused, Err(AppError::Denied)), "{refused:?}");
        let present = stage.meeting(id).await.meeting.starts_at;
        stage.by_mail(id, "Ola", (present, 30)).await.unwrap();
        let row = stage.attendee(id, "Ola").await;
        assert_eq!((row.comment.as_str(), row.answer), ("Rather then", Answer::Open));
        assert_eq!(stage.site.count("SELECT COUNT(*) FROM proposal").await, 0);
        stage.site.clock.pass(present - now);
        let refused = stage.by_mail(id, "Ola", (present + TimeDelta::days(1), 30)).await;
        assert!(matches!(refused, Err(AppError::Refused(Refusal::Over))), "{refused:?}");
    })
    .await;
}

#[tokio::test]
async fn forged_links_and_looking_change_nothing() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        let (id, _) = stage.plan("Targets", true).await;
        let link = stage.link(id, "Ola").await;
        let mut guest = stage.site.browser();
        let before = stage.site.fingerprint().await;
        for path in ["proposal", "input"] {
            guest.get(&format!("{link}/{path}")).await.expect(200);
            let forged = format!("{}{}", &link[..link.len() - 1], if link.ends_with('a') { 'b' } else { 'a' });
            for bad in ["/r/x", &forged] {
                guest.get(&format!("{bad}/{path}")).await.expect(404);
                let fields = [("time", "2026-11-26T09:00:00Z"), ("body", "x")];
                guest.post(&format!("{bad}/{path}"), &fields).await.expect(404);
            }
        }
        guest.post("/r/x/proposal/withdrawal", &[]).await.expect(404);
        // The organizer does not suggest times to herself.
        let own = stage.link(id, "Anna").await;
        assert_eq!(guest.get(&format!("{own}/proposal")).await.expect(303).location(), own);
        assert_eq!(stage.site.fingerprint().await, before);
    })
    .await;
}

#[tokio::test]
async fn somebody_taken_out_no_longer_suggests() {
    on_both(async |db| {
        use sparsam::app::edit_meeting::{self, EditMeeting};
        let stage = Stage::set(db).await;
        let (id, _) = stage.plan("Targets", true).await;
        stage.by_mail(id, "Sanna", (thursday(), 30)).await.unwrap();
        stage.by_mail(id, "Ola", (thursday(), 30)).await.unwrap();
        let actor = stage.actor(&stage.anna).await;
        let mut details = stage.details("Targets", true);
        details.invitees.remove(1);
        let once = Once { scope: "test".to_owned(), key: "edit".to_owned(), body_hash: [0; 32] };
        let consent = sparsam::domain::limits::consent::Consent::seen();
        edit_meeting::run(
            &stage.site.app,
            &actor,
            EditMeeting { id, version: 1, details, points: Vec::new(), quiet: false, consent, once },
        )
        .await
        .unwrap();
        assert_eq!(stage.newest(id, "Sanna").await.state, ProposalState::Overtaken);
        assert_eq!(stage.newest(id, "Ola").await.state, ProposalState::Open);
    })
    .await;
}

#[tokio::test]
async fn input_in_writing_declines_and_stands_on_the_page() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        let (id, _) = stage.plan("Targets", true).await;
        stage.deliver("").await;
        let link = stage.link(id, "Ola").await;
        let mut guest = stage.site.browser();
        guest.get(&link).await.says("Send my input instead");
        let form = guest.get(&format!("{link}/input")).await;
        form.expect(200).says("The number").says("The whole meeting");
        let point = stage.meeting(id).await.agenda[0].id.to_string();
        guest.post(&format!("{link}/input"), &[("body", " \r\n ")]).await.expect(422).says("Fill this in.");
        let long = "x".repeat(4_001);
        guest.post(&format!("{link}/input"), &[("body", &long)]).await.expect(422).says("Use at most 4000 characters");
        let body = "<b>The north</b> reaches 40.\r\nNo more.";
        let done = guest.post(&format!("{link}/input"), &[("point", &point), ("body", body)]).await;
        assert_eq!(done.expect(303).location(), link);
        let row = stage.attendee(id, "Ola").await;
        assert_eq!((row.answer, row.role), (Answer::No, AttendeeRole::Required));
        guest.get(&link).await.says("What you sent in writing").says("On “The number”");
        // Everybody in the meeting reads it, also on paper.
        let mut sanna = stage.site.signed_in(&stage.sanna).await;
        let page = sanna.get(&format!("/meetings/{id}")).await;
        page.says("Kirjallisesti lähetetyt kannat").says("&#60;b&#62;The north").says("Kohdasta ”The number”");
        // Sent again, it takes the place of the first; an unknown point is the whole meeting.
        guest.post(&format!("{link}/input"), &[("point", "x"), ("body", "Shorter.")]).await.expect(303);
        sanna.get(&format!("/meetings/{id}")).await.says("Shorter.").does_not_say("The north&#60;");
        assert_eq!(stage.site.count("SELECT COUNT(*) FROM input").await, 1);
        assert_eq!(stage.site.count("SELECT COUNT(*) FROM audit WHERE action = 'meeting.input_sent'").await, 2);
    })
    .await;
}
