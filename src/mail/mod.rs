//! Mail on its way out: wording it, composing MIME, signing it, handing it to a relay.
//!
//! A frozen letter of the domain is put into words ([`render`]), addressed and judged ([`outgoing`]), and written down
//! ([`mime`]). The same letter always becomes the same bytes, so that a retry is a true duplicate.

mod clear;
pub mod dkim;
pub mod imap;
pub mod incoming;
pub mod mime;
pub mod outgoing;
mod probe;
pub mod read;
pub mod render;
mod smtp;
pub mod transport;
mod wire;

use crate::{
    domain::{itip::compose::Words, language::Language},
    i18n::texts,
};

/// The few words inside calendar objects, by language.
#[must_use]
pub fn words(language: Language) -> Words {
    let t = texts(language);
    Words {
        video: t.calendar_video(),
        join: t.calendar_join(),
        agenda: t.calendar_agenda(),
        minutes: t.calendar_minutes(),
        everyone: t.calendar_everyone(),
        cancelled: t.calendar_cancelled(),
        removed: t.calendar_removed(),
        page: t.calendar_page(),
        reading: t.calendar_reading(),
    }
}
