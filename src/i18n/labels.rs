//! The words for the fixed vocabulary, in the reader's language.

use super::Texts;
use crate::domain::{
    agenda::{ItemKind, Wanted},
    mail_wishes::{AnswerMails, Summary},
    meeting::{Answer, AttendeeRole, Format, Purpose, Stage, Status, VideoSource},
    outside::Trouble,
    person::{Clock, PersonState, Role, Theme},
    reminders::{Lead, Wish},
};

/// How long ahead of a meeting its reminder goes out.
pub(crate) fn lead(t: &Texts, lead: Lead) -> String {
    match lead.minutes() {
        minutes @ 0..60 => t.reminder_minutes_before(minutes),
        minutes @ 60..1440 => t.reminder_hours_before(minutes / 60),
        minutes => t.reminder_days_before(minutes / 1440),
    }
}

/// Of which meetings somebody is reminded.
pub(crate) fn reminder_wish(t: &Texts, wish: Wish) -> String {
    match wish {
        Wish::Unanswered => t.settings_mail_unanswered(),
        Wish::All => t.settings_mail_all(),
        Wish::Never => t.settings_mail_never(),
    }
}

/// How organizers hear of answers.
pub(crate) fn answer_mails(t: &Texts, answers: AnswerMails) -> String {
    match answers {
        AnswerMails::AtOnce => t.settings_mail_at_once(),
        AnswerMails::Summary => t.settings_mail_in_summary(),
        AnswerMails::Never => t.settings_mail_never(),
    }
}

/// How often somebody gets a summary.
pub(crate) fn summary(t: &Texts, summary: Summary) -> String {
    match summary {
        Summary::Weekly => t.settings_mail_weekly(),
        Summary::Daily => t.settings_mail_daily(),
        Summary::Never => t.settings_mail_never(),
    }
}

/// Why an outside calendar cannot be read, and what to do.
pub(crate) fn trouble(t: &Texts, trouble: Trouble) -> String {
    match trouble {
        Trouble::Unreachable => t.trouble_unreachable(),
        Trouble::Slow => t.trouble_slow(),
        Trouble::Moved => t.trouble_moved(),
        Trouble::Refused => t.trouble_refused(),
        Trouble::Missing => t.trouble_missing(),
        Trouble::ServerFault => t.trouble_server_fault(),
        Trouble::TooLarge => t.trouble_too_large(),
        Trouble::NotACalendar => t.trouble_not_a_calendar(),
        Trouble::Unusable => t.trouble_unusable(),
    }
}

/// What a meeting is for.
pub(crate) fn purpose(t: &Texts, purpose: Purpose) -> String {
    match purpose {
        Purpose::Targets => t.purpose_targets(),
        Purpose::Recognition => t.purpose_recognition(),
        Purpose::ProductUpdate => t.purpose_product_update(),
        Purpose::Shortfall => t.purpose_shortfall(),
        Purpose::Challenges => t.purpose_challenges(),
        Purpose::Strategy => t.purpose_strategy(),
        Purpose::OneToOne => t.purpose_one_to_one(),
        Purpose::Customer => t.purpose_customer(),
    }
}

/// Where a customer meeting stands in the sale.
pub(crate) fn stage(t: &Texts, stage: Stage) -> String {
    match stage {
        Stage::FirstContact => t.stage_first_contact(),
        Stage::Needs => t.stage_needs(),
        Stage::Presentation => t.stage_presentation(),
        Stage::Objections => t.stage_objections(),
        Stage::Quote => t.stage_quote(),
        Stage::Closing => t.stage_closing(),
        Stage::FollowUp => t.stage_follow_up(),
    }
}

/// How people meet.
pub(crate) fn format(t: &Texts, format: Format) -> String {
    match format {
        Format::Video => t.format_video(),
        Format::Phone => t.format_phone(),
        Format::Room => t.format_room(),
        Format::AtCustomer => t.format_at_customer(),
    }
}

/// Where the video link comes from.
pub(crate) fn video_source(t: &Texts, video_source: VideoSource) -> String {
    match video_source {
        VideoSource::Own => t.video_source_own(),
        VideoSource::Personal => t.video_source_personal(),
        VideoSource::Pasted => t.video_source_pasted(),
    }
}

/// What a point of the agenda is about.
pub(crate) fn item_kind(t: &Texts, item_kind: ItemKind) -> String {
    match item_kind {
        ItemKind::Targets => t.item_targets(),
        ItemKind::Shortfall => t.item_shortfall(),
        ItemKind::Recognition => t.item_recognition(),
        ItemKind::ProductUpdate => t.item_product_update(),
        ItemKind::Challenge => t.item_challenge(),
        ItemKind::Strategy => t.item_strategy(),
        ItemKind::Presentation => t.item_presentation(),
        ItemKind::Guidance => t.item_guidance(),
        ItemKind::Free => t.item_free(),
    }
}

/// What should come out of a point.
pub(crate) fn wanted(t: &Texts, wanted: Wanted) -> String {
    match wanted {
        Wanted::Decide => t.wanted_decide(),
        Wanted::Inform => t.wanted_inform(),
        Wanted::Thank => t.wanted_thank(),
        Wanted::Gather => t.wanted_gather(),
    }
}

/// How somebody takes part.
pub(crate) fn attendee_role(t: &Texts, attendee_role: AttendeeRole) -> String {
    match attendee_role {
        AttendeeRole::Chair => t.attendee_role_chair(),
        AttendeeRole::Required => t.attendee_role_required(),
        AttendeeRole::Optional => t.attendee_role_optional(),
        AttendeeRole::Informed => t.attendee_role_informed(),
    }
}

/// What somebody answered.
pub(crate) fn answer(t: &Texts, answer: Answer) -> String {
    match answer {
        Answer::Open => t.answer_open(),
        Answer::Yes => t.answer_yes(),
        Answer::Maybe => t.answer_maybe(),
        Answer::No => t.answer_no(),
    }
}

/// Where a meeting stands.
pub(crate) fn status(t: &Texts, status: Status) -> String {
    match status {
        Status::Pending => t.status_pending(),
        Status::Confirmed => t.status_confirmed(),
        Status::Cancelled => t.status_cancelled(),
    }
}

/// What a person may do.
pub(crate) fn role(t: &Texts, role: Role) -> String {
    match role {
        Role::Admin => t.role_admin(),
        Role::Manager => t.role_manager(),
        Role::Member => t.role_member(),
        Role::Viewer => t.role_viewer(),
    }
}

/// Where a person's account stands.
pub(crate) fn person_state(t: &Texts, person_state: PersonState) -> String {
    match person_state {
        PersonState::Invited => t.person_state_invited(),
        PersonState::Active => t.person_state_active(),
        PersonState::Deactivated => t.person_state_deactivated(),
    }
}

/// How hours and minutes are separated.
pub(crate) fn clock(t: &Texts, clock: Clock) -> String {
    match clock {
        Clock::Language => t.clock_language(),
        Clock::Colon => "14:05".to_owned(),
        Clock::Dot => "14.05".to_owned(),
    }
}

/// Light or dark.
pub(crate) fn theme(t: &Texts, theme: Theme) -> String {
    match theme {
        Theme::System => t.theme_system(),
        Theme::Light => t.theme_light(),
        Theme::Dark => t.theme_dark(),
    }
}

/// How long ago, in words.
pub(crate) fn age(t: &Texts, ago: chrono::TimeDelta) -> String {
    match (ago.num_days(), ago.num_hours(), ago.num_minutes()) {
        (_, _, ..=0) => t.time_age_now(),
        (_, 0, minutes) => t.time_age_minutes(minutes),
        (..=1, hours, _) => t.time_age_hours(hours),
        (days, _, _) => t.time_age_days(days),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{domain::language::Language, i18n::texts};

    fn assert_distinct(mut words: Vec<String>, language: Language) {
        let count = words.len();
        words.sort();
        words.dedup();
        assert_eq!(words.len(), count, "{language:?}: {words:?}");
        assert!(words.iter().all(|w| !w.is_empty()));
    }

    #[test]
    fn no_two_choices_of_a_list_look_the_same() {
        for language in Language::ALL {
            let t = texts(language);
            assert_distinct(Purpose::ALL.iter().map(|p| purpose(t, *p)).collect(), language);
            assert_distinct(Stage::ALL.iter().map(|s| stage(t, *s)).collect(), language);
            assert_distinct(Format::ALL.iter().map(|f| format(t, *f)).collect(), language);
            assert_distinct(VideoSource::ALL.iter().map(|v| video_source(t, *v)).collect(), language);
            assert_distinct(ItemKind::ALL.iter().map(|k| item_kind(t, *k)).collect(), language);
            assert_distinct(Wanted::ALL.iter().map(|w| wanted(t, *w)).collect(), language);
            assert_distinct(AttendeeRole::ALL.iter().map(|r| attendee_role(t, *r)).collect(), language);
            assert_distinct(Answer::ALL.iter().map(|a| answer(t, *a)).collect(), language);
            assert_distinct(Status::ALL.iter().map(|s| status(t, *s)).collect(), language);
            assert_distinct(Role::ALL.iter().map(|r| role(t, *r)).collect(), language);
            assert_distinct(PersonState::ALL.iter().map(|s| person_state(t, *s)).collect(), language);
            assert_distinct(Trouble::ALL.iter().map(|v| trouble(t, *v)).collect(), language);
            assert_distinct(Clock::ALL.iter().map(|c| clock(t, *c)).collect(), language);
            assert_distinct(Theme::ALL.iter().map(|v| theme(t, *v)).collect(), language);
        }
    }

    #[test]
    fn words_are_those_of_the_language() {
        let words = Language::ALL.map(|language| purpose(texts(language), Purpose::Shortfall));
        assert_eq!(words, ["Fix a shortfall", "Ta igen ett tapp", "Vajeen korjaaminen", "Ta igjen et etterslep"]);
    }
}
