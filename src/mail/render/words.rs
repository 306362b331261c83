//! The words of calendar objects.

use crate::{
    domain::{itip::compose::Words, language::Language},
    i18n::texts,
};

/// The words of calendar objects in one language.
#[must_use]
pub fn words(language: Language) -> Words {
    let t = texts(language);
    Words {
        video: t.calendar_video(),
        join: t.mail_join(),
        agenda: t.calendar_agenda(),
        minutes: t.mail_minutes_unit(),
        everyone: t.calendar_everyone(),
        cancelled: t.calendar_cancelled(),
        removed: t.calendar_removed(),
        page: t.calendar_page(),
    }
}
