//! Who may come to which route. The router is built from this table, so a route without an entry cannot exist.

use axum::{
    extract::{Request, State},
    middleware::Next,
    response::{IntoResponse, Response},
};

use super::{caller::Caller, failure::Failure};
use crate::domain::person::Role;

/// Who may come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Access {
    /// Everybody.
    Public,
    /// Whoever holds a link with a secret; the handler opens it.
    Link,
    /// Whoever is signed in.
    SignedIn,
    /// Whoever is signed in and plans meetings.
    Planner,
    /// Administrators.
    Admin,
}

impl Access {
    /// Whether this caller may come; objects are asked about by the handler.
    pub fn admits(self, caller: &Caller) -> Result<(), Failure> {
        let role = |fits: fn(Role) -> bool| {
            let actor = caller.actor()?;
            if fits(actor.person.role) { Ok(()) } else { Err(Failure::Forbidden) }
        };
        match self {
            Self::Public | Self::Link => Ok(()),
            Self::SignedIn => role(|_| true),
            Self::Planner => role(|r| r != Role::Viewer),
            Self::Admin => role(|r| r == Role::Admin),
        }
    }
}

/// Asks ahead of the handler.
pub async fn gate(State(access): State<Access>, caller: Caller, request: Request, next: Next) -> Response {
    match access.admits(&caller) {
        Ok(()) => next.run(request).await,
        Err(failure) => failure.into_response(),
    }
}
