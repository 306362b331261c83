//! What no browser can be talked into, and no request can break (trust goals T56 and T60): every route of the router.

use axum::{
    body::Body,
    http::{Method, Request, header},
};
use sparsam::{
    app::setup,
    identity::link::LinkPurpose,
    web::routes::{self, Route},
};

use crate::{
    access::Scene,
    support::{
        app::{Answer, Client, TestApp},
        db::{TestDb, on_both},
        meetings::Stage,
        tables::fingerprint,
    },
};

const FORM: &str = "application/x-www-form-urlencoded";

fn posts() -> Vec<Route> {
    let routes: Vec<Route> = routes::all().table().iter().filter(|r| r.method == Method::POST).cloned().collect();
    assert!(routes.len() > 35, "only {} commands", routes.len());
    routes
}

async fn post(client: &mut Client, path: &str, headers: &[(&str, &str)], body: impl Into<Body>) -> Answer {
    let mut request = Request::post(path);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    client.send(request, body.into()).await
}

#[tokio::test]
async fn no_form_from_elsewhere_has_an_effect() {
    let senders: [&[(&str, &str)]; 9] = [
        &[],
        &[("sec-fetch-site", "cross-site")],
        &[("sec-fetch-site", "same-site")],
        &[("sec-fetch-site", "cross-site"), ("origin", "http://localhost:3000")],
        &[("sec-fetch-site", "cross-site"), ("sec-fetch-mode", "no-cors"), ("sec-fetch-dest", "image")],
        &[("origin", "https://evil.example")],
        &[("origin", "null")],
        &[("origin", "http://localhost:3000.evil.example")],
        &[("referer", "http://localhost:3000/")],
    ];
    on_both(async |db| {
        let mut scene = Scene::set(db).await;
        let before = fingerprint(scene.site.db()).await;
        let mut callers = std::mem::take(&mut scene.callers);
        for route in posts() {
            let path = scene.path(&route, true);
            for (name, _, client) in callers.iter_mut().filter(|(name, ..)| ["nobody", "admin"].contains(name)) {
                for sender in senders {
                    let headers = [sender, &[("content-type", FORM)]].concat();
                    let answer = post(client, &path, &headers, "once=1&version=1&do=send&name=x").await;
                    assert_eq!(answer.status, 403, "{path} as {name} from {sender:?}");
                    assert!(!answer.headers.contains_key(header::SET_COOKIE), "{path}");
                }
            }
            // An image or a link elsewhere can only ask.
            for (_, _, client) in &mut callers {
                let request = Request::get(&path).header("sec-fetch-site", "cross-site");
                let answer = client.send(request, Body::empty()).await;
                assert!(answer.status.as_u16() < 500, "GET {path}: {}", answer.status);
            }
        }
        assert_eq!(before, fingerprint(scene.site.db()).await);
    })
    .await;
}

#[tokio::test]
async fn every_answer_has_the_headers() {
    let mut scene = Scene::set(TestDb::sqlite().await).await;
    let mut callers = std::mem::take(&mut scene.callers);
    for route in routes::all().table() {
        let path = scene.path(route, route.path != "/sign-out");
        for (name, _, client) in &mut callers {
            let answer = match route.method {
                Method::GET => client.get(&path).await,
                // Without the headers of our own pages: refused, and walled in all the same.
                _ => post(client, &path, &[], "").await,
            };
            let value = |name: &str| answer.headers.get(name).map_or("", |v| v.to_str().unwrap());
            let what = format!("{} {path} as {name}: {:?}", route.method, answer.headers);
            let policy = value("content-security-policy");
            assert!(policy.contains("default-src 'none'") && policy.contains("form-action '"), "{what}");
            // A stored mail is shown in a frame of our own page.
            let framed = if path.ends_with("/html") && value("content-type").starts_with("text/html") {
                "'self'"
            } else {
                "'none'"
            };
            assert!(policy.contains(&format!("frame-ancestors {framed}")) || *name != "admin", "{what}");
            assert!(!policy.contains("frame-ancestors *"), "{what}");
            assert!(!policy.contains("script-src 'unsafe") && !policy.contains("unsafe-eval"), "{what}");
            assert_eq!(value("x-content-type-options"), "nosniff", "{what}");
            assert_eq!(value("referrer-policy"), "same-origin", "{what}");
            assert_eq!(value("cross-origin-opener-policy"), "same-origin", "{what}");
            let cached = value("cache-control");
            let public = ["/robots.txt"].contains(&route.path);
            assert!(public || cached.contains("no-store") || cached.contains("private"), "{what}");
            if cached == "no-store" && route.method == Method::GET {
                assert!(
                    answer.headers.get_all("vary").iter().any(|v| v.to_str().unwrap().contains("Cookie")),
                    "{what}"
                );
            }
            let to = answer.location();
            assert!(to.is_empty() || (to.starts_with('/') && !to.starts_with("//")), "{what}");
        }
    }
}

#[tokio::test]
async fn signing_in_leads_to_no_other_site() {
    let (site, anna) = TestApp::nordvik(TestDb::sqlite().await).await;
    let elsewhere = [
        "https://evil.example",
        "//evil.example",
        "///evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "/\t/evil.example",
        "/%0d%0aLocation: https://evil.example",
        "\r\nLocation: https://evil.example",
        "javascript:alert(1)",
        "data:text/html,x",
        "http:evil.example",
        " //evil.example",
        "/.//evil.example",
        "\u{ff0f}\u{ff0f}evil.example",
    ];
    for next in elsewhere {
        site.clock.pass(chrono::TimeDelta::minutes(3));
        let mut browser = site.browser();
        let query: String = form_urlencoded::byte_serialize(next.as_bytes()).collect();
        browser.get(&format!("/sign-in?next={query}")).await.expect(200);
        let form = [("email", anna.email.as_str()), ("password", crate::support::app::PASSWORD), ("next", next)];
        let answer = browser.post("/sign-in", &form).await;
        let base: url::Url = "http://localhost:3000/sign-in".parse().unwrap();
        let lands = base.join(answer.expect(303).location()).unwrap();
        assert_eq!(lands.origin(), base.origin(), "{next:?} leads to {lands}");
    }
}

/// Opens every kind of link as mail scanners do; then each token where another kind is wanted.
#[tokio::test]
async fn links_with_real_tokens_write_nothing_when_opened_and_open_nothing_else() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        let site = &stage.site;
        let (id, _) = stage.plan("Targets", true).await;
        let token = |path: &str| path.rsplit('/').next().unwrap().to_owned();
        let mut anna = site.signed_in(&stage.anna).await;
        let feed = anna.post("/settings/feeds", &[("kind", "mine")]).await;
        let feed = feed.body.split("/f/").nth(1).unwrap().split(".ics").next().unwrap().to_owned();
        site.browser().post("/forgotten", &[("email", "ola@nordvik.example")]).await.expect(303);
        anna.post("/admin/people/new", &[("people", "ny@nordvik.example"), ("role", "member")]).await.expect(303);
        let (reset, welcome) = one_time(site).await;
        let mut doors = vec![
            ("/f/", ".ics", feed),
            ("/reset/", "", token(&reset)),
            ("/welcome/", "", token(&welcome)),
            ("/p/", "", token(&stage.stop_link(id).await)),
        ];
        for name in ["Eeva", "Ola", "Sanna", "Anna"] {
            doors.push(("/r/", "", token(&stage.link(id, name).await)));
        }
        let before = site.fingerprint().await;
        for (door, end, token) in &doors {
            let path = format!("{door}{token}{end}");
            for _ in 0..3 {
                let page = site.browser().get(&path).await;
                assert!(matches!(page.status.as_u16(), 200 | 303), "{path}: {}", page.status);
                for query in ["?a=y", "?a=n&comment=x", "?change", "?again=yes", "?password=aaaaaaaaaaaa"] {
                    site.browser().get(&format!("{path}{query}")).await;
                }
                site.browser().send(Request::head(&path), Body::empty()).await;
            }
            site.browser().get(&format!("{path}/invite.ics")).await;
        }
        for (door, end, _) in &doors {
            for (other, _, token) in doors.iter().filter(|(other, ..)| other != door) {
                let path = format!("{door}{token}{end}");
                let page = site.browser().get(&path).await;
                assert!(matches!(page.status.as_u16(), 404 | 410), "{other} token at {path}: {}", page.status);
                if *door != "/f/" {
                    let fields = [("a", "y"), ("again", "yes"), ("password", "a fresh start for all")];
                    let page = site.browser().post(&path, &fields).await;
                    assert!(matches!(page.status.as_u16(), 404 | 410), "{other} token sent to {path}: {}", page.status);
                }
            }
        }
        assert_eq!(site.fingerprint().await, before);
    })
    .await;
}

/// The links of the waiting mails about passwords.
async fn one_time(site: &TestApp) -> (String, String) {
    let mut tx = site.db().begin_read().await.unwrap();
    let mails = sparsam::store::outbox::unfinished(&mut tx).await.unwrap();
    let links: Vec<String> = mails
        .iter()
        .filter_map(|mail| {
            let letter: sparsam::domain::letter::Letter = serde_json::from_value(mail.payload.0.clone()).unwrap();
            sparsam::app::mail_links::for_letter(&site.app, &letter, None).password
        })
        .collect();
    let of = |kind: &str| links.iter().find(|link| link.contains(kind)).unwrap().clone();
    (of("/reset/"), of("/welcome/"))
}

#[tokio::test]
async fn an_old_version_of_a_link_and_a_link_of_another_row_open_nothing() {
    on_both(async |db| {
        let stage = Stage::set(db).await;
        let (id, _) = stage.plan("Targets", true).await;
        let row = stage.attendee(id, "Eeva").await;
        let links = stage.site.app.links();
        let other = uuid::Uuid::from_u128(row.id.uuid().as_u128() ^ 1);
        for forged in [
            links.token(LinkPurpose::ANSWER, row.id.uuid(), 0),
            links.token(LinkPurpose::ANSWER, row.id.uuid(), 2),
            links.token(LinkPurpose::ANSWER, row.id.uuid(), u32::MAX),
            links.token(LinkPurpose::ANSWER, other, 1),
            links.token(LinkPurpose::NO_MORE_INVITATIONS, row.id.uuid(), 1),
        ] {
            let path = format!("/r/{forged}");
            let page = stage.site.browser().get(&path).await;
            assert!(matches!(page.status.as_u16(), 404 | 410), "{}", page.status);
            let page = stage.site.browser().post(&path, &[("a", "y")]).await;
            assert!(matches!(page.status.as_u16(), 404 | 410), "{}", page.status);
        }
        let answers = "SELECT COUNT(*) FROM attendee WHERE answer <> 'open' AND role <> 'chair'";
        assert_eq!(stage.site.count(answers).await, 0);
    })
    .await;
}

/// The set-up code is entered by a form only.
#[tokio::test]
async fn opening_the_set_up_link_uses_nothing_up() {
    let site = TestApp::empty(TestDb::sqlite().await);
    let code = setup::open_code(&site.app).await.unwrap().unwrap();
    let before = site.fingerprint().await;
    for _ in 0..3 {
        site.browser().get(&format!("/setup?code={code}")).await.expect(200);
        site.browser().send(Request::head(format!("/setup?code={code}")), Body::empty()).await;
    }
    assert_eq!(site.fingerprint().await, before);
}

#[tokio::test]
async fn what_is_no_form_or_too_large_is_refused_by_every_command() {
    on_both(bodies).await;
}

async fn bodies(db: TestDb) {
    let mut scene = Scene::set(db).await;
    let mut callers = std::mem::take(&mut scene.callers);
    let admin = &mut callers.iter_mut().find(|(name, ..)| *name == "admin").unwrap().2;
    let many: String = "f=&".repeat(3_001);
    let large = format!("title={}", "x".repeat(2 * 1024 * 1024));
    let own = ("sec-fetch-site", "same-origin");
    let bodies: [(&str, &str, &str); 8] = [
        ("413", FORM, &large),
        ("413", FORM, &many),
        ("422", "application/json", "{\"title\":\"x\"}"),
        ("422", "multipart/form-data; boundary=x", "--x\r\n\r\n--x--"),
        ("422", "text/plain", "title=x"),
        ("any", FORM, "%ff%fe=%80%c0%af&%=%zz&title=%ed%a0%80&name=%00&once=%00&version=%ff"),
        ("any", FORM, "version=99999999999999999999&once=&minutes=-1&date=%00&guest=n:99999999999999999999"),
        ("any", FORM, "&&&===&=&;"),
    ];
    let (mut read, mut closed) = (0, Vec::new());
    for route in posts() {
        // Signing out and the like take no form; nothing is asked of them here.
        if ["/sign-out", "/settings/sessions/all/end"].contains(&route.path) {
            continue;
        }
        let path = scene.path(&route, false);
        for (expected, kind, body) in bodies {
            let answer = post(admin, &path, &[own, ("content-type", kind)], body.to_owned()).await;
            let status = answer.status.as_u16();
            assert!(status < 500, "{path}, {expected}: {status} {}", answer.body);
            match expected {
                "any" => {}
                _ if status.to_string() == expected => read += 1,
                // It reads files, and says so before it reads anything else.
                "413" if route.path == "/imports" && status == 422 => read += 1,
                // It takes no form, or there is nothing to send one to.
                _ if matches!(status, 303 | 404 | 410) => closed.push((route.path, status)),
                _ => panic!("{path}: {status} instead of {expected}"),
            }
        }
    }
    assert!(read >= 100, "{read} were refused for their body; not for it: {closed:?}");
}

#[tokio::test]
async fn no_address_breaks_a_page() {
    on_both(addresses).await;
}

async fn addresses(db: TestDb) {
    let mut scene = Scene::set(db).await;
    let mut callers = std::mem::take(&mut scene.callers);
    let queries = [
        "?q=%ff%fe&show=%00&page=-1&by=%27&kind=%22&a=%e2%80%a8",
        "?q=%zz%&&&=&==&page=99999999999999999999999&from=0000-00-00&to=9999-99-99",
        "?start=2026-11-25T99:99&purpose=%0d%0a&date=99999-01-01&people=x&teams=%00",
        "?start=2026-02-30T10:00&zone=..%2f..%2fetc&next=%0d%0aX:y&done=%3Cscript%3E&sent=%ff",
    ];
    for route in routes::all().table().iter().filter(|r| r.method == Method::GET) {
        let mut paths: Vec<String> = queries.iter().map(|q| format!("{}{q}", scene.path(route, true))).collect();
        for part in
            ["%00", "%ff%fe", "%0d%0aX:%20y", "..%2f..%2fetc%2fpasswd", "-1", "%E2%80%AE", "0000-W00", "9999-W99"]
        {
            let filled = route.path.split('/').map(|s| if s.starts_with('{') { part } else { s });
            paths.push(filled.collect::<Vec<_>>().join("/"));
        }
        for path in paths {
            for (name, _, client) in callers.iter_mut().filter(|(name, ..)| ["nobody", "admin"].contains(name)) {
                let answer = client.get(&path).await;
                assert!(answer.status.as_u16() < 500, "{path} as {name}: {}", answer.status);
                answer.does_not_say("<script>");
                assert!(answer.headers.get("x").is_none(), "{path}");
            }
        }
    }
}
