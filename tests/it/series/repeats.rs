//! Another rule for what follows in a series: where its dates go, what everybody is told, and how it is taken back.

use sparsam::{
    domain::{
        ids::MeetingId,
        limits::rule::{Level, Measure, Scope},
    },
    mail::render::render,
    store,
};

use super::{
    course::{letter, queued},
    dates, delivered, mails, nordvik, planned,
};
use crate::support::{
    app::{Client, TestApp},
    db::on_both,
    dialogue::Dialogue,
    letters::links,
    rules::limit,
};

async fn series(site: &TestApp) -> Vec<String> {
    let rows = site.rows("SELECT uid, zone, zone FROM series ORDER BY created_at, id").await;
    let id = |uid: &str| uuid::Uuid::parse_str(uid.split('@').next().unwrap()).unwrap().to_string();
    rows.iter().map(|row| id(&row.0)).collect()
}

/// Day, time and state of all dates, by their start.
async fn times(site: &TestApp) -> Vec<String> {
    let rows = site.rows("SELECT title, status, uid FROM meeting ORDER BY starts_at").await;
    let mut all = Vec::new();
    for (_, status, uid) in rows {
        let id: uuid::Uuid = uid.split('@').next().unwrap().parse().unwrap();
        let mut tx = site.db().begin_read().await.unwrap();
        let full = store::meetings::by_id(&mut tx, MeetingId::from_uuid(id)).await.unwrap().unwrap();
        all.push(format!("{} {status}", full.meeting.start_local.format("%m-%d %H:%M")));
    }
    all
}

/// The form of a series, from this of the dates ahead on.
async fn form(client: &mut Client, series: &str, from: usize) -> Dialogue {
    let page = client.get(&format!("/series/{series}/repeats")).await;
    page.expect(200);
    let options: Vec<String> = page
        .body
        .split("<select id=\"from\"")
        .nth(1)
        .unwrap()
        .split("</select>")
        .next()
        .unwrap()
        .split("value=\"")
        .skip(1)
        .map(|rest| rest.split('"').next().unwrap().to_owned())
        .collect();
    Dialogue::of(page, "repeats").set("from", &options[from])
}

fn change_of(location: &str) -> String {
    location.split("sent=").nth(1).unwrap().to_owned()
}

#[tokio::test]
async fn what_follows_goes_to_other_days_as_a_new_series() {
    on_both(async |db| {
        let (site, mut client) = nordvik(db).await;
        planned(&mut client).await;
        delivered(&site).await;
        let (ids, old) = (dates(&site).await, series(&site).await[0].clone());
        client.get(&format!("/series/{old}")).await.expect(200).says("Change how it repeats");
        // Thursdays from the second of four dates on, every week, five times.
        let form = form(&mut client, &old, 1).await;
        let form =
            form.set("date", "17.12.2026").set("time", "10:00").set("repeat_every", "1").set("repeat_count", "5");
        let shown = form.press(&mut client, "show").await;
        shown.expect(200).says("Every Thursday at 10:00, 5 times").says("3 dates move to the new ones in their order");
        shown.says("2 dates are added.");
        assert_eq!(mails(&site).await, [] as [String; 0]);
        // Two of them are eves of holidays, which is asked about and said.
        let asked = Dialogue::of(shown, "repeats").press(&mut client, "change").await;
        asked
            .expect(422)
            .says("24 Dec")
            .says("name=\"limits_seen\"")
            .says("30 min of the meeting is on a public holiday");
        let shown = asked;
        let done = Dialogue::of(shown, "repeats")
            .set("limits_seen", "yes")
            .set("reason", "The team is out on Tuesdays")
            .press(&mut client, "change")
            .await;
        let location = done.expect(303).location().to_owned();
        let expected = ["12-01 14:00", "12-17 10:00", "12-24 10:00", "12-31 10:00", "01-07 10:00", "01-14 10:00"];
        let expected: Vec<String> = expected.iter().map(|at| format!("{at} confirmed")).collect();
        assert_eq!(times(&site).await, expected);
        // The dates that there were are the same meetings, in their order.
        assert_eq!(dates(&site).await[..4], ids);
        let told = mails(&site).await;
        assert_eq!(told.iter().filter(|mail| mail.starts_with("series_fewer ")).count(), 3, "{told:?}");
        assert_eq!(told.iter().filter(|mail| mail.starts_with("series_invitation ")).count(), 3, "{told:?}");
        client
            .get(&location)
            .await
            .expect(200)
            .says("The series repeats differently from now on.")
            .says("Continues an earlier series.");
        client.post(&format!("/changes/{}/undoing", change_of(&location)), &[]).await.expect(303);
        let before = ["12-01 14:00", "12-15 14:00", "12-29 14:00", "01-12 14:00"].map(|at| format!("{at} confirmed"));
        assert_eq!(times(&site).await, before);
        assert_eq!((series(&site).await.len(), mails(&site).await.len()), (1, 0));
    })
    .await;
}

#[tokio::test]
async fn a_series_that_changes_as_a_whole_leaves_its_page_to_the_new_one() {
    on_both(async |db| {
        let (site, mut client) = nordvik(db).await;
        planned(&mut client).await;
        delivered(&site).await;
        let old = series(&site).await[0].clone();
        let form = form(&mut client, &old, 0).await;
        let form = form.set("repeat", "month_last_weekday").set("repeat_every", "1").set("repeat_count", "3");
        let done = form.press(&mut client, "change").await;
        let location = done.expect(303).location().to_owned();
        let expected =
            ["12-29 14:00 confirmed", "01-12 14:00 cancelled", "01-26 14:00 confirmed", "02-23 14:00 confirmed"];
        assert_eq!(times(&site).await, expected);
        let told = mails(&site).await;
        assert_eq!(told.iter().filter(|mail| mail.starts_with("series_cancelled ")).count(), 3, "{told:?}");
        let new = location.split(['/', '?']).nth(2).unwrap().to_owned();
        assert_ne!(old, new);
        client.get(&location).await.expect(200).says("On the last Tuesday of every month at 14:00, 3 times");
        delivered(&site).await;
        let form = self::form(&mut client, &new, 0).await;
        let done = form.set("time", "09:00").set("repeat_count", "3").press(&mut client, "change").await;
        let newest = done.expect(303).location().split(['/', '?']).nth(2).unwrap().to_owned();
        // No date is left in the second.
        let page = client.get(&format!("/series/{new}")).await;
        assert_eq!(page.expect(303).location(), format!("/series/{newest}"));
        client.get(&format!("/series/{newest}")).await.expect(200);
    })
    .await;
}

#[tokio::test]
async fn a_series_of_several_weekdays_keeps_them_where_only_the_time_changes() {
    on_both(async |db| {
        let (site, mut client) = nordvik(db).await;
        let page = client.get("/meetings/new?purpose=targets&start=2026-12-01T14:00").await;
        let form = Dialogue::of(page, "plan").set("title", "Targets").set("who", "ola berg").set("limits_seen", "yes");
        let form = form.set("repeat", "week").set("repeat_count", "4").set("repeat_days", "3");
        form.press(&mut client, "send").await.expect(303);
        delivered(&site).await;
        let old = series(&site).await[0].clone();
        let form = self::form(&mut client, &old, 0).await.set("time", "09:00").set("repeat_count", "4");
        form.press(&mut client, "change").await.expect(303);
        let expected = ["12-01 09:00", "12-03 09:00", "12-08 09:00", "12-10 09:00"].map(|at| format!("{at} confirmed"));
        assert_eq!(times(&site).await, expected);
    })
    .await;
}

#[tokio::test]
async fn the_mails_say_where_it_goes_on() {
    on_both(async |db| {
        let (site, mut client) = nordvik(db).await;
        planned(&mut client).await;
        delivered(&site).await;
        let old = series(&site).await[0].clone();
        let form = form(&mut client, &old, 0).await.set("date", "3.12.2026").set("repeat_count", "2");
        form.press(&mut client, "change").await.expect(303);
        let to_ola = queued(&site).await.into_iter().filter(|mail| mail.recipient.starts_with("ola@"));
        let written = |letter| render(&letter, &links(&letter)).map(|mail| mail.subject + "\n" + &mail.text).unwrap();
        let letters: Vec<String> = to_ola.map(|mail| written(letter(&mail))).collect();
        let goodbye =
            letters.iter().find(|text| text.contains("Series continues differently: Targets")).expect("a goodbye");
        assert!(goodbye.contains("Anna Lind has changed this series."), "{goodbye}");
        assert!(goodbye.contains("The meetings continue as a new series."), "{goodbye}");
        assert!(letters.iter().any(|text| text.contains("It continues the series you know, from this date on.")));
    })
    .await;
}

#[tokio::test]
async fn what_is_wrong_is_said_at_its_field_and_nothing_changes() {
    on_both(async |db| {
        let (site, mut client) = nordvik(db).await;
        planned(&mut client).await;
        delivered(&site).await;
        let (old, before) = (series(&site).await[0].clone(), times(&site).await);
        for (field, value, words) in [
            ("date", "1.11.2026", "in the past"),
            ("date", "never", "Enter a date"),
            ("date", "1.12.2026", "Choose a day after"),
            ("time", "25:00", "Enter a time"),
            ("repeat", "", "Choose how it repeats."),
            ("repeat_every", "99", "Enter a number from 1 to 12."),
            ("repeat_count", "1", "Enter a number from 2 to 60."),
            ("repeat_until", "soon", "Enter a date"),
            ("from", "x:1", "This date has changed or is over."),
        ] {
            let form = form(&mut client, &old, 1).await.set("date", "15.12.2026").set("day_of", "");
            let form = form.set("reason", "kept").set("limits_reason", "kept, too").set("skip", "2027-01-12");
            let answer = form.set(field, value).press(&mut client, "change").await;
            answer.expect(422).says(words).says("kept</textarea>").says("kept, too</textarea>");
            answer.says(&format!("href=\"#{field}\"")).says("name=\"skip\" value=\"2027-01-12\"");
        }
        let (first, other) = (form(&mut client, &old, 1).await, form(&mut client, &old, 1).await);
        let first = first.set("date", "21.12.2026").set("repeat_count", "2");
        let done = first.press(&mut client, "change").await.expect(303).location().to_owned();
        assert_ne!(times(&site).await, before);
        // Sent twice it is done once, and leads there again.
        assert_eq!(first.press(&mut client, "change").await.expect(303).location(), done);
        let late = other.set("date", "22.12.2026").press(&mut client, "change").await;
        late.expect(422).says("This date has changed or is over.");
        assert_eq!(series(&site).await.len(), 2);
    })
    .await;
}

#[tokio::test]
async fn dates_are_not_held_against_where_their_series_was() {
    on_both(async |db| {
        let (site, mut client) = nordvik(db).await;
        // Nobody may be in two meetings at once, whatever they say.
        limit(&site.app, Scope::Organization, Measure::Overlap, Level::Block).await;
        planned(&mut client).await;
        let old = series(&site).await[0].clone();
        // The second date goes where the third is, and so on.
        let form = form(&mut client, &old, 1).await.set("date", "29.12.2026").set("repeat_count", "3");
        let done = form.press(&mut client, "change").await.expect(303).location().to_owned();
        let after = ["12-01 14:00", "12-29 14:00", "01-12 14:00", "01-26 14:00"].map(|at| format!("{at} confirmed"));
        assert_eq!(times(&site).await, after);
        client.post(&format!("/changes/{}/undoing", change_of(&done)), &[]).await.expect(303);
        let before = ["12-01 14:00", "12-15 14:00", "12-29 14:00", "01-12 14:00"].map(|at| format!("{at} confirmed"));
        assert_eq!(times(&site).await, before);
    })
    .await;
}

#[tokio::test]
async fn the_first_day_follows_the_date_that_is_chosen() {
    on_both(async |db| {
        let (site, mut client) = nordvik(db).await;
        planned(&mut client).await;
        delivered(&site).await;
        let old = series(&site).await[0].clone();
        let form = form(&mut client, &old, 2).await.set("repeat_count", "2");
        // The dates that were shown are others than those that would be sent.
        let shown = form.press(&mut client, "change").await;
        shown.expect(200).says("value=\"29/12/2026\"");
        Dialogue::of(shown, "repeats").press(&mut client, "change").await.expect(303);
        // A day that was typed stays.
        let form = self::form(&mut client, &old, 1).await.set("date", "17.12.2026");
        form.press(&mut client, "show").await.expect(200).says("value=\"17.12.2026\"");
    })
    .await;
}

#[tokio::test]
async fn what_is_left_goes_over_into_the_series_that_goes_on() {
    on_both(async |db| {
        let (site, mut client) = nordvik(db).await;
        planned(&mut client).await;
        delivered(&site).await;
        let (old, ids) = (series(&site).await[0].clone(), dates(&site).await);
        let form = form(&mut client, &old, 1).await.set("date", "17.12.2026").set("repeat_count", "2");
        form.set("limits_seen", "yes").press(&mut client, "change").await.expect(303);
        let mut tx = site.db().begin().await.unwrap();
        let meetings: Vec<MeetingId> = ids.iter().map(|id| id.parse().unwrap()).collect();
        let last = store::meetings::by_id(&mut tx, meetings[0]).await.unwrap().unwrap().meeting;
        let first = store::meetings::by_id(&mut tx, meetings[1]).await.unwrap().unwrap().meeting;
        assert_ne!(last.series_id, first.series_id);
        let course = store::course::Course::of(last.id, site.now());
        assert!(store::course::save(&mut tx, &course).await.unwrap());
        assert_eq!(store::course::previous_of(&mut tx, &first).await.unwrap(), [last.id]);
        assert_eq!(store::course::next_in_line(&mut tx, &last).await.unwrap(), Some(first.id));
    })
    .await;
}

#[tokio::test]
async fn a_plan_is_not_undone_once_some_of_its_dates_have_gone_on() {
    on_both(async |db| {
        let (site, mut client) = nordvik(db).await;
        let plan = change_of(&planned(&mut client).await);
        let old = series(&site).await[0].clone();
        let form = form(&mut client, &old, 1).await.set("date", "16.12.2026").set("repeat_count", "2");
        let repeated = form.set("limits_seen", "yes").press(&mut client, "change").await;
        let repeated = change_of(repeated.expect(303).location());
        let before = times(&site).await;
        client.post(&format!("/changes/{plan}/undoing"), &[]).await;
        assert_eq!(times(&site).await, before);
        client.post(&format!("/changes/{repeated}/undoing"), &[]).await.expect(303);
        assert_eq!(series(&site).await.len(), 1);
    })
    .await;
}

#[tokio::test]
async fn leave_to_go_on_without_an_end_stays_with_the_old_rule() {
    on_both(async |db| {
        let (site, mut client) = nordvik(db).await;
        planned(&mut client).await;
        delivered(&site).await;
        let old = series(&site).await[0].clone();
        let endless = if matches!(site.db(), store::Db::Sqlite { .. }) {
            "UPDATE series SET endless = 1"
        } else {
            "UPDATE series SET endless = TRUE"
        };
        site.execute(endless).await.unwrap();
        let form = form(&mut client, &old, 0).await.set("date", "3.12.2026").set("repeat_count", "2");
        let shown = form.press(&mut client, "show").await;
        shown.expect(200).says("Leave to go on without an end was given to the old rule.");
        Dialogue::of(shown, "repeats").press(&mut client, "change").await.expect(303);
        let endless = if matches!(site.db(), store::Db::Sqlite { .. }) {
            "SELECT COUNT(*) FROM series WHERE endless = 1 AND continues IS NOT NULL"
        } else {
            "SELECT COUNT(*) FROM series WHERE endless AND continues IS NOT NULL"
        };
        assert_eq!(site.count(endless).await, 0);
    })
    .await;
}
