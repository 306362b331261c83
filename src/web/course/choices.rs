//! What can be chosen in the form of minutes. What stands is always there, whether or not it could be chosen anew: a browser
//! would send the first choice in its place.

use crate::{
    app::course::Story,
    i18n::Texts,
    store::{self, Tx, meetings::Attendee},
    web::{caller::Caller, failure::Failure},
};

/// Who may be to do something: nobody yet, those in the meeting, and those who have left it with something to do.
pub(super) fn owners(t: &Texts, story: &Story) -> Vec<(String, String)> {
    let owns = |a: &Attendee| story.actions.iter().any(|action| action.attendee_id == Some(a.id));
    let people = story.opened.full.attendees.iter().filter(|a| a.removed_at.is_none() || owns(a));
    let people = people.map(|a| (a.id.to_string(), a.name.clone()));
    [(String::new(), t.minutes_nobody())].into_iter().chain(people).collect()
}

/// The meetings that may take up what is left, for those who may change this one: they see all that its organizer plans.
/// Others find only what stands.
pub(super) async fn next_meetings(
    tx: &mut Tx,
    caller: &Caller,
    story: &Story,
) -> Result<Vec<(String, String)>, Failure> {
    let (t, f, actor) = (caller.texts(), caller.format(), caller.actor()?);
    let m = &story.opened.full.meeting;
    let usual = if m.series_id.is_some() { t.minutes_next_date() } else { t.minutes_next_none() };
    let usual = (String::new(), usual);
    let chosen = story.opened.course.next_meeting.map(|id| {
        let seen = story.next.as_ref().filter(|next| actor.sees(next)).map(|next| &next.meeting);
        let words = seen.map(|next| format!("{}, {}", next.title, f.subject_when(next.starts_at)));
        (id.to_string(), words.unwrap_or_else(|| t.minutes_next_hidden()))
    });
    if actor.may_change(&story.opened.full).is_err() {
        return Ok(vec![chosen.unwrap_or(usual)]);
    }
    let after = caller.now().max(m.starts_at);
    let others = store::course::could_follow(tx, (m.organizer_id, m.id), after).await?;
    let others = others.into_iter().map(|(id, title, at)| (id.to_string(), format!("{title}, {}", f.subject_when(at))));
    let others: Vec<_> = others.filter(|(id, _)| chosen.as_ref().is_none_or(|(known, _)| known != id)).collect();
    Ok([usual].into_iter().chain(chosen).chain(others).collect())
}
