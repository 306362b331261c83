//! Calendar subscriptions: who sees what, the dialogue with calendars, secrets.

use axum::{body::Body, http::Request};
use calcard::icalendar::{ICalendar, ICalendarComponentType};
use chrono::TimeDelta;
use sparsam::{
    app::{feeds, once::Once},
    domain::{
        feed::FeedKind,
        itip::lint,
        language::Language,
        meeting::{Answer, AttendeeRole, Purpose},
        person::{PersonState, Role},
    },
    store::{self, people::Person},
};

use crate::support::{
    app::{Answer as Reply, Client, TestApp},
    db::on_both,
    planning::Sketch,
};

/// Subscribes by the form and returns the path of the address shown.
async fn subscribe(browser: &mut Client, kind: &str) -> String {
    let page = browser.post("/settings/feeds", &[("kind", kind)]).await;
    page.expect(201).says("webcal://localhost:3000/f/spf_").says("Google");
    assert_eq!(page.headers["cache-control"], "no-store");
    path_on(&page)
}

fn path_on(page: &Reply) -> String {
    let at = page.body.find("http://localhost:3000/f/").expect("the plain address");
    let rest = &page.body[at + "http://localhost:3000".len()..];
    rest[..rest.find('"').unwrap()].to_owned()
}

/// As calendars ask: nothing but the path and these headers.
async fn fetch(site: &TestApp, path: &str, headers: &[(&str, &str)]) -> Reply {
    let request = headers.iter().fold(Request::get(path), |request, (name, value)| request.header(*name, *value));
    site.browser().send(request, Body::empty()).await
}

/// Judges a feed and returns its titles.
#[track_caller]
fn titles(reply: &Reply) -> Vec<String> {
    reply.expect(200);
    assert_eq!(lint::file(&reply.body), [], "{}", reply.body);
    let calendar = ICalendar::parse(&reply.body).expect("calcard reads it");
    let events = calendar.components.iter().filter(|c| c.component_type == ICalendarComponentType::VEvent).count();
    let titles: Vec<String> =
        reply.body.split("\r\n").filter_map(|line| line.strip_prefix("SUMMARY:")).map(str::to_owned).collect();
    assert_eq!(titles.len(), events);
    for absent in ["METHOD", "ORGANIZER", "ATTENDEE", "VALARM"] {
        assert!(!reply.body.contains(absent), "{absent}:\n{}", reply.body);
    }
    titles
}

struct Stage {
    site: TestApp,
    anna: Person,
    ola: Person,
}

impl Stage {
    async fn set(db: crate::support::db::TestDb) -> Self {
        let (site, anna) = TestApp::nordvik(db).await;
        let ola = site.person("Ola Berg", Role::Member, Language::Nb).await;
        Self { site, anna, ola }
    }
}

#[tokio::test]
async fn mine_customers_and_busy() {
    on_both(async |db| {
        let Stage { site, anna, ola } = Stage::set(db).await;
        site.plan(&anna, Sketch::new("Targets", "2026-11-25T09:00:00", &[&ola])).await;
        let customer = Sketch { purpose: Purpose::Customer, ..Sketch::new("Kone", "2026-11-26T09:00:00", &[&ola]) };
        site.plan(&anna, customer).await;
        let declined = site.plan(&anna, Sketch::new("Declined", "2026-11-27T09:00:00", &[&ola])).await;
        let cancelled = site.plan(&anna, Sketch::new("Cancelled", "2026-11-27T12:00:00", &[&ola])).await;
        site.answer(&ola, declined, Answer::No).await;
        site.call_off(&anna, cancelled).await;
        let mut browser = site.signed_in(&ola).await;
        let mine = fetch(&site, &subscribe(&mut browser, "mine").await, &[]).await;
        assert_eq!(titles(&mine), ["Targets", "Kone"]);
        mine.says("X-WR-CALNAME:Ola Berg: møter")
            .says("REFRESH-INTERVAL;VALUE=DURATION:PT1H")
            .says("TZID=Europe/Stockholm");
        let customers = fetch(&site, &subscribe(&mut browser, "customers").await, &[]).await;
        assert_eq!(titles(&customers), ["Kone"]);
        let busy = fetch(&site, &subscribe(&mut browser, "busy").await, &[]).await;
        assert_eq!(titles(&busy), ["Opptatt", "Opptatt"]);
        busy.does_not_say("Targets").does_not_say("+46").does_not_say("/meetings/");
    })
    .await;
}

#[tokio::test]
async fn headers_that_calendars_need() {
    on_both(async |db| {
        let Stage { site, anna, ola } = Stage::set(db).await;
        site.plan(&anna, Sketch::new(&"Long ".repeat(38), "2026-11-25T09:00:00", &[&ola])).await;
        site.plan(&anna, Sketch::new(&"Longer ".repeat(28), "2026-11-26T09:00:00", &[&ola])).await;
        let path = subscribe(&mut site.signed_in(&ola).await, "mine").await;
        site.clock.pass(TimeDelta::seconds(90));
        let asked = [("accept-encoding", "gzip"), ("accept", "image/png"), ("cookie", "sparsam=sps_x")];
        let reply = fetch(&site, &path, &asked).await;
        reply.expect(200);
        for (name, value) in [
            ("content-type", "text/calendar; charset=utf-8"),
            ("cache-control", "private, no-cache"),
            ("x-robots-tag", "noindex"),
            ("last-modified", "Mon, 23 Nov 2026 08:00:00 GMT"),
        ] {
            assert_eq!(reply.headers[name], value, "{name}");
        }
        for absent in ["content-encoding", "set-cookie", "location"] {
            assert!(!reply.headers.contains_key(absent), "{absent}");
        }
        assert!(reply.body.len() > 1_200, "large enough to be packed");
        let head = site.browser().send(Request::head(&path), Body::empty()).await;
        head.expect(200);
        assert!(head.body.is_empty());
        assert_eq!(head.headers["etag"], reply.headers["etag"]);
        assert_eq!(fetch(&site, &path, &[]).await.body, reply.body, "the same bytes for the same data");
        let robots = fetch(&site, "/robots.txt", &[]).await;
        assert_eq!(robots.expect(200).body, "User-agent: *\nAllow: /f/\nDisallow: /\n");
    })
    .await;
}

#[tokio::test]
async fn what_has_not_changed_is_not_sent_again() {
    on_both(async |db| {
        let Stage { site, anna, ola } = Stage::set(db).await;
        let first = site.plan(&anna, Sketch::new("First", "2026-11-25T09:00:00", &[&ola])).await;
        let second = site.plan(&anna, Sketch::new("Second", "2026-11-26T09:00:00", &[&ola])).await;
        let path = subscribe(&mut site.signed_in(&ola).await, "mine").await;
        let mut seen: Vec<String> = Vec::new();
        let mut look = async |what: &str, shown: &[&str]| {
            let fresh = fetch(&site, &path, &[]).await;
            assert!(!fresh.headers.contains_key("last-modified"), "{what}: more may be written");
            site.clock.pass(TimeDelta::seconds(90));
            let reply = fetch(&site, &path, &[]).await;
            assert_eq!(titles(&reply), shown, "{what}");
            let etag = reply.headers["etag"].to_str().unwrap().to_owned();
            let modified = reply.headers["last-modified"].to_str().unwrap().to_owned();
            let not_modified = [("if-none-match", etag.as_str())];
            let again = fetch(&site, &path, &not_modified).await;
            assert!(again.expect(304).body.is_empty());
            assert_eq!(again.headers["etag"], etag);
            fetch(&site, &path, &[("if-modified-since", &modified)]).await.expect(304);
            fetch(&site, &path, &[("if-modified-since", &modified), ("if-none-match", "\"x\"")]).await.expect(200);
            for earlier in &seen {
                assert_ne!(*earlier, etag, "{what}: an older copy would be taken for right");
                fetch(&site, &path, &[("if-none-match", earlier)]).await.expect(200);
            }
            seen.push(etag);
        };
        look("planned", &["First", "Second"]).await;
        site.answer(&ola, first, Answer::No).await;
        look("declined", &["Second"]).await;
        // As many meetings and versions as before, but others.
        site.answer(&ola, second, Answer::No).await;
        site.answer(&ola, first, Answer::Yes).await;
        look("answers exchanged", &["First"]).await;
        site.call_off(&anna, first).await;
        look("called off", &[]).await;
    })
    .await;
}

#[tokio::test]
async fn other_words_are_another_feed() {
    on_both(async |db| {
        let Stage { site, anna, ola } = Stage::set(db).await;
        site.plan(&anna, Sketch::new("Targets", "2026-11-25T09:00:00", &[&ola])).await;
        let path = subscribe(&mut site.signed_in(&ola).await, "busy").await;
        let etag = fetch(&site, &path, &[]).await.headers["etag"].clone();
        let finnish = Person { language: Language::Fi, ..ola.clone() };
        let mut tx = site.db().begin().await.unwrap();
        store::people::update(&mut tx, &finnish).await.unwrap();
        tx.commit().await.unwrap();
        let reply = fetch(&site, &path, &[("if-none-match", etag.to_str().unwrap())]).await;
        assert_eq!(titles(&reply), ["Varattu"]);
    })
    .await;
}

#[tokio::test]
async fn a_team_feed_shows_what_its_owner_may_see_now() {
    on_both(async |db| {
        let Stage { site, anna, ola } = Stage::set(db).await;
        let maria = site.person("Maria Ek", Role::Manager, Language::En).await;
        let sanna = site.person("Sanna Koski", Role::Member, Language::En).await;
        let team = site.team("North", &maria, &[&ola, &sanna]).await;
        site.plan(&ola, Sketch::new("Salary", "2026-11-25T09:00:00", &[&anna])).await;
        site.plan(&ola, Sketch::new("Price list", "2026-11-26T09:00:00", &[&sanna])).await;
        let kind = format!("team {team}");
        let of_maria = subscribe(&mut site.signed_in(&maria).await, &kind).await;
        let of_sanna = subscribe(&mut site.signed_in(&sanna).await, &kind).await;
        let reply = fetch(&site, &of_maria, &[]).await;
        assert_eq!(titles(&reply), ["Salary", "Price list"]);
        let reply = fetch(&site, &of_sanna, &[]).await;
        assert_eq!(titles(&reply), ["Busy", "Price list"]);
        let etag = reply.headers["etag"].to_str().unwrap().to_owned();
        let put = async |person: &Person, manages| {
            let mut tx = site.db().begin().await.unwrap();
            let row = store::teams::Membership { team_id: team, person_id: person.id, manages };
            store::teams::put_member(&mut tx, &row).await.unwrap();
            tx.commit().await.unwrap();
        };
        put(&sanna, true).await;
        let reply = fetch(&site, &of_sanna, &[("if-none-match", &etag)]).await;
        assert_eq!(titles(&reply), ["Salary", "Price list"], "a manager now");
        let mut tx = site.db().begin().await.unwrap();
        store::teams::remove_member(&mut tx, team, sanna.id).await.unwrap();
        tx.commit().await.unwrap();
        fetch(&site, &of_sanna, &[]).await.expect(404);
        let eve = site.person("Eve Outside", Role::Member, Language::En).await;
        site.signed_in(&eve).await.post("/settings/feeds", &[("kind", &kind)]).await.expect(404);
    })
    .await;
}

#[tokio::test]
async fn addresses_die_when_they_should() {
    on_both(async |db| {
        let Stage { site, ola, anna } = Stage::set(db).await;
        let mut browser = site.signed_in(&ola).await;
        let first = subscribe(&mut browser, "mine").await;
        fetch(&site, &first, &[]).await.expect(200);
        let list = browser.get("/settings/feeds").await;
        list.says("My meetings".replace("My meetings", "Møtene mine").as_str()).says("Ikke hentet ennå");
        list.does_not_say("spf_");
        let at = list.body.find("/settings/feeds/").unwrap();
        let id = list.body[at + "/settings/feeds/".len()..].split('/').next().unwrap().to_owned();
        let rotation = format!("/settings/feeds/{id}/rotation");
        site.signed_in(&anna).await.post(&rotation, &[]).await.expect(404);
        let page = browser.post(&rotation, &[]).await;
        page.expect(200);
        assert_eq!(page.headers["cache-control"], "no-store");
        let second = path_on(&page);
        fetch(&site, &first, &[]).await.expect(404);
        fetch(&site, &second, &[]).await.expect(200);
        let answer = browser.post(&format!("/settings/feeds/{id}/revocation"), &[]).await;
        answer.expect(303);
        fetch(&site, &second, &[]).await.expect(404);
        browser.post(&rotation, &[]).await.expect(404);
        let third = subscribe(&mut browser, "mine").await;
        let gone = Person { state: PersonState::Deactivated, ..ola.clone() };
        let mut tx = site.db().begin().await.unwrap();
        store::people::update(&mut tx, &gone).await.unwrap();
        tx.commit().await.unwrap();
        fetch(&site, &third, &[]).await.expect(404);
        for forged in ["/f/x.ics", "/f/spf_0000000000000000000000000000000000000000000.ics", "/f/.ics"] {
            fetch(&site, forged, &[]).await.expect(404);
        }
        fetch(&site, third.strip_suffix(".ics").unwrap(), &[]).await.expect(404);
        let deeds = site
            .rows("SELECT action, object_kind, CAST(after AS TEXT) FROM audit WHERE object_kind = 'feed' ORDER BY id");
        let deeds: Vec<String> =
            deeds.await.into_iter().map(|(action, _, what)| format!("{action} {}", what.contains("spf_"))).collect();
        assert_eq!(deeds, ["feed.created false", "feed.rotated false", "feed.revoked false", "feed.created false"]);
    })
    .await;
}

#[tokio::test]
async fn sixty_times_an_hour_and_nothing_is_written() {
    on_both(async |db| {
        let Stage { site, anna, ola } = Stage::set(db).await;
        site.plan(&anna, Sketch::new("Targets", "2026-11-25T09:00:00", &[&ola])).await;
        let mut browser = site.signed_in(&ola).await;
        let path = subscribe(&mut browser, "mine").await;
        for _ in 0..60 {
            fetch(&site, &path, &[]).await.expect(200);
        }
        let refused = fetch(&site, &path, &[]).await;
        refused.expect(429);
        let wait: u32 = refused.headers["retry-after"].to_str().unwrap().parse().unwrap();
        assert!((1..=61).contains(&wait), "{wait}");
        let other = subscribe(&mut browser, "mine").await;
        fetch(&site, &other, &[]).await.expect(200);
        assert_eq!(site.count("SELECT COUNT(*) FROM feed WHERE last_used_at IS NOT NULL").await, 0);
        let fetched = site.reads.take_fetched_feeds();
        assert_eq!(fetched.len(), 2);
        feeds::note_used(&site.app, &fetched).await.unwrap();
        assert_eq!(site.count("SELECT COUNT(*) FROM feed WHERE last_used_at IS NOT NULL").await, 2);
        browser.get("/settings/feeds").await.says("Sist hentet man. 23. nov. kl. 09:00");
    })
    .await;
}

#[tokio::test]
async fn forms_that_make_no_feed() {
    on_both(async |db| {
        let Stage { site, ola, .. } = Stage::set(db).await;
        let mut browser = site.signed_in(&ola).await;
        for kind in ["", "all", "team", "team x"] {
            browser.post("/settings/feeds", &[("kind", kind)]).await.expect(422).says("id=\"kind-e\"");
        }
        let actor = site.actor(&ola).await;
        for number in 0..feeds::MAX_FEEDS {
            let key = Once { scope: "feeds".to_owned(), key: number.to_string(), body_hash: [0; 32] };
            feeds::create(&site.app, &actor, (FeedKind::Busy, None), &key).await.unwrap();
        }
        browser.post("/settings/feeds", &[("kind", "mine")]).await.expect(422).says("50");
        site.browser().get("/settings/feeds").await.expect(303);
    })
    .await;
}

#[tokio::test]
async fn free_for_those_only_informed() {
    on_both(async |db| {
        let Stage { site, anna, ola } = Stage::set(db).await;
        let people = vec![(&ola, AttendeeRole::Informed)];
        site.plan(&anna, Sketch { people, ..Sketch::new("News", "2026-11-25T09:00:00", &[]) }).await;
        let path = subscribe(&mut site.signed_in(&ola).await, "mine").await;
        let reply = fetch(&site, &path, &[]).await;
        assert_eq!(titles(&reply), ["News"]);
        reply.says("TRANSP:TRANSPARENT");
    })
    .await;
}

#[tokio::test]
async fn a_feed_is_made_once_and_rotated_after_a_question() {
    on_both(async |db| {
        let Stage { site, ola, .. } = Stage::set(db).await;
        let mut browser = site.signed_in(&ola).await;
        let once = browser.get("/settings/feeds").await.value_of("once");
        let form = [("once", once.as_str()), ("kind", "mine")];
        browser.post("/settings/feeds", &form).await.expect(201);
        let again = browser.post("/settings/feeds", &form).await;
        assert_eq!(again.expect(303).location(), "/settings/feeds?done=made-before");
        let page = browser.get(again.location()).await;
        page.says("adressen ble vist da");
        browser.post("/settings/feeds", &[("once", once.as_str()), ("kind", "busy")]).await.expect(201);
        assert_eq!(site.count("SELECT COUNT(*) FROM feed").await, 2);
        let at = page.body.find("/rotation").unwrap();
        let rotation = page.body[..at].rsplit('"').next().unwrap().to_owned() + "/rotation";
        let question = browser.get(&rotation).await;
        question
            .expect(200)
            .says("Den gamle adressen slutter å virke med en gang")
            .says(&format!("action=\"{rotation}\""));
        site.browser().get(&rotation).await.expect(303);
        browser.post(&rotation, &[]).await.expect(200);
    })
    .await;
}
