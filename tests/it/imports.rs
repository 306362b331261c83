//! Files of customers, contacts, opportunities and colleagues, from the browser's form to the last row and back.

mod hostile;
mod kinds;
mod many;

use axum::{body::Body, http::Request};
use chrono::TimeDelta;
use sparsam::{
    app::imports::step::step,
    domain::{language::Language, person::Role},
};

use crate::support::{
    app::{Answer, Client, PASSWORD, TestApp},
    db::{TestDb, on_both},
};

/// A firm with an administrator and two sellers.
struct Firm {
    site: TestApp,
    anna: Client,
    erik: Client,
    kari: Client,
}

impl Firm {
    async fn found(db: TestDb) -> Self {
        let (site, anna) = TestApp::nordvik(db).await;
        let erik = site.person("Erik Sund", Role::Member, Language::En).await;
        let kari = site.person("Kari Nilsen", Role::Member, Language::En).await;
        let anna = site.signed_in(&anna).await;
        site.clock.pass(TimeDelta::minutes(5));
        let erik = site.signed_in(&erik).await;
        site.clock.pass(TimeDelta::minutes(5));
        let kari = site.signed_in(&kari).await;
        Self { site, anna, erik, kari }
    }

    /// Works until nothing is left to do.
    async fn settle(&self) {
        for _ in 0..5_000 {
            if !step(&self.site.app).await.unwrap() {
                return;
            }
        }
        panic!("it never ends");
    }

    /// How many rows a query counts.
    async fn count(&self, query: &'static str) -> i64 {
        self.site.count(query).await
    }
}

/// Sends a file as a browser does.
async fn upload(client: &mut Client, query: &str, (name, content): (&str, &[u8])) -> Answer {
    let mut body = format!(
        "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\nContent-Type: text/csv\r\n\r\n"
    )
    .into_bytes();
    body.extend(content);
    body.extend(b"\r\n--b--\r\n");
    let request = Request::post(format!("/imports?{query}"))
        .header("content-type", "multipart/form-data; boundary=b")
        .header("sec-fetch-site", "same-origin");
    client.send(request, Body::from(body)).await
}

/// The form of columns as it is shown, sent off.
async fn check(client: &mut Client, path: &str, others: &[(&str, &str)]) -> Answer {
    let page = client.get(path).await;
    let mut fields: Vec<(String, String)> = Vec::new();
    for (place, part) in page.body.split("<select id=\"column-").skip(1).enumerate() {
        let select = part.split("</select>").next().unwrap();
        let chosen = select.split(" selected").next().filter(|_| select.contains(" selected"));
        let value = chosen.and_then(|s| s.rsplit("value=\"").next()).map_or("", |v| v.split('"').next().unwrap());
        fields.push((format!("column-{place}"), value.to_owned()));
    }
    for name in ["encoding", "separator", "existing"] {
        let select =
            page.body.split(&format!("<select id=\"{name}\"")).nth(1).unwrap().split("</select>").next().unwrap();
        let value = select.split(" selected").next().unwrap().rsplit("value=\"").next().unwrap();
        fields.push((name.to_owned(), value.split('"').next().unwrap().to_owned()));
    }
    fields.push(("headed".to_owned(), "1".to_owned()));
    fields.push(("currency".to_owned(), page.value_of("currency")));
    fields.push(("do".to_owned(), "check".to_owned()));
    for (name, value) in others {
        fields.retain(|(n, _)| n != name);
        fields.push(((*name).to_owned(), (*value).to_owned()));
    }
    let fields: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
    client.post(&format!("{path}/mapping"), &fields).await
}

/// New, changed, unchanged, double, refused as the page says.
#[track_caller]
fn counts(page: &Answer) -> Vec<i64> {
    let list = page.body.split("<dl class=\"facts\">").nth(1).unwrap().split("</dl>").next().unwrap();
    let number =
        |part: &str| part.split("</dd>").next().unwrap().chars().filter(char::is_ascii_digit).collect::<String>();
    list.split("<dd>").skip(1).map(|part| number(part).parse().unwrap()).collect()
}

/// Sent, gone through, and taken over; the page then.
async fn import(f: &Firm, client: &mut Client, query: &str, content: &str) -> (String, Answer) {
    let path = upload(client, query, ("file.csv", content.as_bytes())).await.expect(303).location().to_owned();
    check(client, &path, &[]).await.expect(303);
    f.settle().await;
    client.post(&format!("{path}/run"), &[]).await.expect(303);
    f.settle().await;
    let page = client.get(&path).await;
    page.expect(200);
    (path, page)
}

#[tokio::test]
async fn a_file_is_tried_taken_over_and_taken_back() {
    on_both(async |db| {
        let mut f = Firm::found(db).await;
        f.erik.get("/imports").await.expect(200).says("No files yet.");
        f.erik.get("/imports/new?kind=accounts").await.expect(200).says("enctype=\"multipart/form-data\"");
        // As a Swedish spreadsheet saves it: semicolons, Windows-1252, quotes over lines, a formula.
        let file = b"F\xf6retag;Org.nr;Telefon;Adress;F\xe4rg\r\n\
            Bergvik \xc5kerier;556123-4567;+46 8 1;\"Gatan 1\r\n123 45 Malm\xf6\";bl\xe5\r\n\
            =cmd|'/c calc'!A1;;;;\r\n\
            bergvik \xc5kerier;556123-4567;+46 8 1;\"Gatan 1\r\n123 45 Malm\xf6\";r\xf6d\r\n\
            BERGVIK \xc5KERIER;;+46 9;;\r\n\
            \r\n\
            ;;;;nobody\r\n";
        let path = upload(&mut f.erik, "kind=accounts", ("kunder.csv", file)).await.expect(303).location().to_owned();
        let page = f.erik.get(&path).await;
        page.expect(200).says("kunder.csv").says("Bergvik Åkerier").says("value=\"windows-1252\" selected");
        page.says("value=\"semicolon\" selected")
            .says("value=\"org_number\" selected")
            .says("value=\"address\" selected");
        assert_eq!(f.count("SELECT COUNT(*) FROM account").await, 0);
        // Nothing is named twice, and what must be there is asked for; what was chosen stays.
        let twice = [("column-0", "phone"), ("headed", "1")];
        let wrong = check(&mut f.erik, &path, &twice).await;
        wrong.expect(422).says("id=\"column-2-e\"").says("Choose the column that contains: Name");
        check(&mut f.erik, &path, &[]).await.expect(303);
        f.erik.get(&path).await.says("<progress").says("http-equiv=\"refresh\"");
        f.settle().await;
        let tried = f.erik.get(&path).await;
        assert_eq!(counts(&tried), [2, 0, 0, 0, 3], "{}", tried.body);
        tried.says("Row 2 is about the same thing but says something else.").says("There is no name.");
        assert_eq!(f.count("SELECT COUNT(*) FROM account").await, 0, "a trial run writes nothing");
        f.erik.post(&format!("{path}/run"), &[]).await.expect(303);
        f.settle().await;
        let done = f.erik.get(&path).await;
        assert_eq!(counts(&done), counts(&tried), "a run does what its trial said");
        done.says("Undo the import").does_not_say("<progress");
        assert_eq!(f.count("SELECT COUNT(*) FROM import_piece").await, 0, "the file is not needed any more");
        f.erik.get("/customers?q=bergvik").await.expect(200).says("Bergvik Åkerier").says("Erik Sund");
        f.erik.get("/customers").await.says("=cmd|&#39;/c calc&#39;!A1");
        let refused = f.erik.get(&format!("{path}/refusals.csv")).await;
        refused.expect(200).says("\"Row\",\"Why\",\"Företag\"").says("\"4\",\"Row 2 is about");
        f.anna.get("/admin/audit").await.says("Finished an import");
        f.erik.post(&format!("{path}/undo"), &[]).await.expect(303);
        f.settle().await;
        f.erik.get(&path).await.expect(200).says("Undone");
        assert_eq!(f.count("SELECT COUNT(*) FROM account").await, 0);
        assert_eq!(f.count("SELECT COUNT(*) FROM subject WHERE kind = 'account'").await, 0);
    })
    .await;
}

#[tokio::test]
async fn the_same_file_again_changes_nothing_and_how_it_was_read_is_remembered() {
    on_both(async |db| {
        let mut f = Firm::found(db).await;
        let file = "Firm;Number;Tel\nBergvik;1;+46 1\nLofoten;2;+47 2\n";
        let mut erik = f.erik.clone();
        let path =
            upload(&mut erik, "kind=accounts", ("a.csv", file.as_bytes())).await.expect(303).location().to_owned();
        let chosen = [("column-0", "name"), ("column-1", "org_number"), ("existing", "update")];
        check(&mut erik, &path, &chosen).await.expect(303);
        f.settle().await;
        erik.post(&format!("{path}/run"), &[]).await.expect(303);
        f.settle().await;
        assert_eq!(counts(&erik.get(&path).await), [2, 0, 0, 0, 0]);
        // The columns of the second file are as those of the first were said to be.
        let (_, again) = import(&f, &mut erik, "kind=accounts", file).await;
        assert_eq!(counts(&again), [0, 0, 2, 0, 0]);
        let renamed = "Firm;Number;Tel\nBergvik Group;1;\nLofoten;2;+47 3\n";
        let (path, changed) = import(&f, &mut erik, "kind=accounts", renamed).await;
        assert_eq!(counts(&changed), [0, 2, 0, 0, 0]);
        let phones = "SELECT name, phone, org_number FROM account ORDER BY name";
        let rows = f.site.rows(phones).await;
        let expected = [("Bergvik Group", "+46 1", "1"), ("Lofoten", "+47 3", "2")];
        assert_eq!(rows, expected.map(|(a, b, c)| (a.to_owned(), b.to_owned(), c.to_owned())));
        // One of them is changed by hand before the file is taken back: it stays.
        let lofoten =
            f.site.rows("SELECT CAST(version AS TEXT), name, phone FROM account WHERE name = 'Lofoten'").await;
        f.site.clock.pass(TimeDelta::minutes(1));
        let list = erik.get("/customers?q=lofoten").await;
        let page = list
            .body
            .split("href=\"/customers/")
            .find(|part| part.contains(">Lofoten<"))
            .unwrap()
            .split('"')
            .next()
            .unwrap();
        let form = [("name", "Lofoten"), ("phone", "by hand"), ("org_number", "2"), ("version", lofoten[0].0.as_str())];
        erik.post(&format!("/customers/{page}/edit"), &form).await.expect(303);
        erik.post(&format!("{path}/undo"), &[]).await.expect(303);
        f.settle().await;
        erik.get(&path).await.says("Kept, because it has been changed or used since").says(">Lofoten</a>");
        let rows = f.site.rows(phones).await;
        assert_eq!((rows[0].0.as_str(), rows[1].1.as_str()), ("Bergvik", "by hand"));
        // With *leave*, the file changes nothing.
        let path =
            upload(&mut f.erik, "kind=accounts", ("a.csv", renamed.as_bytes())).await.expect(303).location().to_owned();
        check(&mut f.erik, &path, &[("existing", "leave")]).await.expect(303);
        f.settle().await;
        assert_eq!(counts(&f.erik.get(&path).await), [0, 0, 2, 0, 0]);
        f.erik.post(&format!("{path}/removal"), &[]).await.expect(303);
        f.erik.get(&path).await.expect(404);
    })
    .await;
}

#[tokio::test]
async fn after_a_day_it_is_too_late_and_others_do_not_see_it() {
    let mut f = Firm::found(TestDb::sqlite().await).await;
    let mut erik = f.erik.clone();
    let (path, _) = import(&f, &mut erik, "kind=accounts", "Name\nBergvik\n").await;
    for path in [path.clone(), format!("{path}/refusals.csv")] {
        f.kari.get(&path).await.expect(404);
        f.anna.get(&path).await.expect(200);
    }
    for deed in ["run", "stop", "undo", "removal"] {
        f.kari.post(&format!("{path}/{deed}"), &[]).await.expect(404);
    }
    f.site.clock.pass(TimeDelta::hours(24));
    f.anna.post("/sign-in", &[("email", "anna@nordvik.example"), ("password", PASSWORD)]).await.expect(303);
    f.anna.get(&path).await.expect(200).does_not_say("Undo the import");
    f.anna.post(&format!("{path}/undo"), &[]).await.expect(303);
    f.settle().await;
    assert_eq!(f.count("SELECT COUNT(*) FROM account").await, 1);
}
