//! What becomes of somebody who leaves, and of their meetings.

use super::*;

#[tokio::test]
async fn everything_that_let_a_leaver_in_is_dead_at_once() {
    on_both(async |db| {
        let firm = firm(db).await;
        let site = &firm.site;
        let id = plan(site, &firm.mia, &[&firm.ola], false, "a").await;
        deliver(site).await;
        let attendee =
            meeting(site, id).await.attendees.iter().find(|a| a.person_id == Some(firm.ola.id)).unwrap().clone();
        let link = |version| site.app.links().token(LinkPurpose::ANSWER, attendee.id.uuid(), version);
        let (feed, reset) = (Token::new(TokenKind::Feed, [1; 32]), [2_u8; 32]);
        let mut tx = site.db().begin().await.unwrap();
        answer::open_link(&mut tx, site.app.links(), &link(1)).await.unwrap();
        let row = Feed {
            id: site.app.new_id(),
            owner_id: firm.ola.id,
            kind: FeedKind::Mine,
            team_id: None,
            token_hash: feed.hash().as_bytes().to_vec(),
            created_at: site.now(),
            last_used_at: None,
            revoked_at: None,
        };
        store::feeds::insert(&mut tx, &row).await.unwrap();
        let secret = OneTime {
            token_hash: reset.to_vec(),
            purpose: "reset".to_owned(),
            person_id: Some(firm.ola.id),
            created_at: site.now(),
            expires_at: site.now() + TimeDelta::hours(1),
            used_at: None,
        };
        store::sessions::insert_one_time(&mut tx, &secret).await.unwrap();
        tx.commit().await.unwrap();
        let mut ola_at = site.signed_in(&firm.ola).await;
        let mut browser = site.signed_in(&firm.anna).await;

        let page = browser.get(&format!("/admin/people/{}/deactivation", firm.ola.id)).await;
        page.says("One browser is signed out").says("One calendar subscription stops working");
        leave(&mut browser, &firm.ola, &[("upcoming", "none")]).await.expect(303);

        ola_at.get("/").await.expect(303);
        site.browser()
            .post("/sign-in", &[("email", "ola@nordvik.example"), ("password", crate::support::app::PASSWORD)])
            .await
            .expect(422);
        let mut tx = site.db().begin_read().await.unwrap();
        assert!(store::feeds::by_hash(&mut tx, feed.hash().as_bytes()).await.unwrap().is_none());
        assert!(store::sessions::one_time(&mut tx, &reset, "reset", site.now()).await.unwrap().is_none());
        for version in [1, 2] {
            let opened = answer::open_link(&mut tx, site.app.links(), &link(version)).await;
            assert!(matches!(opened, Err(AppError::NotFound)), "version {version}");
        }
        drop(tx);

        // Coming back brings back the account, nothing else.
        browser.post(&format!("/admin/people/{}/reactivation", firm.ola.id), &[]).await.expect(303);
        ola_at.get("/").await.expect(303);
        site.signed_in(&firm.ola).await.get("/").await.expect(200);
        let mut tx = site.db().begin_read().await.unwrap();
        assert!(store::feeds::by_hash(&mut tx, feed.hash().as_bytes()).await.unwrap().is_none());
        assert!(answer::open_link(&mut tx, site.app.links(), &link(1)).await.is_err());
    })
    .await;
}

#[tokio::test]
async fn a_leavers_meetings_are_handed_over() {
    on_both(async |db| {
        let firm = firm(db).await;
        let site = &firm.site;
        let north = site.team("North", &firm.mia, &[&firm.ola]).await;
        let shared = plan(site, &firm.mia, &[&firm.ola], true, "shared").await;
        let alone = plan(site, &firm.mia, &[&firm.anna], false, "alone").await;
        deliver(site).await;
        let mut browser = site.signed_in(&firm.anna).await;
        let path = format!("/admin/people/{}/deactivation", firm.mia.id);
        let page = browser.get(&path).await;
        page.says("2 upcoming meetings")
            .says("Meeting shared")
            .says("Meeting alone")
            .says("These teams are then left without a manager: North");
        browser.post(&path, &[("upcoming", "")]).await.expect(422).says("id=\"upcoming-e\"");
        browser.post(&path, &[("upcoming", "hand-over")]).await.expect(422).says("id=\"heir-e\"");
        // A form from before the meetings were planned decides nothing about them.
        browser.post(&path, &[("upcoming", "none")]).await.expect(422).says("not on the page");
        let viewer = site.person("Vera Viik", Role::Viewer, Language::En).await;
        browser.post(&path, &[("upcoming", "hand-over"), ("heir", &viewer.id.to_string())]).await.expect(422);
        assert_eq!(meeting(site, shared).await.meeting.organizer_id, firm.mia.id, "nothing happened yet");

        leave(&mut browser, &firm.mia, &[("upcoming", "hand-over"), ("heir", &firm.anna.id.to_string())])
            .await
            .expect(303);
        let full = meeting(site, shared).await;
        assert_eq!(full.meeting.organizer_id, firm.anna.id);
        let chairs: Vec<_> =
            full.attendees.iter().filter(|a| a.removed_at.is_none() && a.role == AttendeeRole::Chair).collect();
        assert_eq!(chairs.iter().map(|a| a.person_id).collect::<Vec<_>>(), [Some(firm.anna.id)]);
        assert!(full.attendees.iter().any(|a| a.person_id == Some(firm.mia.id) && a.removed_at.is_some()));
        assert_eq!(meeting(site, alone).await.meeting.status, Status::Cancelled, "nobody else was left in it");
        let sent = deliver(site).await;
        let expected =
            ["cancelled anna", "cancelled mia", "changed eeva", "changed ola", "invitation anna", "removed mia"];
        assert_eq!(sent, expected);
        let mut tx = site.db().begin_read().await.unwrap();
        assert_eq!(store::claims::inconsistencies(&mut tx).await.unwrap(), 0);
        assert!(store::teams::of_person(&mut tx, firm.mia.id).await.unwrap().is_empty());
        drop(tx);
        browser.get("/teams").await.says("Nobody");
        assert!(browser.get(&format!("/teams/{north}")).await.body.contains("Ola Berg"));
        // The new organizer may change it; the history cannot bring the leaver back.
        let anna = actor(site, &firm.anna).await;
        anna.may_change(&full).unwrap();
        let id: ChangeId = newest_change(site, shared).await;
        let undone = undo::run(&site.app, &anna, id).await;
        assert!(matches!(undone, Err(AppError::Refused(Refusal::TooLateToUndo))), "{undone:?}");
    })
    .await;
}

async fn newest_change(site: &TestApp, id: MeetingId) -> ChangeId {
    let mut tx = site.db().begin_read().await.unwrap();
    store::changes::newest(&mut tx, id).await.unwrap().unwrap().id
}

#[tokio::test]
async fn a_leavers_meetings_are_called_off_and_undo_does_not_bring_them_back() {
    on_both(async |db| {
        let firm = firm(db).await;
        let site = &firm.site;
        let id = plan(site, &firm.mia, &[&firm.ola], true, "a").await;
        deliver(site).await;
        let mut browser = site.signed_in(&firm.anna).await;
        leave(&mut browser, &firm.mia, &[("upcoming", "call-off"), ("reason", "Mia\r\n<b>has</b> left")])
            .await
            .expect(303);
        let full = meeting(site, id).await;
        assert_eq!(
            (full.meeting.status, full.meeting.cancel_reason.as_str()),
            (Status::Cancelled, "Mia\n<b>has</b> left")
        );
        let anna = actor(site, &firm.anna).await;
        let undone = undo::run(&site.app, &anna, newest_change(site, id).await).await;
        assert!(matches!(undone, Err(AppError::Refused(Refusal::TooLateToUndo))), "{undone:?}");
        let queued = site.outbox().await.into_iter().filter(|(_, _, state)| state == "queued");
        let mut told: Vec<String> =
            queued.map(|(kind, to, _)| format!("{kind} {}", to.split('@').next().unwrap())).collect();
        told.sort();
        assert_eq!(told, ["cancelled eeva", "cancelled mia", "cancelled ola"]);
        let deeds =
            site.rows("SELECT action, actor, CAST(after AS TEXT) FROM audit WHERE action = 'person.deactivated'").await;
        assert!(deeds[0].2.replace(' ', "").contains("\"called_off\":1"), "{deeds:?}");
    })
    .await;
}
