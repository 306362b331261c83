//! Sign in and out.

use askama::Template;
use axum::{
    extract::{RawQuery, State},
    response::{IntoResponse, Redirect, Response},
};
use axum_extra::extract::{
    CookieJar,
    cookie::{Cookie, SameSite},
};

use super::{
    access::Access,
    caller::{Caller, cookie_name},
    failure::Failure,
    form::{Errors, Form},
    page::{self, Nav, Page},
    routes::Routes,
    state::{Reads, Writes},
};
use crate::{
    app::{
        error::{AppError, Refusal},
        sessions::{self, End, SignIn},
    },
    identity::token::Token,
    store::people::Person,
};

pub(super) fn routes(routes: Routes) -> Routes {
    routes
        .page("/sign-in", Access::Public, show)
        .command("/sign-in", Access::Public, sign_in)
        .command("/sign-in/demo", Access::Public, sign_in_demo)
        .command("/sign-out", Access::SignedIn, sign_out)
}

#[derive(Template)]
#[template(path = "session/sign_in.html")]
struct SignInPage<'a> {
    page: Page<'a>,
    errors: Errors,
    email: String,
    next: String,
    demo_people: Vec<Person>,
}

async fn show(State(reads): State<Reads>, caller: Caller, RawQuery(query): RawQuery) -> Result<Response, Failure> {
    let form = Form::from_query(query.as_deref());
    let mut tx = reads.begin().await?;
    if crate::app::setup::comes_first(&mut tx).await? {
        return Ok(Redirect::to("/setup").into_response());
    }
    let page = sign_in_page(&reads, &caller, &form, Errors::default()).await?;
    page::ok(&page)
}

async fn sign_in_page<'a>(
    reads: &Reads,
    caller: &'a Caller,
    form: &Form,
    errors: Errors,
) -> Result<SignInPage<'a>, Failure> {
    let mut tx = reads.begin().await?;
    // Once the demo company is removed, real people follow, and nobody signs in for them.
    let demo = reads.mode().demo && crate::store::organization::load(&mut tx).await?.is_some_and(|o| o.demo);
    let demo_people = if demo { crate::store::people::list(&mut tx, 12).await? } else { Vec::new() };
    Ok(SignInPage {
        page: Page::new(reads, caller, Nav::None),
        errors,
        email: form.get("email").chars().take(254).collect(),
        next: next(form).to_owned(),
        demo_people,
    })
}

async fn sign_in(
    State(writes): State<Writes>,
    caller: Caller,
    jar: CookieJar,
    form: Form,
) -> Result<Response, Failure> {
    let command = SignIn {
        email: form.get("email").to_owned(),
        password: form.get("password").to_owned(),
        device: caller.device().to_owned(),
        address: caller.address().to_owned(),
    };
    let token = match sessions::sign_in(&writes.app, &writes.passwords, command).await {
        Ok(token) => token,
        Err(error) => return refused(&writes, &caller, &form, error).await,
    };
    Ok(enter(&writes, jar, &token, next(&form)))
}

/// Hands the browser its session and leads on.
pub(super) fn enter(writes: &Writes, jar: CookieJar, token: &Token, to: &str) -> Response {
    (jar.add(cookie(writes, token.as_str())), Redirect::to(to)).into_response()
}

async fn refused(writes: &Writes, caller: &Caller, form: &Form, error: AppError) -> Result<Response, Failure> {
    let t = caller.texts();
    let mut errors = Errors::default();
    let seconds = match error {
        AppError::Denied => {
            errors.add("email", t.sign_in_wrong());
            None
        }
        AppError::Refused(Refusal::TooMany(seconds)) => {
            errors.add("email", t.sign_in_slow(i64::from(seconds)));
            Some(seconds)
        }
        other => return Err(other.into()),
    };
    let page = sign_in_page(&writes.reads(), caller, form, errors).await?;
    match seconds {
        None => page::invalid(&page),
        Some(seconds) => {
            let mut response = page::html(axum::http::StatusCode::TOO_MANY_REQUESTS, &page)?;
            response.headers_mut().insert(axum::http::header::RETRY_AFTER, seconds.into());
            Ok(response)
        }
    }
}

/// One click in the demo, which runs on loopback only.
async fn sign_in_demo(
    State(writes): State<Writes>,
    caller: Caller,
    jar: CookieJar,
    form: Form,
) -> Result<Response, Failure> {
    if !writes.reads().mode().demo {
        return Err(Failure::NotFound);
    }
    let person = form.get("person").parse().map_err(|_| Failure::NotFound)?;
    let token = sessions::sign_in_demo(&writes.app, person, (caller.device(), caller.address())).await?;
    Ok(enter(&writes, jar, &token, next(&form)))
}

async fn sign_out(State(writes): State<Writes>, caller: Caller, jar: CookieJar) -> Result<Response, Failure> {
    let actor = caller.actor()?;
    if let Some(session) = actor.session {
        sessions::end(&writes.app, actor, End::One(session)).await?;
    }
    Ok((jar.add(no_cookie(&writes)), Redirect::to("/sign-in")).into_response())
}

/// Takes the cookie away.
pub(super) fn no_cookie(writes: &Writes) -> Cookie<'static> {
    let mut gone = cookie(writes, "");
    gone.make_removal();
    gone
}

/// The cookie of a session.
pub(super) fn cookie(writes: &Writes, value: &str) -> Cookie<'static> {
    let secure = writes.reads().mode().secure;
    Cookie::build((cookie_name(secure), value.to_owned()))
        .path("/")
        .http_only(true)
        .secure(secure)
        .same_site(SameSite::Lax)
        .build()
}

/// Where to go afterwards: a path of ours, never another site. `//host` and `/\host` are other sites to browsers.
fn next(form: &Form) -> &str {
    let next = form.get("next");
    let ours = next.starts_with('/')
        && !next.starts_with("//")
        && next.len() <= 2_000
        && !next.starts_with("/sign-")
        && next.bytes().all(|b| b.is_ascii_graphic() && b != b'\\');
    if ours { next } else { "/" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_way_to_another_site() {
        let to = |path: &str| next(&Form::new(vec![("next".into(), path.into())])).to_owned();
        assert_eq!(to("/meetings?show=past"), "/meetings?show=past");
        for foreign in
            ["https://x.example", "//x.example", "/\\x.example", "javascript:alert(1)", "", "/a\r\nb", "/sign-out"]
        {
            assert_eq!(to(foreign), "/", "{foreign:?}");
        }
    }
}
