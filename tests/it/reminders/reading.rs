//! What there is to read ahead of a meeting reaches everybody who comes, in time.

use sparsam::{domain::agenda::link::Reading, store::point_contents::PointContent};

use super::*;

impl Stage {
    /// Reading of the first point, or none any more.
    async fn read_ahead(&self, id: MeetingId, links: &[&str]) {
        let item = self.meeting(id).await.agenda[0].id;
        let links: Vec<Reading> = links.iter().map(|url| Reading::of("The offer", url).unwrap()).collect();
        let mut tx = self.site.db().begin().await.unwrap();
        let known = store::point_contents::by_item(&mut tx, item).await.unwrap();
        let old = known.unwrap_or_else(|| PointContent::empty((id, item), self.site.now()));
        let content = PointContent { links: links.into(), version: old.version + 1, ..old };
        store::point_contents::save(&mut tx, &content).await.unwrap();
        tx.commit().await.unwrap();
    }

    async fn reading_leads(&self, (reading, unanswered): (Option<Lead>, Option<Lead>)) {
        let actor = self.actor(&self.anna).await;
        let mut tx = self.site.db().begin_read().await.unwrap();
        let mut settings = store::policy::read(&mut tx).await.unwrap().settings;
        drop(tx);
        let seen = limits::stamp(&settings);
        settings.reminders.set(Purpose::Targets, Leads { unanswered, asked: None, reading });
        let permit = actor.may_administer().unwrap();
        limits::save_policy(&self.site.app, &actor, &permit, SavePolicy { settings, seen }).await.unwrap();
    }
}

#[tokio::test]
async fn everybody_who_comes_gets_what_there_is_to_read() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        let id = planned(&stage, false).await;
        stage.reading_leads((Some(Lead::Day), None)).await;
        stage.site.answer(&stage.ola, id, Answer::Yes).await;
        stage.site.answer(&stage.sanna, id, Answer::No).await;
        stage.until(DAY_AHEAD);
        assert_eq!(stage.remind().await, 0, "there is nothing to read");
        stage.read_ahead(id, &["https://files.example/offer.pdf"]).await;
        let (one, two) = tokio::join!(queue_due(&stage.site.app), queue_due(&stage.site.app));
        assert_eq!(one.unwrap() + two.unwrap(), 2, "Anna, who leads, and Ola, who comes");
        let mails = stage.send().await;
        let ola = mails.iter().find(|(to, ..)| to == "ola@nordvik.example").unwrap();
        assert!(ola.2.contains("There is something to read before this meeting"), "{}", ola.2);
        assert!(ola.2.contains("https://files.example/offer.pdf"), "{}", ola.2);
        assert_eq!(stage.remind().await, 0);
    })
    .await;
}

#[tokio::test]
async fn reading_that_is_gone_or_not_wanted_reminds_nobody() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        let id = planned(&stage, false).await;
        stage.reading_leads((Some(Lead::Day), None)).await;
        stage.read_ahead(id, &["https://files.example/offer.pdf"]).await;
        stage.wish(&stage.sanna, Wish::Never).await;
        stage.wish(&stage.anna, Wish::Never).await;
        stage.until(DAY_AHEAD);
        assert_eq!(stage.remind().await, 1, "Ola alone wants any");
        // Before it has left there is nothing to read any more.
        stage.read_ahead(id, &[]).await;
        assert!(stage.reminded().await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn reading_that_no_mail_shows_reminds_nobody() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        let id = planned(&stage, false).await;
        stage.reading_leads((Some(Lead::Day), None)).await;
        stage.read_ahead(id, &["https://files.example/offer.pdf"]).await;
        stage.until(DAY_AHEAD);
        // A point of guidance stays inside; one that was taken out keeps its links, and nobody sees them.
        stage.site.execute("UPDATE agenda_item SET kind = 'guidance'").await.unwrap();
        assert_eq!(stage.remind().await, 0);
        stage.site.execute("DELETE FROM agenda_item").await.unwrap();
        assert_eq!(stage.remind().await, 0);
    })
    .await;
}

#[tokio::test]
async fn whoever_is_asked_for_an_answer_at_the_same_time_gets_one_mail() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        let id = planned(&stage, false).await;
        stage.reading_leads((Some(Lead::Day), Some(Lead::Day))).await;
        stage.read_ahead(id, &["https://files.example/offer.pdf"]).await;
        stage.until(DAY_AHEAD);
        assert_eq!(stage.remind().await, 3);
        let mails = stage.send().await;
        let ola: Vec<_> = mails.iter().filter(|(to, ..)| to == "ola@nordvik.example").collect();
        assert_eq!(ola.len(), 1);
        assert!(ola[0].2.contains("You have not answered yet") && ola[0].2.contains("files.example"), "{}", ola[0].2);
    })
    .await;
}
