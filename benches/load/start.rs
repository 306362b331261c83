//! P11 and P14: how long a start takes, and how large the program is.

use std::time::Duration;

use anyhow::{Context as _, Result};

use crate::{
    Effort, baseline,
    client::float,
    process::{Server, free_port, sparsam},
    report::{Figure, Goal, Report, Unit},
    setting::Setting,
};

/// P11: from the start of the process to the first whole answer, with the schema as it should be.
pub(crate) async fn first_answer(setting: &Setting, effort: &Effort, report: &mut Report) -> Result<()> {
    let (mut ours, mut limit) = (Vec::new(), Vec::new());
    for _ in 0..effort.starts {
        let listen = free_port()?;
        ours.push(Server::first_answer(sparsam(setting.folder(), listen), listen, "/sign-in").await?);
        let listen = free_port()?;
        let command = baseline::command(&setting.database_file(), &setting.feed_file(), listen)?;
        limit.push(Server::first_answer(command, listen, "/").await?);
    }
    let figure = Figure::new("P11", "start to first answer", Unit::Milliseconds, median(ours)?);
    report.add(figure.limit(median(limit)?).goal(Goal::AtMost(25.0)));
    Ok(())
}

fn median(mut times: Vec<Duration>) -> Result<f64> {
    times.sort_unstable();
    Ok(times.get(times.len() / 2).context("nothing was measured")?.as_secs_f64() * 1e3)
}

/// P14: the stripped binary with everything in it.
pub(crate) fn size(report: &mut Report) -> Result<()> {
    let bytes = std::fs::metadata(env!("CARGO_BIN_EXE_sparsam"))?.len();
    report.add(
        Figure::new("P14", "release binary", Unit::Megabytes, float(usize::try_from(bytes)?)).goal(Goal::AtMost(25e6)),
    );
    Ok(())
}
