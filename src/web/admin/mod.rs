//! Administration: people, teams, audit log, the state of the system.

mod audit;
mod audit_words;
mod deactivation;
mod invitation;
mod people;
mod person;
mod retention;
mod system;
mod teams;

use super::routes::Routes;

pub(super) fn routes(routes: Routes) -> Routes {
    routes
        .with(people::routes)
        .with(invitation::routes)
        .with(person::routes)
        .with(deactivation::routes)
        .with(teams::routes)
        .with(retention::routes)
        .with(audit::routes)
        .with(system::routes)
}
