//! Who chooses what reminders come, and when.

use super::*;

#[tokio::test]
async fn customers_are_reminded_of_the_meetings_they_ask_for() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        let id = planned(&stage, true).await;
        let mut eeva = stage.site.browser();
        let link = stage.link(id, "Eeva").await;
        let wish = format!("{link}/reminder");
        // First things first: whether she comes.
        stage.site.browser().get(&link).await.expect(200).does_not_say("Påminn mig via mejl");
        eeva.post(&link, &[("a", "y"), ("comment", "")]).await;
        stage.site.browser().get(&link).await.expect(200).says("Påminn mig via mejl");
        eeva.post(&wish, &[("remind", "yes")]).await.expect(303);
        eeva.get(&link).await.expect(200).says("Du får ett mejl strax före mötet").says("Ingen påminnelse");
        // Colleagues have settings of their own.
        let olas = stage.link(id, "Ola").await;
        eeva.get(&olas).await.expect(200).does_not_say("/reminder\"");
        eeva.post(&format!("{olas}/reminder"), &[("remind", "yes")]).await.expect(303);
        for person in [&stage.ola, &stage.sanna] {
            stage.site.answer(person, id, Answer::Yes).await;
        }
        stage.until("2026-11-25T11:00:00Z");
        assert_eq!(stage.remind().await, 1);
        assert_eq!(stage.reminded().await, ["eeva"]);
        // Another meeting is another question, and a wish can be taken back.
        let (next, _) = stage.plan_as(&stage.anna, stage.details("Another", true), "2026-12-02T14:00:00").await;
        stage.deliver("").await;
        for person in [&stage.ola, &stage.sanna] {
            stage.site.answer(person, next, Answer::Yes).await;
        }
        let link = stage.link(next, "Eeva").await;
        eeva.post(&link, &[("a", "y"), ("comment", "")]).await;
        eeva.post(&format!("{link}/reminder"), &[("remind", "yes")]).await.expect(303);
        eeva.post(&format!("{link}/reminder"), &[("remind", "no")]).await.expect(303);
        stage.until("2026-12-02T11:00:00Z");
        assert_eq!(stage.remind().await, 0);
    })
    .await;
}

#[tokio::test]
async fn people_choose_of_what_they_are_reminded() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        let id = planned(&stage, false).await;
        stage.wish(&stage.ola, Wish::All).await;
        stage.wish(&stage.anna, Wish::All).await;
        stage.wish(&stage.sanna, Wish::Never).await;
        stage.until(DAY_AHEAD);
        assert_eq!(stage.remind().await, 1, "Ola has not answered");
        stage.site.answer(&stage.ola, id, Answer::Yes).await;
        stage.until("2026-11-25T11:00:00Z");
        assert_eq!(stage.remind().await, 2, "Ola comes, and Anna leads");
        let mails = stage.send().await;
        let subjects: Vec<(&str, &str)> =
            mails.iter().map(|(to, subject, _)| (to.as_str(), subject.as_str())).collect();
        let expected = [
            ("anna@nordvik.example", "Today 14:00: December targets"),
            ("ola@nordvik.example", "Today 14:00: December targets"),
        ];
        assert_eq!(subjects, expected, "what Ola has answered meanwhile is not asked again");
        assert!(mails[1].2.contains("/settings/mail"), "{}", mails[1].2);
        assert!(!mails[1].2.contains("?a=y"), "{}", mails[1].2);
    })
    .await;
}

#[tokio::test]
async fn who_has_declined_is_not_reminded() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        let id = planned(&stage, false).await;
        stage.wish(&stage.ola, Wish::All).await;
        stage.site.answer(&stage.ola, id, Answer::No).await;
        stage.site.answer(&stage.sanna, id, Answer::No).await;
        for time in [DAY_AHEAD, "2026-11-25T11:00:00Z"] {
            stage.until(time);
            assert_eq!(stage.remind().await, 0, "{time}");
        }
    })
    .await;
}

#[tokio::test]
async fn administrators_choose_when_reminders_go_out() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        planned(&stage, false).await;
        let mut browser = stage.site.signed_in(&stage.anna).await;
        browser.get("/limits").await.says("href=\"/limits/reminders\"");
        let page = browser.get("/limits/reminders").await;
        page.expect(200).says("To those who have not answered").says("<option value=\"1d\" selected>1 day before");
        let seen = page.value_of("seen");
        let mut form: Vec<(String, &str)> = vec![("seen".to_owned(), &seen)];
        for purpose in Purpose::ALL {
            form.extend([(format!("{purpose}-unanswered"), "none"), (format!("{purpose}-asked"), "1h")]);
            form.push((format!("{purpose}-reading"), "7d"));
        }
        let sound: Vec<(&str, &str)> = form.iter().map(|(name, value)| (name.as_str(), *value)).collect();
        let mut bad = sound.clone();
        bad[1].1 = "1y";
        let refused = browser.post("/limits/reminders", &bad).await;
        refused.expect(422).says("id=\"targets-unanswered-e\"").says("<option value=\"1h\" selected>");
        browser.post("/limits/reminders", &sound[..4]).await.expect(422);
        assert_eq!(browser.post("/limits/reminders", &sound).await.expect(303).location(), "/limits?done=reminders");
        browser.get("/limits?done=reminders").await.says("The reminders are saved.");
        browser.get("/limits/reminders").await.does_not_say("value=\"1d\" selected");
        let mut other = sound.clone();
        other[2].1 = "2h";
        let late = browser.post("/limits/reminders", &other).await;
        late.expect(409).says("<option value=\"2h\" selected>");
        browser
            .get("/admin/audit")
            .await
            .says("Reminders: Set targets")
            .says("No reminder / 1 hour before / 7 days before");
        stage.site.signed_in(&stage.ola).await.get("/limits/reminders").await.expect(403);
        stage.until(DAY_AHEAD);
        assert_eq!(stage.remind().await, 0);
    })
    .await;
}

#[tokio::test]
async fn a_wish_is_one_of_those_offered() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        let mut browser = stage.site.signed_in(&stage.ola).await;
        browser.get("/settings/mail").await.expect(200).says("<option value=\"unanswered\" selected>");
        let form = |reminders| [("summary", "weekly"), ("answers", "summary"), ("reminders", reminders)];
        browser.post("/settings/mail", &form("sometimes")).await.expect(422).says("id=\"reminders-e\"");
        browser.post("/settings/mail", &form("all")).await.expect(303);
        browser.get("/settings/mail?done=saved").await.says("<option value=\"all\" selected>");
        let mut anna = stage.site.signed_in(&stage.anna).await;
        anna.get("/admin/audit").await.says("For meetings I have not answered").says("For all my meetings");
    })
    .await;
}
