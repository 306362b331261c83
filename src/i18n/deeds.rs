//! What was done with a meeting or a series, in words that the log of everything and the history of one meeting share.

use super::Texts;

/// What was done; `None` for what is about something else, or what either of them says in its own way.
pub(crate) fn words(t: &Texts, action: &str) -> Option<String> {
    with_meeting(t, action).or_else(|| with_series(t, action))
}

fn with_meeting(t: &Texts, action: &str) -> Option<String> {
    Some(match action {
        "meeting.edited_quietly" => t.audit_meeting_edited_quietly(),
        "meeting.reminder_wish" => t.audit_meeting_reminder_wish(),
        "meeting.reply_ignored" => t.audit_meeting_reply_ignored(),
        "meeting.approval_asked" => t.audit_meeting_approval_asked(),
        "meeting.approved" => t.audit_meeting_approved(),
        "meeting.approval_declined" => t.audit_meeting_approval_declined(),
        "meeting.approval_expired" => t.audit_meeting_approval_expired(),
        "meeting.approval_passed_on" => t.audit_meeting_approval_passed_on(),
        "meeting.approval_withdrawn" => t.audit_meeting_approval_withdrawn(),
        "meeting.proposal_made" => t.audit_meeting_proposal_made(),
        "meeting.proposal_accepted" => t.audit_meeting_proposal_accepted(),
        "meeting.proposal_declined" => t.audit_meeting_proposal_declined(),
        "meeting.proposal_withdrawn" => t.audit_meeting_proposal_withdrawn(),
        "meeting.input_sent" => t.audit_meeting_input_sent(),
        "meeting.begun" => t.audit_meeting_begun(),
        "meeting.ended" => t.audit_meeting_ended(),
        "meeting.resumed" => t.audit_meeting_resumed(),
        "meeting.minutes_closed" => t.audit_meeting_minutes_closed(),
        "meeting.minutes_reopened" => t.audit_meeting_minutes_reopened(),
        "meeting.idea_made" => t.audit_meeting_idea_made(),
        "meeting.idea_declined" => t.audit_meeting_idea_declined(),
        "meeting.idea_put_off" => t.audit_meeting_idea_put_off(),
        "meeting.point_prepared" => t.audit_meeting_point_prepared(),
        "meeting.scorecard_saved" => t.audit_meeting_scorecard_saved(),
        "meeting.recognition_added" => t.audit_meeting_recognition_added(),
        "meeting.recognition_removed" => t.audit_meeting_recognition_removed(),
        _ => return None,
    })
}

fn with_series(t: &Texts, action: &str) -> Option<String> {
    Some(match action {
        "series.planned" => t.series_audit_planned(),
        "series.renewed" => t.series_audit_renewed(),
        "series.repeated" => t.series_audit_repeated(),
        "series.edited" => t.series_audit_edited(),
        "series.edited_quietly" => t.series_audit_edited_quietly(),
        "series.moved" => t.series_audit_moved(),
        "series.cancelled" => t.series_audit_cancelled(),
        "series.undone" => t.series_audit_undone(),
        "series.endless_asked" => t.endless_audit_asked(),
        "series.endless_approved" => t.endless_audit_approved(),
        "series.endless_declined" => t.endless_audit_declined(),
        "series.endless_expired" => t.endless_audit_expired(),
        "series.endless_withdrawn" => t.endless_audit_withdrawn(),
        "series.endless_ended" => t.endless_audit_ended(),
        _ => return None,
    })
}
