//! Moving a meeting by its page.

use sparsam::domain::{
    ids::MeetingId,
    limits::{
        consent::Consent,
        rule::{Level, Measure, Scope},
    },
};

use crate::support::{
    app::{Answer, Client},
    db::on_both,
    dialogue::Dialogue,
    meetings::Stage,
    rules::{limit, plan, with},
};

/// A move as the form sends it, with fields of its own on top.
async fn send(client: &mut Client, id: MeetingId, own: &[(&str, &str)]) -> Answer {
    let form = client.get(&format!("/meetings/{id}/moves/new")).await;
    form.expect(200).says("No mail server is set up");
    let (once, version) = (form.value_of("once"), form.value_of("version"));
    let mut fields = vec![("once", once.as_str()), ("version", version.as_str()), ("zone", "Europe/Stockholm")];
    let usual = [("date", "26.11.2026"), ("time", "10"), ("length", "45"), ("do", "move")];
    fields.extend(usual.into_iter().filter(|(name, _)| own.iter().all(|(n, _)| n != name)));
    fields.retain(|(name, _)| own.iter().all(|(n, _)| n != name));
    fields.extend(own);
    client.post(&format!("/meetings/{id}/moves"), &fields).await
}

#[tokio::test]
async fn the_effect_is_shown_before_anything_happens() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        let (id, _) = stage.plan("Targets", true).await;
        stage.deliver("").await;
        // Sanna's own meeting at the new time is Anna's business (she administers), but not Ola's.
        let mut details = stage.details("Secret talk", false);
        details.invitees.truncate(1);
        let plan = stage.plan_as(&stage.sanna, details, "2026-11-26T10:15:00").await;
        assert_ne!(plan.0, id);
        let mut anna = stage.site.signed_in(&stage.anna).await;
        let before = stage.site.fingerprint().await;
        let shown = send(&mut anna, id, &[("do", "show"), ("date", "to 26.11.")]).await;
        shown
            .expect(200)
            .says("Thursday 26 November 2026, 10:00–10:45")
            .says("Wednesday 25 November 2026, 14:00–14:30");
        shown
            .says("Move and tell 3 people")
            .says("asked again: Ola Berg, Sanna Koski, Eeva Kallio")
            .says("Secret talk");
        shown.says("value=\"to 26.11.\"");
        assert_eq!(stage.site.fingerprint().await, before, "showing changes nothing");
    })
    .await;
}

#[tokio::test]
async fn other_peoples_meetings_are_only_busy() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        let (id, _) = stage.plan_as(&stage.ola, stage.details("Mine", false), "2026-11-25T14:00:00").await;
        let mut secret = stage.details("Secret talk", false);
        secret.invitees.remove(0);
        stage.plan_as(&stage.anna, secret, "2026-11-26T10:15:00").await;
        let mut ola = stage.site.signed_in(&stage.ola).await;
        let shown = send(&mut ola, id, &[("do", "show")]).await;
        shown.expect(200).says("Sanna Koski").says("busy").does_not_say("Secret talk");
    })
    .await;
}

#[tokio::test]
async fn times_that_cannot_be_are_said_beside_their_fields() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        let (id, _) = stage.plan("Targets", true).await;
        let mut anna = stage.site.signed_in(&stage.anna).await;
        let before = stage.site.fingerprint().await;
        let long = "x".repeat(10_000);
        let cases: &[(&[(&str, &str)], &str)] = &[
            (&[("date", ""), ("time", "")], "Fill this in."),
            (&[("date", "30.2.2027")], "There is no such day"),
            (&[("date", "<b>\"\r\nX: y")], "Enter a date"),
            (&[("date", "2027-03-28"), ("time", "2.30")], "Choose 01:59 or 03:00"),
            (&[("date", "2027-10-31"), ("time", "02:30")], "02:30 (UTC+2) and 02:30 (UTC+1)"),
            (&[("date", "2026-11-20")], "This is in the past"),
            (&[("date", "2026-11-25"), ("time", "14"), ("length", "30")], "already at this time"),
            (&[("length", "0")], "length"),
            (&[("length", "25 h")], "length"),
            (&[("zone", "Mars/Base")], "Choose a time zone"),
            (&[("time", "9 pm")], "24-hour clock"),
            (&[("reason", &long)], "Use at most 1000 characters"),
        ];
        for (fields, words) in cases {
            let page = send(&mut anna, id, fields).await;
            page.expect(422).says(words).says("<title>Error:").says("href=\"#");
            page.does_not_say("<b>\"");
        }
        assert_eq!(stage.site.fingerprint().await, before);
    })
    .await;
}

#[tokio::test]
async fn a_move_is_carried_out_once_and_told() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        let (id, _) = stage.plan("Targets", true).await;
        stage.deliver("").await;
        let mut anna = stage.site.signed_in(&stage.anna).await;
        let form = anna.get(&format!("/meetings/{id}/moves/new")).await;
        let (once, version) = (form.value_of("once"), form.value_of("version"));
        let fields = [
            ("once", once.as_str()),
            ("version", version.as_str()),
            ("date", "26.11."),
            ("time", "kl 10"),
            ("length", "1 h"),
            ("zone", "Europe/Helsinki"),
            ("reason", "<script>alert(1)</script>\r\nBcc: x@y.example"),
            ("do", "move"),
        ];
        let first = anna.post(&format!("/meetings/{id}/moves"), &fields).await;
        let second = anna.post(&format!("/meetings/{id}/moves"), &fields).await;
        assert_eq!(first.expect(303).location(), second.expect(303).location());
        let shown = anna.get(first.location()).await;
        shown.says("The meeting is moved. 3 people will be told at 09:02.").says("09:00–10:00").says("10:00–11:00");
        shown.says("&#60;script&#62;").does_not_say("<script>alert");
        assert_eq!(stage.deliver("").await, ["moved anna", "moved eeva", "moved ola", "moved sanna"]);
    })
    .await;
}

#[tokio::test]
async fn there_and_back_again_sends_nothing() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        let (id, _) = stage.plan("Targets", true).await;
        stage.deliver("").await;
        let mut anna = stage.site.signed_in(&stage.anna).await;
        send(&mut anna, id, &[]).await.expect(303);
        let back = [("date", "2026-11-25"), ("time", "14:00"), ("length", "30 min")];
        let show: Vec<_> = back.into_iter().chain([("do", "show")]).collect();
        send(&mut anna, id, &show).await.expect(200).says("Nobody needs an email.").says("Move the meeting");
        let done = send(&mut anna, id, &back).await;
        anna.get(done.expect(303).location()).await.says("Nobody needs an email.");
        assert!(stage.deliver("").await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn of_two_managers_the_second_sees_both_versions() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        let other = stage.site.person("Per Holm", sparsam::domain::person::Role::Admin, stage.anna.language).await;
        let (id, _) = stage.plan("Targets", true).await;
        stage.deliver("").await;
        let mut anna = stage.site.signed_in(&stage.anna).await;
        let mut per = stage.site.signed_in(&other).await;
        let form = per.get(&format!("/meetings/{id}/moves/new")).await;
        send(&mut anna, id, &[]).await.expect(303);
        let (once, version) = (form.value_of("once"), form.value_of("version"));
        let mut fields = vec![
            ("once", once.as_str()),
            ("version", version.as_str()),
            ("date", "27.11.2026"),
            ("time", "9"),
            ("length", "30"),
            ("zone", "Europe/Stockholm"),
            ("reason", "Kone asked"),
            ("do", "move"),
        ];
        let conflict = per.post(&format!("/meetings/{id}/moves"), &fields).await;
        conflict
            .expect(409)
            .says("Somebody else has changed this meeting")
            .says("Friday 27 November 2026, 09:00–09:30");
        conflict.says("Thursday 26 November 2026, 10:00–10:45").says("Anna Lind").says("Kone asked");
        assert_eq!(stage.meeting(id).await.meeting.minutes, 45);
        let (once, version) = (conflict.value_of("once"), conflict.value_of("version"));
        fields[0].1 = &once;
        fields[1].1 = &version;
        per.post(&format!("/meetings/{id}/moves"), &fields).await.expect(303);
        assert_eq!(stage.meeting(id).await.meeting.minutes, 30);
        assert_eq!(stage.deliver("").await.len(), 4, "one mail each, of the second move");
    })
    .await;
}

#[tokio::test]
async fn an_undone_move_leaves_the_meeting_as_it_was() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        let (id, _) = stage.plan("Targets", true).await;
        stage.deliver("").await;
        let mut anna = stage.site.signed_in(&stage.anna).await;
        let moved = send(&mut anna, id, &[]).await;
        let change = moved.location().split("sent=").nth(1).unwrap().to_owned();
        let undone = anna.post(&format!("/changes/{change}/undoing"), &[]).await;
        assert_eq!(undone.expect(303).location(), format!("/meetings/{id}?done=undone"));
        anna.get(undone.location()).await.says("Undone.").says("14:00–14:30");
        assert!(stage.deliver("").await.is_empty());
    })
    .await;
}

async fn form(client: &mut Client, id: MeetingId) -> Dialogue {
    let page = client.get(&format!("/meetings/{id}/moves/new")).await;
    page.expect(200);
    Dialogue::of(page, "move")
}

#[tokio::test]
async fn a_proposed_time_is_chosen_and_sent_at_once() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        limit(&stage.site.app, Scope::Organization, Measure::Overlap, Level::Block).await;
        let (id, _) = stage.plan("Targets", false).await;
        let mut anna = stage.site.signed_in(&stage.anna).await;
        let form = form(&mut anna, id).await;
        let offered = form.proposed_times();
        assert_eq!(offered.len(), 6, "{offered:?}");
        assert!(!offered.contains(&"2026-11-25T13:00:00Z".to_owned()), "where it is already: {offered:?}");
        form.page.says("Everybody is free.").says("Pick my own time");
        assert_eq!(form.value("slot"), "own");
        // Looking first, with another length, keeps the choice.
        let shown = form.clone().set("slot", &offered[1]).set("length", "45").press(&mut anna, "show").await;
        shown.expect(200).says("Move and tell");
        assert_eq!(Dialogue::of(shown, "move").value("slot"), offered[1]);
        form.clone().set("slot", &offered[1]).press(&mut anna, "move").await.expect(303);
        let moved = stage.meeting(id).await.meeting;
        assert_eq!(moved.starts_at, offered[1].parse::<chrono::DateTime<chrono::Utc>>().unwrap());
        // What is typed after choosing wins, and nonsense is a time of one's own.
        let form = self::form(&mut anna, id).await;
        let chosen = form.proposed_times()[0].clone();
        let form = Dialogue::of(form.set("slot", &chosen).press(&mut anna, "show").await, "move");
        form.set("date", "2026-12-03").set("time", "15:00").press(&mut anna, "move").await.expect(303);
        assert_eq!(stage.meeting(id).await.meeting.start_local.to_string(), "2026-12-03 15:00:00");
        let form = self::form(&mut anna, id).await;
        for nonsense in ["+262142-12-31T23:59:59Z", "-262143-01-01T00:00:00Z", "soon", "<b>"] {
            form.clone().set("slot", nonsense).press(&mut anna, "show").await.expect(422).does_not_say("<b>");
        }
    })
    .await;
}

#[tokio::test]
async fn a_proposed_time_that_was_taken_makes_way_for_the_next() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        limit(&stage.site.app, Scope::Organization, Measure::Overlap, Level::Block).await;
        let (id, _) = stage.plan("Targets", false).await;
        stage.deliver("").await;
        let mut anna = stage.site.signed_in(&stage.anna).await;
        let form = form(&mut anna, id).await.set("reason", "Kone asked");
        let slot = form.proposed_times()[0].clone();
        let taken = slot.parse::<chrono::DateTime<chrono::Utc>>().unwrap() + chrono::TimeDelta::hours(1);
        let taken = taken.format("%Y-%m-%dT%H:%M:%S").to_string();
        plan(&stage, &stage.mia, (with(&stage, "Faster", &[&stage.ola]), &taken), Consent::seen()).await.unwrap();
        let before = stage.meeting(id).await.meeting;
        let late = form.set("slot", &slot).press(&mut anna, "move").await;
        late.expect(422).says("href=\"#slot\"").says("no longer fits").says("Kone asked");
        let late = Dialogue::of(late, "move");
        let next = late.value("slot").to_owned();
        assert!(next != slot && next != "own" && !late.proposed_times().contains(&slot), "{next}");
        let after = stage.meeting(id).await.meeting;
        assert_eq!((after.starts_at, after.version), (before.starts_at, before.version), "chosen, but not sent");
        assert!(stage.deliver("").await.iter().all(|mail| mail.starts_with("invitation")), "only Mia's own");
        late.press(&mut anna, "move").await.expect(303);
        assert_eq!(stage.meeting(id).await.meeting.starts_at, next.parse::<chrono::DateTime<chrono::Utc>>().unwrap());
    })
    .await;
}
