//! Invite one colleague or several.

use askama::Template;
use axum::{
    extract::State,
    response::{IntoResponse, Redirect, Response},
};

use crate::{
    app::{
        error::{AppError, Refusal},
        invite_person::{self, InvitePerson},
        settings::MAX_NAME,
    },
    domain::{email::EmailAddress, ids::TeamId, person::Role, text::SafeText},
    i18n::labels,
    store::{self, teams::Team},
    web::{
        access::Access,
        caller::Caller,
        failure::Failure,
        form::{Errors, Form},
        page::{self, Nav, Notice, Page},
        routes::Routes,
        state::{Reads, Writes},
    },
};

pub(super) fn routes(routes: Routes) -> Routes {
    routes.page("/admin/people/new", Access::Admin, show).command("/admin/people/new", Access::Admin, invite)
}

/// Most people invited at once.
const MOST: usize = 50;

#[derive(Template)]
#[template(path = "admin/invitation.html")]
struct InvitationPage<'a> {
    page: Page<'a>,
    errors: Errors,
    people: String,
    role: String,
    teams: Vec<Team>,
    chosen: Vec<TeamId>,
}

impl InvitationPage<'_> {
    fn roles(&self) -> Vec<(&'static str, String)> {
        Role::ALL.iter().map(|r| (r.as_str(), labels::role(self.page.t, *r))).collect()
    }
}

async fn show(State(reads): State<Reads>, caller: Caller) -> Result<Response, Failure> {
    let form = Form::new(vec![("role".to_owned(), Role::Member.as_str().to_owned())]);
    page::ok(&invitation_page(&reads, &caller, Errors::default(), &form).await?)
}

async fn invitation_page<'a>(
    reads: &Reads,
    caller: &'a Caller,
    errors: Errors,
    form: &Form,
) -> Result<InvitationPage<'a>, Failure> {
    let mut tx = reads.begin().await?;
    let teams = store::teams::list(&mut tx).await?;
    Ok(InvitationPage {
        page: Page::new(reads, caller, Nav::Admin),
        errors,
        people: form.get("people").to_owned(),
        role: form.get("role").to_owned(),
        teams,
        chosen: chosen(form),
    })
}

fn chosen(form: &Form) -> Vec<TeamId> {
    form.all("team").filter_map(|id| id.parse().ok()).take(500).collect()
}

/// A line as typed, and what it means.
struct Newcomer {
    line: String,
    name: String,
    email: EmailAddress,
}

async fn invite(State(writes): State<Writes>, caller: Caller, mut form: Form) -> Result<Response, Failure> {
    let actor = caller.actor()?;
    let permit = actor.may_administer()?;
    let (newcomers, role) = match read(&caller, &form) {
        Ok(read) => read,
        Err(errors) => return page::invalid(&invitation_page(&writes.reads(), &caller, errors, &form).await?),
    };
    let (mut invited, mut taken) = (0_u32, Vec::new());
    for newcomer in newcomers {
        let Newcomer { line, name, email } = newcomer;
        let command = InvitePerson { name, email, role, teams: chosen(&form) };
        match invite_person::run(&writes.app, actor, &permit, command).await {
            Ok(_) => invited += 1,
            Err(AppError::Refused(Refusal::AddressTaken)) => taken.push(line),
            Err(error) => return Err(error.into()),
        }
    }
    if taken.is_empty() {
        return Ok(Redirect::to(&format!("/admin/people?invited={invited}")).into_response());
    }
    let mut errors = Errors::default();
    errors.add("people", caller.texts().people_taken(taken.join(", ")));
    form.set("people", taken.join("\n"));
    let page = invitation_page(&writes.reads(), &caller, errors, &form).await?;
    let notice = (invited > 0).then(|| Notice::new(caller.texts().people_invited(invited)));
    page::invalid(&InvitationPage { page: page.page.with_notice(notice), ..page })
}

fn read(caller: &Caller, form: &Form) -> Result<(Vec<Newcomer>, Role), Errors> {
    let t = caller.texts();
    let mut errors = Errors::default();
    let lines: Vec<&str> = form.get("people").lines().map(str::trim).filter(|l| !l.is_empty()).collect();
    let mut newcomers = Vec::new();
    if lines.is_empty() {
        errors.add("people", t.field_required());
    } else if lines.len() > MOST {
        errors.add("people", t.people_too_many(MOST));
    } else {
        for line in lines {
            match newcomer(line) {
                Some(newcomer) => newcomers.push(newcomer),
                None => errors.add("people", t.people_unreadable(SafeText::line(line, 60).as_str())),
            }
        }
    }
    let role = form.get("role").parse();
    if role.is_err() {
        errors.add("role", t.field_choose_one());
    }
    match role {
        Ok(role) if errors.is_empty() => Ok((newcomers, role)),
        _ => Err(errors),
    }
}

/// `anna@nordvik.example`, `Anna Lind <anna@nordvik.example>`, `Anna Lind anna@nordvik.example`.
fn newcomer(line: &str) -> Option<Newcomer> {
    let (name, address) = match line.strip_suffix('>').and_then(|l| l.rsplit_once('<')) {
        Some(parts) => parts,
        None => line.rsplit_once(char::is_whitespace).unwrap_or(("", line)),
    };
    let email = address.trim().parse().ok()?;
    let name = SafeText::line(name.trim().trim_matches(['"', ',', ';']), MAX_NAME);
    Some(Newcomer { line: line.to_owned(), name: name.into(), email })
}

#[cfg(test)]
mod tests {
    use super::newcomer;

    #[test]
    fn lines_are_read_as_people_write_them() {
        for (line, name, email) in [
            ("anna@nordvik.example", "", "anna@nordvik.example"),
            ("Anna Lind <anna@nordvik.example>", "Anna Lind", "anna@nordvik.example"),
            ("\"Lind, Anna\" <anna@nordvik.example>", "Lind, Anna", "anna@nordvik.example"),
            ("Anna Lind\tanna@nordvik.example", "Anna Lind", "anna@nordvik.example"),
            ("Anna\u{202e} <anna@nordvik.example>", "Anna", "anna@nordvik.example"),
        ] {
            let read = newcomer(line).unwrap();
            assert_eq!((read.name.as_str(), read.email.as_str()), (name, email), "{line}");
        }
        for bad in ["Anna", "anna@", "<>", "a@b", "Anna <anna@nordvik.example", "a b@c.example>", "a@b.example\u{0}"] {
            assert!(newcomer(bad).is_none(), "{bad}");
        }
    }
}
