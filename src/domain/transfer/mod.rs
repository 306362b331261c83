//! Tables that come from other programs: what is in them, and what a row means here. Nothing in a file is ever carried out;
//! a formula is text like any other.

pub mod encoding;
pub mod headings;
mod money;
pub mod reader;
pub mod record;
pub mod vcard;
pub mod words;

use serde::{Deserialize, Serialize};

use self::encoding::Encoding;
use super::terms::terms;

/// Largest file, in bytes.
pub const MAX_BYTES: u64 = 32 * 1024 * 1024;
/// Most rows of a file.
pub const MAX_ROWS: i64 = 200_000;
/// Most rows of a file of colleagues.
pub const MAX_PEOPLE: i64 = 5_000;
/// Most columns.
pub const MAX_COLUMNS: usize = 100;

terms! {
    /// What the rows of a file are.
    Kind {
        /// Customers.
        Accounts = "accounts",
        /// People at customers.
        Contacts = "contacts",
        /// What customers may buy.
        Opportunities = "opportunities",
        /// Colleagues.
        People = "people",
    }
}

terms! {
    /// What a column holds.
    Field {
        /// Name.
        Name = "name",
        /// First name.
        FirstName = "first_name",
        /// Family name.
        LastName = "last_name",
        /// Mail address.
        Email = "email",
        /// Name of the customer that the row belongs to.
        Customer = "customer",
        /// Organisation number: of the customer itself, or of the one that the row belongs to.
        OrgNumber = "org_number",
        /// What somebody does there.
        Title = "title",
        /// Phone number.
        Phone = "phone",
        /// Street, or the whole postal address.
        Address = "address",
        /// Postcode.
        Postcode = "postcode",
        /// Town.
        City = "city",
        /// Country.
        Country = "country",
        /// The seller responsible: mail address or name.
        Owner = "owner",
        /// How near to buying.
        Class = "class",
        /// Language.
        Language = "language",
        /// Time zone.
        Zone = "zone",
        /// Whether somebody asked for no more invitations.
        DoNotContact = "do_not_contact",
        /// What an opportunity is about.
        Subject = "subject",
        /// Mail address of the contact of an opportunity.
        ContactEmail = "contact_email",
        /// Where it stands.
        Stage = "stage",
        /// Where it came from.
        Source = "source",
        /// What it is worth.
        Amount = "amount",
        /// The currency.
        Currency = "currency",
        /// In percent.
        Probability = "probability",
        /// When the customer is expected to decide.
        ExpectedOn = "expected_on",
        /// What to do next.
        NextStep = "next_step",
        /// By when.
        NextOn = "next_on",
        /// Why it was lost.
        LostReason = "lost_reason",
        /// What somebody may do here.
        Role = "role",
        /// The teams that somebody joins.
        Teams = "teams",
        /// What one should know.
        Notes = "notes",
    }
}

impl Kind {
    /// What columns of such a file may hold, in the order of menus.
    #[must_use]
    pub const fn fields(self) -> &'static [Field] {
        use Field as F;
        match self {
            Self::Accounts => &[
                F::Name,
                F::OrgNumber,
                F::Owner,
                F::Class,
                F::Phone,
                F::Address,
                F::Postcode,
                F::City,
                F::Country,
                F::Notes,
            ],
            Self::Contacts => &[
                F::Name,
                F::FirstName,
                F::LastName,
                F::Email,
                F::Customer,
                F::OrgNumber,
                F::Title,
                F::Phone,
                F::Language,
                F::Zone,
                F::DoNotContact,
                F::Notes,
            ],
            Self::Opportunities => &[
                F::Subject,
                F::Customer,
                F::OrgNumber,
                F::ContactEmail,
                F::Owner,
                F::Stage,
                F::Source,
                F::Amount,
                F::Currency,
                F::Probability,
                F::ExpectedOn,
                F::NextStep,
                F::NextOn,
                F::LostReason,
            ],
            Self::People => &[F::Name, F::FirstName, F::LastName, F::Email, F::Role, F::Teams, F::Language, F::Zone],
        }
    }

    /// What must be there: of each group at least one. A file about one customer need not name it in every row.
    #[must_use]
    pub const fn required(self, one_customer: bool) -> &'static [&'static [Field]] {
        use Field as F;
        const NAMES: &[Field] = &[F::Name, F::FirstName, F::LastName];
        match (self, one_customer) {
            (Self::Accounts, _) => &[&[F::Name]],
            (Self::Contacts, false) => &[NAMES, &[F::Email], &[F::Customer, F::OrgNumber]],
            (Self::People, _) | (Self::Contacts, true) => &[NAMES, &[F::Email]],
            (Self::Opportunities, false) => &[&[F::Subject], &[F::Customer, F::OrgNumber]],
            (Self::Opportunities, true) => &[&[F::Subject]],
        }
    }

    /// Most rows of such a file.
    #[must_use]
    pub const fn most_rows(self) -> i64 {
        match self {
            Self::People => MAX_PEOPLE,
            _ => MAX_ROWS,
        }
    }
}

terms! {
    /// What becomes of what is known already and different in the file.
    Existing {
        /// The file is right, where it says anything.
        Update = "update",
        /// It stays as it is.
        Leave = "leave",
    }
}

terms! {
    /// How far a file has come.
    ImportState {
        /// It is coming in.
        Receiving = "receiving",
        /// Somebody says what its columns hold.
        Open = "open",
        /// What would become of each row is found out.
        Checking = "checking",
        /// It is known what would become of each row.
        Checked = "checked",
        /// Its rows are taken over.
        Running = "running",
        /// Stopped on the way; what was taken over stays.
        Stopped = "stopped",
        /// All rows have been gone through.
        Done = "done",
        /// What was taken over is taken back.
        Undoing = "undoing",
        /// It was taken back.
        Undone = "undone",
        /// Broke off again and again.
        Failed = "failed",
    }
}

impl ImportState {
    /// Whether a worker has something to do.
    #[must_use]
    pub const fn is_moving(self) -> bool {
        matches!(self, Self::Checking | Self::Running | Self::Undoing)
    }
}

/// How a file is to be read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mapping {
    /// How its letters are written.
    pub encoding: Encoding,
    /// What stands between its columns.
    pub separator: char,
    /// Whether its first row names the columns.
    pub headed: bool,
    /// What each column holds; `None` is left out.
    pub columns: Vec<Option<Field>>,
    /// What becomes of what is known.
    pub existing: Existing,
    /// ISO 4217, for amounts without a currency.
    pub currency: String,
    /// Names of the columns as the file says them, for the rows that are given back.
    #[serde(default)]
    pub names: Vec<String>,
    /// Whether colleagues who are added are invited by mail.
    #[serde(default)]
    pub invite: bool,
}

terms! {
    /// Why a row was not taken.
    Reason {
        /// No name.
        NoName = "no_name",
        /// No mail address.
        NoEmail = "no_email",
        /// Not a mail address.
        BadEmail = "bad_email",
        /// No customer named.
        NoCustomer = "no_customer",
        /// No such customer.
        UnknownCustomer = "unknown_customer",
        /// No such contact at the customer.
        UnknownContact = "unknown_contact",
        /// No such colleague.
        UnknownOwner = "unknown_owner",
        /// There is no such team.
        UnknownTeam = "unknown_team",
        /// None of the words that this column may hold.
        UnknownWord = "unknown_word",
        /// Not an amount of money.
        BadAmount = "bad_amount",
        /// No such currency.
        BadCurrency = "bad_currency",
        /// An amount without a currency.
        NoCurrency = "no_currency",
        /// Not a date.
        BadDate = "bad_date",
        /// Not a number of percent.
        BadPercent = "bad_percent",
        /// Lost, without a reason.
        NoLostReason = "no_lost_reason",
        /// More characters than the field may have.
        TooLong = "too_long",
        /// More than a row may have altogether.
        RowTooLong = "row_too_long",
        /// More cells than there are columns.
        TooWide = "too_wide",
        /// A quote that is never closed.
        OpenQuote = "open_quote",
        /// Bytes that are no text.
        NotText = "not_text",
        /// An earlier row is about the same and says something else; the detail is its number.
        Conflict = "conflict",
        /// The address is a colleague's.
        Colleague = "colleague",
        /// The address is a contact's.
        Contact = "contact",
        /// The contact is another customer's.
        OtherCustomer = "other_customer",
        /// The customer is known under another organisation number.
        OtherNumber = "other_number",
        /// Another customer has this name.
        NameTaken = "name_taken",
        /// Somebody else is responsible.
        NotYours = "not_yours",
        /// This colleague has left.
        Left = "left",
        /// Beyond the most rows of a file.
        TooManyRows = "too_many_rows",
        /// Somebody changed it at the same moment.
        Busy = "busy",
        /// Roles of colleagues who are known are changed on their page.
        RoleDiffers = "role_differs",
    }
}

/// Why a row was not taken, and what is wrong with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused {
    /// Why.
    pub reason: Reason,
    /// In which column.
    pub field: Option<Field>,
    /// What stands there, shortened.
    pub detail: String,
}

impl Refused {
    /// A refusal about the whole row.
    #[must_use]
    pub fn row(reason: Reason) -> Self {
        Self { reason, field: None, detail: String::new() }
    }

    /// A refusal about one cell.
    #[must_use]
    pub fn cell(reason: Reason, field: Field, text: &str) -> Self {
        Self { reason, field: Some(field), detail: super::text::SafeText::line(text, 80).into() }
    }
}

#[cfg(test)]
mod tests;
