//! What forms of customers do when somebody else was faster, and what lists and sums tell.

use sparsam::domain::limits::rule::{Level, Measure, Scope};

use super::*;

#[tokio::test]
async fn what_was_typed_survives_somebody_faster() {
    on_both(async |db| {
        let mut f = Firm::found(db).await;
        let bergvik = f.customer("Bergvik").await;
        let johan = f.contact(&bergvik, ("Johan", "johan@bergvik.example")).await;
        let deal = f.opportunity(&bergvik, "Service").await;
        let erik = f.erik_id.clone();
        let forms: [(&str, Vec<(&str, &str)>); 3] = [
            (&bergvik, vec![("name", "Bergvik"), ("owner", &erik), ("notes", "Typed with care")]),
            (
                &johan,
                vec![
                    ("name", "Johan"),
                    ("email", "johan@bergvik.example"),
                    ("language", "sv"),
                    ("zone", "Europe/Stockholm"),
                    ("notes", "Typed with care"),
                ],
            ),
            (&deal, vec![("title", "Service"), ("owner", &erik), ("next_step", "Typed with care")]),
        ];
        for (place, fields) in forms {
            let path = format!("{place}/edit");
            let version = f.erik.get(&path).await.value_of("version");
            let fields = [fields, vec![("version", version.as_str())]].concat();
            f.erik.post(&path, &fields).await.expect(303);
            let page = f.erik.post(&path, &fields).await;
            page.expect(409).says("Somebody else saved this in the meantime").says("Typed with care");
            let newer = page.value_of("version");
            assert_ne!(newer, version);
            let again: Vec<(&str, &str)> = fields
                .iter()
                .filter(|(name, _)| *name != "version")
                .copied()
                .chain([("version", newer.as_str())])
                .collect();
            f.erik.post(&path, &again).await.expect(303);
        }
        let step = [("stage", "quote"), ("next_step", "Call them twice"), ("next_step_on", ""), ("version", "1")];
        let page = f.erik.post(&format!("{deal}/stage"), &step).await;
        page.expect(409).says("Somebody else saved this in the meantime").says("Call them twice");
        page.says("value=\"quote\" selected");
        assert_ne!(page.value_of("version"), "1");
    })
    .await;
}

#[tokio::test]
async fn other_ways_of_changing_make_older_forms_stale() {
    on_both(async |db| {
        let mut f = Firm::found(db).await;
        let bergvik = f.customer("Bergvik").await;
        let johan = f.contact(&bergvik, ("Johan", "johan@bergvik.example")).await;
        let version = f.erik.get(&format!("{bergvik}/edit")).await.value_of("version");
        f.erik.post(&format!("/limits{bergvik}"), &[("class", "hot"), ("back", "customer")]).await.expect(303);
        let old = [("name", "Bergvik"), ("owner", f.erik_id.as_str()), ("class", ""), ("version", version.as_str())];
        f.erik.post(&format!("{bergvik}/edit"), &old).await.expect(409);
        assert_eq!(f.site.count("SELECT COUNT(*) FROM account WHERE lead_class = 'hot'").await, 1);

        let version = f.erik.get(&format!("{johan}/edit")).await.value_of("version");
        let id = johan.trim_start_matches("/contacts/").parse().unwrap();
        let mut tx = f.site.db().begin().await.unwrap();
        let mut row = sparsam::store::accounts::contact_by_id(&mut tx, id).await.unwrap().unwrap();
        // As whoever corrects an address of a meeting does.
        row.email = "j.bergvik@bergvik.example".to_owned();
        row.email_key.clone_from(&row.email);
        sparsam::store::accounts::update_contact(&mut tx, &row).await.unwrap();
        tx.commit().await.unwrap();
        let old = [
            ("name", "Johan"),
            ("email", "johan@bergvik.example"),
            ("language", "sv"),
            ("zone", "UTC"),
            ("version", version.as_str()),
        ];
        f.erik.post(&format!("{johan}/edit"), &old).await.expect(409);
        assert_eq!(f.site.count("SELECT COUNT(*) FROM contact WHERE email LIKE 'j.%'").await, 1);
    })
    .await;
}

#[tokio::test]
async fn names_and_titles_are_found_in_any_case() {
    on_both(async |db| {
        let mut f = Firm::found(db).await;
        let bergvik = f.customer("Bergvik").await;
        let asa = f.contact(&bergvik, ("Åsa Örn", "asa@bergvik.example")).await;
        f.opportunity(&bergvik, "Årsavtal").await;
        for (query, found) in [("%C3%A5sa", true), ("%C3%96RN", true), ("%C3%84sa", false)] {
            let page = f.erik.get(&format!("/customers?q={query}")).await;
            assert_eq!(page.expect(200).body.contains(">Bergvik</a>"), found, "{query}");
        }
        f.erik.get("/opportunities?view=list&q=%C3%A5RSAVTAL").await.expect(200).says("Årsavtal</a>");
        // Rows from before there were keys get them when the program starts.
        f.site.execute("UPDATE contact SET name_key = NULL").await.unwrap();
        f.site.execute("UPDATE opportunity SET title_key = NULL").await.unwrap();
        f.site.db().migrate().await.unwrap();
        f.erik.get("/customers?q=%C3%A5sa").await.says(">Bergvik</a>");
        f.erik.get("/opportunities?view=list&q=%C3%A5rs").await.says("Årsavtal</a>");
        // Changing them changes the key.
        let version = f.erik.get(&format!("{asa}/edit")).await.value_of("version");
        let fields = [
            ("name", "Änglund"),
            ("email", "asa@bergvik.example"),
            ("language", "sv"),
            ("zone", "UTC"),
            ("version", version.as_str()),
        ];
        f.erik.post(&format!("{asa}/edit"), &fields).await.expect(303);
        f.erik.get("/customers?q=%C3%84NGLUND").await.says(">Bergvik</a>");
        f.erik.get("/customers?q=%C3%A5sa").await.does_not_say(">Bergvik</a>");
    })
    .await;
}

#[tokio::test]
async fn those_responsible_erase_and_of_what_is_nobodys_administrators_only() {
    on_both(async |db| {
        let mut f = Firm::found(db).await;
        let free = [("name", "Free"), ("once", "free")];
        let free = place(f.erik.post("/customers", &free).await.expect(303).location());
        let eva = f.contact(&free, ("Eva", "eva@free.example")).await;
        f.erik.get(&eva).await.expect(200).says("/edit\"").does_not_say("/erasure");
        for client in [&mut f.erik, &mut f.kari, &mut f.lena, &mut f.ola] {
            client.get(&format!("{eva}/erasure")).await.expect(403);
            client.post(&format!("{eva}/erasure"), &[]).await.expect(403);
        }
        f.anna.get(&eva).await.says("/erasure");
        f.anna.post(&format!("{eva}/erasure"), &[]).await.expect(303);
        let owned = f.customer("Bergvik").await;
        let johan = f.contact(&owned, ("Johan", "johan@bergvik.example")).await;
        f.kari.post(&format!("{johan}/erasure"), &[]).await.expect(403);
        f.ola.get(&format!("{johan}/erasure")).await.expect(200);
        f.erik.post(&format!("{johan}/erasure"), &[]).await.expect(303);
    })
    .await;
}

#[tokio::test]
async fn a_lost_one_can_be_lost_for_another_reason() {
    on_both(async |db| {
        let mut f = Firm::found(db).await;
        let bergvik = f.customer("Bergvik").await;
        let deal = f.opportunity(&bergvik, "Service").await;
        let stage = format!("{deal}/stage");
        let lost = |reason, note, version| {
            [("stage", "lost"), ("lost_reason", reason), ("lost_note", note), ("version", version)]
        };
        f.erik.post(&stage, &lost("price", "Too much", "1")).await.expect(303);
        // The form brings along what is known.
        let page = f.erik.get(&deal).await;
        page.says("value=\"price\" selected").says("value=\"Too much\"");
        f.erik.post(&stage, &lost("competitor", "Chose Volvo", "2")).await.expect(303);
        f.erik.get(&deal).await.says("Chose Volvo").does_not_say("Too much");
        assert_eq!(f.site.count("SELECT COUNT(*) FROM stage_change").await, 2, "it has not moved again");
    })
    .await;
}

#[tokio::test]
async fn the_funnel_is_the_sum_of_its_opportunities() {
    on_both(async |db| {
        let mut f = Firm::found(db).await;
        let bergvik = f.customer("Bergvik").await;
        let id = bergvik.trim_start_matches("/customers/").to_owned();
        // 20 % of 125,000 by its stage; 90 % of 1,001 and 0 % of 5,000,000 by their own words; a lost one.
        f.opportunity(&bergvik, "Service").await;
        for (title, amount, probability) in [("Sure", "1001", "90"), ("Hopeless", "5000000", "0")] {
            let fields = [
                ("customer", id.as_str()),
                ("title", title),
                ("owner", &f.erik_id),
                ("stage", "first_contact"),
                ("amount", amount),
                ("currency", "SEK"),
                ("probability", probability),
                ("once", title),
            ];
            f.erik.post("/opportunities", &fields).await.expect(303);
        }
        let gone = f.opportunity(&bergvik, "Gone").await;
        let lost = [("stage", "lost"), ("lost_reason", "price"), ("version", "1")];
        f.erik.post(&format!("{gone}/stage"), &lost).await.expect(303);
        f.erik.get("/opportunities?view=funnel").await.expect(200).says("25,901");
    })
    .await;
}

#[tokio::test]
async fn a_meeting_with_another_customer_is_about_nothing_of_the_first() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        let (meeting, _) = stage.plan_as(&stage.anna, with_customer(&stage, "Kone"), "2026-11-25T14:00:00").await;
        let mut anna = stage.site.signed_in(&stage.anna).await;
        let anna_id = stage.anna.id.to_string();
        let fields = [("account", "kone"), ("title", "Lifts"), ("owner", &anna_id), ("stage", "needs"), ("once", "o")];
        let deal = place(anna.post("/opportunities", &fields).await.expect(303).location());
        let id = deal.trim_start_matches("/opportunities/").to_owned();
        anna.post(&format!("/meetings/{meeting}/opportunity"), &[("opportunity", &id)]).await.expect(303);
        let linked = "SELECT COUNT(*) FROM meeting_opportunity";
        let edit = async |invitee: Option<(&str, &str)>| {
            use sparsam::app::edit_meeting::{EditMeeting, run};
            let actor = stage.actor(&stage.anna).await;
            let full = stage.meeting(meeting).await;
            let mut details = with_customer(&stage, if invitee.is_some() { "Other" } else { "Kone again" });
            if let Some((email, account)) = invitee {
                details.invitees[2].guest = sparsam::domain::planning::Guest::New {
                    name: "Liisa Aho".to_owned(),
                    email: email.parse().unwrap(),
                    account: account.to_owned(),
                };
            }
            let once =
                sparsam::app::once::Once { scope: "test".to_owned(), key: details.title.clone(), body_hash: [0; 32] };
            let consent = sparsam::domain::limits::consent::Consent::seen();
            let version = full.meeting.version;
            run(
                &stage.site.app,
                &actor,
                EditMeeting { id: meeting, version, details, points: Vec::new(), quiet: false, consent, once },
            )
            .await
            .unwrap();
        };
        edit(None).await;
        assert_eq!(stage.site.count(linked).await, 1, "it is still with Kone");
        edit(Some(("liisa@volvo.example", "Volvo"))).await;
        assert_eq!(stage.site.count(linked).await, 0);
    })
    .await;
}

#[tokio::test]
async fn busy_customers_do_not_hide_others() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        stage.plan_as(&stage.anna, with_customer(&stage, "Kone"), "2026-11-25T14:00:00").await;
        let mut anna = stage.site.signed_in(&stage.anna).await;
        anna.post("/customers/rhythm", &[("hot", "14")]).await.expect(303);
        let quiet = [("name", "Quiet"), ("class", "hot"), ("once", "q")];
        anna.post("/customers", &quiet).await.expect(303);
        // A rule makes all meetings of its days be read.
        let contacts = Measure::Contacts { most: 1, days: 30, side: sparsam::domain::limits::rule::CustomerSide::Account };
        crate::support::rules::limit(&stage.site.app, Scope::Organization, contacts, Level::Inform).await;
        // The quiet one has two meetings within some days, and the busy one 2,100, all of them later.
        let meeting = "INSERT INTO meeting (id, uid, organizer_id, purpose, title, format, place, start_local, minutes, zone,
                starts_at, ends_at, zone_data, status, open_guest_list, cancel_reason, sequence, stamped_at, version,
                created_at, updated_at)
             WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < 2100)";
        let sqlite = matches!(stage.site.db(), sparsam::store::Db::Sqlite { .. });
        let id = if sqlite { "randomblob(16)" } else { "gen_random_uuid()" };
        let fill = format!(
            "{meeting} SELECT {id}, 'u' || CAST(n AS TEXT), organizer_id, 'customer', 'T', format, place, start_local, minutes, zone,
                starts_at, ends_at, zone_data, status, open_guest_list, '', 0, stamped_at, 1, created_at, updated_at
             FROM numbers, (SELECT * FROM meeting LIMIT 1) AS model"
        );
        stage.site.run(fill).await;
        for (name, uids, moment) in [
            ("kone", "uid <> 'u1' AND uid <> 'u2'", "starts_at"),
            ("quiet", "uid IN ('u1', 'u2')", "created_at"),
        ] {
            stage
                .site
                .run(format!(
                    "INSERT INTO claim (meeting_id, subject_id, held, starts_at, ends_at, minutes, purpose, customer,
                        required, counts, exclusive)
                     SELECT meeting.id, account.id, FALSE, meeting.{moment}, meeting.{moment}, 30, 'customer',
                        TRUE, TRUE, TRUE, FALSE
                     FROM meeting, account WHERE name_key = '{name}' AND uid LIKE 'u%' AND {uids}"
                ))
                .await;
        }
        let page = anna.get("/customers").await;
        page.expect(200);
        let of = |name: &str| page.body.split(&format!(">{name}</a>")).nth(1).unwrap().split("</tr>").next().unwrap();
        assert!(of("Quiet").contains("Too often"), "{}", of("Quiet"));
        assert!(of("Kone").contains("Too often"), "{}", of("Kone"));
    })
    .await;
}
