//! What the planner's page says of limits and times, and what sending says: they must be one and the same.

use sparsam::{
    app::{
        error::AppError,
        preview::{self, Draft},
    },
    domain::{
        language::Language,
        limits::{
            consent::Consent,
            policy::Policy,
            rule::{Level, Measure, Period, Scope, Share},
        },
        person::Role,
        time::Interval,
    },
    store::{self, days_off::DayOff},
};

use crate::support::{
    app::Client,
    db::on_both,
    dialogue::Dialogue,
    meetings::{Stage, start},
    planning::Sketch,
    rules::{limit, plan, with},
};

fn hours(most: u32) -> Measure {
    Measure::Minutes { most, per: Period::Week, share: Share::Each }
}

/// A form with Ola in it that only lacks a word to the limits.
async fn with_ola(client: &mut Client, title: &str, at: &str) -> Dialogue {
    let form = Dialogue::of(client.get(&format!("/meetings/new?purpose=targets&start={at}")).await, "plan");
    let link = "https://video.example/x";
    let form = form.set("title", title).set("who", "Ola Berg").set("video", "pasted").set("link", link);
    Dialogue::of(form.press(client, "add-person").await, "plan")
}

#[tokio::test]
async fn a_forecast_is_the_verdict_of_sending() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        let app = &stage.site.app;
        for at in ["2026-11-24T09:00:00", "2026-11-26T10:30:00"] {
            plan(&stage, &stage.mia, (with(&stage, "Before", &[&stage.ola]), at), Consent::seen()).await.unwrap();
        }
        let all = Scope::Organization;
        // Nothing can pass the first, so that every sending tells its verdict.
        for (measure, level) in [
            (Measure::Notice { least: 500_000 }, Level::Block),
            (hours(60), Level::Reason),
            (Measure::Meetings { most: 2, per: Period::Day, share: Share::Each }, Level::Warn),
            (Measure::Overlap, Level::Approve),
            (Measure::BackToBack { most: 60, rest: 10 }, Level::Inform),
            (Measure::People { most: 2 }, Level::Warn),
            (Measure::Agenda { people: 1, minutes: 10 }, Level::Reason),
        ] {
            limit(app, all, measure, level).await;
        }
        for at in ["2026-11-24T09:15:00", "2026-11-25T12:15:00", "2026-11-26T11:00:00", "2026-12-25T20:00:00"] {
            for people in [vec![&stage.ola], vec![&stage.ola, &stage.sanna]] {
                let details = with(&stage, "Forecast", &people);
                let begins = start(at).at;
                let lengths: Vec<u32> = details.agenda.iter().map(|point| point.minutes).collect();
                let draft = Draft {
                    purpose: details.purpose,
                    organizer: stage.anna.id,
                    span: Interval::new(begins, begins + chrono::TimeDelta::minutes(30)).unwrap(),
                    invitees: &details.invitees,
                    points: &lengths,
                    draft: None,
                    before: None,
                };
                let mut tx = app.db.begin_read().await.unwrap();
                let anna = stage.actor(&stage.anna).await;
                let told = preview::of_draft(&mut tx, app.now(), &anna, &draft).await.unwrap();
                drop(tx);
                let sent = plan(&stage, &stage.anna, (details.clone(), at), Consent::seen()).await;
                let Err(AppError::Stopped(stopped)) = sent else { panic!("{at}: {sent:?}") };
                assert_eq!(told.judged.verdict, stopped.verdict, "{at}");
                assert!(told.needs.other);
            }
        }
    })
    .await;
}

#[tokio::test]
async fn each_level_is_asked_for_on_the_page_and_answered_there() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        stage.site.person("Eva Lund", Role::Admin, Language::En).await;
        let mut client = stage.site.signed_in(&stage.anna).await;
        let cases = [
            (Level::Warn, "limits_seen", "1", "done=", "09:00"),
            (Level::Reason, "limits_reason", "The customer decides this week", "sent=", "10:00"),
            (Level::Approve, "limits_reason", "The customer decides this week", "done=asked", "13:00"),
        ];
        for (level, field, said, leads, time) in cases {
            let rule = limit(&stage.site.app, Scope::Person(stage.ola.id), hours(20), level).await;
            let form = with_ola(&mut client, level.as_str(), &format!("2026-11-25T{time}")).await;
            form.page.says("Limit: 20 min").says(&format!("name=\"{field}\""));
            if level == Level::Reason {
                form.page.says("0 of 3 exceptions used this quarter.");
            } else {
                form.page.does_not_say("exceptions used");
            }
            let refused = form.press(&mut client, "send").await;
            refused.expect(422).says(&format!("href=\"#{field}\""));
            let again = Dialogue::of(refused, "plan").set(field, said);
            assert_eq!(again.value("title"), level.as_str(), "nothing typed is lost");
            let sent = again.press(&mut client, "send").await;
            let to = sent.expect(303).location().to_owned();
            assert!(level == Level::Warn || to.contains(leads), "{level}: {to}");
            let mut tx = stage.site.db().begin().await.unwrap();
            store::rules::end(&mut tx, (rule, 1), stage.site.now()).await.unwrap();
            tx.commit().await.unwrap();
        }
        assert_eq!(stage.site.count("SELECT COUNT(*) FROM meeting WHERE status = 'pending'").await, 1);
        assert_eq!(stage.site.count("SELECT COUNT(*) FROM meeting WHERE status = 'confirmed'").await, 2);
        let asked = "SELECT COUNT(*) FROM limit_override WHERE level IN ('warn', 'reason')";
        assert_eq!(stage.site.count(asked).await, 2);
        limit(&stage.site.app, Scope::Person(stage.ola.id), hours(20), Level::Block).await;
        let form = with_ola(&mut client, "block", "2026-11-26T10:00").await;
        let form = form.set("limits_seen", "1").set("limits_reason", "The customer decides this week");
        form.press(&mut client, "send").await.expect(422).says("A limit does not allow this");
    })
    .await;
}

#[tokio::test]
async fn every_proposed_time_can_be_sent_without_a_word() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        limit(&stage.site.app, Scope::Organization, Measure::Overlap, Level::Block).await;
        let daily = Measure::Meetings { most: 1, per: Period::Day, share: Share::Each };
        limit(&stage.site.app, Scope::Person(stage.ola.id), daily, Level::Block).await;
        plan(&stage, &stage.mia, (with(&stage, "x", &[&stage.ola]), "2026-11-24T09:00:00"), Consent::seen())
            .await
            .unwrap();
        let mut client = stage.site.signed_in(&stage.anna).await;
        let first = with_ola(&mut client, "Any time", "").await;
        let offered = first.proposed_times();
        assert_eq!(offered.len(), 6, "{offered:?}");
        assert!(
            offered.iter().all(|slot| !slot.starts_with("2026-11-24")),
            "Ola's one meeting of Tuesday: {offered:?}"
        );
        for number in 0..3 {
            let form = with_ola(&mut client, &format!("Number {number}"), "").await;
            let slot = form.proposed_times()[number % 2].clone();
            let sent = form.set("slot", &slot).press(&mut client, "send").await;
            assert!(sent.expect(303).location().contains("sent="), "{slot}");
        }
        // A day has room for one: what was chosen thrice lies on three days.
        let days = stage.site.rows("SELECT substr(CAST(start_local AS TEXT), 1, 10), title, title FROM meeting").await;
        let days: std::collections::BTreeSet<_> = days.into_iter().map(|(day, ..)| day).collect();
        assert_eq!(days.len(), 4, "{days:?}");
    })
    .await;
}

#[tokio::test]
async fn whoever_comes_second_keeps_the_form_and_gets_another_time() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        limit(&stage.site.app, Scope::Organization, Measure::Overlap, Level::Block).await;
        let (mut anna, mut mia) = (stage.site.signed_in(&stage.anna).await, stage.site.signed_in(&stage.mia).await);
        mia.language = "en".to_owned();
        let (one, two) = (with_ola(&mut anna, "Mine", "").await, with_ola(&mut mia, "Also mine", "").await);
        let slot = one.proposed_times()[0].clone();
        assert_eq!(slot, two.proposed_times()[0]);
        one.set("slot", &slot).press(&mut anna, "send").await.expect(303);
        let late = two.set("slot", &slot).press(&mut mia, "send").await;
        late.expect(422);
        let late = Dialogue::of(late, "plan");
        assert_eq!(late.value("title"), "Also mine");
        let next = late.value("slot").to_owned();
        assert!(next != slot && !late.proposed_times().contains(&slot), "{next}");
        assert_eq!(stage.site.count("SELECT COUNT(*) FROM meeting").await, 1, "chosen, but not sent");
        late.press(&mut mia, "send").await.expect(303);
    })
    .await;
}

/// Where a limit forbids two places at once, whoever is always elsewhere may still be left out.
#[tokio::test]
async fn whoever_is_never_free_can_be_left_out() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        limit(&stage.site.app, Scope::Organization, Measure::Overlap, Level::Block).await;
        let mut tx = stage.site.db().begin().await.unwrap();
        store::policy::begin_change(&mut tx).await.unwrap();
        let settings = Policy { horizon_days: 1, ..store::policy::read(&mut tx).await.unwrap().settings };
        store::policy::save(&mut tx, &settings).await.unwrap();
        tx.commit().await.unwrap();
        for (title, from, minutes) in [("Today", "2026-11-23T09:05:00", 600), ("Tomorrow", "2026-11-24T07:00:00", 240)]
        {
            let sketch = Sketch { minutes, ..Sketch::new(title, from, &[&stage.ola]) };
            stage.site.plan(&stage.mia, sketch).await;
        }
        let mut client = stage.site.signed_in(&stage.anna).await;
        let form = with_ola(&mut client, "Without Ola", "").await;
        assert_eq!(form.proposed_times(), [""; 0]);
        let way_out = format!("trade:optional/{}+start/", stage.ola.id);
        let at = form.page.body.find(&way_out).unwrap_or_else(|| panic!("no way out:\n{}", form.page.body));
        let button = form.page.body[at..].split('"').next().unwrap().to_owned();
        let form = Dialogue::of(form.press(&mut client, &button).await, "plan");
        form.press(&mut client, "send").await.expect(303);
        let roles = "SELECT COUNT(*) FROM attendee WHERE role = 'optional'";
        assert_eq!(stage.site.count(roles).await, 1);
    })
    .await;
}

#[tokio::test]
async fn nobody_is_asked_to_come_on_a_day_off_or_a_holiday() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        let day = |text: &str| text.parse().unwrap();
        let away = DayOff {
            id: stage.site.app.new_id(),
            person_id: stage.ola.id,
            first_day: day("2026-11-24"),
            last_day: day("2026-12-24"),
            from_minute: None,
            to_minute: None,
            stand_in_id: None,
            created_at: stage.site.now(),
        };
        let mut tx = stage.site.db().begin().await.unwrap();
        store::days_off::insert(&mut tx, &away).await.unwrap();
        let mut policy = store::policy::read(&mut tx).await.unwrap();
        policy.settings.horizon_days = 60;
        store::policy::begin_change(&mut tx).await.unwrap();
        store::policy::save(&mut tx, &policy.settings).await.unwrap();
        tx.commit().await.unwrap();
        let mut client = stage.site.signed_in(&stage.anna).await;
        let offered = with_ola(&mut client, "After Christmas", "").await.proposed_times();
        assert_eq!(offered.len(), 6, "{offered:?}");
        let (monday, christmas) = ("2026-11-23", "2026-12-24".."2026-12-28");
        assert!(offered.iter().all(|at| at.starts_with(monday) || at.as_str() > christmas.end), "{offered:?}");
    })
    .await;
}
