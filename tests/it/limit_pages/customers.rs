//! Limits for customers and their classes.

use super::*;

#[tokio::test]
async fn load_is_limited_for_customers_and_classes_too() {
    on_both(async |db| {
        let (site, anna) = TestApp::nordvik(db).await;
        let mut browser = site.signed_in(&anna).await;
        let blank = browser.get("/limits/new?kind=minutes&scope=class:hot").await;
        blank.expect(200).says("value=\"class:hot\" selected").says("value=\"all\" selected");
        let all = [("scope", "class:hot"), ("which", "all")];
        let cases: [Kind; 5] = [
            (
                "minutes",
                &[],
                "Each customer of the class “Hot” may have at most 8 h of customer meetings per week, counted across all sellers",
            ),
            ("meetings", &[("most", "4")], "at most 4 customer meetings per week, counted across all sellers"),
            ("back_to_back", &[("most", "2 h"), ("rest", "15")], "2 h of customer meetings without a break"),
            ("clock", &[("from", "9:00"), ("to", "16:00")], "Meetings with customers of the class “Hot” may not start"),
            ("off_hours", &[], "outside the working hours"),
        ];
        for (kind, fields, words) in cases {
            browser.get(&format!("/limits/new?kind={kind}")).await.says("class:hot");
            let form = with(&with(&WEEKLY, &all), &with(fields, &[("kind", kind)]));
            let path = made(&mut browser, &form).await;
            let page = browser.get(&path).await;
            page.expect(200).says(words).says("value=\"class:hot\" selected");
            browser.get(&format!("{path}/trial")).await.expect(200);
        }
        for kind in ["ahead", "overlap", "selling", "unknown"] {
            browser.get(&format!("/limits/new?kind={kind}")).await.expect(200).does_not_say("class:hot");
        }
    })
    .await;
}

#[tokio::test]
async fn customers_are_given_a_class() {
    on_both(async |db| {
        let mut f = firm(db).await;
        let lena = f.site.person("Lena Ek", Role::Viewer, Language::En).await;
        let account: uuid::Uuid = f.site.app.new_id();
        let mut tx = f.site.db().begin().await.unwrap();
        let now = f.site.now();
        let row = sparsam::store::accounts::Account {
            id: account.into(),
            name: "Bergvik <b>Bygg</b>".to_owned(),
            name_key: "bergvik <b>bygg</b>".to_owned(),
            owner_id: Some(f.ola_id.parse().unwrap()),
            lead_class: None,
            created_at: now,
            updated_at: now,
        };
        sparsam::store::accounts::insert_account(&mut tx, &row).await.unwrap();
        tx.commit().await.unwrap();
        let path = format!("/limits/customers/{account}");
        f.ola.get("/limits/customers").await.expect(200).says("Bergvik &#60;b&#62;").says("Not set");
        f.ola.post(&path, &[("class", "warm")]).await.expect(303);
        f.ola.post(&path, &[("class", "warm")]).await.expect(303);
        f.ola
            .get("/limits/customers?page=1&done=saved")
            .await
            .says("value=\"warm\" selected")
            .says("The class is saved.");
        f.ola.post(&path, &[("class", "rich")]).await.expect(422);
        f.ola.post("/limits/customers/00000000-0000-0000-0000-000000000000", &[("class", "hot")]).await.expect(404);
        f.site.signed_in(&lena).await.post(&path, &[("class", "hot")]).await.expect(403);
        assert_eq!(f.site.count("SELECT COUNT(*) FROM audit WHERE action = 'account.classified'").await, 1);
        f.anna.get("/admin/audit").await.says("Set how close a customer is to buying").says("Warm");
        // The manager of the seller who owns a customer limits its meetings; another manager does not.
        let scope = format!("account:{account}");
        let form = with(
            &WEEKLY,
            &[("kind", "contacts"), ("scope", &scope), ("most", "2"), ("days", "30"), ("side", "account")],
        );
        let limit = made(&mut f.mia, &form).await;
        f.per.post("/limits/new", &form).await.expect(422).says("id=\"scope-e\"");
        f.per.get(&limit).await.expect(200).does_not_say("<select");
        f.per.post(&limit, &with(&form, &[("version", "1")])).await.expect(403);
        f.mia.get("/limits").await.says("may have at most 2 customer meetings within any 30 days");
    })
    .await;
}
