//! Name, language, zone, clock and video room.

use askama::Template;
use axum::{
    extract::{RawQuery, State},
    response::{IntoResponse, Redirect, Response},
};

use super::{Zones, notice};
use crate::{
    app::settings::{self, MAX_LINK, MAX_NAME, Profile},
    domain::{language::Language, person::Clock, text::SafeText},
    i18n::labels,
    web::{
        access::Access,
        caller::Caller,
        failure::Failure,
        form::{Errors, Form},
        page::{self, Nav, Page},
        routes::Routes,
        state::{Reads, Writes},
    },
};

pub(super) fn routes(routes: Routes) -> Routes {
    routes.page("/settings/profile", Access::SignedIn, show).command("/settings/profile", Access::SignedIn, save)
}

#[derive(Template)]
#[template(path = "settings/profile.html")]
struct ProfilePage<'a> {
    page: Page<'a>,
    errors: Errors,
    form: Form,
    zones: Zones,
}

impl ProfilePage<'_> {
    fn languages() -> Vec<(&'static str, String)> {
        Language::ALL.iter().map(|l| (l.tag(), l.own_name().to_owned())).collect()
    }

    fn clocks(&self) -> Vec<(&'static str, String)> {
        Clock::ALL.iter().map(|c| (c.as_str(), labels::clock(self.page.t, *c))).collect()
    }
}

async fn show(State(reads): State<Reads>, caller: Caller, RawQuery(query): RawQuery) -> Result<Response, Failure> {
    let person = &caller.actor()?.person;
    let fields = [
        ("name", person.name.as_str()),
        ("language", person.language.tag()),
        ("zone", &person.zone),
        ("clock", person.clock.as_str()),
        ("video_room", person.video_room.as_deref().unwrap_or("")),
    ];
    let form = Form::new(fields.map(|(n, v)| (n.to_owned(), v.to_owned())).to_vec());
    let page = Page::new(&reads, &caller, Nav::Settings).with_notice(notice(caller.texts(), query.as_deref()));
    page::ok(&ProfilePage { page, errors: Errors::default(), form, zones: Zones::new(&caller.format()) })
}

async fn save(State(writes): State<Writes>, caller: Caller, form: Form) -> Result<Response, Failure> {
    let zones = Zones::new(&caller.format());
    match read(&caller, &zones, &form) {
        Ok(profile) => {
            settings::save_profile(&writes.app, caller.actor()?, profile).await?;
            Ok(Redirect::to("/settings/profile?done=saved").into_response())
        }
        Err(errors) => {
            let page = Page::new(&writes.reads(), &caller, Nav::Settings);
            page::invalid(&ProfilePage { page, errors, form, zones })
        }
    }
}

fn read(caller: &Caller, zones: &Zones, form: &Form) -> Result<Profile, Errors> {
    let t = caller.texts();
    let mut errors = Errors::default();
    let name = SafeText::line(form.get("name"), MAX_NAME + 1);
    if name.is_empty() {
        errors.add("name", t.field_required());
    } else if name.as_str().chars().count() > MAX_NAME {
        errors.add("name", t.field_too_long(MAX_NAME));
    }
    let language: Option<Language> = form.get("language").parse().ok();
    if language.is_none() {
        errors.add("language", t.field_choose_one());
    }
    let zone = zones.read(form.get("zone"));
    if zone.is_none() {
        errors.add("zone", t.field_unknown_zone());
    }
    let clock: Option<Clock> = form.get("clock").parse().ok();
    if clock.is_none() {
        errors.add("clock", t.field_choose_one());
    }
    let room = form.get("video_room").trim();
    let video_room = room_link(room);
    if video_room.is_none() && !room.is_empty() {
        errors.add("video_room", t.field_not_a_link());
    }
    match (language, zone, clock) {
        (Some(language), Some(zone), Some(clock)) if errors.is_empty() => {
            Ok(Profile { name: name.into(), language, zone, clock, video_room })
        }
        _ => Err(errors),
    }
}

/// An `https` link without a name and password in it, written as browsers understand it.
fn room_link(text: &str) -> Option<String> {
    let link = url::Url::parse(text).ok()?;
    let plain = link.scheme() == "https" && link.username().is_empty() && link.password().is_none();
    let link: String = link.into();
    (plain && text.len() <= MAX_LINK && link.len() <= MAX_LINK).then_some(link)
}

#[cfg(test)]
mod tests {
    use super::room_link;

    #[test]
    fn only_plain_https_links_are_rooms() {
        assert_eq!(room_link("https://meet.example/anna").as_deref(), Some("https://meet.example/anna"));
        assert_eq!(room_link("https://meet.example/å b").as_deref(), Some("https://meet.example/%C3%A5%20b"));
        let long = format!("https://meet.example/{}", "x".repeat(500));
        for bad in
            ["", "meet.example", "http://meet.example/", "javascript:alert(1)", "https://a:b@meet.example/", &long]
        {
            assert_eq!(room_link(bad), None, "{bad}");
        }
        let split = room_link("https://meet.example/a\r\nB: c").unwrap_or_default();
        assert!(!split.contains(['\r', '\n', ' ']), "{split}");
    }
}
