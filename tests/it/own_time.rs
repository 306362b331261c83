//! Hours kept for selling, days off, and holidays in the calendar.

use chrono::NaiveDate;
use sparsam::{
    domain::{hours::DaySpan, language::Language, limits::facts::DayRule, person::Role},
    store,
};

use crate::support::{app::TestApp, db::on_both, dialogue::Dialogue};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

#[tokio::test]
async fn selling_time_is_a_table_of_hours() {
    on_both(async |db| {
        let (site, anna) = TestApp::nordvik(db).await;
        let mut browser = site.signed_in(&anna).await;
        let page = browser.get("/settings/hours").await;
        page.says("No hours are kept for selling.").says("Monday 09:00–10:00").does_not_say("value=\"5-9\"");
        let ticks = [("selling", "0-9"), ("selling", "0-10"), ("selling", "3-13"), ("selling", "9-9")];
        browser.post("/settings/selling", &ticks).await.expect(303);
        let form = Dialogue::of(browser.get("/settings/hours").await, "selling");
        assert_eq!(form.values("selling"), ["0-9", "0-10", "3-13"]);
        form.page.says("3 h a week");
        let mut tx = site.db().begin_read().await.unwrap();
        let kept = store::person_time::selling_of_people(&mut tx, &[anna.id]).await.unwrap();
        let kept: Vec<_> = kept[&anna.id].iter().map(|s| (s.weekday, s.span.from, s.span.to)).collect();
        assert_eq!(kept, [(0, 9 * 60, 11 * 60), (3, 13 * 60, 14 * 60)]);
        drop(tx);
        browser.post("/settings/selling", &[]).await.expect(303);
        browser.get("/settings/hours").await.says("No hours are kept for selling.");
    })
    .await;
}

#[tokio::test]
async fn days_off_are_entered_as_typed_and_asked_for_in_one_go() {
    on_both(async |db| {
        let (site, anna) = TestApp::nordvik(db).await;
        let ola = site.person("Ola Berg", Role::Manager, Language::En).await;
        let mut browser = site.signed_in(&anna).await;
        let form = Dialogue::of(browser.get("/settings/hours").await, "days-off");
        let ola_id = ola.id.to_string();
        let holiday = form.set("first", "21 december").set("last", "v. 53 fre").set("stand_in", &ola_id);
        holiday.press(&mut browser, "").await.expect(303);
        holiday.press(&mut browser, "").await.expect(303);
        let short = [("first", "fre 27.11."), ("worked-from", "8"), ("worked-to", "12")];
        browser.post("/settings/days-off", &short).await.expect(303);
        let page = browser.get("/settings/hours?done=added").await;
        page.says("The days have been entered.").says("Stand-in: Ola Berg").says("Works 08:00–12:00");
        assert_eq!(site.count("SELECT COUNT(*) FROM day_off").await, 2, "the form was sent twice, and counts once");
        let mut tx = site.db().begin_read().await.unwrap();
        let (from, to) = (day("2026-11-23"), day("2026-12-22"));
        let rules = store::days_off::rules_of_people(&mut tx, &[anna.id, ola.id], from, to).await.unwrap();
        let mut days: Vec<_> = rules[&anna.id].iter().collect();
        days.sort_by_key(|(day, _)| **day);
        let morning = DayRule::Hours(DaySpan::new(8 * 60, 12 * 60).unwrap());
        assert_eq!(
            days,
            [(&day("2026-11-27"), &morning), (&day("2026-12-21"), &DayRule::Off), (&day("2026-12-22"), &DayRule::Off)]
        );
        assert!(!rules.contains_key(&ola.id));
        let january = store::days_off::of_people(&mut tx, &[anna.id], day("2027-01-01"), day("2027-01-01")).await;
        assert_eq!(january.unwrap().iter().map(|entry| entry.stand_in_id).collect::<Vec<_>>(), [Some(ola.id)]);
        drop(tx);
        let page = browser.get("/settings/hours").await;
        let at = page.body.find("/settings/days-off/").unwrap();
        let path = page.body[at..].split('"').next().unwrap().to_owned();
        let mut other = site.signed_in(&ola).await;
        other.post(&path, &[]).await.expect(404);
        browser.post(&path, &[]).await.expect(303);
        browser.post(&path, &[]).await.expect(404);
        assert_eq!(site.count("SELECT COUNT(*) FROM day_off").await, 1);
    })
    .await;
}

#[tokio::test]
async fn wrong_days_are_told_field_by_field() {
    on_both(async |db| {
        let (site, anna) = TestApp::nordvik(db).await;
        let lena = site.person("Lena Ek", Role::Viewer, Language::En).await;
        let mut browser = site.signed_in(&anna).await;
        let nobody = "01920000-0000-7000-8000-0000deadbeef".to_owned();
        let own = anna.id.to_string();
        let cases: [(&[(&str, &str)], &str); 10] = [
            (&[], "first-e"),
            (&[("first", "32.1.")], "first-e"),
            (&[("first", "1.12."), ("last", "soon")], "last-e"),
            (&[("first", "2026-12-10"), ("last", "2026-12-01")], "last-e"),
            (&[("first", "2026-11-02"), ("last", "2026-11-03")], "first-e"),
            (&[("first", "2026-12-01"), ("last", "2028-12-01")], "last-e"),
            (&[("first", "1.12."), ("worked-from", "8")], "worked-to-e"),
            (&[("first", "1.12."), ("worked-from", "12"), ("worked-to", "8")], "worked-to-e"),
            (&[("first", "1.12."), ("stand_in", &nobody)], "stand_in-e"),
            (&[("first", "1.12."), ("stand_in", &own)], "stand_in-e"),
        ];
        for (fields, id) in cases {
            let page = browser.post("/settings/days-off", fields).await;
            page.expect(422).says(&format!("id=\"{id}\""));
            for (name, value) in fields.iter().filter(|(name, _)| *name != "stand_in") {
                assert_eq!(page.value_of(name), *value, "what was typed is kept");
            }
        }
        assert_eq!(site.count("SELECT COUNT(*) FROM day_off").await, 0);
        let choices = browser.get("/settings/hours").await;
        choices.does_not_say(&format!("value=\"{}\"", lena.id));
    })
    .await;
}

#[tokio::test]
async fn managers_see_the_hours_of_their_people_and_cannot_change_them() {
    on_both(async |db| {
        let (site, _) = TestApp::nordvik(db).await;
        let ola = site.person("Ola Berg", Role::Manager, Language::En).await;
        let erik = site.person("Erik Sund", Role::Member, Language::En).await;
        let north = site.team("North", &ola, &[&erik]).await;
        let mut member = site.signed_in(&erik).await;
        member.post("/settings/selling", &[("selling", "1-9")]).await.expect(303);
        member.post("/settings/days-off", &[("first", "2026-12-01")]).await.expect(303);
        let mut manager = site.signed_in(&ola).await;
        let path = format!("/people/{}/hours", erik.id);
        manager.get(&format!("/teams/{north}")).await.says(&path);
        let page = manager.get(&path).await;
        page.expect(200).says("Hours of Erik Sund").says("09:00–10:00").says("1 December 2026");
        assert!(!page.body[page.body.find("<main").unwrap()..].contains("<form"), "nothing to change here");
        member.get(&path).await.expect(200);
        member.get(&format!("/people/{}/hours", ola.id)).await.expect(404);
    })
    .await;
}

#[tokio::test]
async fn holidays_stand_under_the_date_in_the_readers_country_and_language() {
    on_both(async |db| {
        let (site, anna) = TestApp::nordvik(db).await;
        let sanna = site.person("Sanna Koski", Role::Member, Language::Fi).await;
        let kari = site.person("Kari Nilsen", Role::Member, Language::Nb).await;
        let mut swede = site.signed_in(&anna).await;
        let (mut finn, mut norwegian) = (site.signed_in(&sanna).await, site.signed_in(&kari).await);
        let hol = |name: &str| format!("class=\"hol\">{name}<");
        swede.get("/cal/2026-W52").await.says(&hol("Day before Christmas Eve, half day")).says(&hol("Christmas Eve"));
        swede.get("/?week=2026-W52").await.says(&hol("Christmas Day"));
        swede.get("/cal/2026-12-25").await.says(&hol("Christmas Day"));
        swede.get("/cal/2026-12-28").await.does_not_say("class=\"hol\"");
        swede.get("/cal/2026-12").await.says(&hol("New Year’s Eve")).does_not_say("Independence Day");
        finn.get("/cal/2026-12").await.says(&hol("Itsenäisyyspäivä"));
        norwegian.get("/cal/2026-05").await.does_not_say("class=\"hol\">klämdag").says("class=\"hol\"");
    })
    .await;
}

#[tokio::test]
async fn the_present_moment_is_marked_in_the_grid() {
    on_both(async |db| {
        let (site, anna) = TestApp::nordvik(db).await;
        let mut browser = site.signed_in(&anna).await;
        // Nine in Stockholm, an hour below eight.
        browser
            .get("/cal/2026-W48")
            .await
            .says("<div class=\"now\" aria-hidden=\"true\"><span class=\"r4 s1\"></span>");
        browser.get("/cal/2026-W50").await.does_not_say("class=\"now\"");
        browser.get("/").await.says("class=\"now\"");
    })
    .await;
}
