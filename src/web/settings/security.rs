//! Password and sessions.

use askama::Template;
use axum::{
    extract::{RawQuery, State},
    response::{IntoResponse, Redirect, Response},
};
use axum_extra::extract::CookieJar;

use super::notice;
use crate::{
    app::{
        error::{AppError, Refusal},
        sessions::{self, End},
        settings::{self, ChangePassword},
    },
    domain::ids::SessionId,
    i18n::Texts,
    store::{self, sessions::Session},
    web::{
        access::Access,
        caller::Caller,
        failure::Failure,
        form::{Errors, Form},
        new_password,
        page::{self, Nav, Notice, Page},
        path::One,
        routes::Routes,
        session::{cookie, no_cookie},
        state::{Reads, Writes},
    },
};

const PAGE: &str = "/settings/security";

pub(super) fn routes(routes: Routes) -> Routes {
    routes
        .page(PAGE, Access::SignedIn, show)
        .command(PAGE, Access::SignedIn, change_password)
        .command("/settings/sessions/{id}/end", Access::SignedIn, end_one)
        .command("/settings/sessions/others/end", Access::SignedIn, end_others)
        .command("/settings/sessions/all/end", Access::SignedIn, end_all)
}

#[derive(Template)]
#[template(path = "settings/security.html")]
struct SecurityPage<'a> {
    page: Page<'a>,
    errors: Errors,
    sessions: Vec<Session>,
    own: Option<SessionId>,
}

impl SecurityPage<'_> {
    fn is_own(&self, session: &Session) -> bool {
        self.own == Some(session.id)
    }

    fn password_hint(&self) -> String {
        new_password::rule(self.page.t)
    }
}

async fn show(State(reads): State<Reads>, caller: Caller, RawQuery(query): RawQuery) -> Result<Response, Failure> {
    let notice = notice(caller.texts(), query.as_deref());
    page::ok(&security_page(&reads, &caller, Errors::default(), notice).await?)
}

async fn security_page<'a>(
    reads: &Reads,
    caller: &'a Caller,
    errors: Errors,
    notice: Option<Notice>,
) -> Result<SecurityPage<'a>, Failure> {
    let actor = caller.actor()?;
    let mut tx = reads.begin().await?;
    let mut sessions = store::sessions::of_person(&mut tx, actor.id()).await?;
    sessions.retain(|s| sessions::works(s, reads.now()));
    let page = Page::new(reads, caller, Nav::Settings).with_notice(notice);
    Ok(SecurityPage { page, errors, sessions, own: actor.session })
}

async fn change_password(
    State(writes): State<Writes>,
    caller: Caller,
    jar: CookieJar,
    form: Form,
) -> Result<Response, Failure> {
    let command = ChangePassword {
        present: form.get("present").to_owned(),
        new: form.get("new").to_owned(),
        device: caller.device().to_owned(),
    };
    match settings::change_password(&writes.app, &writes.passwords, caller.actor()?, command).await {
        Ok(token) => {
            let jar = jar.add(cookie(&writes, token.as_str()));
            Ok((jar, Redirect::to("/settings/security?done=password")).into_response())
        }
        Err(AppError::Refused(refusal)) => {
            let errors = password_errors(caller.texts(), refusal)?;
            page::invalid(&security_page(&writes.reads(), &caller, errors, None).await?)
        }
        Err(error) => Err(error.into()),
    }
}

fn password_errors(t: &Texts, refusal: Refusal) -> Result<Errors, Failure> {
    let mut errors = Errors::default();
    match refusal {
        Refusal::WrongPassword => errors.add("present", t.settings_password_wrong()),
        Refusal::Password(problem) => errors.add("new", new_password::problem(t, problem)),
        other => return Err(AppError::Refused(other).into()),
    }
    Ok(errors)
}

async fn end_one(State(writes): State<Writes>, caller: Caller, One(id): One<SessionId>) -> Result<Response, Failure> {
    sessions::end(&writes.app, caller.actor()?, End::One(id)).await?;
    Ok(Redirect::to("/settings/security?done=session").into_response())
}

async fn end_others(State(writes): State<Writes>, caller: Caller) -> Result<Response, Failure> {
    sessions::end(&writes.app, caller.actor()?, End::Others).await?;
    Ok(Redirect::to("/settings/security?done=others").into_response())
}

async fn end_all(State(writes): State<Writes>, caller: Caller, jar: CookieJar) -> Result<Response, Failure> {
    sessions::end(&writes.app, caller.actor()?, End::All).await?;
    Ok((jar.add(no_cookie(&writes)), Redirect::to("/sign-in")).into_response())
}
