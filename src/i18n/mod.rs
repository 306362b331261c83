//! Languages: the message catalogue, words for the fixed vocabulary, and dates, times and numbers as readers write them.

use std::sync::LazyLock;

use crate::domain::language::Language;

pub(crate) mod course;
pub(crate) mod deeds;
pub(crate) mod field_errors;
pub(crate) mod format;
pub(crate) mod holidays;
pub(crate) mod labels;
pub(crate) mod limits;
pub(crate) mod pipeline;
pub(crate) mod replies;
pub(crate) mod scorecards;
pub(crate) mod series;
pub(crate) mod series_record;
pub(crate) mod starters;
pub(crate) mod transfer;

#[expect(
    unreachable_pub,
    clippy::pedantic,
    clippy::derivable_impls,
    clippy::expect_used,
    clippy::unwrap_used,
    reason = "generated from locales/ by build.rs, which checks that no call can fail"
)]
mod catalogue {
    include!(concat!(env!("OUT_DIR"), "/l10n.rs"));
}

/// All messages in one language, one method each.
pub(crate) type Texts = catalogue::L10nLanguage;

/// The messages of a language; read once, then shared.
pub(crate) fn texts(language: Language) -> &'static Texts {
    use catalogue::L10n;

    static EN: LazyLock<Texts> = LazyLock::new(|| L10n::En.load());
    static SV: LazyLock<Texts> = LazyLock::new(|| L10n::Sv.load());
    static FI: LazyLock<Texts> = LazyLock::new(|| L10n::Fi.load());
    static NB: LazyLock<Texts> = LazyLock::new(|| L10n::Nb.load());
    match language {
        Language::En => &EN,
        Language::Sv => &SV,
        Language::Fi => &FI,
        Language::Nb => &NB,
    }
}
