//! A clock for the real binary that is set to a day of the test's choice and goes on from there.

use std::{path::Path, process::Command};

use chrono::{DateTime, TimeDelta, Utc};
use sparsam::app::context::{Clock as _, SystemClock};

#[derive(Clone, Copy)]
pub(crate) struct SetClock {
    shift: TimeDelta,
}

impl SetClock {
    /// Shows this instant now.
    pub(crate) fn at(start: &str) -> Self {
        let start: DateTime<Utc> = start.parse().unwrap();
        Self { shift: TimeDelta::seconds((start - SystemClock.now()).num_seconds()) }
    }

    pub(crate) fn now(self) -> DateTime<Utc> {
        SystemClock.now() + self.shift
    }

    /// What a program's environment needs to go by this clock; puts the library into the folder. A C compiler is there
    /// wherever Rust links.
    pub(crate) fn settings(self, folder: &Path) -> [(&'static str, String); 2] {
        let library = folder.join("clock.so");
        let source = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/support/clock.c");
        let built = Command::new("cc").args(["-shared", "-fPIC", "-O1", "-o"]).arg(&library).arg(source).status();
        assert!(built.unwrap().success());
        [("LD_PRELOAD", library.display().to_string()), ("CLOCK_SHIFT", self.shift.num_seconds().to_string())]
    }
}
