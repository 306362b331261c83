//! P6: times that suit fifty people, as the planner's page proposes them while its form is filled in.

use std::time::Instant;

use anyhow::{Result, ensure};

use crate::{
    Effort,
    client::{Connection, float},
    report::{Figure, Goal, Report, Unit},
    setting::Setting,
};

/// Whom the meeting is for.
const INVITED: usize = 50;
/// What stands in front of each proposed time.
const PROPOSED: &[u8] = b"name=\"slot\"";

/// The form of a meeting of half an hour, sent by one reader after the other.
fn questions(setting: &Setting) -> Vec<String> {
    let invited: String = setting
        .colleagues(INVITED)
        .map(|id| format!("&guest=p%3A{id}&role%3Ap%3A{id}=required"))
        .collect::<Vec<_>>()
        .concat();
    let body = format!("purpose=targets&title=Numbers&format=room&place=Sal+3&length=30{invited}");
    let head = "POST /meetings/preview HTTP/1.1\r\nHost: localhost\r\nSec-Fetch-Site: same-origin\r\n";
    let form = format!("Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n", body.len());
    setting.readers().iter().map(|(_, cookie)| format!("{head}{form}{cookie}\r\n{body}")).collect()
}

/// One question after the other, as one person planning asks them.
pub(crate) async fn proposed(setting: &Setting, effort: &Effort, report: &mut Report) -> Result<()> {
    let program = setting.program()?;
    let mut connection = Connection::open(program.address).await?;
    let mut latencies = Vec::new();
    let (mut before, mut proposed) = (0.0, 0);
    for (number, question) in questions(setting).iter().cycle().take(effort.questions + 20).enumerate() {
        // The first ones find nothing in memory yet.
        if number == 20 {
            before = program.processor_seconds()?;
            latencies.clear();
        }
        let begin = Instant::now();
        let answer = connection.ask(question).await?;
        latencies.push(begin.elapsed());
        ensure!(answer.status == 200, "{} instead of proposed times", answer.status);
        proposed = answer.body.windows(PROPOSED.len()).filter(|window| *window == PROPOSED).count();
    }
    let spent = (program.processor_seconds()? - before) * 1e3 / float(latencies.len());
    latencies.sort_unstable();
    let within = |of_a_hundred: usize| {
        let index = latencies.len().saturating_sub(1) * of_a_hundred / 100;
        latencies.get(index).map_or(0.0, |latency| latency.as_secs_f64() * 1e3)
    };
    let what = format!("times for {INVITED} people over {} days, {proposed} proposed", Setting::DAYS_AHEAD);
    report.add(Figure::new("P6", format!("{what}: processor time"), Unit::Milliseconds, spent));
    report.add(Figure::new("P6", format!("{what}: p50"), Unit::Milliseconds, within(50)));
    report.add(Figure::new("P6", format!("{what}: p99"), Unit::Milliseconds, within(99)).goal(Goal::AtMost(10.0)));
    ensure!(proposed > 1, "no times are proposed, so nothing was measured");
    program.stop()
}
