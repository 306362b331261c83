//! This one, this and following, or all: what each would change.

use chrono::NaiveDate;

use crate::{
    app::series::dates::{affected, details_of},
    domain::{
        ids::SeriesId,
        planning::Details,
        series::patch::{Part, Patch, Scope},
    },
    i18n::Texts,
    store::{self, Tx, meetings::FullMeeting},
    web::{caller::Caller, failure::Failure},
};

/// The question.
pub(in crate::web) struct ScopeView {
    pub(in crate::web) options: Vec<ScopeOption>,
    /// Dates that would lose something of their own, in sentences.
    pub(in crate::web) clashes: Vec<String>,
    pub(in crate::web) series: SeriesId,
    /// Dates that could stay as they are, because limits stop them: ISO day, words, whether it is ticked.
    pub(in crate::web) kept: Vec<(String, String, bool)>,
}

/// What is chosen about it.
#[derive(Default)]
pub(in crate::web) struct Chosen<'a> {
    /// The answer.
    pub(in crate::web) scope: &'a str,
    /// Days that limits stop, and days that stay as they are.
    pub(in crate::web) stopped: &'a [NaiveDate],
    pub(in crate::web) keep: &'a [NaiveDate],
}

impl Chosen<'_> {
    fn offers(&self, full: &FullMeeting) -> Option<NaiveDate> {
        let day = full.meeting.original_start?.date();
        (self.stopped.contains(&day) || self.keep.contains(&day)).then_some(day)
    }
}

/// One answer to it.
pub(in crate::web) struct ScopeOption {
    pub(in crate::web) value: &'static str,
    pub(in crate::web) label: String,
    pub(in crate::web) on: bool,
    /// The dates that would change; empty for the one that is named already.
    pub(in crate::web) dates: Vec<String>,
}

/// The question for one date; `None` for a meeting that is no date of a series. `edited` is the date as the form has it.
pub(in crate::web) async fn view(
    tx: &mut Tx,
    caller: &Caller,
    (full, chosen): (&FullMeeting, Chosen<'_>),
    edited: Option<&Details>,
) -> Result<Option<ScopeView>, Failure> {
    let Some(series) = full.meeting.series_id else { return Ok(None) };
    let (t, f) = (caller.texts(), caller.format());
    let all = store::series::meetings(tx, series).await?;
    let asked = chosen.scope.parse().unwrap_or(Scope::This);
    let option = |scope: &Scope| {
        let mut dates = affected(&all, full, (*scope, caller.now()));
        dates.sort_by_key(|date| date.meeting.starts_at);
        let last = dates.last().map_or(full.meeting.starts_at, |date| date.meeting.starts_at);
        let label = match scope {
            Scope::This => t.series_scope_this(f.subject_when(full.meeting.starts_at)),
            Scope::Following => t.series_scope_following(dates.len().saturating_sub(1), f.long_date(f.day(last))),
            Scope::All => t.series_scope_all(dates.len()),
        };
        let listed = dates.iter().filter(|_| *scope != Scope::This);
        let dates = listed.map(|date| f.subject_when(date.meeting.starts_at)).collect();
        ScopeOption { value: scope.as_str(), label, on: *scope == asked, dates }
    };
    let clashes = edited.map_or_else(Vec::new, |edited| clashes(caller, (&all, full), edited));
    let kept = |date: &FullMeeting| {
        let day = chosen.offers(date).filter(|_| date.meeting.id != full.meeting.id)?;
        Some((day.to_string(), f.subject_when(date.meeting.starts_at), chosen.keep.contains(&day)))
    };
    let kept = affected(&all, full, (asked, caller.now())).into_iter().filter_map(kept).collect();
    Ok(Some(ScopeView { options: Scope::ALL.iter().map(option).collect(), clashes, series, kept }))
}

/// What other dates have of their own and an edit of several would replace.
fn clashes(caller: &Caller, (all, full): (&[FullMeeting], &FullMeeting), edited: &Details) -> Vec<String> {
    let (t, f, anchor) = (caller.texts(), caller.format(), details_of(full));
    let patch = Patch::between(&anchor, edited);
    let others = affected(all, full, (Scope::All, caller.now()));
    let sentence = |date: &FullMeeting| {
        let parts = patch.clashes(&anchor, &details_of(date));
        let words: Vec<String> = parts.into_iter().map(|part| words(t, part)).collect();
        (!words.is_empty()).then(|| t.series_clash(f.subject_when(date.meeting.starts_at), words.join(", ")))
    };
    others.into_iter().filter(|date| date.meeting.id != full.meeting.id).filter_map(sentence).collect()
}

fn words(t: &Texts, part: Part) -> String {
    match part {
        Part::Purpose => t.series_clash_purpose(),
        Part::Title => t.series_clash_title(),
        Part::Place => t.series_clash_place(),
        Part::GuestList => t.series_clash_guest_list(),
        Part::Agenda => t.series_clash_agenda(),
    }
}
