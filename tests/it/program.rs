//! The program as operators know it: its commands, what they print, and how they end.

mod crash;
mod disk;
mod faulty_disk;

use std::{
    fs,
    io::{Read as _, Seek as _, SeekFrom, Write as _},
    path::Path,
    process::Stdio,
    time::{Duration, Instant},
};

use crate::support::program::{Ended, Running, bare, run, sparsam};

fn folder() -> tempfile::TempDir {
    tempfile::tempdir().unwrap()
}

#[test]
fn a_new_server_says_how_to_begin_and_answers() {
    let data = folder();
    let server = Running::start(&data.path().join("new"), "serve");
    assert!(server.greeting.contains("/setup and enter this code: spu_"), "{}", server.greeting);
    assert!(server.ready_after < Duration::from_secs(5), "an unoptimised start took {:?}", server.ready_after);
    assert!(server.get("/health").ends_with("alive\n"));
    let ready = server.get("/ready");
    assert!(ready.starts_with("HTTP/1.1 200") && ready.ends_with(r#"{"database":"ok","mail":"ok"}"#), "{ready}");
    let home = server.get("/");
    assert!(home.contains("content-security-policy"), "{home}");
    for file in fs::read_dir(data.path().join("new")).unwrap() {
        use std::os::unix::fs::PermissionsExt as _;
        let file = file.unwrap();
        let mode = file.metadata().unwrap().permissions().mode();
        assert_eq!(mode & 0o077, 0, "{} may be read by others", file.path().display());
    }
    server.stop();
}

#[test]
fn a_database_has_one_server_but_commands_run_beside_it() {
    let data = folder();
    let server = Running::start(data.path(), "serve");
    let second = run(data.path(), &["serve", "--listen", "127.0.0.1:0"]).expect(1);
    assert!(second.err.contains("another Sparsam already serves"), "{}", second.err);
    run(data.path(), &["doctor"]).expect(0);
    run(data.path(), &["migrate"]).expect(0);
    server.stop();
    Running::start(data.path(), "serve").stop();
}

#[test]
fn a_stop_lets_a_request_finish() {
    let data = folder();
    let mut server = Running::start(data.path(), "serve");
    let mut slow = server.connect();
    let head = format!(
        "POST /sign-in HTTP/1.1\r\nhost: {0}\r\norigin: {1}\r\ncontent-length: 20\r\n\
         content-type: application/x-www-form-urlencoded\r\n\r\nemail=a%40b",
        server.host(),
        server.base
    );
    slow.write_all(head.as_bytes()).unwrap();
    // Its headers are read once another request, sent later, is answered.
    server.get("/health");
    server.terminate();
    wait_until(|| std::net::TcpStream::connect(slow.peer_addr().unwrap()).is_err());
    slow.write_all(b"&p=123456").unwrap();
    let mut answer = String::new();
    slow.read_to_string(&mut answer).unwrap();
    assert!(answer.starts_with("HTTP/1.1 "), "the request was cut off: {answer:?}");
    assert!(server.child.wait().unwrap().success());
}

fn wait_until(done: impl Fn() -> bool) {
    let started = Instant::now();
    while !done() {
        assert!(started.elapsed() < Duration::from_secs(10), "it did not happen");
        std::thread::yield_now();
    }
}

#[test]
fn settings_are_shown_without_secrets() {
    let data = folder();
    let file = data.path().join("sparsam.toml");
    let text = "[smtp]\nhost = \"mail.example\"\nfrom = \"a@nordvik.example\"\nusername = \"u\"\npassword = \"hunter2secret\"\n";
    fs::write(&file, text).unwrap();
    let mut command = sparsam(data.path());
    command
        .env("DATABASE_URL", "postgres://app:s3cretpass@db.example/sparsam")
        .arg("config")
        .arg("--config")
        .arg(&file);
    let shown = Ended::of(command.output().unwrap()).expect(0);
    assert!(!shown.out.contains("hunter2secret") && !shown.out.contains("s3cretpass"), "{}", shown.out);
    assert!(shown.out.contains("smtp.password = set"), "{}", shown.out);
    assert!(shown.out.contains("smtp.host = mail.example") && shown.out.contains("DATABASE_URL"), "{}", shown.out);
    let wrong = run(data.path(), &["serve", "--listen", "nowhere"]).expect(1);
    assert!(wrong.err.contains("listen (--listen): must be an address"), "{}", wrong.err);
}

#[test]
fn the_settings_in_the_operations_page_are_those_of_the_program() {
    let example = run(folder().path(), &["config", "--example"]).expect(0);
    let page = include_str!("../../docs/operations.md");
    let listed = page.split("```toml settings\n").nth(1).and_then(|rest| rest.split("```").next()).unwrap();
    assert_eq!(listed.trim(), example.out.trim(), "run `sparsam config --example` and put it into docs/operations.md");
}

#[test]
fn the_demo_is_for_this_machine_only() {
    let data = folder();
    let open = run(data.path(), &["demo", "--listen", "0.0.0.0:0"]).expect(1);
    assert!(open.err.contains("this machine only"), "{}", open.err);
    let mut elsewhere = sparsam(data.path());
    elsewhere.env("SPARSAM_BASE_URL", "https://meet.example.com").args(["demo", "--listen", "127.0.0.1:0"]);
    Ended::of(elsewhere.output().unwrap()).expect(1);
}

#[test]
fn the_demo_lasts_until_it_is_removed() {
    let data = folder();
    let demo = Running::start(data.path(), "demo");
    let page = demo.get("/sign-in");
    assert!(page.contains("Anna Lind") && page.contains("Kari Nilsen"), "{page}");
    demo.stop();
    let demo = Running::start(data.path(), "demo");
    let again = demo.get("/sign-in");
    let person = |page: &str| page.split("name=\"person\" value=\"").nth(1).unwrap()[..36].to_owned();
    assert_eq!(person(&page), person(&again), "a second start keeps the data");
    let signed_in = demo.post("/sign-in/demo", &[("person", &person(&again))], "");
    let cookie = signed_in.split("set-cookie: ").nth(1).unwrap().split(';').next().unwrap();
    let removed = demo.post("/admin/demo/removal", &[], cookie);
    assert!(removed.starts_with("HTTP/1.1 303") && removed.contains("location: /setup"), "{removed}");
    let twice = demo.post("/admin/demo/removal", &[], cookie);
    assert!(!twice.contains("location: /setup"), "the session is gone with the company: {twice}");
    demo.stop();
    let doctor = run(data.path(), &["doctor"]).expect(0);
    assert!(doctor.out.contains("queue: 0 waiting, 0 failed"), "{}", doctor.out);
}

#[test]
fn a_real_company_is_never_opened_as_a_demo() {
    let data = folder();
    found(data.path());
    let refused = run(data.path(), &["demo", "--listen", "127.0.0.1:0"]).expect(1);
    assert!(refused.err.contains("a real company"), "{}", refused.err);
}

/// A firm that is set up, without people.
fn found(data: &Path) {
    run(data, &["migrate"]).expect(0);
    crash::in_database(&data.join("sparsam.db"), async |db| {
        let mut tx = db.begin().await.unwrap();
        sparsam::store::organization::save(&mut tx, &crash::nordvik()).await.unwrap();
        tx.commit().await.unwrap();
    });
}

#[test]
fn somebody_added_by_command_signs_in() {
    let data = folder();
    let add = ["user", "add", "--email", "anna@nordvik.example", "--name", "Anna Lind", "--role", "admin"];
    let early = run(data.path(), &add).expect(1);
    assert!(early.err.contains("set it up first"), "{}", early.err);
    found(data.path());
    let mut command = sparsam(data.path());
    command.args(add).arg("--password-stdin").stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    child.stdin.take().unwrap().write_all(b"correct horse battery\n").unwrap();
    let added = Ended::of(child.wait_with_output().unwrap()).expect(0);
    assert!(!added.out.contains("correct horse"), "{}", added.out);
    let twice = run(data.path(), &add).expect(1);
    assert!(twice.err.contains("already"), "{}", twice.err);
    let server = Running::start(data.path(), "serve");
    let form = |password| [("email", "anna@nordvik.example"), ("password", password)];
    assert!(server.post("/sign-in", &form("correct horse battery"), "").starts_with("HTTP/1.1 303"));
    assert!(!server.post("/sign-in", &form("wrong horse battery"), "").starts_with("HTTP/1.1 303"));
    server.stop();
}

#[test]
fn backups_are_checked_and_put_back() {
    let data = folder();
    let (original, restored) = (data.path().join("a"), data.path().join("b"));
    let backup = data.path().join("backup.db");
    let file = backup.to_str().unwrap();
    let demo = Running::start(&original, "demo");
    let done = run(&original, &["backup", file]).expect(0);
    assert!(done.out.contains("secret.key"), "{}", done.out);
    demo.stop();
    run(&original, &["backup", file]).expect(1);
    // Without --data, which would mean putting it back.
    let check = |file: &str| Ended::of(bare().args(["restore", "--check", file]).output().unwrap());
    assert!(check(file).expect(0).out.contains("is good"));
    run(&restored, &["restore", file]).expect(0);
    run(&restored, &["restore", file]).expect(1);
    fs::copy(original.join("secret.key"), restored.join("secret.key")).unwrap();
    run(&restored, &["doctor"]).expect(0);
    let demo = Running::start(&restored, "demo");
    assert!(demo.get("/sign-in").contains("Anna Lind"));
    demo.stop();
    scribble(&backup);
    check(file).expect(1);
    run(&data.path().join("c"), &["restore", file]).expect(1);
    assert_eq!(fs::read_dir(data.path().join("c")).unwrap().count(), 0, "nothing of a bad backup stays");
    fs::write(&backup, "hello").unwrap();
    assert!(check(file).expect(1).err.contains("is no backup"));
}

/// Overwrites some pages.
fn scribble(file: &Path) {
    let mut file = fs::OpenOptions::new().write(true).open(file).unwrap();
    file.seek(SeekFrom::Start(8192)).unwrap();
    file.write_all(&vec![0xa5; 32 * 1024]).unwrap();
}

#[test]
fn the_doctor_tells_sound_from_sick() {
    let data = folder();
    let missing = run(data.path(), &["doctor"]).expect(2);
    assert!(missing.out.contains("there is no"), "{}", missing.out);
    assert_eq!(fs::read_dir(data.path()).unwrap().count(), 0, "looking changes nothing");
    Running::start(data.path(), "demo").stop();
    let well = run(data.path(), &["doctor"]).expect(0);
    for line in ["ok    database", "ok    contents", "ok    zone data: 20", "ok    clock"] {
        assert!(well.out.contains(line), "{line}: {}", well.out);
    }
    scribble(&data.path().join("sparsam.db"));
    let sick = run(data.path(), &["doctor"]).expect(2);
    assert!(sick.out.contains("sparsam restore FILE --data DIR"), "{}", sick.out);
    fs::write(data.path().join("sparsam.db"), "no database at all").unwrap();
    let sick = run(data.path(), &["doctor"]).expect(2);
    assert!(sick.out.contains("sparsam restore FILE --data DIR"), "{}", sick.out);
    let refused = run(data.path(), &["serve", "--listen", "127.0.0.1:0"]).expect(1);
    assert!(refused.err.contains("sparsam doctor"), "{}", refused.err);
}

#[test]
fn a_newer_schema_is_refused() {
    let data = folder();
    run(data.path(), &["migrate"]).expect(0);
    crash::in_database(&data.path().join("sparsam.db"), async |db| {
        let sparsam::store::Db::Sqlite { writer, .. } = db else { panic!("not SQLite") };
        let newer =
            "INSERT INTO _sqlx_migrations SELECT 9999, description, installed_on, success, checksum, execution_time
                     FROM _sqlx_migrations LIMIT 1";
        sqlx::query(newer).execute(writer).await.unwrap();
    });
    let refused = run(data.path(), &["serve", "--listen", "127.0.0.1:0"]).expect(1);
    assert!(refused.err.contains("newer version of Sparsam"), "{}", refused.err);
    assert!(run(data.path(), &["doctor"]).expect(2).out.contains("newer than this program"));
}

#[test]
fn a_new_key_for_signatures_is_private_and_never_replaced() {
    use std::os::unix::fs::PermissionsExt as _;
    let data = folder();
    let key = data.path().join("dkim.pem");
    let new = ["dkim", "new", "--domain", "nordvik.example", "--selector", "2026a", "--out", key.to_str().unwrap()];
    let made = run(data.path(), &new).expect(0);
    assert!(made.out.contains("2026a._domainkey.nordvik.example. IN TXT ( \"v=DKIM1; k=rsa; p="), "{}", made.out);
    assert!(!made.out.contains("PRIVATE"), "{}", made.out);
    assert_eq!(fs::metadata(&key).unwrap().permissions().mode() & 0o777, 0o600);
    let pem = fs::read_to_string(&key).unwrap();
    run(data.path(), &new).expect(1);
    assert_eq!(fs::read_to_string(&key).unwrap(), pem);
}
