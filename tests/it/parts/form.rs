//! Choosing points for somebody in the planner, without scripts.

use crate::support::{app::Client, db::on_both, dialogue::Dialogue, meetings::Stage};

async fn pressed(form: Dialogue, client: &mut Client, button: &str) -> Dialogue {
    Dialogue::of(form.press(client, button).await, "plan")
}

/// A plan with Ola, and the name of his field.
async fn with_ola(client: &mut Client) -> (Dialogue, String) {
    let page = client.get("/meetings/new?purpose=targets&start=2026-11-25T14:00").await;
    let form = Dialogue::of(page, "plan").set("title", "Targets").set("who", "ola berg");
    let form = pressed(form, client, "add-person").await;
    let ola = form.values("guest")[0].to_owned();
    (form, ola)
}

#[tokio::test]
async fn points_are_chosen_and_shown_again() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        let mut client = stage.site.signed_in(&stage.anna).await;
        let (form, ola) = with_ola(&mut client).await;
        let points: Vec<String> = form.values("point").into_iter().map(ToOwned::to_owned).collect();
        let (first, last) = (format!("first:{ola}"), format!("last:{ola}"));
        let form = pressed(form.set(&first, &points[1]), &mut client, "look").await;
        // The panel counts no more than what Ola is there for.
        let minutes: Vec<u32> =
            points.iter().map(|key| form.value(&format!("minutes:{key}")).parse().unwrap()).collect();
        form.page.says(&format!("{} min", 30 + minutes[1]));
        let form = form.set(&last, &points[2]);
        let sent = form.press(&mut client, "send").await;
        let page = sent.expect(303).location().split('?').next().unwrap().to_owned();
        client.get(&page).await.expect(200).says("only for ");
        let edit = Dialogue::of(client.get(&format!("{page}/edit")).await, "plan");
        assert_eq!((edit.value(&first), edit.value(&last)), ("1", "2"));
        // The points move with the agenda.
        let edit = pressed(edit, &mut client, "up:1").await;
        let sent = edit.press(&mut client, "send").await;
        // The second point is first now and the last one third: what lies between is Ola's, too.
        sent.expect(303);
        let edit = Dialogue::of(client.get(&format!("{page}/edit")).await, "plan");
        assert_eq!((edit.value(&first), edit.value(&last)), ("0", "2"));
    })
    .await;
}

#[tokio::test]
async fn points_that_are_gone_are_asked_about() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        let mut client = stage.site.signed_in(&stage.anna).await;
        let (form, ola) = with_ola(&mut client).await;
        let points: Vec<String> = form.values("point").into_iter().map(ToOwned::to_owned).collect();
        let (first, last) = (format!("first:{ola}"), format!("last:{ola}"));
        let chosen = form.set(&first, &points[1]);
        let form = pressed(chosen, &mut client, &format!("remove-point:{}", points[1])).await;
        let refused = form.press(&mut client, "send").await;
        refused
            .expect(422)
            .says("Choose a point that is on the agenda")
            .says("Choose a point that is on the agenda, or the whole meeting.");
        // The template brings points with the same numbers that are others.
        let form = pressed(Dialogue::of(refused, "plan").set(&first, &points[0]), &mut client, "template").await;
        form.press(&mut client, "send").await.expect(422).says("Choose a point that is on the agenda");
        // From the second to the first is no stretch.
        let form = form.set(&first, "1");
        let form = pressed(form, &mut client, "look").await;
        form.set(&last, "0").press(&mut client, "send").await.expect(422).says("must not come before the first");
    })
    .await;
}

#[tokio::test]
async fn points_without_minutes_and_beyond_the_end_are_asked_about() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        let mut client = stage.site.signed_in(&stage.anna).await;
        let (form, ola) = with_ola(&mut client).await;
        let key = form.values("point")[1].to_owned();
        let first = format!("first:{ola}");
        let form = form.set(&first, &key).set(&format!("minutes:{key}"), "");
        form.press(&mut client, "send").await.expect(422).says("Give these points minutes");
        let form = form.set(&format!("minutes:{key}"), "50");
        let refused = form.press(&mut client, "send").await;
        refused.expect(422).says("Their points no longer fit into the meeting: Ola Berg.");
        assert_eq!(stage.site.count("SELECT COUNT(*) FROM meeting").await, 0);
    })
    .await;
}
