//! The words for files that are imported, in the reader's language.

use super::Texts;
use crate::domain::transfer::{Existing, Field, ImportState, Kind, Reason, encoding::Encoding};

/// What the rows of a file are.
pub(crate) fn kind(t: &Texts, kind: Kind) -> String {
    match kind {
        Kind::Accounts => t.customers_title(),
        Kind::Contacts => t.contacts_title(),
        Kind::Opportunities => t.pipeline_title(),
        Kind::People => t.people_title(),
    }
}

/// What such a file holds.
pub(crate) fn about(t: &Texts, kind: Kind) -> String {
    match kind {
        Kind::Accounts => t.imports_about_accounts(),
        Kind::Contacts => t.imports_about_contacts(),
        Kind::Opportunities => t.imports_about_opportunities(),
        Kind::People => t.imports_about_people(),
    }
}

/// What counts as the same.
pub(crate) fn doubles(t: &Texts, kind: Kind) -> String {
    match kind {
        Kind::Accounts => t.imports_doubles_accounts(),
        Kind::Contacts => t.imports_doubles_contacts(),
        Kind::Opportunities => t.imports_doubles_opportunities(),
        Kind::People => t.imports_doubles_people(),
    }
}

/// How far a file has come.
pub(crate) fn state(t: &Texts, state: ImportState) -> String {
    match state {
        ImportState::Receiving => t.imports_state_receiving(),
        ImportState::Open | ImportState::Checked => t.imports_state_open(),
        ImportState::Checking => t.imports_state_checking(),
        ImportState::Running => t.imports_state_running(),
        ImportState::Stopped => t.imports_state_stopped(),
        ImportState::Done => t.imports_state_done(),
        ImportState::Undoing => t.imports_state_undoing(),
        ImportState::Undone => t.imports_state_undone(),
        ImportState::Failed => t.imports_state_failed(),
    }
}

/// How letters are written; names that are the same everywhere.
pub(crate) fn encoding(encoding: Encoding) -> &'static str {
    match encoding {
        Encoding::Utf8 => "UTF-8",
        Encoding::Windows1252 => "Windows-1252",
        Encoding::Utf16Le => "UTF-16 LE",
        Encoding::Utf16Be => "UTF-16 BE",
    }
}

/// What stands between columns.
pub(crate) fn separator(t: &Texts, word: &str) -> String {
    match word {
        "semicolon" => t.imports_separator_semicolon(),
        "tab" => t.imports_separator_tab(),
        "bar" => t.imports_separator_bar(),
        _ => t.imports_separator_comma(),
    }
}

/// What becomes of what is known.
pub(crate) fn existing(t: &Texts, existing: Existing) -> String {
    match existing {
        Existing::Update => t.imports_existing_update(),
        Existing::Leave => t.imports_existing_leave(),
    }
}

/// What a column holds.
pub(crate) fn field(t: &Texts, field: Field) -> String {
    match field {
        Field::Name => t.label_name(),
        Field::FirstName => t.imports_field_first_name(),
        Field::LastName => t.imports_field_last_name(),
        Field::Email => t.label_email(),
        Field::Customer => t.customers_one(),
        Field::OrgNumber => t.imports_field_org_number(),
        Field::Title => t.contacts_job(),
        Field::Phone => t.customers_phone(),
        Field::Address => t.customers_address(),
        Field::Postcode => t.imports_field_postcode(),
        Field::City => t.imports_field_city(),
        Field::Country => t.imports_field_country(),
        Field::Owner => t.customers_owner(),
        Field::Class => t.limits_class(),
        Field::Language => t.label_language(),
        Field::Zone => t.label_zone(),
        Field::DoNotContact => t.imports_field_do_not_contact(),
        Field::Subject => t.pipeline_what(),
        Field::ContactEmail => t.imports_field_contact_email(),
        Field::Stage => t.pipeline_stage(),
        Field::Source => t.pipeline_source(),
        Field::Amount => t.pipeline_value(),
        Field::Currency => t.pipeline_currency(),
        Field::Probability => t.pipeline_likely_percent(),
        Field::ExpectedOn => t.pipeline_expected(),
        Field::NextStep => t.pipeline_next(),
        Field::NextOn => t.pipeline_next_by(),
        Field::LostReason => t.pipeline_reason(),
        Field::Role => t.label_role(),
        Field::Teams => t.teams_title(),
        Field::Notes => t.customers_notes(),
    }
}

/// Why a row was not taken.
pub(crate) fn refused(t: &Texts, reason: Reason, (column, text): (Option<Field>, &str)) -> String {
    let column = || column.map_or_else(String::new, |column| field(t, column));
    match reason {
        Reason::NoName => t.imports_reason_no_name(),
        Reason::NoEmail => t.imports_reason_no_email(),
        Reason::BadEmail => t.imports_reason_bad_email(text),
        Reason::NoCustomer => t.imports_reason_no_customer(),
        Reason::UnknownCustomer => t.imports_reason_unknown_customer(text),
        Reason::UnknownContact => t.imports_reason_unknown_contact(text),
        Reason::UnknownOwner => t.imports_reason_unknown_owner(text),
        Reason::UnknownTeam => t.imports_reason_unknown_team(text),
        Reason::UnknownWord => t.imports_reason_unknown_word(column(), text),
        Reason::BadAmount => t.imports_reason_bad_amount(text),
        Reason::BadCurrency => t.imports_reason_bad_currency(text),
        Reason::NoCurrency => t.imports_reason_no_currency(),
        Reason::BadDate => t.imports_reason_bad_date(column(), text),
        Reason::BadPercent => t.imports_reason_bad_percent(text),
        Reason::NoLostReason => t.imports_reason_no_lost_reason(),
        Reason::TooLong => t.imports_reason_too_long(column(), text),
        Reason::RowTooLong => t.imports_reason_row_too_long(),
        Reason::TooWide => t.imports_reason_too_wide(),
        Reason::OpenQuote => t.imports_reason_open_quote(),
        Reason::NotText => t.imports_reason_not_text(),
        Reason::Conflict => t.imports_reason_conflict(text),
        Reason::Colleague => t.imports_reason_colleague(text),
        Reason::Contact => t.imports_reason_contact(text),
        Reason::OtherCustomer => t.imports_reason_other_customer(text),
        Reason::OtherNumber => t.imports_reason_other_number(text),
        Reason::NameTaken => t.imports_reason_name_taken(text),
        Reason::NotYours => t.imports_reason_not_yours(),
        Reason::Left => t.imports_reason_left(text),
        Reason::RoleDiffers => t.imports_reason_role_differs(),
        Reason::TooManyRows => t.imports_reason_too_many_rows(),
        Reason::Busy => t.imports_reason_busy(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        domain::{
            language::Language,
            limits::rule::LeadClass,
            person::Role,
            pipeline::{LeadSource, LostReason, OpportunityStage},
            transfer::{headings, words},
        },
        i18n::{labels, limits, pipeline, texts},
    };

    /// What pages call things, files may call them.
    #[test]
    fn words_of_every_language_are_understood() {
        for language in Language::ALL {
            let t = texts(language);
            for class in LeadClass::ALL {
                assert_eq!(words::class(&limits::class(t, *class)), Some(*class), "{language:?} {class}");
            }
            for stage in OpportunityStage::ALL {
                assert_eq!(words::stage(&pipeline::stage(t, *stage)), Some(*stage), "{language:?} {stage}");
            }
            for source in LeadSource::ALL {
                assert_eq!(words::source(&pipeline::source(t, *source)), Some(*source), "{language:?} {source}");
            }
            for reason in LostReason::ALL {
                assert_eq!(words::lost_reason(&pipeline::reason(t, *reason)), Some(*reason), "{language:?} {reason}");
            }
            for role in Role::ALL {
                assert_eq!(words::role(&labels::role(t, *role)), Some(*role), "{language:?} {role}");
            }
        }
        for other in Language::ALL {
            assert_eq!(words::language(other.own_name()), Some(other));
        }
    }

    /// Most columns that are called as the menus call them are found.
    #[test]
    fn names_of_columns_are_guessed_in_every_language() {
        for language in Language::ALL {
            let t = texts(language);
            for kind in Kind::ALL {
                let names: Vec<String> = kind.fields().iter().map(|f| field(t, *f)).collect();
                let found = headings::guess(*kind, &names).into_iter().flatten().count();
                assert!(found * 10 >= kind.fields().len() * 9, "{language:?} {kind}: {found} of {names:?}");
            }
        }
    }
}
