//! Mail on its way out: composing MIME, signing it, handing it to a relay.
//!
//! What a mail says is decided elsewhere; here a finished [`mime::Letter`] becomes bytes, and the same letter always
//! becomes the same bytes, so that a retry is a true duplicate.

pub mod dkim;
pub mod mime;
mod probe;
mod smtp;
pub mod transport;
mod wire;

/// The few words inside calendar objects, by language.
#[must_use]
pub fn words(language: crate::domain::language::Language) -> crate::domain::itip::compose::Words {
    let t = crate::i18n::texts(language);
    crate::domain::itip::compose::Words {
        video: t.calendar_video(),
        join: t.calendar_join(),
        agenda: t.calendar_agenda(),
        minutes: t.calendar_minutes(),
        everyone: t.calendar_everyone(),
        cancelled: t.calendar_cancelled(),
        removed: t.calendar_removed(),
        page: t.calendar_page(),
    }
}
