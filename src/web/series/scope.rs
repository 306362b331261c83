//! This one, this and following, or all: what each would change.

use crate::{
    app::series::dates::affected,
    domain::{ids::SeriesId, series::patch::Scope},
    store::{self, Tx, meetings::FullMeeting},
    web::{caller::Caller, failure::Failure},
};

/// The question.
pub(in crate::web) struct ScopeView {
    /// Value, words, whether it is chosen.
    pub(in crate::web) options: Vec<(&'static str, String, bool)>,
    pub(in crate::web) series: SeriesId,
}

/// The question for one date; `None` for a meeting that is no date of a series.
pub(in crate::web) async fn view(
    tx: &mut Tx,
    caller: &Caller,
    (full, chosen): (&FullMeeting, &str),
) -> Result<Option<ScopeView>, Failure> {
    let Some(series) = full.meeting.series_id else { return Ok(None) };
    let (t, f) = (caller.texts(), caller.format());
    let all = store::series::meetings(tx, series).await?;
    let chosen = chosen.parse().unwrap_or(Scope::This);
    let option = |scope: &Scope| {
        let dates = affected(&all, full, (*scope, caller.now()));
        let last = dates.iter().map(|date| date.meeting.starts_at).max().unwrap_or(full.meeting.starts_at);
        let words = match scope {
            Scope::This => t.series_scope_this(f.subject_when(full.meeting.starts_at)),
            Scope::Following => t.series_scope_following(dates.len().saturating_sub(1), f.long_date(f.day(last))),
            Scope::All => t.series_scope_all(dates.len()),
        };
        (scope.as_str(), words, *scope == chosen)
    };
    Ok(Some(ScopeView { options: Scope::ALL.iter().map(option).collect(), series }))
}
