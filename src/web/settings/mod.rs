//! What people set for themselves.

mod appearance;
mod calendars;
mod days_off;
mod delegates;
mod hours;
mod mail;
mod profile;
mod security;
mod selling;
mod theirs;
mod zones;

use super::{form::Form, page::Notice, routes::Routes};
use crate::i18n::Texts;

pub(super) use zones::Zones;

pub(super) fn routes(routes: Routes) -> Routes {
    routes
        .with(profile::routes)
        .with(hours::routes)
        .with(selling::routes)
        .with(days_off::routes)
        .with(theirs::routes)
        .with(calendars::routes)
        .with(delegates::routes)
        .with(mail::routes)
        .with(appearance::routes)
        .with(security::routes)
}

/// What just happened, as the query of the page says.
fn notice(t: &Texts, query: Option<&str>) -> Option<Notice> {
    let text = match Form::from_query(query).get("done") {
        "saved" => t.settings_saved(),
        "password" => t.settings_password_changed(),
        "added" => t.time_days_added(),
        "removed" => t.time_days_removed(),
        "connected" => t.time_calendars_connected(),
        "disconnected" => t.time_calendars_removed(),
        "asked" => t.time_calendars_asked(),
        "delegated" => t.delegates_done_added(),
        "undelegated" => t.delegates_done_removed(),
        "session" => t.settings_session_ended(),
        "others" => t.settings_others_ended(),
        _ => return None,
    };
    Some(Notice::new(text))
}
