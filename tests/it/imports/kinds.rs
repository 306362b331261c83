//! What rows of each kind come to.

use super::{Firm, check, counts, import, upload};
use sparsam::{
    domain::ids::TeamId,
    store::{self, teams::Team},
};

use crate::support::db::on_both;

#[tokio::test]
async fn contacts_bring_their_customers_and_nobody_changes_what_is_others() {
    on_both(async |db| {
        let mut f = Firm::found(db).await;
        let mut erik = f.erik.clone();
        let file = "First name,Last name,E-mail,Company,Language,Opt-out\n\
            Johan,Berg,Johan@Bergvik.example,Bergvik,sv,\n\
            Nina,Berg,nina@bergvik.example,bergvik,fi,yes\n\
            Anna,Lind,anna@nordvik.example,Bergvik,,\n\
            Johan,Berg,johan@bergvik.example,Bergvik,sv,\n\
            No,Company,no@company.example,,,\n";
        let (path, page) = import(&f, &mut erik, "kind=contacts", file).await;
        assert_eq!(counts(&page), [2, 0, 0, 0, 3], "{}", page.body);
        page.says("A colleague has this address: anna@nordvik.example").says("No customer is named.");
        page.says("Row 2 is about the same");
        let rows =
            f.site.rows("SELECT name, language, COALESCE(do_not_contact_source, '') FROM contact ORDER BY name").await;
        assert_eq!(rows[0], ("Johan Berg".to_owned(), "sv".to_owned(), String::new()));
        assert_eq!(rows[1], ("Nina Berg".to_owned(), "fi".to_owned(), "file.csv".to_owned()));
        assert_eq!(f.count("SELECT COUNT(*) FROM account").await, 1);
        // Kari may not change Erik's, nor move somebody to a customer of hers.
        let mut kari = f.kari.clone();
        let file = "Name,E-mail,Company\nJohan B,johan@bergvik.example,Bergvik\nNina,nina@bergvik.example,Kari AS\n\
            Ola,ola@kari.example,Kari AS\n";
        let (_, page) = import(&f, &mut kari, "kind=contacts", file).await;
        assert_eq!(counts(&page), [1, 0, 0, 0, 2], "{}", page.body);
        page.says("Somebody else is responsible for it.").says("another customer: Bergvik");
        // Everything goes but what somebody has used since.
        f.site.execute("UPDATE contact SET version = version + 1 WHERE name = 'Nina Berg'").await.unwrap();
        f.erik.post(&format!("{path}/undo"), &[]).await.expect(303);
        f.settle().await;
        f.erik.get(&path).await.says(">Nina Berg</a>").says(">Bergvik</a>");
        assert_eq!(f.count("SELECT COUNT(*) FROM contact").await, 2);
        assert_eq!(f.count("SELECT COUNT(*) FROM account").await, 2);
    })
    .await;
}

#[tokio::test]
async fn cards_become_contacts_of_the_customer_they_are_sent_for() {
    on_both(async |db| {
        let mut f = Firm::found(db).await;
        let mut erik = f.erik.clone();
        import(&f, &mut erik, "kind=accounts", "Name\nBergvik\n").await;
        let list = erik.get("/customers").await;
        let id = list.body.split("href=\"/customers/").find(|part| part.contains(">Bergvik<")).unwrap().split('"').next().unwrap().to_owned();
        let cards = b"BEGIN:VCARD\r\nVERSION:4.0\r\nFN:\xc3\x85sa \"O\" Berg\r\nEMAIL;PREF=1:asa@b.example\r\nTEL:tel:+46-8\r\n\
            LANG:fi\r\nNOTE:a\\nb\r\nEND:VCARD\r\nBEGIN:VCARD\r\nVERSION:3.0\r\nFN:No address\r\nEND:VCARD\r\n";
        let query = format!("kind=contacts&customer={id}");
        f.kari.get(&format!("/imports/new?{query}")).await.expect(403);
        erik.get(&format!("/imports/new?{query}")).await.expect(200).says("All rows are about Bergvik");
        let path = upload(&mut erik, &query, ("x.vcf", cards)).await.expect(303).location().to_owned();
        check(&mut erik, &path, &[]).await.expect(303);
        f.settle().await;
        erik.post(&format!("{path}/run"), &[]).await.expect(303);
        f.settle().await;
        assert_eq!(counts(&erik.get(&path).await), [1, 0, 0, 0, 1]);
        let rows = f.site.rows("SELECT name, phone, language FROM contact").await;
        assert_eq!(rows, [("Åsa \"O\" Berg".to_owned(), "+46-8".to_owned(), "fi".to_owned())]);
        let bad = upload(&mut erik, &query, ("x.vcf", b"BEGIN:VCARD\r\nFN:x")).await;
        bad.expect(422).says("The cards in this file cannot be read").says("id=\"file-e\"");
    })
    .await;
}

#[tokio::test]
async fn opportunities_are_added_moved_and_taken_back_with_their_history() {
    on_both(async |db| {
        let f = Firm::found(db).await;
        let mut erik = f.erik.clone();
        import(&f, &mut erik, "kind=accounts", "Name\nBergvik\nLofoten\n").await;
        let file = "Affär;Kund;Belopp;Valuta;Steg;Förväntat avslut;Sannolikhet\n\
            Två kranar;Bergvik;1 250 000,40 kr;;Offert;24.11.2026;60 %\n\
            Service;bergvik;€ 900;;;2026-12-01;\n\
            Lost one;Lofoten;5;SEK;Förlorad;;\n\
            Wrong;Nowhere;5;SEK;;;\n\
            Odd;Lofoten;five;SEK;;;\n\
            Day;Lofoten;;;;31.2.2026;\n";
        let (_, page) = import(&f, &mut erik, "kind=opportunities", file).await;
        assert_eq!(counts(&page), [2, 0, 0, 0, 4], "{}", page.body);
        page.says("It is lost, but the reason is missing.")
            .says("There is no such customer: Nowhere")
            .says("Not an amount of money: five");
        page.says("31.2.2026 is not a date");
        let sums = "SELECT title, stage, CAST(amount AS TEXT) || ' ' || currency FROM opportunity ORDER BY title";
        let rows = f.site.rows(sums).await;
        assert_eq!(rows[0], ("Service".to_owned(), "suspect".to_owned(), "900 EUR".to_owned()));
        assert_eq!(rows[1], ("Två kranar".to_owned(), "quote".to_owned(), "1250000 SEK".to_owned()));
        let won = "Affär;Kund;Belopp;Valuta;Steg;Förväntat avslut;Sannolikhet\nTVÅ kranar;Bergvik;;;Vunnen;;\n";
        let (path, page) = import(&f, &mut erik, "kind=opportunities", won).await;
        assert_eq!(counts(&page), [0, 1, 0, 0, 0]);
        assert_eq!(f.count("SELECT COUNT(*) FROM opportunity WHERE stage = 'won' AND closed_at IS NOT NULL").await, 1);
        assert_eq!(f.count("SELECT COUNT(*) FROM stage_change").await, 3);
        erik.post(&format!("{path}/undo"), &[]).await.expect(303);
        f.settle().await;
        assert_eq!(f.site.rows(sums).await, rows);
        assert_eq!(
            f.count("SELECT COUNT(*) FROM stage_change WHERE from_stage = 'won' AND to_stage = 'quote'").await,
            1
        );
    })
    .await;
}

#[tokio::test]
async fn colleagues_are_an_administrators_matter_and_are_invited_only_when_asked() {
    on_both(async |db| {
        let mut f = Firm::found(db).await;
        f.erik.get("/imports/new?kind=people").await.expect(403);
        upload(&mut f.erik, "kind=people", ("a.csv", b"x")).await.expect(403);
        let file = "Namn;E-post;Roll;Språk\nMaja Ek;maja@nordvik.example;Säljare;sv\nErik S;erik@nordvik.example;;\n\
            Kari;kari@nordvik.example;Administrator;\n";
        let mut anna = f.anna.clone();
        let (path, page) = import(&f, &mut anna, "kind=people", file).await;
        assert_eq!(counts(&page), [1, 0, 1, 0, 1], "{}", page.body);
        page.says("This colleague has another role.");
        assert_eq!(f.count("SELECT COUNT(*) FROM outbox WHERE kind = 'welcome'").await, 0);
        anna.post(&format!("{path}/undo"), &[]).await.expect(303);
        f.settle().await;
        assert_eq!(f.count("SELECT COUNT(*) FROM person WHERE email = 'maja@nordvik.example'").await, 0);
        let path = upload(&mut anna, "kind=people", ("a.csv", file.as_bytes())).await.expect(303).location().to_owned();
        check(&mut anna, &path, &[("invite", "1")]).await.expect(303);
        f.settle().await;
        anna.post(&format!("{path}/run"), &[]).await.expect(303);
        f.settle().await;
        assert_eq!(f.count("SELECT COUNT(*) FROM outbox WHERE kind = 'welcome'").await, 1);
    })
    .await;
}

#[tokio::test]
async fn new_colleagues_join_their_teams_and_leave_them_when_the_file_is_taken_back() {
    on_both(async |db| {
        let f = Firm::found(db).await;
        let mut anna = f.anna.clone();
        for team in ["North", "South"] {
            let id: TeamId = f.site.app.new_id();
            let (name, now) = (team.to_owned(), f.site.now());
            let mut tx = f.site.db().begin().await.unwrap();
            store::teams::insert(&mut tx, &Team { id, name, created_at: now, updated_at: now }).await.unwrap();
            tx.commit().await.unwrap();
        }
        let file = "Namn,E-post,Roll,Team\nMaja Ek,maja@nordvik.example,Chef,\"north, SOUTH; north\"\n\
            Nils Ek,nils@nordvik.example,,South\nOda Ek,oda@nordvik.example,,East\nErik S,erik@nordvik.example,,East\n";
        let (path, page) = import(&f, &mut anna, "kind=people", file).await;
        assert_eq!(counts(&page), [2, 0, 1, 0, 1], "{}", page.body);
        page.says("There is no team of this name: East");
        let placed = "SELECT person.name, team.name, CASE WHEN manages THEN 'manages' ELSE '' END FROM team_member
            JOIN person ON person.id = person_id JOIN team ON team.id = team_id
            WHERE person.state = 'invited' ORDER BY person.name, team.name";
        let row = |name: &str, team: &str, how: &str| (name.to_owned(), team.to_owned(), how.to_owned());
        let maja = [row("Maja Ek", "North", "manages"), row("Maja Ek", "South", "manages")];
        assert_eq!(f.site.rows(placed).await, [&maja[..], &[row("Nils Ek", "South", "")]].concat());
        // Whoever was given another place since then stays.
        let mut tx = f.site.db().begin_read().await.unwrap();
        let north = store::teams::list(&mut tx).await.unwrap().into_iter().find(|t| t.name == "North").unwrap();
        let nils = store::people::by_email(&mut tx, "nils@nordvik.example").await.unwrap().unwrap();
        drop(tx);
        f.site.clock.pass(chrono::TimeDelta::seconds(1));
        anna.post(&format!("/teams/{}/members", north.id), &[("person", &nils.id.to_string())]).await.expect(303);
        anna.post(&format!("{path}/undo"), &[]).await.expect(303);
        f.settle().await;
        assert_eq!(f.site.rows(placed).await, [row("Nils Ek", "North", ""), row("Nils Ek", "South", "")]);
        assert_eq!(f.count("SELECT COUNT(*) FROM person WHERE state = 'invited'").await, 1, "{}", nils.name);
    })
    .await;
}
