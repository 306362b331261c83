//! What a row says, as far as it can be told without looking at what is known already. An empty cell says nothing.

use chrono::NaiveDate;

use super::{Field, Mapping, Reason, Refused, money, reader::Row, words};
use crate::domain::{
    email::EmailAddress,
    language::Language,
    limits::rule::LeadClass,
    person::Role,
    pipeline::{LeadSource, LostReason, OpportunityStage},
    text::SafeText,
    time::Zone,
    when,
};

/// Longest name, in characters.
pub const MAX_NAME: usize = 120;
/// Longest name of a colleague.
pub const MAX_PERSON: usize = 100;
/// Longest line such as a phone number.
pub const MAX_LINE: usize = 200;
/// Longest postal address.
pub const MAX_ADDRESS: usize = 500;
/// Longest note.
pub const MAX_NOTES: usize = 4_000;

/// What a row is read with.
#[derive(Debug, Clone, Copy)]
pub struct Reading<'a> {
    /// What its columns hold.
    pub mapping: &'a Mapping,
    /// For dates without a year.
    pub today: NaiveDate,
}

/// A customer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccountRow {
    /// Name.
    pub name: String,
    /// Organisation number without blanks and signs.
    pub org_number: String,
    /// Mail address or name of the seller.
    pub owner: String,
    /// How near to buying.
    pub class: Option<LeadClass>,
    /// Phone number.
    pub phone: String,
    /// Postal address, in lines.
    pub address: String,
    /// What one should know.
    pub notes: String,
}

/// Which customer a row belongs to; both empty if it does not say.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Belongs {
    /// Its name.
    pub name: String,
    /// Its organisation number without blanks and signs.
    pub org_number: String,
}

/// A person at a customer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ContactRow {
    /// Name.
    pub name: String,
    /// Mail address.
    pub email: EmailAddress,
    /// Where they work.
    pub customer: Belongs,
    /// What they do there.
    pub title: String,
    /// Phone number.
    pub phone: String,
    /// Language of their mails.
    pub language: Option<Language>,
    /// IANA zone.
    pub zone: Option<String>,
    /// Whether they asked for no more invitations.
    pub silent: bool,
    /// What one should know.
    pub notes: String,
}

/// What a customer may buy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpportunityRow {
    /// What it is about.
    pub title: String,
    /// Who may buy.
    pub customer: Belongs,
    /// Mail address of the contact.
    pub contact: Option<EmailAddress>,
    /// Mail address or name of the seller.
    pub owner: String,
    /// Where it stands.
    pub stage: Option<OpportunityStage>,
    /// Where it came from.
    pub source: Option<LeadSource>,
    /// What it is worth, in whole units, and the currency.
    pub amount: Option<(i64, String)>,
    /// In percent.
    pub probability: Option<u8>,
    /// When the customer is expected to decide.
    pub expected_on: Option<NaiveDate>,
    /// What to do next.
    pub next_step: String,
    /// By when.
    pub next_on: Option<NaiveDate>,
    /// Why it was lost.
    pub lost_reason: Option<LostReason>,
}

/// A colleague.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonRow {
    /// Name.
    pub name: String,
    /// Mail address.
    pub email: EmailAddress,
    /// What they may do.
    pub role: Option<Role>,
    /// Names of the teams that they join, each once.
    pub teams: Vec<String>,
    /// Language of pages and mails.
    pub language: Option<Language>,
    /// IANA zone.
    pub zone: Option<String>,
}

type Read<T> = Result<T, Refused>;

struct Cells<'a> {
    row: &'a Row,
    reading: Reading<'a>,
}

impl AccountRow {
    /// Reads a row.
    ///
    /// # Errors
    /// The first thing that is wrong with it.
    pub fn read(row: &Row, reading: Reading<'_>) -> Read<Self> {
        let cells = Cells::of(row, reading)?;
        Ok(Self {
            name: cells.named(Field::Name, MAX_NAME)?,
            org_number: cells.org_number()?,
            owner: cells.line(Field::Owner, MAX_LINE)?,
            class: cells.word(Field::Class, words::class)?,
            phone: cells.line(Field::Phone, MAX_LINE)?,
            address: cells.address()?,
            notes: cells.block(Field::Notes, MAX_NOTES)?,
        })
    }
}

impl ContactRow {
    /// Reads a row.
    ///
    /// # Errors
    /// The first thing that is wrong with it.
    pub fn read(row: &Row, reading: Reading<'_>) -> Read<Self> {
        let cells = Cells::of(row, reading)?;
        Ok(Self {
            name: cells.person(MAX_NAME)?,
            email: cells.email(Field::Email)?.ok_or_else(|| Refused::row(Reason::NoEmail))?,
            customer: cells.belongs()?,
            title: cells.line(Field::Title, MAX_LINE)?,
            phone: cells.line(Field::Phone, MAX_LINE)?,
            language: cells.word(Field::Language, words::language)?,
            zone: cells.zone()?,
            silent: cells.word(Field::DoNotContact, words::yes)?.unwrap_or(false),
            notes: cells.block(Field::Notes, MAX_NOTES)?,
        })
    }
}

impl OpportunityRow {
    /// Reads a row.
    ///
    /// # Errors
    /// The first thing that is wrong with it.
    pub fn read(row: &Row, reading: Reading<'_>) -> Read<Self> {
        let cells = Cells::of(row, reading)?;
        let stage = cells.word(Field::Stage, words::stage)?;
        let lost_reason = cells.word(Field::LostReason, words::lost_reason)?;
        if stage == Some(OpportunityStage::Lost) && lost_reason.is_none() {
            return Err(Refused::row(Reason::NoLostReason));
        }
        Ok(Self {
            title: cells.named(Field::Subject, MAX_NAME)?,
            customer: cells.belongs()?,
            contact: cells.email(Field::ContactEmail)?,
            owner: cells.line(Field::Owner, MAX_LINE)?,
            stage,
            source: cells.word(Field::Source, words::source)?,
            amount: money::read(
                cells.text(Field::Amount),
                cells.text(Field::Currency),
                &cells.reading.mapping.currency,
            )?,
            probability: cells.percent()?,
            expected_on: cells.date(Field::ExpectedOn)?,
            next_step: cells.line(Field::NextStep, MAX_LINE)?,
            next_on: cells.date(Field::NextOn)?,
            lost_reason: lost_reason.filter(|_| stage == Some(OpportunityStage::Lost)),
        })
    }
}

impl PersonRow {
    /// Reads a row.
    ///
    /// # Errors
    /// The first thing that is wrong with it.
    pub fn read(row: &Row, reading: Reading<'_>) -> Read<Self> {
        let cells = Cells::of(row, reading)?;
        Ok(Self {
            name: cells.person(MAX_PERSON)?,
            email: cells.email(Field::Email)?.ok_or_else(|| Refused::row(Reason::NoEmail))?,
            role: cells.word(Field::Role, words::role)?,
            teams: cells.list(Field::Teams)?,
            language: cells.word(Field::Language, words::language)?,
            zone: cells.zone()?,
        })
    }
}

impl<'a> Cells<'a> {
    fn of(row: &'a Row, reading: Reading<'a>) -> Read<Self> {
        if let Some(fault) = row.fault {
            return Err(Refused::row(fault));
        }
        let further = row.cells.iter().skip(reading.mapping.columns.len());
        if further.into_iter().any(|cell| !cell.trim().is_empty()) {
            return Err(Refused::row(Reason::TooWide));
        }
        Ok(Self { row, reading })
    }

    /// What stands in a column, without the apostrophe that exports put ahead of what looks like a formula.
    fn text(&self, field: Field) -> &'a str {
        let place = self.reading.mapping.columns.iter().position(|column| *column == Some(field));
        let text = place.and_then(|place| self.row.cells.get(place)).map_or("", |cell| cell.trim());
        let quoted = text.strip_prefix('\'').filter(|rest| rest.starts_with(['=', '+', '-', '@', '\t']));
        quoted.unwrap_or(text)
    }

    fn bounded(&self, field: Field, most: usize) -> Read<&'a str> {
        let text = self.text(field);
        let long = text.chars().filter(|c| *c != '\r').count() > most;
        if long { Err(Refused::cell(Reason::TooLong, field, text)) } else { Ok(text) }
    }

    fn line(&self, field: Field, most: usize) -> Read<String> {
        Ok(SafeText::line(self.bounded(field, most)?, most).into())
    }

    /// Names with commas, semicolons or bars between them.
    fn list(&self, field: Field) -> Read<Vec<String>> {
        let mut names: Vec<String> = Vec::new();
        for name in self.line(field, MAX_NOTES)?.split([',', ';', '|']).map(str::trim).filter(|name| !name.is_empty()) {
            if !names.iter().any(|known| known.to_lowercase() == name.to_lowercase()) {
                names.push(name.to_owned());
            }
        }
        Ok(names)
    }

    fn block(&self, field: Field, most: usize) -> Read<String> {
        Ok(SafeText::block(self.bounded(field, most)?, most).into())
    }

    fn named(&self, field: Field, most: usize) -> Read<String> {
        let name = self.line(field, most)?;
        if name.is_empty() { Err(Refused::row(Reason::NoName)) } else { Ok(name) }
    }

    /// The name, else first and family name together.
    fn person(&self, most: usize) -> Read<String> {
        let whole = self.line(Field::Name, most)?;
        let parts = [self.line(Field::FirstName, most)?, self.line(Field::LastName, most)?];
        let parts: Vec<&str> = parts.iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
        let name = if whole.is_empty() { SafeText::line(&parts.join(" "), most).into() } else { whole };
        if name.is_empty() { Err(Refused::row(Reason::NoName)) } else { Ok(name) }
    }

    fn email(&self, field: Field) -> Read<Option<EmailAddress>> {
        let text = self.text(field);
        if text.is_empty() {
            return Ok(None);
        }
        text.parse().map(Some).map_err(|_| Refused::cell(Reason::BadEmail, field, text))
    }

    fn org_number(&self) -> Read<String> {
        Ok(org_number(&self.line(Field::OrgNumber, MAX_LINE)?))
    }

    fn belongs(&self) -> Read<Belongs> {
        Ok(Belongs { name: self.line(Field::Customer, MAX_NAME)?, org_number: self.org_number()? })
    }

    fn word<T>(&self, field: Field, known: fn(&str) -> Option<T>) -> Read<Option<T>> {
        let text = self.text(field);
        if text.is_empty() {
            return Ok(None);
        }
        known(text).map(Some).ok_or_else(|| Refused::cell(Reason::UnknownWord, field, text))
    }

    fn zone(&self) -> Read<Option<String>> {
        let text = self.text(Field::Zone);
        if text.is_empty() {
            return Ok(None);
        }
        let known = Zone::named(text).map(|_| text.to_owned());
        known.map(Some).map_err(|_| Refused::cell(Reason::UnknownWord, Field::Zone, text))
    }

    fn percent(&self) -> Read<Option<u8>> {
        let text = self.text(Field::Probability);
        let digits = text.trim_end_matches('%').trim_end();
        if digits.is_empty() {
            return Ok(None);
        }
        let percent = digits.parse::<u8>().ok().filter(|percent| *percent <= 100);
        percent.map(Some).ok_or_else(|| Refused::cell(Reason::BadPercent, Field::Probability, text))
    }

    /// A date; the time that databases write behind it is left out.
    fn date(&self, field: Field) -> Read<Option<NaiveDate>> {
        let text = self.text(field);
        if text.is_empty() {
            return Ok(None);
        }
        let day = text.split_once(['T', ' ']).filter(|(_, time)| time.contains(':')).map_or(text, |(day, _)| day);
        when::date(day, self.reading.today).map(Some).map_err(|_| Refused::cell(Reason::BadDate, field, text))
    }

    /// Street, postcode and town, country: a line each.
    fn address(&self) -> Read<String> {
        let street = self.block(Field::Address, MAX_ADDRESS)?;
        let town = [self.line(Field::Postcode, MAX_LINE)?, self.line(Field::City, MAX_LINE)?].join(" ");
        let lines = [street, town.trim().to_owned(), self.line(Field::Country, MAX_LINE)?];
        let lines: Vec<&str> = lines.iter().map(String::as_str).filter(|line| !line.is_empty()).collect();
        Ok(SafeText::block(&lines.join("\n"), MAX_ADDRESS).into())
    }
}

/// An organisation number as it is compared: letters and digits only.
#[must_use]
pub fn org_number(text: &str) -> String {
    text.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_uppercase()).take(40).collect()
}
