//! How a meeting stands with limits, and what is asked for it: the same piece wherever a meeting is planned or moved.

mod line;
mod trade;

use std::collections::HashMap;

use self::line::{Line, lines};
pub(super) use self::trade::{decode, encode, instant, moment};
use super::{failure::Failure, form::Form, limits};
use crate::{
    app::preview::{Needs, Preview},
    domain::{
        ids::PersonId,
        limits::{
            facts::Facts,
            rule::Level,
            trade::Trade,
            verdict::{Reading, Standing},
        },
    },
    i18n::{
        Texts,
        format::Format,
        limits::{Names, reading, sentence},
    },
    store::Tx,
};

/// People whose load is shown at once; the others can be unfolded.
const SHOWN: usize = 8;

/// What the panel says and asks.
pub(super) struct LimitPanel {
    pub(super) passed: Vec<Passed>,
    pub(super) people: Vec<Line>,
    pub(super) others: Vec<Line>,
    pub(super) needs: Needs,
    pub(super) trades: Vec<Button>,
    pub(super) said: Said,
}

/// What was answered so far.
#[derive(Debug, Clone, Default)]
pub(super) struct Said {
    pub(super) seen: bool,
    pub(super) reason: String,
}

/// A limit that is passed, or that could not be judged.
pub(super) struct Passed {
    pub(super) words: String,
    pub(super) rule: Option<String>,
    pub(super) class: &'static str,
    pub(super) level: Option<String>,
}

/// A change that helps.
pub(super) struct Button {
    pub(super) value: String,
    pub(super) label: String,
}

impl Said {
    pub(super) fn of(form: &Form) -> Self {
        Self { seen: form.has("limits_seen"), reason: form.get("limits_reason").chars().take(4_000).collect() }
    }
}

impl LimitPanel {
    /// Puts a forecast into words. `trades` are changes that would help.
    pub(super) async fn new(
        tx: &mut Tx,
        (t, f): (&'static Texts, &Format),
        preview: &Preview,
        (trades, said): (&[Trade], Said),
    ) -> Result<Self, Failure> {
        let readings = &preview.judged.verdict.readings;
        let told: Vec<&Reading> = readings.iter().filter(|r| tells(r)).collect();
        let names = limits::names(tx, told.iter().filter_map(|r| r.rule.as_ref())).await?;
        let mut people = lines((t, f), readings);
        let others = people.split_off(people.len().min(SHOWN));
        let buttons = trades.iter().map(|trade| Button {
            value: encode(trade),
            label: trade::label((t, f), trade, &people_of(&preview.facts)),
        });
        Ok(Self {
            passed: told.into_iter().map(|r| passed((t, f), r, &names)).collect(),
            people,
            others,
            needs: preview.needs.clone(),
            trades: buttons.collect(),
            said,
        })
    }

    /// Asks for what other dates need, too.
    pub(super) const fn also(&mut self, needs: &Needs) {
        self.needs.tick |= needs.tick;
        self.needs.reason |= needs.reason;
    }

    /// What the button says when it does more than send.
    pub(super) fn send(&self, t: &Texts) -> Option<String> {
        match (&self.needs.approver, self.needs.reason) {
            (Some(name), _) => Some(t.panel_send_ask(name.as_str())),
            (None, true) => Some(t.panel_send_over()),
            (None, false) => None,
        }
    }

    /// How many exceptions of one's own are used, beside the reason that would use another.
    pub(super) fn exceptions(&self, t: &Texts) -> Option<String> {
        let told = self.needs.exceptions?;
        Some(match self.needs.approver {
            Some(_) => t.panel_exceptions_gone(told.used, told.most),
            None => t.panel_exceptions(told.used, told.most),
        })
    }

    /// Whether the meeting may simply be sent.
    pub(super) fn fits(&self) -> bool {
        self.passed.is_empty() && !self.needs.tick && !self.needs.reason
    }
}

/// Display names of colleagues.
pub(super) fn people_of(facts: &Facts) -> HashMap<PersonId, String> {
    facts.people.iter().map(|(id, p)| (*id, p.name.clone())).collect()
}

fn tells(r: &Reading) -> bool {
    r.asks().is_some() || r.standing == Standing::Flagged
}

fn passed((t, f): (&'static Texts, &Format), r: &Reading, names: &Names) -> Passed {
    let class = match r.asks() {
        None | Some(Level::Inform) => "info",
        Some(Level::Warn) => "near",
        Some(_) => "over",
    };
    Passed {
        words: reading(t, f, r),
        rule: r.rule.as_ref().map(|rule| sentence(t, f, rule, names)),
        class,
        level: r.asks().map(|level| match level {
            Level::Inform => t.panel_level_inform(),
            Level::Warn => t.panel_level_warn(),
            Level::Reason => t.panel_level_reason(),
            Level::Approve => t.panel_level_approve(),
            Level::Block => t.panel_level_block(),
        }),
    }
}
