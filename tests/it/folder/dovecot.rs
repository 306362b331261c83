//! The whole way round with a mail server of the world: Sparsam sends, a person's program answers, the answer lies in a
//! Maildir, Dovecot tells, Sparsam reads.

use std::{
    fs,
    net::TcpListener,
    path::{Path, PathBuf},
    process::{Child, Command},
    sync::Arc,
};

use chrono::TimeDelta;
use sparsam::{
    app::inbound_settings,
    domain::{
        inbound::{Folder, Trouble},
        meeting::Answer,
        relay::RelaySecurity,
        replies::Outcome,
    },
    mail::{
        imap::{Patience, Place, Roots, probe},
        incoming::take_apart,
        transport::{Login, Security, SmtpRelay, SmtpSettings},
    },
    worker::{
        delivery::{Choice, Delivery},
        outbox::{self, Outbox},
    },
};
use tempfile::TempDir;
use tokio::net::TcpStream;

use super::{Desk, folder};
use crate::support::{db::TestDb, imap::USER, replies::Reply, smtp::SmtpSink};

/// Of the one account; Dovecot's configuration takes no blanks.
const SECRET: &str = "Grön+sås";

/// A private Dovecot with one account. It stops when dropped.
struct Dovecot {
    child: Child,
    port: u16,
    home: TempDir,
    run: TempDir,
}

impl Drop for Dovecot {
    fn drop(&mut self) {
        let pid = self.child.id().to_string();
        drop(Command::new("kill").arg(pid).status());
        drop(self.child.wait());
    }
}

fn said_by(program: &str, argument: &str) -> String {
    let output = Command::new(program).arg(argument).output().unwrap();
    String::from_utf8(output.stdout).unwrap().trim().to_owned()
}

/// Where the program is. `None` where there is none, which fails under `CI=true`.
fn program() -> Option<PathBuf> {
    let found = ["/usr/sbin/dovecot", "/usr/local/sbin/dovecot"].iter().map(PathBuf::from).find(|path| path.exists());
    if found.is_none() {
        assert!(std::env::var("CI").is_err(), "there is no Dovecot; tests/run installs it");
        eprintln!("SKIPPED: there is no Dovecot; tests/run installs it");
    }
    found
}

/// As root it wants somebody else to own the mails; else everything is ours.
fn configuration(run: &Path, home: &Path, port: u16) -> String {
    let (user, group) = (said_by("id", "-un"), said_by("id", "-gn"));
    let root = user == "root";
    let (owner, owners) =
        if root { ("nobody".to_owned(), "nogroup".to_owned()) } else { (user.clone(), group.clone()) };
    let users = if root {
        let status = Command::new("chown").arg("-R").arg(format!("{owner}:{owners}")).arg(home).status().unwrap();
        assert!(status.success());
        String::new()
    } else {
        format!("default_login_user = {user}\ndefault_internal_user = {user}\ndefault_internal_group = {group}\n")
    };
    let (run, home) = (run.display(), home.display());
    format!(
        "protocols = imap\nlisten = 127.0.0.1\nbase_dir = {run}\nstate_dir = {run}\nlog_path = {run}/log\nssl = no\n\
         disable_plaintext_auth = no\nmail_location = maildir:{home}/Maildir\nfirst_valid_uid = 0\n{users}\
         passdb {{\n  driver = static\n  args = password={SECRET}\n}}\n\
         userdb {{\n  driver = static\n  args = uid={owner} gid={owners} home={home}\n}}\n\
         service imap-login {{\n  chroot =\n  inet_listener imap {{\n    port = {port}\n  }}\n  \
         inet_listener imaps {{\n    port = 0\n  }}\n}}\nservice anvil {{\n  chroot =\n}}\n"
    )
}

impl Dovecot {
    async fn start() -> Option<Self> {
        let program = program()?;
        let (run, home) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        for folder in [
            "cur",
            "new",
            "tmp",
            ".Svar p&AOU- m&APY-ten/cur",
            ".Svar p&AOU- m&APY-ten/new",
            ".Svar p&AOU- m&APY-ten/tmp",
        ] {
            fs::create_dir_all(home.path().join("Maildir").join(folder)).unwrap();
        }
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let file = run.path().join("own.conf");
        fs::write(&file, configuration(run.path(), home.path(), port)).unwrap();
        let mut child = Command::new(program).arg("-F").arg("-c").arg(&file).spawn().unwrap();
        while TcpStream::connect(("127.0.0.1", port)).await.is_err() {
            if let Some(status) = child.try_wait().unwrap() {
                panic!("{status}: {}", fs::read_to_string(run.path().join("log")).unwrap_or_default());
            }
            tokio::task::yield_now().await;
        }
        Some(Self { child, port, home, run })
    }

    /// As a delivery agent does it: written aside, then moved in at once.
    fn deliver(&self, folder: &str, name: &str, mail: &[u8]) {
        let maildir = self.home.path().join("Maildir").join(folder);
        let aside = maildir.join("tmp").join(name);
        fs::write(&aside, mail).unwrap();
        fs::rename(aside, maildir.join("new").join(name)).unwrap();
    }

    /// What it has to say about itself.
    fn log(&self) -> String {
        fs::read_to_string(self.run.path().join("log")).unwrap_or_default()
    }

    fn place(&self, password: &str, folder: &str) -> Place {
        let login = Login { username: USER.to_owned(), password: password.to_owned() };
        let folder = folder.to_owned();
        Place { host: "127.0.0.1".to_owned(), port: self.port, security: RelaySecurity::Plain, login, folder }
    }
}

#[tokio::test]
async fn an_invitation_goes_out_and_its_answer_comes_back() {
    let Some(dovecot) = Dovecot::start().await else { return };
    let desk = Desk::set(TestDb::sqlite().await).await;
    let stage = &desk.stage;
    let sealed_password = inbound_settings::seal_password(&stage.site.app, SECRET).unwrap();
    let there = folder(stage, &desk.server, RelaySecurity::Plain);
    desk.settings(Folder { port: dovecot.port, sealed_password, ..there }).await;
    let (id, _) = stage.plan("Targets", true).await;
    stage.site.clock.pass(TimeDelta::seconds(61));
    let sink = SmtpSink::start([]).await;
    let relay = SmtpRelay::new(SmtpSettings::new("127.0.0.1", sink.port(), Security::Plain)).unwrap();
    let outbox = Arc::new(Outbox::new(Choice::fixed(Delivery::through(relay))));
    outbox::run_due(&stage.site.app, &outbox).await.unwrap();
    // What Eeva's program finds in the invitation.
    let invitation = sink.received().into_iter().find(|mail| mail.to == ["eeva@kone.example"]).unwrap();
    let calendar = take_apart(&invitation.raw).unwrap().calendars.remove(0);
    let calendar = String::from_utf8(calendar).unwrap().replace("\r\n ", "");
    let uid = calendar.lines().find_map(|line| line.strip_prefix("UID:")).unwrap();
    stage.site.clock.pass(TimeDelta::hours(1));
    let huge = [b"From: big@x.example\r\n\r\n".as_slice(), &vec![b'x'; 8 * 1024 * 1024]].concat();
    dovecot.deliver("", "1.huge.host", &huge);
    dovecot.deliver("", "2.broken.host", b"\xff\x00");
    let answered = async |answer: Answer| {
        while stage.attendee(id, "Eeva").await.answer != answer {
            tokio::task::yield_now().await;
        }
    };
    desk.working(desk.folders.clone(), async || {
        dovecot.deliver("", "3.yes.host", &Reply::to(uid).saying("a", "ACCEPTED", "20261123T081000Z").raw());
        answered(Answer::Yes).await;
        // By now the connection waits, or soon does; either way the next one is told.
        dovecot.deliver("", "4.no.host", &Reply::to(uid).saying("b", "DECLINED", "20261123T082000Z").raw());
        answered(Answer::No).await;
    })
    .await;
    let expected = [Outcome::Answered, Outcome::Answered, Outcome::Unreadable, Outcome::TooLarge];
    assert_eq!(desk.outcomes().await, expected);
    assert_eq!((desk.row().await.failure, desk.row().await.last_uid), (None, 4));
    let new = fs::read_dir(dovecot.home.path().join("Maildir/new")).unwrap().count();
    let seen = fs::read_dir(dovecot.home.path().join("Maildir/cur")).unwrap().count();
    assert_eq!(new + seen, 4, "the mails stay where they are");
}

#[tokio::test]
async fn dovecot_says_what_is_wrong() {
    let Some(dovecot) = Dovecot::start().await else { return };
    let roots = Roots::of_this_machine();
    let ask = async |place: Place| probe(&place, &roots, Patience::default()).await;
    dovecot.deliver(".Svar p&AOU- m&APY-ten", "1.host", b"From: a@x.example\r\n\r\nx");
    assert_eq!(ask(dovecot.place(SECRET, "INBOX")).await, Ok(0), "{}", dovecot.log());
    assert_eq!(ask(dovecot.place(SECRET, "Svar på möten")).await, Ok(1));
    assert_eq!(ask(dovecot.place(SECRET, "Nothing")).await.unwrap_err().trouble, Trouble::NoFolder);
    assert_eq!(ask(dovecot.place("wrong", "INBOX")).await.unwrap_err().trouble, Trouble::Login);
    let starttls = Place { security: RelaySecurity::StartTls, ..dovecot.place(SECRET, "INBOX") };
    assert_eq!(ask(starttls).await.unwrap_err().trouble, Trouble::NoEncryption);
}
