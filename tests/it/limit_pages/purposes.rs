//! What differs in planning for meetings of one purpose, and horizons that count working days.

use sparsam::{
    app::find_times::horizon,
    domain::{country::Country, limits::policy::Policy, time::Zone},
};

use super::*;

#[test]
fn working_days_end_with_the_day() {
    let stockholm = Zone::named("Europe/Stockholm").unwrap();
    let sweden: Option<Country> = "SE".parse().ok();
    // Wednesday, 23 December: Christmas Eve to Boxing Day are off in Sweden, then comes a weekend.
    let now = "2026-12-23T09:00:00Z".parse().unwrap();
    let end = |days, working, country| {
        let policy = Policy { horizon_days: days, horizon_working: working, ..Policy::default() };
        horizon(&policy, (&stockholm, country), now).unwrap().end().to_rfc3339()
    };
    for (days, working, country, expected) in [
        (3, false, sweden, "2026-12-26T09:00:00+00:00"),
        (1, true, sweden, "2026-12-28T23:00:00+00:00"),
        (3, true, sweden, "2026-12-30T23:00:00+00:00"),
        // New Year's Eve and Day.
        (4, true, sweden, "2027-01-04T23:00:00+00:00"),
        (3, true, None, "2026-12-28T23:00:00+00:00"),
        (0, true, None, "2026-12-24T23:00:00+00:00"),
        (10_000, false, None, "2027-06-21T09:00:00+00:00"),
    ] {
        assert_eq!(end(days, working, country), expected, "{days} {working} {country:?}");
    }
    // However many are asked for, no more than half a year is searched.
    assert!(end(10_000, true, None).as_str() < "2027-06-23");
}

#[tokio::test]
async fn a_purpose_has_its_own_times() {
    on_both(async |db| {
        let (site, anna) = TestApp::nordvik(db).await;
        site.person("Ola Berg", Role::Member, Language::En).await;
        let mut browser = site.signed_in(&anna).await;
        browser.get("/limits/planning").await.says("href=\"/limits/purposes\"");
        let seen = browser.get("/limits/purposes").await.value_of("seen");
        for (name, value) in [
            ("targets-step", "7"),
            ("targets-notice", "x"),
            ("targets-notice", "31 d"),
            ("targets-days", "0"),
            ("targets-days", "181"),
            ("targets-before", "241"),
            ("customer-after", "-1"),
        ] {
            let fields = [("seen", seen.as_str()), ("strategy-days", "30"), (name, value)];
            let page = browser.post("/limits/purposes", &fields).await;
            page.expect(422).says(&format!("id=\"{name}-e\""));
            assert_eq!(page.value_of("strategy-days"), "30");
        }
        let times = async |browser: &mut Client, purpose: &str| {
            let form = Dialogue::of(browser.get(&format!("/meetings/new?purpose={purpose}")).await, "plan");
            let form = form.set("who", "Ola Berg").set("length", "30");
            Dialogue::of(form.press(browser, "add-person").await, "plan").proposed_times()
        };
        let usual = times(&mut browser, "targets").await;
        assert!(usual.iter().any(|at| at.starts_with("2026-11-23")), "{usual:?}");
        let special = [
            ("seen", seen.as_str()),
            ("targets-step", "60"),
            ("targets-notice", "48 h"),
            ("targets-days", "3"),
            ("targets-before", "10"),
        ];
        browser.post("/limits/purposes", &special).await.expect(303);
        let page = browser.get("/limits/purposes").await;
        page.says("value=\"60\" selected");
        assert_eq!((page.value_of("targets-days"), page.value_of("targets-before")), ("3".into(), "10".into()));
        let own = times(&mut browser, "targets").await;
        let (first, last) = ("2026-11-25T08:00", "2026-11-26T08:00");
        let fits = |at: &String| at.contains(":00:00") && first <= at.as_str() && at.as_str() < last;
        assert!(!own.is_empty() && own.iter().all(fits), "{own:?}");
        assert_eq!(times(&mut browser, "strategy").await, usual, "others are as they were");
        browser.get("/admin/audit").await.says("Planning by purpose: Set targets").says("60 / 2880 / 3 / 10 + 0");
        // Somebody who has not seen that does not undo it.
        let late = browser.post("/limits/purposes", &[("seen", &seen), ("targets-days", "9")]).await;
        assert_eq!(late.expect(409).value_of("targets-days"), "9");
        // The settings for all keep it.
        let page = browser.get("/limits/planning").await;
        let mut forms = Dialogue::all(&page).into_iter();
        let mut form = forms.find(|form| form.action == "/limits/planning").unwrap().fields;
        // Money is set with what is to be counted.
        form.retain(|(name, _)| name != "bands");
        form.push(("working".to_owned(), "yes".to_owned()));
        let fields: Vec<(&str, &str)> = form.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
        browser.post("/limits/planning", &fields).await.expect(303);
        browser.get("/limits/planning").await.says("name=\"working\" value=\"yes\" checked");
        assert_eq!(browser.get("/limits/purposes").await.value_of("targets-days"), "3");
    })
    .await;
}
