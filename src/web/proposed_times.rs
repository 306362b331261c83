//! Proposed times as radios in a form: choosing one fills date and time, and what is typed there afterwards wins again.

mod words;

use chrono::{DateTime, Utc};

use self::words::Words;
use super::limit_panel::{Button, encode, instant};
use crate::{
    app::find_times::Times,
    domain::{
        availability::{Change, Relaxation, Slot},
        limits::trade::Trade,
    },
    i18n::{Texts, format::Format},
};

/// The radio for a time of one's own.
pub(super) const OWN: &str = "own";

/// What stands above date and time.
pub(super) struct TimesView {
    pub(super) slots: Vec<SlotView>,
    pub(super) own: bool,
    pub(super) none: Option<NoneView>,
    /// The starts that fit without anything asked.
    pub(super) found: Vec<DateTime<Utc>>,
}

/// A proposed time.
pub(super) struct SlotView {
    pub(super) value: String,
    pub(super) label: String,
    pub(super) reasons: String,
    pub(super) strained: bool,
    pub(super) on: bool,
}

/// Why there is none, and what would help.
pub(super) struct NoneView {
    pub(super) words: String,
    pub(super) binding: Vec<String>,
    pub(super) relaxations: Vec<RelaxationView>,
}

/// One thing to give way in, with times that would then fit.
pub(super) struct RelaxationView {
    pub(super) words: String,
    pub(super) buttons: Vec<Button>,
}

/// The form that times stand in.
#[derive(Clone, Copy)]
pub(super) struct Around<'a> {
    pub(super) t: &'static Texts,
    pub(super) f: &'a Format,
    /// The radio that is picked.
    pub(super) chosen: &'a str,
    /// Whether people are on the form, so that somebody can be made optional there.
    pub(super) people: bool,
}

impl TimesView {
    pub(super) fn new(around: Around<'_>, times: &Times) -> Self {
        let words = Words::new(around.t, around.f, times);
        let slots: Vec<SlotView> = times.slots.iter().map(|slot| slot_view(around.chosen, &words, slot)).collect();
        let none = times.advice.as_ref().map(|advice| NoneView {
            words: words.none(),
            binding: advice.binding.iter().filter_map(|b| words.binding(b)).collect(),
            relaxations: advice.relaxations.iter().filter_map(|r| relaxation(around, &words, r)).collect(),
        });
        let found = times.slots.iter().filter(|slot| !slot.strained).map(|slot| slot.span.start()).collect();
        Self { own: !slots.iter().any(|s| s.on), slots, none, found }
    }
}

fn slot_view(chosen: &str, words: &Words<'_>, slot: &Slot) -> SlotView {
    let value = instant(slot.span.start());
    SlotView {
        on: value == chosen,
        value,
        label: words.when(slot.span),
        reasons: words.reasons(slot),
        strained: slot.strained,
    }
}

fn relaxation(around: Around<'_>, words: &Words<'_>, relaxation: &Relaxation) -> Option<RelaxationView> {
    let change = match relaxation.change {
        Change::Without(_) if !around.people => return None,
        Change::Without(who) => Some(Trade::MakeOptional(vec![words.colleague(who)?])),
        Change::Shorter(minutes) => Some(Trade::Shorten(minutes)),
        Change::OutsideHours | Change::IntoSelling | Change::Until(_) => None,
    };
    let button = |slot: &Slot| {
        let start = encode(&Trade::Start(slot.span.start()));
        let value = change.as_ref().map_or_else(|| start.clone(), |change| format!("{}+{start}", encode(change)));
        Button { value, label: words.when(slot.span) }
    };
    Some(RelaxationView {
        words: words.change(&relaxation.change)?,
        buttons: relaxation.slots.iter().map(button).collect(),
    })
}
