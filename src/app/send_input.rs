//! Send in writing what one would have said, and decline.

use super::{
    answer::{self, Came, GiveAnswer, Opened},
    context::App,
    error::Result,
};
use crate::{
    domain::{ids::AgendaItemId, meeting::Answer, text::SafeText},
    store::{self, audit::Deed, inputs::Input},
};

/// Longest input, in characters.
pub const MAX_INPUT: usize = 4_000;

/// Input in place of attending.
#[derive(Debug, Clone)]
pub struct SendInput {
    /// The point it is about; `None` for the whole meeting.
    pub point: Option<AgendaItemId>,
    /// What to say; not empty.
    pub body: String,
}

/// Keeps the input with the meeting, in place of earlier input of the same person, and answers no for them. Their comment
/// stays.
///
/// # Errors
/// As [`answer::by_link`].
pub async fn by_link(app: &App, token: &str, given: SendInput, address: &str) -> Result<()> {
    let now = app.now();
    let mut tx = app.db.begin().await?;
    let first = answer::open_next(&mut tx, app.links(), (token, now)).await?;
    store::meetings::lock(&mut tx, first.full.meeting.id).await?;
    let opened = answer::open_next(&mut tx, app.links(), (token, now)).await?;
    answer::take_turn(&mut tx, app, opened.attendee.id).await?;
    let deed = answer::deed_by_link(&opened, address);
    let input = input(app, &opened, &given);
    let said = serde_json::json!({ "name": opened.attendee.name, "point": input.point });
    let no = GiveAnswer { answer: Answer::No, comment: opened.attendee.comment.clone() };
    answer::write(&mut tx, app, opened, (no, Came::OnPage), deed.clone()).await?;
    store::inputs::save(&mut tx, &input).await?;
    let sent = Deed { action: "meeting.input_sent", after: Some(said), ..deed };
    store::audit::record(&mut tx, &sent, now).await?;
    Ok(tx.commit().await?)
}

fn input(app: &App, opened: &Opened, given: &SendInput) -> Input {
    let point = opened.full.agenda.iter().find(|item| Some(item.id) == given.point);
    Input {
        attendee_id: opened.attendee.id,
        meeting_id: opened.full.meeting.id,
        point: point.map_or_else(String::new, |item| item.title.clone()),
        body: SafeText::block(&given.body, MAX_INPUT).into(),
        sent_at: app.now(),
    }
}
