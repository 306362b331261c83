//! The router, built from a table of routes that tests can read.

use axum::{
    Router,
    handler::Handler,
    http::Method,
    middleware,
    response::Response,
    routing::{get, post},
};

use super::{
    access::{Access, gate},
    failure::Failure,
    state::{Reads, Writes},
};

/// One route.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Route {
    /// GET or POST.
    pub method: Method,
    /// With `{names}` for parameters.
    pub path: &'static str,
    /// Who may come.
    pub access: Access,
}

/// Routes being gathered. Pages are handlers over [`Reads`], commands over [`Writes`]: a page cannot write, by type.
#[derive(Default)]
pub struct Routes {
    pages: Router<Reads>,
    commands: Router<Writes>,
    table: Vec<Route>,
}

impl Routes {
    /// A page: answers GET, changes nothing.
    #[must_use]
    pub fn page<H, T>(mut self, path: &'static str, access: Access, handler: H) -> Self
    where
        H: Handler<T, Reads>,
        T: 'static,
    {
        let route = get(handler).layer(middleware::from_fn_with_state(access, gate));
        self.pages = self.pages.route(path, route);
        self.table.push(Route { method: Method::GET, path, access });
        self
    }

    /// A command: answers POST.
    #[must_use]
    pub fn command<H, T>(mut self, path: &'static str, access: Access, handler: H) -> Self
    where
        H: Handler<T, Writes>,
        T: 'static,
    {
        let route = post(handler).layer(middleware::from_fn_with_state(access, gate));
        self.commands = self.commands.route(path, route);
        self.table.push(Route { method: Method::POST, path, access });
        self
    }

    /// A question: answers POST, because what it is asked is long or must not stand in logs, and changes nothing.
    #[must_use]
    pub fn question<H, T>(mut self, path: &'static str, access: Access, handler: H) -> Self
    where
        H: Handler<T, Reads>,
        T: 'static,
    {
        let route = post(handler).layer(middleware::from_fn_with_state(access, gate));
        self.pages = self.pages.route(path, route);
        self.table.push(Route { method: Method::POST, path, access });
        self
    }

    /// Adds the routes of one resource.
    #[must_use]
    pub fn with(self, resource: fn(Self) -> Self) -> Self {
        resource(self)
    }

    /// The table.
    #[must_use]
    pub fn table(&self) -> &[Route] {
        &self.table
    }

    /// The router.
    pub fn into_router(self, reads: Reads, writes: Writes) -> Router {
        self.pages.with_state(reads).merge(self.commands.with_state(writes)).fallback(no_such_page)
    }
}

async fn no_such_page() -> Result<Response, Failure> {
    Err(Failure::NotFound)
}

/// All routes of the program.
#[must_use]
pub fn all() -> Routes {
    Routes::default()
        .with(super::action_link::routes)
        .with(super::actions::routes)
        .with(super::admin::routes)
        .with(super::agendas::routes)
        .with(super::answer::routes)
        .with(super::approvals::routes)
        .with(super::calendar::routes)
        .with(super::contacts::routes)
        .with(super::customers::routes)
        .with(super::course::routes)
        .with(super::decisions::routes)
        .with(super::demo::routes)
        .with(super::drafts::routes)
        .with(super::export::routes)
        .with(super::feed::routes)
        .with(super::feed_settings::routes)
        .with(super::forgotten::routes)
        .with(super::help::routes)
        .with(super::home::routes)
        .with(super::imports::routes)
        .with(super::limits::routes)
        .with(super::load::routes)
        .with(super::mail_settings::routes)
        .with(super::mailbox::routes)
        .with(super::meeting::routes)
        .with(super::meetings_list::routes)
        .with(super::new_password::routes)
        .with(super::no_more_invitations::routes)
        .with(super::numbers::routes)
        .with(super::opportunities::routes)
        .with(super::planner::routes)
        .with(super::points::routes)
        .with(super::rates::routes)
        .with(super::recognitions::routes)
        .with(super::series::routes)
        .with(super::session::routes)
        .with(super::settings::routes)
        .with(super::setup::routes)
        .with(super::targets::routes)
        .with(super::teams::routes)
        .with(super::updates::routes)
}
