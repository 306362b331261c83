//! Limits: who reads and writes them, what is refused, and what becomes of them.

mod customers;
mod purposes;
mod trials;

use sparsam::{
    domain::{
        hours::{DaySpan, WeekSpan},
        ids::TeamId,
        language::Language,
        person::Role,
    },
    store,
};

use crate::support::{
    app::{Answer, Client, TestApp},
    db::on_both,
    dialogue::Dialogue,
    planning::Sketch,
};

/// A form of hours per week.
const WEEKLY: [(&str, &str); 8] = [
    ("kind", "minutes"),
    ("scope", "organization"),
    ("which", "internal"),
    ("most", "8 h"),
    ("per", "week"),
    ("share", "each"),
    ("level", "reason"),
    ("start", "2026-11-30"),
];

/// The form with other values; a field that was not there is added.
fn with<'a>(form: &[(&'a str, &'a str)], other: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let kept = form.iter().filter(|(name, _)| other.iter().all(|(n, _)| n != name));
    kept.chain(other).copied().collect()
}

/// Kind, its fields, and what the sentence says.
type Kind = (&'static str, &'static [(&'static str, &'static str)], &'static str);

async fn made(browser: &mut Client, form: &[(&str, &str)]) -> String {
    let once = browser.get("/limits/new?kind=minutes").await.expect(200).value_of("once");
    let answer = browser.post("/limits/new", &with(form, &[("once", &once)])).await;
    answer.expect(303).location().split('?').next().unwrap().to_owned()
}

async fn version(browser: &mut Client, path: &str) -> String {
    browser.get(path).await.expect(200).value_of("version")
}

const SENTENCE: &str = "Everybody may have at most 8 h of internal meetings per week; if exceeded, ask for a reason.";

#[tokio::test]
async fn an_administrator_writes_changes_and_ends_a_limit() {
    on_both(async |db| {
        let (site, anna) = TestApp::nordvik(db).await;
        let mut browser = site.signed_in(&anna).await;
        browser.get("/limits").await.expect(200).says("There are no limits yet.").says("Start with “Calm”");
        browser.get("/limits/new").await.expect(200).says("/limits/new?kind=windows");
        let path = made(&mut browser, &WEEKLY).await;
        browser.get("/limits").await.says(SENTENCE).says("From Monday 30 November 2026, week 49");
        let page = browser.get(&format!("{path}?done=created")).await;
        page.expect(200).says("The limit is saved. No upcoming meeting exceeds it.").says("value=\"8 h\"");
        let version = page.value_of("version");
        let lower = with(&WEEKLY, &[("most", "6 h 30 min"), ("version", &version)]);
        browser.post(&path, &lower).await.expect(303);
        browser.get("/limits").await.says("at most 6 h 30 min of").does_not_say("8 h of");
        let version = self::version(&mut browser, &path).await;
        browser.post(&format!("{path}/end"), &[("version", &version)]).await.expect(303);
        browser.get("/limits").await.does_not_say("6 h 30 min");
        browser.get(&path).await.expect(200).says("Ended on 23 November 2026").does_not_say("<select");
        let deeds =
            site.rows("SELECT action, actor, object_kind FROM audit WHERE object_kind = 'rule' ORDER BY id").await;
        let actions: Vec<&str> = deeds.iter().map(|d| d.0.as_str()).collect();
        assert_eq!(actions, ["rule.created", "rule.changed", "rule.ended"]);
        let log = browser.get("/admin/audit").await;
        log.says("Added a limit").says(SENTENCE).says("at most 6 h 30 min of internal meetings");
        assert_eq!(site.count("SELECT version FROM policy").await, 4, "every change raises the version of the policy");
    })
    .await;
}

#[tokio::test]
async fn sent_twice_a_form_makes_one_limit() {
    on_both(async |db| {
        let (site, anna) = TestApp::nordvik(db).await;
        let mut browser = site.signed_in(&anna).await;
        let form = with(&WEEKLY, &[("once", "same")]);
        let first = browser.post("/limits/new", &form).await;
        let again = browser.post("/limits/new", &form).await;
        assert_eq!(first.expect(303).location(), again.expect(303).location());
        for _ in 0..2 {
            browser.post("/limits/ready", &[("once", "set"), ("set", "normal")]).await.expect(303);
        }
        assert_eq!(site.count("SELECT COUNT(*) FROM rule").await, 1 + 4 + 7);
        browser.post("/limits/ready", &[("set", "none")]).await.expect(422);
    })
    .await;
}

#[tokio::test]
async fn whoever_was_slower_sees_both_versions() {
    on_both(async |db| {
        let (site, anna) = TestApp::nordvik(db).await;
        let mut browser = site.signed_in(&anna).await;
        let path = made(&mut browser, &WEEKLY).await;
        let version = version(&mut browser, &path).await;
        let theirs = with(&WEEKLY, &[("most", "7 h"), ("version", &version)]);
        browser.post(&path, &theirs).await.expect(303);
        let mine = with(&WEEKLY, &[("most", "5 h"), ("version", &version)]);
        let page = browser.post(&path, &mine).await;
        page.expect(409).says("at most 7 h of").says("at most 5 h of").says("value=\"5 h\"");
        browser.post(&format!("{path}/end"), &[("version", &version)]).await.expect(409);
        let again = page.value_of("version");
        browser.post(&path, &with(&mine, &[("version", &again)])).await.expect(303);
        browser.get("/limits").await.says("at most 5 h of");
        let version = self::version(&mut browser, &path).await;
        browser.post(&format!("{path}/end"), &[("version", &version)]).await.expect(303);
        browser.post(&path, &with(&mine, &[("version", &version)])).await.expect(403);
    })
    .await;
}

/// What is typed, and the field that must say why it cannot be.
#[tokio::test]
async fn numbers_that_make_no_sense_are_refused_at_their_field() {
    on_both(async |db| {
        let (site, anna) = TestApp::nordvik(db).await;
        let mut browser = site.signed_in(&anna).await;
        let of = |kind: &'static str| {
            [("kind", kind), ("scope", "organization"), ("which", "all"), ("level", "warn"), ("start", "2026-11-30")]
        };
        let own = format!("person:{}", anna.id);
        let table: Vec<(Vec<(&str, &str)>, &str)> = vec![
            (with(&WEEKLY, &[("most", "0")]), "most"),
            (with(&WEEKLY, &[("most", "-8 h")]), "most"),
            (with(&WEEKLY, &[("most", "")]), "most"),
            (with(&WEEKLY, &[("most", "9999 h")]), "most"),
            (with(&WEEKLY, &[("most", "99999999999999999999 h")]), "most"),
            (with(&WEEKLY, &[("most", "<script>alert(1)</script>")]), "most"),
            (with(&WEEKLY, &[("scope", "team:00000000-0000-0000-0000-000000000000")]), "scope"),
            (with(&WEEKLY, &[("scope", "class:warm")]), "which"),
            (with(&WEEKLY, &[("scope", "class:warm"), ("which", "all"), ("share", "together")]), "share"),
            (with(&of("ahead"), &[("scope", "class:warm"), ("most", "3")]), "scope"),
            (with(&of("overlap"), &[("scope", "class:warm")]), "scope"),
            (with(&WEEKLY, &[("level", "shout")]), "level"),
            (with(&WEEKLY, &[("start", "soon")]), "start"),
            (with(&WEEKLY, &[("start", "+262000-01-01")]), "start"),
            (with(&WEEKLY, &[("share", "together"), ("scope", &own)]), "share"),
            (with(&of("meetings"), &[("most", "0"), ("per", "day"), ("share", "each")]), "most"),
            (with(&of("meetings"), &[("most", "1.5"), ("per", "day"), ("share", "each")]), "most"),
            (with(&of("people"), &[("most", "1")]), "most"),
            (with(&of("people"), &[("most", "4294967296")]), "most"),
            (with(&of("back_to_back"), &[("most", "2 h"), ("rest", "0")]), "rest"),
            (with(&of("clock"), &[("from", "16:00"), ("to", "9:00")]), "to"),
            (with(&of("clock"), &[("from", "9 am"), ("to", "16:00")]), "from"),
            (with(&of("windows"), &[]), "w"),
            (with(&of("windows"), &[("w", "9-99")]), "w"),
            (with(&of("dates"), &[("first", "2026-12-24"), ("last", "2026-12-20")]), "last"),
            (with(&of("dates"), &[("first", "2026-12-24"), ("last", "2030-12-20")]), "last"),
            (with(&of("contacts"), &[("most", "2"), ("days", "31"), ("side", "account")]), "days"),
            (with(&of("agenda"), &[("people", "x"), ("minutes", "30")]), "people"),
        ];
        for (form, field) in table {
            for path in ["/limits/new", "/limits/trial"] {
                let page = browser.post(path, &form).await;
                page.expect(422).says(&format!("href=\"#{field}\"")).says(&format!("id=\"{field}-e\""));
                page.says("name=\"scope\"").does_not_say("<script>alert");
            }
        }
        assert_eq!(site.count("SELECT COUNT(*) FROM rule").await, 0);
        browser.post("/limits/new", &with(&WEEKLY, &[("kind", "cheese")])).await.expect(422);
        browser
            .post("/limits/new", &with(&WEEKLY, &[("most", "9999 h")]))
            .await
            .says("value=\"9999 h\"")
            .says("Use at most 168 h.");
    })
    .await;
}

#[tokio::test]
async fn every_kind_can_be_written_and_read_back() {
    on_both(async |db| {
        let (site, anna) = TestApp::nordvik(db).await;
        let mut browser = site.signed_in(&anna).await;
        let kinds: [Kind; 17] = [
            ("minutes", &[("most", "40 h"), ("per", "month"), ("share", "together")], "Everybody together"),
            ("meetings", &[("most", "4"), ("per", "day"), ("share", "each")], "4 meetings per day"),
            ("length", &[("most", "45")], "may take at most 45 min"),
            ("people", &[("most", "7")], "at most 7 people"),
            ("back_to_back", &[("most", "2 h"), ("rest", "15")], "without a break of at least 15 min"),
            ("clock", &[("from", "9:00"), ("to", "24:00")], "before 09:00 or end after 24:00"),
            ("windows", &[("w", "0-8"), ("w", "0-9"), ("w", "4-23")], "Mon 08:00–10:00, Fri 23:00–24:00"),
            ("dates", &[("first", "2026-12-21"), ("last", "2026-12-23")], "from 21 December 2026 to 23 December 2026"),
            ("notice", &[("most", "24 h")], "at least 24 h before"),
            ("contacts", &[("most", "2"), ("days", "30"), ("side", "contact")], "Each contact of a customer"),
            ("agenda", &[("people", "3"), ("minutes", "30")], "need an agenda"),
            ("ahead", &[("most", "12")], "12 meetings still to come"),
            ("overlap", &[], "may not clash"),
            ("off_hours", &[], "outside the working hours"),
            ("holidays", &[], "public holidays"),
            ("selling", &[], "protected selling time"),
            ("unknown", &[], "cannot be read"),
        ];
        for (kind, fields, words) in kinds {
            browser.get(&format!("/limits/new?kind={kind}")).await.expect(200);
            let fixed = [
                ("kind", kind),
                ("scope", "organization"),
                ("which", "all"),
                ("level", "warn"),
                ("start", "2026-11-23"),
            ];
            let form: Vec<(&str, &str)> = fixed.iter().chain(fields).copied().collect();
            let path = made(&mut browser, &form).await;
            let page = browser.get(&path).await;
            page.expect(200).says(words);
            for (name, value) in fields.iter().filter(|(name, _)| *name == "w") {
                let marked =
                    page.body.split("<td>").find(|c| c.contains(&format!("name=\"{name}\" value=\"{value}\"")));
                assert!(marked.is_some_and(|cell| cell.contains("checked")), "{kind} {value}");
            }
            // What the page shows can be sent back as it stands.
            let filled: Vec<(String, String)> = ["most", "rest", "from", "to", "first", "last", "people", "minutes"]
                .into_iter()
                .filter(|name| page.body.contains(&format!("name=\"{name}\"")))
                .map(|name| (name.to_owned(), page.value_of(name)))
                .collect();
            let again: Vec<(&str, &str)> = filled.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
            let version = page.value_of("version");
            let form = with(&form, &[with(&again, &[]), vec![("version", version.as_str())]].concat());
            browser.post(&path, &form).await.expect(303);
            assert_eq!(self::version(&mut browser, &path).await, version, "{kind}: nothing was changed");
            browser.get(&format!("{path}/trial")).await.expect(200);
        }
        browser.get("/limits").await.expect(200);
    })
    .await;
}

struct Firm {
    site: TestApp,
    north: TeamId,
    south: TeamId,
    /// Manager and member of North, and manager of South.
    mia: Client,
    ola: Client,
    per: Client,
    ola_id: String,
    anna: Client,
}

async fn firm(db: crate::support::db::TestDb) -> Firm {
    let (site, anna) = TestApp::nordvik(db).await;
    let mia = site.person("Mia Holm", Role::Manager, Language::En).await;
    let ola = site.person("Ola Berg", Role::Member, Language::En).await;
    let per = site.person("Per Moe", Role::Manager, Language::En).await;
    let north = site.team("North", &mia, &[&ola]).await;
    let south = site.team("South", &per, &[]).await;
    let (mia, per) = (site.signed_in(&mia).await, site.signed_in(&per).await);
    let (ola, ola_id, anna) = (site.signed_in(&ola).await, ola.id.to_string(), site.signed_in(&anna).await);
    Firm { site, north, south, mia, ola, per, ola_id, anna }
}

#[tokio::test]
async fn managers_write_for_their_people_and_members_read() {
    on_both(async |db| {
        let mut f = firm(db).await;
        let (team, foreign) = (format!("team:{}", f.north), format!("team:{}", f.south));
        let person = format!("person:{}", f.ola_id);
        let of_team = made(&mut f.mia, &with(&WEEKLY, &[("scope", &team)])).await;
        let of_ola = made(&mut f.mia, &with(&WEEKLY, &[("scope", &person)])).await;
        let of_all = made(&mut f.anna, &WEEKLY).await;
        for scope in [foreign.as_str(), "organization", "class:warm"] {
            let page = f.mia.post("/limits/new", &with(&WEEKLY, &[("scope", scope)])).await;
            page.expect(422).says("id=\"scope-e\"");
        }
        f.mia.get("/limits/new?kind=minutes").await.says("Team North").does_not_say("Team South");
        // Members read what concerns them, and change nothing.
        let list: Answer = f.ola.get("/limits").await;
        list.expect(200).says("Each person in North").says("Ola Berg may have").says(SENTENCE);
        for path in [&of_team, &of_ola, &of_all] {
            f.ola.get(path).await.expect(200).does_not_say("<select").does_not_say(">End this limit<");
            f.ola.post(path, &WEEKLY).await.expect(403);
            f.ola.post(&format!("{path}/end"), &[("version", "1")]).await.expect(403);
            f.ola.get(&format!("{path}/trial")).await.expect(403);
        }
        for scope in [team.as_str(), "organization", "class:warm"] {
            let form = with(&WEEKLY, &[("scope", scope)]);
            f.ola.post("/limits/new", &form).await.expect(422).says("id=\"scope-e\"");
            f.ola.post("/limits/trial", &form).await.expect(422).says("id=\"scope-e\"");
        }
        f.ola.get("/limits/planning").await.expect(403);
        // Another manager knows nothing of them, and only reads those of the firm.
        for path in [&of_team, &of_ola] {
            f.per.get(path).await.expect(404);
            f.per.post(path, &WEEKLY).await.expect(404);
            f.per.post(&format!("{path}/end"), &[("version", "1")]).await.expect(404);
        }
        f.per.get("/limits").await.says(SENTENCE).does_not_say("North").does_not_say("Ola");
        f.per.post(&of_all, &with(&WEEKLY, &[("version", "1")])).await.expect(403);
        // A rule of one's own cannot be turned on others.
        let version = version(&mut f.mia, &of_team).await;
        let turned = with(&WEEKLY, &[("scope", &foreign), ("version", &version)]);
        f.mia.post(&of_team, &turned).await.expect(422).says("id=\"scope-e\"");
        assert_eq!(f.site.count("SELECT COUNT(*) FROM rule WHERE version > 1").await, 0);
    })
    .await;
}

#[tokio::test]
async fn everybody_who_plans_sets_limits_for_themselves_that_give_way_to_a_tick() {
    on_both(async |db| {
        let mut f = firm(db).await;
        let own = format!("person:{}", f.ola_id);
        let own = with(&WEEKLY, &[("scope", &own), ("most", "6 h"), ("level", "warn")]);
        let of_mia = made(&mut f.mia, &with(&own, &[("most", "9 h")])).await;
        f.ola.get("/limits").await.expect(200).says("/limits/new");
        let editor = f.ola.get("/limits/new?kind=minutes").await;
        editor.expect(200).says("Ola Berg").does_not_say("Team North").says("value=\"warn\" selected");
        f.ola.get("/limits/new").await.says("kind=minutes").does_not_say("kind=contacts");
        for level in ["reason", "approve", "block"] {
            editor.does_not_say(&format!("value=\"{level}\""));
            let page = f.ola.post("/limits/new", &with(&own, &[("level", level)])).await;
            page.expect(422).says("id=\"level-e\"");
        }
        f.ola.post("/limits/trial", &own).await.expect(200);
        let path = made(&mut f.ola, &own).await;
        f.ola.get("/limits").await.says("Ola Berg may have at most 6 h").says("Ola Berg may have at most 9 h");
        let version = version(&mut f.ola, &path).await;
        let stricter = with(&own, &[("most", "5 h"), ("version", &version)]);
        f.ola.post(&path, &stricter).await.expect(303);
        let version = self::version(&mut f.ola, &path).await;
        let blocking = with(&own, &[("level", "block"), ("version", &version)]);
        f.ola.post(&path, &blocking).await.expect(422).says("id=\"level-e\"");
        // What those who lead wrote stays theirs.
        f.ola.post(&of_mia, &with(&stricter, &[("version", "1")])).await.expect(403);
        f.ola.post(&format!("{of_mia}/end"), &[("version", "1")]).await.expect(403);
        f.mia.get(&path).await.expect(200).says("value=\"block\"");
        for _ in 0..2 {
            made(&mut f.ola, &own).await;
        }
        let once = f.ola.get("/limits/new?kind=minutes").await.value_of("once");
        let full = f.ola.post("/limits/new", &with(&own, &[("once", &once)])).await;
        full.expect(422).says("You have already set 3 limits for yourself.");
        let version = self::version(&mut f.ola, &path).await;
        f.ola.post(&format!("{path}/end"), &[("version", &version)]).await.expect(303);
    })
    .await;
}

#[tokio::test]
async fn what_somebody_else_made_of_an_own_limit_is_theirs() {
    on_both(async |db| {
        let mut f = firm(db).await;
        let own = format!("person:{}", f.ola_id);
        let own = with(&WEEKLY, &[("scope", &own), ("most", "6 h"), ("level", "warn")]);
        let path = made(&mut f.ola, &own).await;
        let version = version(&mut f.mia, &path).await;
        let raised = with(&own, &[("level", "block"), ("version", &version)]);
        f.mia.post(&path, &raised).await.expect(303);
        let version = self::version(&mut f.mia, &path).await;
        f.ola.get(&path).await.expect(200).does_not_say("name=\"version\"");
        f.ola.post(&path, &with(&own, &[("version", &version)])).await.expect(403);
        f.ola.post(&format!("{path}/end"), &[("version", &version)]).await.expect(403);
        f.anna.get(&path).await.expect(200).says("Mia");
    })
    .await;
}

#[tokio::test]
async fn nobody_makes_what_holds_for_all_hold_less_for_themselves() {
    on_both(async |db| {
        let mut f = firm(db).await;
        let own = format!("person:{}", f.ola_id);
        let editor = f.ola.get("/limits/new?kind=overlap").await;
        let (once, start) = (editor.value_of("once"), "2026-11-23");
        let asked = [("kind", "overlap"), ("scope", &own), ("which", "all"), ("start", start), ("once", &once)];
        let page = f.ola.post("/limits/new", &with(&asked, &[("level", "inform")])).await;
        page.expect(422).says("id=\"level-e\"").says("A built-in limit already asks for more.");
        f.ola.post("/limits/new", &with(&asked, &[("level", "warn")])).await.expect(303);
        // Whoever leads them may.
        let once = f.mia.get("/limits/new?kind=overlap").await.value_of("once");
        f.mia.post("/limits/new", &with(&asked, &[("level", "inform"), ("once", &once)])).await.expect(303);
    })
    .await;
}

#[tokio::test]
async fn limits_of_ones_own_end_with_whoever_leaves_and_are_no_beginning_for_the_firm() {
    on_both(async |db| {
        let mut f = firm(db).await;
        let own = format!("person:{}", f.ola_id);
        let path = made(&mut f.ola, &with(&WEEKLY, &[("scope", &own), ("level", "warn")])).await;
        f.anna.get("/limits").await.expect(200).says("Start with “Calm”");
        sparsam::app::tidy::tidy(&f.site.app).await.unwrap();
        assert_eq!(f.site.count("SELECT COUNT(*) FROM rule WHERE ended_at IS NOT NULL").await, 0);
        f.site.execute("UPDATE person SET role = 'viewer' WHERE name = 'Ola Berg'").await.unwrap();
        sparsam::app::tidy::tidy(&f.site.app).await.unwrap();
        assert_eq!(f.site.count("SELECT COUNT(*) FROM rule WHERE ended_at IS NOT NULL").await, 1);
        f.anna.get(&path).await.expect(200);
    })
    .await;
}

#[tokio::test]
async fn a_limit_outlives_whom_it_was_about() {
    on_both(async |db| {
        let mut f = firm(db).await;
        let scope = format!("team:{}", f.south);
        let path = made(&mut f.anna, &with(&WEEKLY, &[("scope", &scope), ("start", "2026-11-23")])).await;
        f.anna.post(&format!("/teams/{}/deletion", f.south), &[]).await.expect(303);
        f.anna.get("/limits").await.expect(200).says("Each person in (no longer exists)");
        let page = f.anna.get(&path).await;
        page.expect(200);
        f.anna.post(&format!("{path}/end"), &[("version", &page.value_of("version"))]).await.expect(303);
    })
    .await;
}

#[tokio::test]
async fn what_cannot_be_read_is_said_and_can_be_ended() {
    on_both(async |db| {
        let mut f = firm(db).await;
        let path = made(&mut f.anna, &WEEKLY).await;
        f.site.execute("UPDATE rule SET measure = '{\"kind\":\"tea\"}'").await.unwrap();
        let page = f.anna.get("/limits").await;
        page.expect(200).says("A limit that cannot be read").says("no meeting can be sent");
        f.ola.get("/limits").await.expect(200).does_not_say("cannot be read");
        f.ola.get(&path).await.expect(404);
        f.anna.get(&path).await.expect(200);
        let version = page.value_of("version");
        f.mia.post(&format!("{path}/end"), &[("version", &version)]).await.expect(404);
        f.anna.post(&format!("{path}/end"), &[("version", &version)]).await.expect(303);
        f.anna.get("/limits").await.does_not_say("cannot be read");
    })
    .await;
}

#[tokio::test]
async fn limits_that_do_not_go_together_are_shown_as_a_pair() {
    on_both(async |db| {
        let mut f = firm(db).await;
        let base = with(&WEEKLY, &[("kind", "clock")]);
        made(&mut f.anna, &with(&base, &[("from", "8:00"), ("to", "10:00")])).await;
        f.anna.get("/limits").await.does_not_say("These limits conflict");
        made(&mut f.anna, &with(&base, &[("from", "14:00"), ("to", "16:00")])).await;
        let page = f.anna.get("/limits").await;
        page.says("These limits conflict").says("can never both be met");
        assert_eq!(page.body.matches("before 14:00").count(), 2, "once in its group, once in the pair");
        f.ola.get("/limits").await.does_not_say("These limits conflict");
    })
    .await;
}

#[tokio::test]
async fn no_more_limits_than_can_be_judged() {
    on_both(async |db| {
        let (site, anna) = TestApp::nordvik(db).await;
        let mut browser = site.signed_in(&anna).await;
        for number in 0..200 {
            let once = format!("n{number}");
            browser.post("/limits/new", &with(&WEEKLY, &[("once", &once)])).await.expect(303);
        }
        browser.post("/limits/new", &WEEKLY).await.expect(422).says("There are already 200 limits.");
        browser.get("/limits").await.expect(200);
        assert_eq!(site.count("SELECT COUNT(*) FROM rule").await, 200);
    })
    .await;
}

#[tokio::test]
async fn rules_of_planning_are_saved_whole_or_not() {
    on_both(async |db| {
        let mut f = firm(db).await;
        let page = f.anna.get("/limits/planning").await;
        page.expect(200);
        let names = ["seen", "quota", "approval", "notice", "horizon", "currency", "video-before", "video-after"];
        let more = ["phone-before", "phone-after", "room-before", "room-after", "visit-before", "visit-after"];
        let mut form: Vec<(String, String)> =
            names.into_iter().chain(more).map(|name| (name.to_owned(), page.value_of(name))).collect();
        form.push(("increment".to_owned(), "30".to_owned()));
        let fields: Vec<(&str, &str)> = form.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
        for (name, value) in [
            ("quota", "-1"),
            ("approval", "0"),
            ("notice", "x"),
            ("horizon", "367"),
            ("increment", "7"),
            ("visit-after", "241"),
            ("currency", "euro"),
            ("bands", "Sellers 70"),
            ("bands", "Sellers: 70\nSellers: 80"),
            ("bands", "Sellers: 0"),
        ] {
            let page = f.anna.post("/limits/planning", &with(&fields, &[(name, value)])).await;
            page.expect(422).says(&format!("id=\"{name}-e\""));
        }
        f.anna
            .post("/limits/planning", &with(&fields, &[("bands", "Sellers: 70")]))
            .await
            .expect(422)
            .says("currency-e");
        let sound = with(
            &fields,
            &[("bands", "Sellers: 70\nManagers: 90"), ("currency", "eur"), ("quota", "5"), ("optional", "yes")],
        );
        f.anna.post("/limits/planning", &sound).await.expect(303);
        f.anna.get("/limits/planning").await.says("Managers: 90").says("value=\"EUR\"").says("value=\"5\"");
        // Those that are planned from now on leave time to get to the next one.
        let plan = "/meetings/new?purpose=targets";
        f.anna.get(plan).await.expect(200).says("name=\"length\" type=\"text\" value=\"30 min\"");
        let seen = f.anna.get("/limits/planning").await.value_of("seen");
        let early = with(&sound, &[("early", "yes"), ("seen", &seen)]);
        f.anna.post("/limits/planning", &early).await.expect(303);
        f.anna.get("/limits/planning").await.says("name=\"early\" value=\"yes\" checked");
        let page = f.anna.get(plan).await;
        page.expect(200).says("name=\"length\" type=\"text\" value=\"25 min\"").says("25 min</");
        let form = Dialogue::of(page, "plan").set("purpose", "strategy");
        form.press(&mut f.anna, "look").await.expect(200).says("name=\"length\" type=\"text\" value=\"50 min\"");
        let stale = f.anna.post("/limits/planning", &with(&sound, &[("quota", "9")])).await;
        stale.expect(409).says("value=\"9\"");
        let seen = stale.value_of("seen");
        f.anna.post("/limits/planning", &with(&sound, &[("quota", "9"), ("seen", &seen)])).await.expect(303);
        assert_eq!(f.site.count("SELECT COUNT(*) FROM audit WHERE action = 'policy.saved'").await, 3);
        f.anna.get("/admin/audit").await.says("Changed the planning rules");
    })
    .await;
}
