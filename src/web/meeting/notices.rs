//! The sentence above the page about what just happened, from a closed set of values in the address.

use std::collections::HashSet;

use chrono::{DateTime, TimeDelta, Utc};

use super::when::moment;
use crate::{
    app::{actor::Actor, change, daily_mails::MAILS_A_DAY},
    domain::ids::{AttendeeId, ChangeId},
    i18n::{Texts, format::Format},
    store::{self, Tx, changes::Change, deliveries::Delivery, meetings::FullMeeting},
    web::{failure::Failure, form::Form, page::Notice},
};

/// Whom the notice is for, and when.
pub(super) struct Reader<'a> {
    pub(super) t: &'static Texts,
    pub(super) f: &'a Format,
    pub(super) actor: &'a Actor,
    pub(super) now: DateTime<Utc>,
}

impl Reader<'_> {
    /// `?done=…` or `?sent={change}`.
    pub(super) async fn notice(
        &self,
        tx: &mut Tx,
        query: &Form,
        (full, mails): (&FullMeeting, &[Delivery]),
    ) -> Result<Option<Notice>, Failure> {
        let t = self.t;
        if query.get("done") == "asked" {
            let Some(open) = store::approvals::open_of(tx, full.meeting.id).await? else { return Ok(None) };
            let approver = store::people::by_id(tx, open.approver_id).await?.map(|p| p.name).unwrap_or_default();
            let tells = open.asked_by == self.actor.id();
            return Ok(tells.then(|| Notice::new(t.approval_done_asked(approver))));
        }
        let plain = match query.get("done") {
            "outcome" => Some(t.pipeline_done_moved()),
            "undone" => Some(t.done_undone()),
            "carry-kept" => Some(t.carry_done_kept()),
            "carry-skipped" => Some(t.carry_done_skipped()),
            "carry-dropped" => Some(t.carry_done_dropped()),
            "carry-late" => Some(t.carry_done_late()),
            "carry-full" => Some(t.carry_done_full()),
            "settled" => Some(t.actions_done_settled()),
            "worth" => Some(t.worth_done()),
            "point" => Some(t.point_done()),
            "point-stays" => Some(t.point_stays()),
            "answered" => Some(t.done_answered()),
            "again" => Some(t.done_again()),
            "proposal-declined" => Some(t.proposals_done_declined()),
            "proposal-over" => Some(t.proposals_done_over()),
            "reply-applied" => Some(t.reply_done_applied()),
            "reply-ignored" => Some(t.reply_done_ignored()),
            "reply-dismissed" => Some(t.reply_done_dismissed()),
            "reply-moved" => Some(t.reply_done_moved()),
            "reply-late" => Some(t.reply_done_late()),
            "reply-stopped" => Some(t.reply_done_stopped()),
            "reply-refused" => Some(t.reply_done_refused()),
            "withdrawn" => Some(t.approval_done_withdrawn()),
            "forgotten" => Some(t.done_forgotten()),
            "outdated" => Some(t.done_outdated()),
            "too-late" => Some(t.done_too_late()),
            _ => None,
        };
        if let Some(text) = plain {
            return Ok(Some(Notice::new(text)));
        }
        let Ok(id) = query.get("sent").parse::<ChangeId>() else { return Ok(None) };
        let change = store::changes::by_id(tx, id).await?.filter(|change| self.may_undo(change, full));
        Ok(change.map(|change| self.sent(&change, full, mails)))
    }

    /// Whether undoing is still on offer; the command asks again.
    fn may_undo(&self, change: &Change, full: &FullMeeting) -> bool {
        change.meeting_id == full.meeting.id
            && change.version == full.meeting.version
            && change.undone_at.is_none()
            && change.undo_until > self.now
            && self.actor.may_change(full).is_ok()
    }

    fn sent(&self, change: &Change, full: &FullMeeting, mails: &[Delivery]) -> Notice {
        let t = self.t;
        // The reader's own copy does not count as telling people.
        let own = full.attendees.iter().find(|a| a.person_id == Some(self.actor.id())).map(|a| a.id);
        let fresh = mails.iter().filter(|m| m.mail.created_at >= change.at).map(|m| m.attendee_id);
        let people: HashSet<AttendeeId> = fresh.filter(|id| Some(*id) != own).collect();
        let time = moment(self.f, self.now, change.undo_until);
        let text = match (people.len(), change.kind.as_str()) {
            (0, kind) if kind == change::QUIETLY => t.sent_quietly(),
            (0, _) => t.sent_nobody(),
            (n, "planned" | "series_planned" | "address" | "series_address") => t.sent_planned(n, time),
            (n, "moved" | "series_moved") => t.sent_moved(n, time),
            (n, "cancelled" | "series_cancelled") => t.sent_cancelled(n, time),
            (n, _) => t.sent_edited(n, time),
        };
        // Mails are written a moment before the change is; those that are put off wait for another day.
        let soon = change.undo_until + TimeDelta::minutes(1);
        let later = mails.iter().filter(|m| m.mail.created_at >= change.at && m.mail.not_before > soon).count();
        let text = if later == 0 { text } else { format!("{text} {}", t.sent_later(later, MAILS_A_DAY)) };
        let undo = change.before.is_some().then(|| format!("/changes/{}/undoing", change.id));
        Notice { text, undo }
    }
}
