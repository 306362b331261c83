//! Who may do what: everybody sees customers, whoever is responsible changes them.

use super::*;

#[tokio::test]
async fn whoever_is_responsible_changes_customers_and_everybody_sees_them() {
    on_both(async |db| {
        let mut f = Firm::found(db).await;
        let bergvik = f.customer("Bergvik").await;
        let johan = f.contact(&bergvik, ("Johan", "johan@bergvik.example")).await;
        let deal = f.opportunity(&bergvik, "Service").await;
        let forms = [
            format!("{bergvik}/edit"),
            format!("{bergvik}/contacts/new"),
            format!("{johan}/edit"),
            format!("{deal}/edit"),
        ];
        let posts: [(String, &[(&str, &str)]); 6] = [
            (format!("{bergvik}/edit"), &[("name", "Mine"), ("version", "2")]),
            (
                format!("{bergvik}/contacts"),
                &[("name", "X"), ("email", "x@bergvik.example"), ("language", "sv"), ("zone", "UTC")],
            ),
            (
                format!("{johan}/edit"),
                &[("name", "X"), ("email", "x@bergvik.example"), ("language", "sv"), ("zone", "UTC"), ("version", "2")],
            ),
            (format!("{johan}/permission"), &[("do", "stop"), ("stop_source", "x")]),
            (format!("{deal}/edit"), &[("title", "Mine"), ("version", "1")]),
            (format!("{deal}/stage"), &[("stage", "won"), ("version", "1")]),
        ];
        for page in [&bergvik, &johan, &deal] {
            for client in [&mut f.kari, &mut f.lena, &mut f.ola, &mut f.anna] {
                client.get(page).await.expect(200);
            }
        }
        for form in &forms {
            f.kari.get(form).await.expect(403);
            f.lena.get(form).await.expect(403);
            for client in [&mut f.erik, &mut f.ola, &mut f.anna] {
                client.get(form).await.expect(200);
            }
        }
        for (path, fields) in &posts {
            f.kari.post(path, fields).await.expect(403);
            f.lena.post(path, fields).await.expect(403);
        }
        assert_eq!(f.site.count("SELECT COUNT(*) FROM account WHERE name = 'Bergvik' AND version = 2").await, 1);
        assert_eq!(
            f.site.count("SELECT COUNT(*) FROM opportunity WHERE stage = 'first_contact' AND version = 1").await,
            1
        );
        f.ola.post(&posts[5].0, posts[5].1).await.expect(303);
        for missing in ["/customers/", "/contacts/", "/opportunities/"] {
            f.anna.get(&format!("{missing}{}", uuid::Uuid::nil())).await.expect(404);
        }
    })
    .await;
}

#[tokio::test]
async fn what_nobody_is_responsible_for_is_anybodys_to_take_up() {
    on_both(async |db| {
        let mut f = Firm::found(db).await;
        let edit = format!("{}/edit", f.customer("Bergvik").await);
        f.erik.post(&edit, &[("name", "Free"), ("version", "2")]).await.expect(303);
        f.kari.post(&edit, &[("name", "Taken up"), ("version", "3")]).await.expect(303);
        f.kari.post(&edit, &[("name", "Old form"), ("version", "3")]).await.expect(409);
        f.erik
            .post(&edit, &[("name", "X"), ("version", "4"), ("owner", &uuid::Uuid::nil().to_string())])
            .await
            .expect(404);
        // Nobody adds to another's pipeline.
        let kari = [("account", "Taken up"), ("title", "T"), ("owner", f.erik_id.as_str()), ("stage", "warm")];
        f.kari.post("/opportunities", &kari).await.expect(422).says("id=\"owner-e\"");
    })
    .await;
}

#[tokio::test]
async fn targets_are_the_administrators() {
    on_both(async |db| {
        let mut f = Firm::found(db).await;
        f.ola.get("/customers/rhythm").await.expect(403);
        f.anna.post("/customers/rhythm", &[("hot", "7"), ("customer", "90")]).await.expect(303);
        f.anna.post("/customers/rhythm", &[("hot", "7"), ("customer", "90")]).await.expect(303);
        f.anna.get("/customers/rhythm?done=saved").await.says("value=\"7\" selected").says("value=\"90\" selected");
        f.anna.post("/customers/rhythm", &[("hot", "8")]).await.expect(422);
        assert_eq!(f.site.count("SELECT COUNT(*) FROM rhythm").await, 2);
        assert_eq!(f.site.count("SELECT COUNT(*) FROM audit WHERE action = 'rhythm.saved'").await, 1);
        f.anna.post("/customers/rhythm", &[]).await.expect(303);
        assert_eq!(f.site.count("SELECT COUNT(*) FROM rhythm").await, 0);
    })
    .await;
}
