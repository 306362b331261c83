//! `sparsam deliver`, as a mail server calls it.

use std::{io::Write as _, path::Path, process::Stdio};

use crate::support::{
    program::{Ended, Running, run, sparsam},
    replies::Reply,
};

fn deliver(data: &Path, mail: &[u8]) -> Ended {
    let mut command = sparsam(data);
    command.arg("deliver").stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    // A program that has read enough closes the pipe.
    drop(child.stdin.take().unwrap().write_all(mail));
    Ended::of(child.wait_with_output().unwrap())
}

#[test]
fn a_mail_server_is_told_what_to_do_next() {
    let data = tempfile::tempdir().unwrap();
    let reply = Reply::to("nothing@nordvik.example").raw();
    // No firm yet: the mail server keeps the mail.
    let early = deliver(data.path(), &reply).expect(75);
    assert!(early.err.contains("set it up first"), "{}", early.err);
    let server = Running::start(data.path(), "demo");
    assert_eq!(deliver(data.path(), &reply).expect(0).out, "no_meeting\n");
    assert_eq!(deliver(data.path(), &reply).expect(0).out, "repeated\n");
    for bad in [&b""[..], b"no mail at all", b"\r\n\r\n"] {
        deliver(data.path(), bad).expect(65);
    }
    let mut large = b"From: a@x.example\r\n\r\n".to_vec();
    large.resize(50 * 1024 * 1024, b'x');
    assert!(deliver(data.path(), &large).expect(65).err.contains("larger than 5 MB"));
    server.stop();
    std::fs::write(data.path().join("sparsam.db"), "no database").unwrap();
    deliver(data.path(), &reply).expect(75);
    run(data.path(), &["deliver", "--help"]).expect(0);
}
