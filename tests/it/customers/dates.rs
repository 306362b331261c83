//! All dates of a series with a customer are about the same opportunity.

use super::*;
use crate::support::dialogue::Dialogue;

/// Erik's weekly meetings about something that Bergvik may buy, and the page of the opportunity.
async fn weekly(f: &mut Firm) -> String {
    let bergvik = f.customer("Bergvik").await;
    f.contact(&bergvik, ("Johan Bergvik", "johan@bergvik.example")).await;
    let deal = f.opportunity(&bergvik, "Service 2027").await;
    let id = deal.trim_start_matches("/opportunities/");
    let page = f.erik.get(&format!("/meetings/new?opportunity={id}")).await;
    let form = Dialogue::of(page, "plan")
        .set("title", "Weekly")
        .set("date", "1.12.2026")
        .set("time", "14:00")
        .set("format", "phone")
        .set("place", "+46 8 123 45 67")
        .set("repeat", "week")
        .set("repeat_count", "3")
        .set("limits_seen", "yes");
    form.press(&mut f.erik, "send").await.expect(303);
    deal
}

const LINKED: &str = "SELECT COUNT(*) FROM meeting_opportunity";

#[tokio::test]
async fn a_series_is_about_one_opportunity_on_all_its_dates() {
    on_both(async |db| {
        let mut f = Firm::found(db).await;
        let deal = weekly(&mut f).await;
        assert_eq!(f.site.count("SELECT COUNT(*) FROM meeting").await, 3);
        assert_eq!(f.site.count(LINKED).await, 3);
        f.erik.get(&deal).await.says("Tue 1 Dec").says("Tue 8 Dec").says("Tue 15 Dec");
        // One date, or all of them, may be about nothing or something else.
        let uid = f.site.rows("SELECT uid, status, zone FROM meeting ORDER BY starts_at").await.remove(1).0;
        let second = uuid::Uuid::parse_str(uid.split('@').next().unwrap()).unwrap();
        let page = format!("/meetings/{second}");
        f.erik.get(&page).await.says("name=\"all_dates\"");
        f.erik.post(&format!("{page}/opportunity"), &[("opportunity", "")]).await.expect(303);
        assert_eq!(f.site.count(LINKED).await, 2);
        let id = deal.trim_start_matches("/opportunities/");
        let all = [("opportunity", id), ("all_dates", "yes")];
        f.erik.post(&format!("{page}/opportunity"), &all).await.expect(303);
        assert_eq!(f.site.count(LINKED).await, 3);
        f.erik.post(&format!("{page}/opportunity"), &[("opportunity", ""), ("all_dates", "yes")]).await.expect(303);
        assert_eq!(f.site.count(LINKED).await, 0);
    })
    .await;
}

#[tokio::test]
async fn further_dates_are_about_what_the_last_one_was_about() {
    on_both(async |db| {
        let mut f = Firm::found(db).await;
        weekly(&mut f).await;
        f.site.execute("UPDATE outbox SET state = 'accepted', attempts = 1 WHERE state = 'queued'").await.unwrap();
        f.site.clock.pass(TimeDelta::days(9));
        let mut erik = f.site.signed_in(&f.erik_row).await;
        let uid = f.site.rows("SELECT uid, aim, zone FROM series").await.remove(0).0;
        let series = uuid::Uuid::parse_str(uid.split('@').next().unwrap()).unwrap();
        let form = Dialogue::of(erik.get(&format!("/series/{series}/review")).await, "review");
        let form = form.set("answer", "keep").set("aim", "We renew the service contract").set("limits_seen", "yes");
        form.press(&mut erik, "").await.expect(303);
        let dates = f.site.count("SELECT COUNT(*) FROM meeting").await;
        assert!(dates > 3, "{dates} dates");
        assert_eq!(f.site.count(LINKED).await, dates);
    })
    .await;
}
