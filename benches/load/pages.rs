//! P9, P10 and P12: the feed and my week, as people and their calendars ask for them.

use std::{net::SocketAddr, sync::Arc};

use anyhow::{Context as _, Result};

use crate::{
    Effort,
    baseline::ETAG,
    client::{Answer, Asking, Connection, Until, float, get, load},
    process::Server,
    report::{Figure, Goal, Report, Unit},
    setting::Setting,
};

/// All feeds together may be pulled somewhat more often than in three rounds of this and the warm-ups, twice.
const PULLS: usize = 800;

/// A server with what to ask it, and how often.
struct Side<'a> {
    server: &'a Server,
    asking: Asking,
    until: Until,
}

/// What one round gave.
#[derive(Clone, Copy, Default)]
struct Round {
    /// Processor milliseconds of the server for each request.
    processor: f64,
    median: f64,
    p99: f64,
    per_second: f64,
}

fn asking(requests: Vec<String>, status: u16) -> Asking {
    Asking { requests: Arc::new(requests), status }
}

async fn round(side: &Side<'_>, until: Until) -> Result<Round> {
    let before = side.server.processor_seconds()?;
    let timing = load(side.server.address, &side.asking, until).await?;
    let spent = side.server.processor_seconds()? - before;
    Ok(Round {
        processor: spent * 1e3 / float(timing.count().max(1)),
        median: timing.within(500),
        p99: timing.within(990),
        per_second: timing.per_second(),
    })
}

/// Rounds in turn, so that both see the same moods of the machine; of each the round in the middle.
async fn compare(ours: &Side<'_>, limit: &Side<'_>, rounds_each: usize) -> Result<(Round, Round)> {
    let mut rounds = (Vec::new(), Vec::new());
    for side in [ours, limit] {
        round(side, Until { requests: 200, ..side.until }).await?;
    }
    for _ in 0..rounds_each {
        rounds.0.push(round(ours, ours.until).await?);
        rounds.1.push(round(limit, limit.until).await?);
    }
    Ok((middle(rounds.0), middle(rounds.1)))
}

fn middle(mut rounds: Vec<Round>) -> Round {
    rounds.sort_by(|a, b| a.processor.total_cmp(&b.processor));
    rounds.get(rounds.len() / 2).copied().unwrap_or_default()
}

fn tell(ours: Round, limit: Round) -> String {
    let one = |r: Round| format!("p50 {:.2} ms, p99 {:.2} ms, {:.0}/s", r.median, r.p99, r.per_second);
    format!("   ours: {}; limit: {}", one(ours), one(limit))
}

/// P10: my week with 30 meetings. Takes and gives the processor time for each page, to see whether it grows with the
/// database.
pub(crate) async fn my_week(
    setting: &Setting,
    effort: &Effort,
    before: Option<f64>,
    report: &mut Report,
) -> Result<f64> {
    let (program, baseline) = (setting.program()?, setting.baseline()?);
    let readers = setting.readers();
    let pages = readers.iter().map(|(_, cookie)| get("/", cookie)).collect();
    let plain = readers.iter().map(|(who, _)| get(&format!("/agenda?{who}"), "")).collect();
    let until = effort.round;
    let ours = Side { server: &program, asking: asking(pages, 200), until };
    let limit = Side { server: &baseline, asking: asking(plain, 200), until };
    let (ours, limit) = compare(&ours, &limit, effort.rounds).await?;
    super::say(&tell(ours, limit));
    let what = format!("my week, 30 meetings of {}", setting.meetings());
    report.add(
        Figure::new("P10", format!("{what}: processor time"), Unit::Milliseconds, ours.processor)
            .limit(limit.processor)
            .goal(Goal::Ratio(1.5)),
    );
    let p99 = Figure::new("P10", format!("{what}: p99"), Unit::Milliseconds, ours.p99);
    report.add(p99.limit(limit.p99).goal(Goal::AtMost(10.0)));
    let speed = Figure::new("P10", format!("{what}: pages"), Unit::PerSecond, ours.per_second);
    report.add(speed.limit(limit.per_second));
    if let Some(before) = before {
        let growth =
            Figure::new("P10", format!("{what}: against ten times fewer"), Unit::Times, ours.processor / before);
        report.add(growth.goal(Goal::AtMost(1.5)));
    }
    program.stop()?;
    baseline.stop()?;
    Ok(ours.processor)
}

/// One whole answer, and the tag of every feed.
async fn pull_all(program: SocketAddr, feeds: &[String]) -> Result<(Answer, Vec<String>)> {
    let mut connection = Connection::open(program).await?;
    let (mut last, mut tags) = (None, Vec::new());
    for path in feeds {
        let answer = connection.ask(&get(path, "")).await?;
        tags.push(answer.header("etag").context("a feed without a tag")?.to_owned());
        last = Some(answer);
    }
    Ok((last.context("no feed")?, tags))
}

/// P9, and P12 before and after it.
pub(crate) async fn feed(setting: &Setting, effort: &Effort, report: &mut Report) -> Result<()> {
    let program = setting.program()?;
    let feeds = Setting::feeds();
    let idle = program.private_memory()?;
    let before = program.processor_seconds()?;
    pull_all(program.address, feeds.get(..1).unwrap_or_default()).await?;
    let first = program.processor_seconds()? - before;
    let (answer, tags) = pull_all(program.address, &feeds).await?;
    let meetings = answer.body.windows(12).filter(|window| window == b"BEGIN:VEVENT").count();
    let what = format!("feed of {meetings} meetings ({:.1} MB)", float(answer.body.len()) / 1e6);
    // Later answers come from memory.
    report.add(Figure::new("P9", format!("{what}: the first time"), Unit::Milliseconds, first * 1e3));
    std::fs::write(setting.feed_file(), &answer.body)?;
    let baseline = setting.baseline()?;
    let bare = baseline.private_memory()?;
    for (status, goal) in [(304, 2.0), (200, 1.5)] {
        let known = |tag: &str| if status == 304 { format!("If-None-Match: {tag}\r\n") } else { String::new() };
        let requests = feeds.iter().zip(&tags).map(|(path, tag)| get(path, &known(tag))).collect();
        let until = Until { requests: PULLS, ..effort.round };
        let ours = Side { server: &program, asking: asking(requests, status), until };
        let plain = asking(vec![get("/feed", &known(ETAG))], status);
        let limit = Side { server: &baseline, asking: plain, until: effort.round };
        let (ours, limit) = compare(&ours, &limit, effort.rounds).await?;
        super::say(&tell(ours, limit));
        let figure = Figure::new("P9", format!("{what}: {status}"), Unit::Milliseconds, ours.processor);
        report.add(figure.limit(limit.processor).goal(Goal::Ratio(goal)));
    }
    let after = program.private_memory()?;
    for (when, (all, dirty), most) in [("idle", idle, 10e6), ("after load", after, 40e6)] {
        let figure = Figure::new("P12", format!("private memory {when}"), Unit::Megabytes, all);
        report.add(figure.limit(bare.0).goal(Goal::AtMost(most)));
        report.add(Figure::new("P12", format!("… of that written to, {when}"), Unit::Megabytes, dirty).limit(bare.1));
    }
    program.stop()?;
    baseline.stop()
}
