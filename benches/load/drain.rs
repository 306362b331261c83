//! P13: how fast a queue of mails is written, handed over and struck off.

use std::{
    path::Path,
    time::{Duration, Instant},
};

use anyhow::{Result, ensure};
use chrono::{DateTime, Utc};
use sparsam::{
    app::context::{Clock as _, SystemClock},
    domain::{ids::MeetingId, itip::plan::MessageKind},
    store::{self, Db, outbox::NewMail},
};
use tokio::time::sleep;
use uuid::Uuid;

use crate::{
    company::Company,
    invitation,
    process::{Server, free_port, sparsam},
    report::{Figure, Goal, Report, Unit},
    setting::{database, fresh},
    sink::{Sink, send_raw},
};

/// Queues mails, starts the program, and waits until the sink has them all and the queue knows.
pub(crate) async fn outbox(folder: &Path, mails: u32, signed: bool, report: &mut Report) -> Result<()> {
    fresh(folder)?;
    let db = database(folder).await?;
    fill(&db, mails).await?;
    let mut sink = Sink::open().await?;
    let listen = free_port()?;
    let mut command = sparsam(folder, listen);
    command
        .env("SPARSAM_SMTP_HOST", sink.address.ip().to_string())
        .env("SPARSAM_SMTP_PORT", sink.address.port().to_string())
        .env("SPARSAM_SMTP_SECURITY", "plain")
        .env("SPARSAM_SMTP_FROM", invitation::SERVICE)
        .env("SPARSAM_MAIL_PER_MINUTE", "1000000000");
    if signed {
        let key = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden/mail/dkim-test-key.pem");
        command.env("SPARSAM_DKIM_DOMAIN", "sparsam.example").env("SPARSAM_DKIM_SELECTOR", "s1");
        command.env("SPARSAM_DKIM_KEY_FILE", key);
    }
    let program = Server::start(command, listen)?;
    let begin = sink.all_taken(mails as usize).await?;
    let per_second = f64::from(mails) / struck_off(&db, begin, mails).await?.as_secs_f64();
    program.stop()?;
    db.close().await;
    let mail = sink.first_mail()?;
    let wire = send_raw(Sink::open().await?.address, &mail, mails as usize).await?;
    let how = if signed { "with DKIM signatures" } else { "unsigned" };
    let what = format!("{mails} queued mails of {} kB, {how}", mail.len() / 1000);
    report.add(Figure::new("P13", what, Unit::PerSecond, per_second).limit(wire).goal(Goal::AtLeast(1_000.0)));
    Ok(())
}

/// The letter in the queue, due now, in a lane of its own.
fn queued(number: u32, now: DateTime<Utc>) -> Result<NewMail> {
    let letter = invitation::letter(number, now)?;
    let email = letter.to.party.email.clone();
    Ok(NewMail {
        lane: format!("{number:032x}@sparsam.example|{email}"),
        kind: MessageKind::Invitation.as_str(),
        meeting_id: Some(MeetingId::from_uuid(Uuid::from_u128(u128::from(number) + 1))),
        series_id: None,
        attendee_id: Some(invitation::READER),
        person_id: None,
        recipient: email,
        sequence: Some(0),
        payload: serde_json::to_value(&letter)?,
        message_id: format!("{number}.bench@sparsam.example"),
        not_before: now,
    })
}

async fn fill(db: &Db, mails: u32) -> Result<()> {
    let now = SystemClock.now();
    Company::found(db, 1, now).await?;
    let queued = (0..mails).map(|number| queued(number, now)).collect::<Result<Vec<_>>>()?;
    let mut tx = db.begin().await?;
    store::outbox::insert(&mut tx, &queued, now).await?;
    Ok(tx.commit().await?)
}

/// How long it took from `begin` until the queue was empty, every mail accepted.
async fn struck_off(db: &Db, begin: Instant, mails: u32) -> Result<Duration> {
    let patience = Duration::from_mins(1);
    while begin.elapsed() < patience {
        let queue = store::outbox::queue(&mut db.begin_read().await?).await?;
        let took = begin.elapsed();
        if queue.waiting == 0 {
            ensure!(queue.failed == 0, "{} of {mails} mails failed", queue.failed);
            return Ok(took);
        }
        sleep(Duration::from_millis(2)).await;
    }
    anyhow::bail!("mails stay in the queue")
}
