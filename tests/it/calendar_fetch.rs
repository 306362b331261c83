//! Fetching outside calendars from servers that want to lead us elsewhere or to wear us out (trust goals T46 and T47).

use std::{
    io::Write as _,
    time::{Duration, Instant},
};

use flate2::{Compression, write::GzEncoder};
use sparsam::{
    calendars::{FetchLimits, Fetched, NotFetched, Version},
    domain::outside::{Permitted, SourceAddress, Trouble},
};

use crate::support::calendars::{CalendarServer, HOST, Here, PUBLIC, Reply, calendar, fetcher};

fn http() -> Permitted {
    Permitted { plain_http: true, entries: Vec::new() }
}

/// Addresses that may not be asked.
const INSIDE: [&str; 47] = [
    "0.0.0.0",
    "0.1.2.3",
    "10.0.0.1",
    "10.255.255.254",
    "100.64.0.1",
    "100.127.255.254",
    "127.0.0.1",
    "127.1.2.3",
    "127.255.255.254",
    "169.254.0.1",
    "169.254.169.254",
    "172.16.0.1",
    "172.31.255.254",
    "192.0.0.8",
    "192.0.2.1",
    "192.88.99.1",
    "192.168.0.1",
    "192.168.255.254",
    "198.18.0.1",
    "198.19.255.254",
    "198.51.100.1",
    "203.0.113.1",
    "224.0.0.251",
    "239.255.255.250",
    "240.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::127.0.0.1",
    "::ffff:127.0.0.1",
    "::ffff:10.0.0.1",
    "::ffff:169.254.169.254",
    "64:ff9b::127.0.0.1",
    "64:ff9b::10.0.0.1",
    "64:ff9b:1::1",
    "100::1",
    "2001::1",
    "2001:db8::1",
    "2002:7f00:1::1",
    "2002:a00:1::1",
    "3fff::1",
    "fc00::1",
    "fd00:ec2::254",
    "fe80::1",
    "fec0::1",
    "ff02::1",
    "ff05::1:3",
];

/// Other ways to write such addresses, and other ways out.
const TRICKS: [&str; 34] = [
    "https://2130706433/",
    "https://0x7f000001/",
    "https://0x7f.0.0.1/",
    "https://0177.0.0.1/",
    "https://017700000001/",
    "https://127.1/",
    "https://127.0.1/",
    "https://0/",
    "https://0x0/",
    "https://3232235777/",
    "https://0xa9fea9fe/",
    "https://[::ffff:7f00:1]/",
    "https://[0:0:0:0:0:0:0:1]/",
    "https://[::ffff:0:127.0.0.1]/",
    "https://１２７.０.０.１/",
    "https://127。0。0。1/",
    "https://127.0.0.1./",
    "https://%31%32%37.0.0.1/",
    "https://anna@good.test/",
    "https://anna:secret@good.test/",
    "https://good.test@127.0.0.1/",
    "https://127.0.0.1\\@good.test/",
    "https://good.test:22/",
    "https://good.test:80/",
    "http://good.test:443/",
    "https://good.test:6379/",
    "file:///etc/passwd",
    "ftp://good.test/a.ics",
    "gopher://good.test:70/_a",
    "data:text/calendar,BEGIN:VCALENDAR",
    "javascript:alert(1)",
    "ldap://good.test/",
    "unix:/run/docker.sock",
    "ws://good.test/",
];

/// Every address that must lead nowhere, in a network where all of them would connect.
fn forbidden(here: &Here) -> Vec<String> {
    let mut all: Vec<String> = TRICKS.iter().map(|&url| url.to_owned()).collect();
    for (number, address) in INSIDE.into_iter().enumerate() {
        let host = if address.contains(':') { format!("[{address}]") } else { address.to_owned() };
        all.push(format!("https://{host}/a.ics"));
        all.push(format!("http://{host}/a.ics"));
        let name = format!("n{number}.rebound.test");
        here.name(&name, &[address]);
        all.push(format!("webcal://{name}/a.ics"));
        let mixed = format!("m{number}.rebound.test");
        here.name(&mixed, &[PUBLIC, "2606:4700::1111", address]);
        all.push(format!("https://{mixed}/a.ics"));
    }
    here.name("localhost", &["127.0.0.1", "::1"]);
    here.name("metadata.google.internal", &["169.254.169.254"]);
    here.name("empty.test", &[]);
    all.extend(
        ["localhost", "metadata.google.internal", "empty.test", "unknown.test"].map(|h| format!("https://{h}/")),
    );
    all
}

#[tokio::test]
async fn no_forbidden_address_is_ever_connected_to() {
    let server = CalendarServer::plain(&[Reply::calendar("BEGIN:VCALENDAR")]).await;
    let here = Here::leading_to(&server);
    here.name("good.test", &[PUBLIC]);
    let fetcher = fetcher(&here, http());
    let urls = forbidden(&here);
    assert!(urls.len() >= 120, "{}", urls.len());
    for url in urls {
        let Ok(address) = SourceAddress::read(&url, &http()) else { continue };
        let refused = fetcher.fetch(&address, None).await.expect_err(&url);
        assert_eq!((refused.trouble, refused.moved_to), (Trouble::Unreachable, None), "{url}");
        assert_eq!(here.connections(), [], "{url}");
    }
    assert!(server.requests().is_empty(), "{:?}", server.requests());
    // The same network does connect to what is public.
    let good = SourceAddress::read("http://good.test/a.ics", &http()).unwrap();
    fetcher.fetch(&good, None).await.unwrap();
    assert_eq!(here.connections(), [format!("{PUBLIC}:80").parse().unwrap()]);
    assert_eq!(server.requests().len(), 1);
}

#[tokio::test]
async fn a_name_is_looked_up_once_and_that_address_is_used() {
    let server = CalendarServer::plain(&[Reply::calendar("BEGIN:VCALENDAR")]).await;
    let here = Here::leading_to(&server);
    here.name("rebinding.test", &[PUBLIC]);
    here.then("rebinding.test", &["127.0.0.1"]);
    let address = SourceAddress::read("http://rebinding.test/", &http()).unwrap();
    let fetcher = fetcher(&here, http());
    fetcher.fetch(&address, None).await.unwrap();
    assert_eq!(here.lookups(), ["rebinding.test"]);
    assert_eq!(here.connections(), [format!("{PUBLIC}:80").parse().unwrap()]);
    // The next reading looks again, and finds it elsewhere.
    assert_eq!(fetcher.fetch(&address, None).await.unwrap_err().trouble, Trouble::Unreachable);
    assert_eq!(here.connections().len(), 1);
}

#[tokio::test]
async fn what_an_administrator_allows_is_asked() {
    let server = CalendarServer::plain(&[Reply::calendar("BEGIN:VCALENDAR")]).await;
    let here = Here::leading_to(&server);
    for name in ["intra.test", "other.test", "elsewhere.test"] {
        here.name(name, &[if name == "elsewhere.test" { "192.168.7.7" } else { "10.1.2.3" }]);
    }
    let entries = ["intra.test:8080", "10.1.0.0/16"].map(|entry| entry.parse().unwrap()).to_vec();
    let permitted = Permitted { plain_http: true, entries };
    let fetcher = fetcher(&here, permitted.clone());
    let cases = [("http://intra.test:8080/", true), ("http://other.test/", true), ("http://elsewhere.test/", false)];
    for (url, allowed) in cases {
        let address = SourceAddress::read(url, &permitted).unwrap();
        assert_eq!(fetcher.fetch(&address, None).await.is_ok(), allowed, "{url}");
    }
    let to: Vec<String> = here.connections().iter().map(ToString::to_string).collect();
    assert_eq!(to, ["10.1.2.3:8080", "10.1.2.3:80"]);
}

/// One reading of a server that does this, with small bounds: how it ended, and what was asked.
async fn read(reply: Reply, known: Option<&Version>) -> (Result<Fetched, NotFetched>, Vec<String>) {
    let server = CalendarServer::plain(&[reply]).await;
    let here = Here::leading_to(&server);
    let limits =
        FetchLimits { whole: Duration::from_millis(400), connect: Duration::from_millis(300), bytes: 64 * 1024 };
    let address = SourceAddress::read(&format!("http://{HOST}/a.ics?key=1#x"), &http()).unwrap();
    let started = Instant::now();
    let fetched = fetcher(&here, http()).with_limits(limits).fetch(&address, known).await;
    assert!(started.elapsed() < Duration::from_secs(5), "{:?}", started.elapsed());
    (fetched, server.requests())
}

async fn trouble(reply: Reply) -> Trouble {
    read(reply, None).await.0.unwrap_err().trouble
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

#[tokio::test]
async fn a_calendar_is_asked_for_plainly_and_taken_in_whole() {
    let text = calendar(&[("20261125T090000Z", "20261125T100000Z", "")]);
    let headers = [("etag", "\"1\""), ("last-modified", "Mon, 23 Nov 2026 07:00:00 GMT")];
    let version = Version { etag: Some("\"1\"".to_owned()), last_modified: Some(headers[1].1.to_owned()) };
    let whole = Fetched::Whole { bytes: text.clone().into_bytes(), version: version.clone() };
    let (fetched, asked) = read(Reply::with("200 OK", &headers, text.as_bytes()), None).await;
    assert_eq!(fetched.unwrap(), whole);
    let asked = asked[0].to_lowercase();
    assert!(
        asked.starts_with("get /a.ics?key=1 http/1.1\r\n") && asked.contains("\r\nhost: cal.example.test\r\n"),
        "{asked}"
    );
    assert!(
        !asked.contains("if-none-match") && !asked.contains("cookie") && !asked.contains("authorization"),
        "{asked}"
    );
    let zipped = [headers[0], headers[1], ("content-encoding", "gzip")];
    assert_eq!(read(Reply::with("200 OK", &zipped, &gzip(text.as_bytes())), None).await.0.unwrap(), whole);
    let (fetched, asked) = read(Reply::status("304 Not Modified"), Some(&version)).await;
    assert_eq!(fetched.unwrap(), Fetched::Unchanged);
    let asked = asked[0].to_lowercase();
    assert!(asked.contains("if-none-match: \"1\"\r\n") && asked.contains("if-modified-since: mon, 23 nov"), "{asked}");
    assert_eq!(trouble(Reply::status("304 Not Modified")).await, Trouble::ServerFault, "nothing was said to be known");
}

#[tokio::test]
async fn refusals_are_told_apart_as_far_as_owners_can_act_on_them() {
    let cases = [
        ("401 Unauthorized", Trouble::Refused),
        ("403 Forbidden", Trouble::Refused),
        ("404 Not Found", Trouble::Missing),
        ("410 Gone", Trouble::Missing),
        ("204 No Content", Trouble::ServerFault),
        ("206 Partial Content", Trouble::ServerFault),
        ("429 Too Many Requests", Trouble::ServerFault),
        ("500 Internal Server Error", Trouble::ServerFault),
        ("999 What", Trouble::ServerFault),
    ];
    for (status, expected) in cases {
        assert_eq!(trouble(Reply::status(status)).await, expected, "{status}");
    }
}

#[tokio::test]
async fn redirects_are_told_and_never_followed() {
    let cases = [
        ("301 Moved Permanently", "https://new.test/b.ics", Some("https://new.test/b.ics")),
        ("302 Found", "/c.ics", Some("http://cal.example.test/c.ics")),
        ("303 See Other", "//new.test/", Some("http://new.test/")),
        ("307 Temporary Redirect", "https://127.0.0.1/", None),
        ("308 Permanent Redirect", "http://169.254.169.254/latest/meta-data/", None),
        ("302 Found", "file:///etc/passwd", None),
        ("302 Found", "https://anna:x@new.test/", None),
        ("302 Found", "https://new.test:22/", None),
        ("302 Found", "", Some("http://cal.example.test/a.ics?key=1")),
    ];
    for (status, location, moved_to) in cases {
        let (fetched, asked) = read(Reply::with(status, &[("location", location)], b""), None).await;
        let failed = fetched.unwrap_err();
        assert_eq!(failed.trouble, Trouble::Moved, "{status} {location}");
        assert_eq!(failed.moved_to.as_deref().map(SourceAddress::expose), moved_to, "{status} {location}");
        assert_eq!(asked.len(), 1, "{status} {location}: followed");
    }
    let long = format!("https://new.test/{}", "x".repeat(3000));
    let failed = read(Reply::with("302 Found", &[("location", &long)], b""), None).await.0.unwrap_err();
    assert_eq!((failed.trouble, failed.moved_to), (Trouble::Moved, None));
}

#[tokio::test]
async fn servers_that_take_their_time_are_left() {
    let head = b"HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nBEGIN".to_vec();
    assert_eq!(trouble(Reply::Hangs(Vec::new())).await, Trouble::Slow, "before the answer");
    assert_eq!(trouble(Reply::Hangs(b"HTTP/1.1 200 OK\r\nx:".to_vec())).await, Trouble::Slow, "within the head");
    assert_eq!(trouble(Reply::Hangs(head.clone())).await, Trouble::Slow, "within the content");
    assert_eq!(trouble(Reply::Drips([head, vec![b' '; 95]].concat())).await, Trouble::Slow, "a byte at a time");
}

#[tokio::test]
async fn servers_that_send_too_much_are_stopped() {
    let head = |more: &str| format!("HTTP/1.1 200 OK\r\n{more}\r\n").into_bytes();
    let ten_gigabytes = Reply::Hangs(head("content-length: 10000000000\r\n"));
    assert_eq!(trouble(ten_gigabytes).await, Trouble::TooLarge, "told ahead");
    let chunk = [b"1000\r\n".to_vec(), vec![b'x'; 4096], b"\r\n".to_vec()].concat();
    let endless = Reply::Repeats(head("transfer-encoding: chunked\r\n"), chunk);
    assert_eq!(trouble(endless).await, Trouble::TooLarge, "endless in chunks");
    let endless = Reply::Repeats(head("connection: close\r\n"), vec![b'x'; 4096]);
    assert_eq!(trouble(endless).await, Trouble::TooLarge, "endless without a length");
    let bomb = gzip(&vec![b' '; 64 * 1024 * 1000]);
    assert!(bomb.len() < 64 * 1024, "the bomb itself fits: {}", bomb.len());
    assert_eq!(trouble(Reply::with("200 OK", &[("content-encoding", "gzip")], &bomb)).await, Trouble::TooLarge);
    let header =
        Reply::Repeats(b"HTTP/1.1 200 OK\r\n".to_vec(), b"x-more: yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy\r\n".to_vec());
    assert_eq!(trouble(header).await, Trouble::ServerFault, "an endless head");
    let one_header = Reply::Repeats(b"HTTP/1.1 200 OK\r\nx: ".to_vec(), vec![b'y'; 4096]);
    assert_eq!(trouble(one_header).await, Trouble::ServerFault, "an endless header");
}

#[tokio::test]
async fn servers_that_lie_are_not_believed() {
    let says = |text: &str| Reply::Says(text.as_bytes().to_vec());
    let short = says("HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nBEGIN:VCALENDAR");
    assert_eq!(trouble(short).await, Trouble::ServerFault, "less than it says");
    let long = says("HTTP/1.1 200 OK\r\ncontent-length: 5\r\n\r\nBEGIN:VCALENDAR");
    let Ok(Fetched::Whole { bytes, .. }) = read(long, None).await.0 else { panic!("not read") };
    assert_eq!(bytes, b"BEGIN", "what lies beyond the length is not looked at");
    for (what, text) in [
        ("two lengths", "HTTP/1.1 200 OK\r\ncontent-length: 5\r\ncontent-length: 6\r\n\r\nBEGIN:"),
        ("a negative length", "HTTP/1.1 200 OK\r\ncontent-length: -1\r\n\r\nBEGIN"),
        ("broken chunks", "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nzz\r\nBEGIN"),
        ("another protocol", "220 mail.example.test ESMTP\r\n"),
        ("nothing", ""),
        ("no gzip", "HTTP/1.1 200 OK\r\ncontent-encoding: gzip\r\ncontent-length: 5\r\n\r\nBEGIN"),
        ("an encoding nobody asked for", "HTTP/1.1 200 OK\r\ncontent-encoding: br\r\ncontent-length: 5\r\n\r\nBEGIN"),
    ] {
        assert_eq!(trouble(says(text)).await, Trouble::ServerFault, "{what}");
    }
}

#[tokio::test]
async fn the_certificate_must_be_for_the_host_of_the_address() {
    let server = CalendarServer::encrypted(&[Reply::calendar("BEGIN:VCALENDAR")]).await;
    let here = Here::leading_to(&server);
    here.name("other.example.test", &[PUBLIC]);
    let fetcher = fetcher(&here, Permitted::default());
    let at = |host: &str| SourceAddress::read(&format!("https://{host}/a.ics"), &Permitted::default()).unwrap();
    assert!(matches!(fetcher.fetch(&at(HOST), None).await, Ok(Fetched::Whole { .. })));
    assert_eq!(here.connections(), [format!("{PUBLIC}:443").parse().unwrap()]);
    assert_eq!(fetcher.fetch(&at("other.example.test"), None).await.unwrap_err().trouble, Trouble::Unreachable);
    let plain = CalendarServer::plain(&[Reply::calendar("BEGIN:VCALENDAR")]).await;
    let fetcher = crate::support::calendars::fetcher(&Here::leading_to(&plain), Permitted::default())
        .with_limits(FetchLimits { connect: Duration::from_millis(300), ..FetchLimits::default() });
    assert_eq!(fetcher.fetch(&at(HOST), None).await.unwrap_err().trouble, Trouble::Unreachable, "no encryption");
    assert!(plain.requests().is_empty(), "the request must not leave in the clear");
}
