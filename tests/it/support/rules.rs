//! Limits to try meetings on.

use sparsam::{
    app::{
        change::Made,
        context::App,
        error::AppError,
        once::Once,
        schedule_meeting::{self, ScheduleMeeting, Scheduled},
    },
    domain::{
        ids::{MeetingId, RuleId},
        limits::{
            consent::Consent,
            rule::{Level, Measure, Rule, Scope, Which},
        },
        meeting::AttendeeRole,
        planning::{Details, Guest, Invitee, Plan, Start},
    },
    store::{self, people::Person},
};

use super::meetings::{Stage, start};

/// Puts a limit in force, over all meetings.
pub(crate) async fn limit(app: &App, scope: Scope, measure: Measure, level: Level) -> RuleId {
    let mut tx = app.db.begin().await.unwrap();
    let id: RuleId = app.new_id();
    store::policy::begin_change(&mut tx).await.unwrap();
    let from = "2026-01-01".parse().unwrap();
    let rule = Rule { id: Some(id), scope, which: Which::All, measure, level, from };
    store::rules::insert(&mut tx, id, &rule, (None, app.now())).await.unwrap();
    tx.commit().await.unwrap();
    id
}

/// A meeting of two without anything else.
pub(crate) fn with(stage: &Stage, title: &str, who: &[&Person]) -> Details {
    let invite = |p: &&Person| Invitee {
        guest: Guest::Person(p.id),
        role: AttendeeRole::Required,
        why: String::new(),
        points: None,
    };
    Details { invitees: who.iter().map(invite).collect(), agenda: Vec::new(), ..stage.details(title, false) }
}

/// Plans half an hour, saying `consent` to the limits.
pub(crate) async fn plan(
    stage: &Stage,
    who: &Person,
    (details, at): (Details, &str),
    consent: Consent,
) -> Result<(MeetingId, Made), AppError> {
    plan_on(&stage.site.app, (stage, who), (details, at), consent).await
}

/// Plans any length.
pub(crate) async fn plan_for(
    stage: &Stage,
    who: &Person,
    (details, at, minutes): (Details, Start, u32),
    consent: Consent,
) -> Result<(MeetingId, Made), AppError> {
    send(&stage.site.app, (stage, who), Plan { details, start: at, minutes }, consent).await
}

/// The same through one of several instances.
pub(crate) async fn plan_on(
    app: &App,
    (stage, who): (&Stage, &Person),
    (details, at): (Details, &str),
    consent: Consent,
) -> Result<(MeetingId, Made), AppError> {
    send(app, (stage, who), Plan { details, start: start(at), minutes: 30 }, consent).await
}

async fn send(
    app: &App,
    (stage, who): (&Stage, &Person),
    plan: Plan,
    consent: Consent,
) -> Result<(MeetingId, Made), AppError> {
    let actor = stage.actor(who).await;
    let key = format!("{} {} {}", plan.details.title, plan.start.local, who.name);
    let once = Once { scope: "test".to_owned(), key, body_hash: [0; 32] };
    let command = ScheduleMeeting { plan, form: Vec::new(), draft: None, consent, once };
    match schedule_meeting::run(app, &actor, &actor.may_plan().unwrap(), command).await? {
        Scheduled::New(id, made) => Ok((id, made)),
        Scheduled::Again(location) => panic!("{location}"),
    }
}

/// What must hold at all times: no claim without its meeting, nobody exclusively in two places.
pub(crate) async fn assert_sound(app: &App) {
    let mut tx = app.db.begin_read().await.unwrap();
    assert_eq!(store::claims::inconsistencies(&mut tx).await.unwrap(), 0, "claims and meetings differ");
    assert_eq!(store::claims::double_bookings(&mut tx).await.unwrap(), 0, "somebody is in two places");
}
