//! The addresses that go into a mail.

use uuid::Uuid;

use super::{action_links, context::App};
use crate::{
    domain::{
        ids::{ActionId, AttendeeId, MeetingId},
        letter::{ApprovalTurn, Body, EndlessBody, Letter, MailLinks, MeetingBody, SeriesBody},
        minutes::MinutesBody,
        series::review::Turn,
        time::Week,
        written::WrittenBody,
    },
    identity::link::LinkPurpose,
};

/// Links for setting a password are derived once; there is no newer version that would revoke them.
pub(super) const ONLY_VERSION: u32 = 1;

/// The addresses for one letter about `meeting`, the same at every try.
#[must_use]
pub fn for_letter(app: &App, letter: &Letter, meeting: Option<MeetingId>) -> MailLinks {
    let address = |path, purpose, row, version| address(app, path, (purpose, row, version));
    match &letter.body {
        Body::Meeting(body) => about_meeting(app, body, meeting),
        Body::Reminder(body) => {
            let links = about_meeting(app, &body.about, Some(body.meeting));
            let settings = || format!("{}/settings/mail", app.settings().base_url);
            MailLinks { stop: links.stop.or_else(|| links.page.as_ref().map(|_| settings())), ..links }
        }
        // Its reader knows the meeting's page from the invitation; here they answer.
        Body::TimeDeclined(body) => about_meeting(app, &body.meeting, None),
        Body::Series(body) => about_series(app, body),
        Body::SeriesReview(body) => MailLinks {
            page: Some(match body.turn {
                Turn::Asked => format!("{}/series/{}/review", app.settings().base_url, body.series),
                Turn::Ended | Turn::Prolonged => format!("{}/series/{}", app.settings().base_url, body.series),
            }),
            ..MailLinks::default()
        },
        Body::TimeProposed(body) => MailLinks {
            page: Some(format!("{}/meetings/{}#proposals", app.settings().base_url, body.meeting)),
            ..MailLinks::default()
        },
        Body::Approval(body) if body.turn == ApprovalTurn::Asked => MailLinks {
            approval: Some(address("a", LinkPurpose::APPROVAL, body.approval.uuid(), body.link_version)),
            ..MailLinks::default()
        },
        Body::Approval(body) => MailLinks {
            page: Some(format!("{}/meetings/{}", app.settings().base_url, body.meeting)),
            ..MailLinks::default()
        },
        Body::Endless(body) => about_endless(app, body),
        Body::Welcome { link, .. } => MailLinks {
            password: Some(address("welcome", LinkPurpose::WELCOME, *link, ONLY_VERSION)),
            ..MailLinks::default()
        },
        Body::Reset { link, .. } => MailLinks {
            password: Some(address("reset", LinkPurpose::RESET, *link, ONLY_VERSION)),
            ..MailLinks::default()
        },
        Body::Calendar { .. } => {
            MailLinks { page: Some(format!("{}/settings/calendars", app.settings().base_url)), ..MailLinks::default() }
        }
        Body::Digest(digest) => MailLinks {
            page: Some(format!("{}/?week={}", app.settings().base_url, Week::of(digest.monday))),
            stop: Some(format!("{}/settings/mail", app.settings().base_url)),
            ..MailLinks::default()
        },
        Body::Answers(_) => MailLinks {
            page: Some(format!("{}/", app.settings().base_url)),
            stop: Some(format!("{}/settings/mail", app.settings().base_url)),
            ..MailLinks::default()
        },
        Body::Written(body) => about_update(app, body),
        Body::Minutes(body) => about_minutes(app, body),
        Body::Test(_) => MailLinks::default(),
    }
}

fn about_endless(app: &App, body: &EndlessBody) -> MailLinks {
    if body.turn == ApprovalTurn::Asked {
        let link = (LinkPurpose::ENDLESS, body.approval.uuid(), body.link_version);
        return MailLinks { approval: Some(address(app, "e", link)), ..MailLinks::default() };
    }
    MailLinks { page: Some(format!("{}/series/{}", app.settings().base_url, body.series)), ..MailLinks::default() }
}

fn about_series(app: &App, body: &SeriesBody) -> MailLinks {
    MailLinks {
        answer: Some(answer(app, body.attendee, body.link_version)),
        stop: body.stop.map(|contact| no_more(app, contact)),
        page: body.stop.is_none().then(|| format!("{}/series/{}", app.settings().base_url, body.series)),
        ..MailLinks::default()
    }
}

fn about_update(app: &App, body: &WrittenBody) -> MailLinks {
    MailLinks {
        stop: body.stop.map(|contact| no_more(app, contact)),
        page: (!body.customer).then(|| format!("{}/updates/{}", app.settings().base_url, body.update)),
        ..MailLinks::default()
    }
}

fn about_minutes(app: &App, body: &MinutesBody) -> MailLinks {
    let own = body.minutes.actions.iter().filter(|action| body.is_own(action));
    MailLinks {
        stop: body.stop.map(|contact| no_more(app, contact)),
        page: body.stop.is_none().then(|| format!("{}/meetings/{}/minutes", app.settings().base_url, body.meeting)),
        worth: body.asks_worth.then(|| format!("{}/worth", answer(app, body.attendee, body.link_version))),
        actions: own.filter_map(|action| Some((action.id?, done(app, action.id?, body.attendee)))).collect(),
        ..MailLinks::default()
    }
}

fn about_meeting(app: &App, body: &MeetingBody, meeting: Option<MeetingId>) -> MailLinks {
    let MeetingBody { attendee, link_version, stop, .. } = body;
    // Customers have no account, so the page would only ask them to sign in.
    let colleague = stop.is_none() && body.facts.attendee(*attendee).is_none_or(|a| !a.customer);
    MailLinks {
        answer: Some(answer(app, *attendee, *link_version)),
        stop: stop.map(|contact| no_more(app, contact)),
        page: meeting.filter(|_| colleague).map(|id| format!("{}/meetings/{id}", app.settings().base_url)),
        ..MailLinks::default()
    }
}

fn answer(app: &App, attendee: AttendeeId, version: u32) -> String {
    address(app, "r", (LinkPurpose::ANSWER, attendee.uuid(), version))
}

fn done(app: &App, action: ActionId, owner: AttendeeId) -> String {
    address(app, "d", (LinkPurpose::ACTION, action.uuid(), action_links::version(owner)))
}

fn no_more(app: &App, contact: Uuid) -> String {
    address(app, "p", (LinkPurpose::NO_MORE_INVITATIONS, contact, ONLY_VERSION))
}

fn address(app: &App, path: &str, (purpose, row, version): (LinkPurpose, Uuid, u32)) -> String {
    format!("{}/{path}/{}", app.settings().base_url, app.links().token(purpose, row, version))
}
