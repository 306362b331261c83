//! What comes back in the next date of a series.

use std::collections::HashSet;

use sparsam::{app::course, store};

use super::{dates, delivered, nordvik, planned};
use crate::support::{app::Client, db::on_both, dialogue::Dialogue};

async fn left_open(client: &mut Client, id: &str, action: &str, next: &str) {
    for what in ["begin", "end"] {
        client.post(&format!("/meetings/{id}/run"), &[("do", what)]).await.expect(303);
    }
    let form = Dialogue::of(client.get(&format!("/meetings/{id}/minutes")).await, "minutes");
    let form = form.set("a.new0.body", action).set("next_meeting", next);
    form.press(client, "save").await.expect(303);
}

#[tokio::test]
async fn a_meeting_that_names_a_date_does_not_push_the_series_aside() {
    on_both(async |db| {
        let (site, mut client) = nordvik(db).await;
        planned(&mut client).await;
        let page = client.get("/meetings/new?purpose=strategy&start=2026-12-03T14:00").await;
        let form =
            Dialogue::of(page, "plan").set("title", "In between").set("who", "ola berg").set("limits_seen", "yes");
        form.press(&mut client, "send").await.expect(303);
        delivered(&site).await;
        let all = dates(&site).await;
        let (first, between, second) = (&all[0], &all[1], &all[2]);
        for (moment, id, action, next) in
            [("2026-12-01T13:00:00Z", first, "Call Kone", ""), ("2026-12-03T13:00:00Z", between, "Ask Volvo", second)]
        {
            let moment: chrono::DateTime<chrono::Utc> = moment.parse().unwrap();
            site.clock.pass(moment - site.now());
            client = site.signed_in(&super::course::anna(&site).await).await;
            left_open(&mut client, id, action, next).await;
        }
        let page = client.get(&format!("/meetings/{second}")).await;
        page.expect(200).says("Call Kone").says("Ask Volvo");
        let mut tx = site.db().begin_read().await.unwrap();
        let full = store::meetings::by_id(&mut tx, second.parse().unwrap()).await.unwrap().unwrap();
        let back = course::returning(&mut tx, &full).await.unwrap();
        let from: HashSet<String> = back.iter().map(|back| back.point.meeting_id.to_string()).collect();
        assert_eq!(from, HashSet::from([first.clone(), between.clone()]), "{back:?}");
    })
    .await;
}
