//! Sellers see their own figures, managers those of the people they lead, administrators all.

use super::*;

#[tokio::test]
async fn nobody_sees_the_figures_of_people_they_do_not_lead() {
    on_both(async |db| {
        let firm = Firm::found(db).await;
        let lena = firm.site.person("Lena Ek", Role::Viewer, Language::En).await;
        let south = firm.site.team("South", &lena, &[&firm.kari]).await;
        let north = firm.site.count("SELECT COUNT(*) FROM team").await;
        assert_eq!(north, 2);
        let (erik, kari) = (format!("person:{}", firm.erik.id), format!("person:{}", firm.kari.id));
        let (south, gone) = (format!("team:{south}"), format!("team:{}", uuid::Uuid::nil()));
        let words = ["mine", "led", "all", erik.as_str(), kari.as_str(), south.as_str(), gone.as_str()];
        let cases: [(&Person, [bool; 7]); 5] = [
            (&firm.anna, [true, true, true, true, true, true, false]),
            (&firm.ola, [true, true, false, true, false, false, false]),
            (&firm.erik, [true, false, false, true, false, false, false]),
            (&firm.kari, [true, false, false, false, true, false, false]),
            // Who looks only sees those of the team that she leads.
            (&lena, [true, true, false, false, true, true, false]),
        ];
        for (person, seen) in cases {
            let mut client = firm.signed_in(person).await;
            for (whose, seen) in words.iter().zip(seen) {
                // Anna leads no team of her own; everybody's are hers to see.
                let expected = if seen && !(person.id == firm.anna.id && *whose == "led") { 200 } else { 404 };
                for path in ["/numbers", "/numbers.csv"] {
                    let answer = client.get(&format!("{path}?whose={whose}")).await;
                    assert_eq!(answer.status.as_u16(), expected, "{} asks {path} of {whose}", person.name);
                }
            }
        }
    })
    .await;
}

#[tokio::test]
async fn a_page_begins_with_the_most_that_its_reader_may_see() {
    let firm = Firm::found(TestDb::sqlite().await).await;
    let mut ola = firm.signed_in(&firm.ola).await;
    ola.get("/numbers").await.says("value=\"led\" selected").says("By seller").says("Erik Sund").does_not_say("Kari");
    let mut erik = firm.signed_in(&firm.erik).await;
    erik.get("/numbers")
        .await
        .says("value=\"mine\" selected")
        .does_not_say("By seller")
        .does_not_say("Bottlenecks")
        .does_not_say("EUR");
    erik.get("/numbers.csv?table=sellers").await.expect(404);
    erik.get("/customers").await.says("href=\"/numbers\"");
}
