//! What waits for somebody’s answer.

use sparsam::{
    domain::agenda::{ItemKind, idea::IdeaState},
    store::series_approvals::SeriesApproval,
};

use super::*;

/// An open question about the meeting.
pub(super) async fn approval(site: &TestApp, full: &FullMeeting, (asker, approver): (&Person, &Person)) -> String {
    let now = site.now();
    let approval = Approval {
        id: site.app.new_id(),
        meeting_id: full.meeting.id,
        kind: "edited".to_owned(),
        version: full.meeting.version,
        proposal: serde_json::json!({ "after": full, "note": "" }).to_string(),
        findings: "[]".to_owned(),
        reason: "Secret reason".to_owned(),
        asked_by: asker.id,
        approver_id: approver.id,
        asked_at: now,
        expires_at: now + TimeDelta::days(3),
        state: "open".to_owned(),
        decided_by: None,
        decided_at: None,
        note: String::new(),
        link_version: 1,
    };
    let mut tx = site.db().begin().await.unwrap();
    store::approvals::insert(&mut tx, &approval).await.unwrap();
    tx.commit().await.unwrap();
    approval.id.to_string()
}

/// Another time that Erik suggests.
pub(super) async fn proposal(site: &TestApp, full: &FullMeeting) -> String {
    let start = full.meeting.starts_at + TimeDelta::days(1);
    let proposal = TimeProposal {
        id: site.app.new_id(),
        meeting_id: full.meeting.id,
        attendee_id: full.attendees[1].id,
        starts_at: start,
        ends_at: start + TimeDelta::minutes(30),
        note: "Secret note".to_owned(),
        came_by: CameBy::Page,
        state: ProposalState::Open,
        created_at: site.now(),
        decided_by: None,
        decided_at: None,
    };
    let mut tx = site.db().begin().await.unwrap();
    store::proposals::insert(&mut tx, &proposal).await.unwrap();
    tx.commit().await.unwrap();
    proposal.id.to_string()
}

/// An open question whether a series may go on without an end.
pub(super) async fn series_approval(site: &TestApp, series: &str, (asker, approver): (&Person, &Person)) -> String {
    let now = site.now();
    let approval = SeriesApproval {
        id: site.app.new_id(),
        series_id: series.parse().unwrap(),
        reason: "Secret reason".to_owned(),
        asked_by: asker.id,
        approver_id: approver.id,
        asked_at: now,
        expires_at: now + TimeDelta::days(3),
        state: "open".to_owned(),
        decided_by: None,
        decided_at: None,
        note: String::new(),
        link_version: 1,
    };
    let mut tx = site.db().begin().await.unwrap();
    store::series_approvals::insert(&mut tx, &approval).await.unwrap();
    tx.commit().await.unwrap();
    approval.id.to_string()
}

/// A point that Erik suggests.
pub(super) async fn idea(site: &TestApp, full: &FullMeeting) -> String {
    let idea = PointIdea {
        id: site.app.new_id(),
        meeting_id: full.meeting.id,
        series_id: None,
        attendee_id: Some(full.attendees[1].id),
        name: "Erik Sund".to_owned(),
        kind: ItemKind::Free,
        title: "Secret idea".to_owned(),
        minutes: 5,
        note: String::new(),
        state: IdeaState::Open,
        created_at: site.now(),
        item_id: None,
        decided_by: None,
        decided_at: None,
    };
    let mut tx = site.db().begin().await.unwrap();
    store::point_ideas::insert(&mut tx, &idea).await.unwrap();
    tx.commit().await.unwrap();
    idea.id.to_string()
}

/// A reply by mail that waits.
pub(super) async fn reply(site: &TestApp, full: &FullMeeting) -> String {
    let calendar = format!(
        "BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\nUID:{}\r\nCOMMENT:Secret\r\n\
         ATTENDEE;PARTSTAT=ACCEPTED:mailto:x@y.example\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
        full.meeting.uid
    );
    let raw = format!("From: x@y.example\r\nContent-Type: text/calendar\r\n\r\n{calendar}");
    receive_mail::run(&site.app, &take_apart(raw.as_bytes()).unwrap()).await.unwrap();
    let mut tx = site.db().begin_read().await.unwrap();
    store::inbound_mail::of_meeting(&mut tx, full.meeting.id).await.unwrap()[0].id.to_string()
}
