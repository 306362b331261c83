//! Takes a file in as it comes, a piece at a time; no transaction is open while waiting for more.

use serde_json::json;

use super::{MOST_OPEN, MayImport};
use crate::{
    app::{
        actor::Actor,
        context::App,
        error::{AppError, NoTable, Refusal, Result},
    },
    domain::{
        ids::{AccountId, ImportId},
        text::SafeText,
        transfer::{
            Existing, ImportState, Kind, MAX_BYTES, Mapping, Reason,
            encoding::{Encoding, Sniffer},
            headings,
            reader::{Place, Reader, separator},
            vcard,
        },
    },
    store::{self, import_files::PIECE, imports::Import},
};

/// Names of the columns that cards are turned into.
const CARD_COLUMNS: [&str; 8] = ["Name", "E-mail", "Company", "Title", "Phone", "Language", "Time zone", "Notes"];

/// A file that is coming in.
pub struct Receiving {
    import: Import,
    buffer: Vec<u8>,
    pieces: i64,
    size: u64,
    sniffer: Sniffer,
    /// The first piece.
    head: Vec<u8>,
    /// The whole file, if it is one of cards.
    cards: Option<Vec<u8>>,
}

/// Begins to take a file in. `account` is the customer that all rows are about.
///
/// # Errors
/// [`Refusal::TooManyImports`] beyond [`MOST_OPEN`]; [`AppError::NotFound`] without such a customer.
pub async fn begin(
    app: &App,
    actor: &Actor,
    permit: &MayImport,
    (account, file_name): (Option<AccountId>, &str),
) -> Result<Receiving> {
    let now = app.now();
    let mut tx = app.db.begin().await?;
    if store::imports::open(&mut tx, actor.id()).await? >= MOST_OPEN {
        return Err(Refusal::TooManyImports.into());
    }
    if let Some(id) = account {
        let customer = store::customers::by_id(&mut tx, id).await?.ok_or(AppError::NotFound)?;
        actor.may_keep(customer.owner_id)?;
    }
    let import = Import {
        id: app.new_id(),
        person_id: actor.id(),
        kind: permit.0,
        account_id: account,
        file_name: SafeText::line(file_name, 200).into(),
        state: ImportState::Receiving,
        size: 0,
        heading: String::new(),
        mapping: unknown().into(),
        at_byte: 0,
        at_row: 0,
        rows_new: 0,
        rows_changed: 0,
        rows_same: 0,
        rows_double: 0,
        rows_refused: 0,
        rows_total: None,
        undone: 0,
        stays: 0,
        failures: 0,
        stepped_at: now,
        ended_at: None,
        created_at: now,
    };
    store::imports::insert(&mut tx, &import).await?;
    tx.commit().await?;
    let (sniffer, head) = (Sniffer::default(), Vec::new());
    Ok(Receiving { import, buffer: Vec::with_capacity(PIECE), pieces: 0, size: 0, sniffer, head, cards: None })
}

impl Receiving {
    /// The next bytes of the file.
    ///
    /// # Errors
    /// [`Refusal::NoTable`] when it has become too large; nothing is kept of it then.
    pub async fn put(&mut self, app: &App, bytes: &[u8]) -> Result<()> {
        if self.size == 0 && self.import.kind == Kind::Contacts && vcard::looks_like(bytes) {
            self.cards = Some(Vec::new());
        }
        self.size = self.size.saturating_add(bytes.len() as u64);
        let most = if self.cards.is_some() { vcard::MAX_CARDS_BYTES as u64 } else { MAX_BYTES };
        if self.size > most {
            return self.refuse(app, NoTable::TooLarge).await;
        }
        match &mut self.cards {
            Some(cards) => {
                cards.extend_from_slice(bytes);
                Ok(())
            }
            None => self.keep(app, bytes).await,
        }
    }

    async fn keep(&mut self, app: &App, bytes: &[u8]) -> Result<()> {
        self.sniffer.push(bytes);
        self.buffer.extend_from_slice(bytes);
        while self.buffer.len() >= PIECE {
            let rest = self.buffer.split_off(PIECE);
            let piece = std::mem::replace(&mut self.buffer, rest);
            self.write(app, &piece).await?;
        }
        Ok(())
    }

    async fn write(&mut self, app: &App, piece: &[u8]) -> Result<()> {
        if self.pieces == 0 {
            self.head = piece.to_vec();
        }
        let mut tx = app.db.begin().await?;
        store::import_files::put(&mut tx, (self.import.id, self.pieces), piece).await?;
        self.pieces += 1;
        Ok(tx.commit().await?)
    }

    /// The file is complete: finds out how it is written and what its columns may hold.
    ///
    /// # Errors
    /// [`Refusal::NoTable`]; nothing is kept of the file then.
    pub async fn finish(mut self, app: &App, actor: &Actor) -> Result<ImportId> {
        if let Some(cards) = self.cards.take() {
            let Ok(cards) = vcard::read(&cards) else { return self.refuse(app, NoTable::NoCards).await };
            let table = table(&cards);
            self.size = table.len() as u64;
            self.keep(app, table.as_bytes()).await?;
        }
        let last = std::mem::take(&mut self.buffer);
        if !last.is_empty() {
            self.write(app, &last).await?;
        }
        if self.sniffer.is_empty() {
            return self.refuse(app, NoTable::Empty).await;
        }
        let Some(encoding) = self.sniffer.guess() else { return self.refuse(app, NoTable::NotText).await };
        let guessed = match guess(self.import.kind, encoding, &self.head) {
            Ok(guessed) => guessed,
            Err(why) => return self.refuse(app, why).await,
        };
        self.open(app, actor, guessed).await
    }

    async fn open(mut self, app: &App, actor: &Actor, (mut mapping, heading): (Mapping, String)) -> Result<ImportId> {
        let mut tx = app.db.begin().await?;
        let firm = store::organization::load(&mut tx).await?.ok_or(AppError::NotFound)?;
        usual_currency(&firm.country).clone_into(&mut mapping.currency);
        let before = store::imports::remembered(&mut tx, (self.import.kind, &heading)).await?;
        if let Some(before) = before.filter(|before| before.columns.len() == mapping.columns.len()) {
            let Mapping { encoding, separator, names, .. } = mapping;
            mapping = Mapping { encoding, separator, names, invite: false, ..before };
        }
        self.import.mapping = mapping.into();
        self.import.heading = heading;
        self.import.state = ImportState::Open;
        self.import.size = i64::try_from(self.size).unwrap_or(i64::MAX);
        store::imports::update(&mut tx, &self.import).await?;
        let mut deed = actor.deed("import.uploaded", ("import", self.import.id.uuid()));
        deed.after = Some(json!({ "name": self.import.file_name, "kind": self.import.kind }));
        store::audit::record(&mut tx, &deed, app.now()).await?;
        tx.commit().await?;
        Ok(self.import.id)
    }

    /// Forgets what has come, and says why.
    async fn refuse<T>(&mut self, app: &App, why: NoTable) -> Result<T> {
        self.forget(app).await?;
        Err(Refusal::NoTable(why).into())
    }

    /// Forgets what has come: the file broke off.
    ///
    /// # Errors
    /// When the database fails; what is left is forgotten later.
    pub async fn forget(&mut self, app: &App) -> Result<()> {
        let mut tx = app.db.begin().await?;
        store::imports::delete(&mut tx, self.import.id).await?;
        Ok(tx.commit().await?)
    }
}

const fn unknown() -> Mapping {
    Mapping {
        encoding: Encoding::Utf8,
        separator: ',',
        headed: true,
        columns: Vec::new(),
        names: Vec::new(),
        existing: Existing::Update,
        currency: String::new(),
        invite: false,
    }
}

/// How a table is most likely read, and the names of its columns as they are compared with those of other files.
fn guess(kind: Kind, encoding: Encoding, head: &[u8]) -> std::result::Result<(Mapping, String), NoTable> {
    let separator = separator(encoding, head);
    let mut reader = Reader::new((encoding, separator), Place::default());
    reader.feed(head);
    reader.end();
    let mut rows = std::iter::from_fn(|| reader.next_row())
        .take(50)
        .filter(|row| !row.is_blank() && !row.cells.first().is_some_and(|cell| cell.starts_with("sep=")));
    let first = rows.next().ok_or(NoTable::Empty)?;
    if first.fault == Some(Reason::TooWide) {
        return Err(NoTable::TooWide);
    }
    let columns = headings::guess(kind, &first.cells);
    let named = columns.iter().any(Option::is_some);
    let data = first.cells.iter().any(|cell| cell.contains('@'));
    let folded: Vec<String> = first.cells.iter().map(|cell| headings::folded(cell)).collect();
    let heading: String = folded.join("|").chars().take(2_000).collect();
    let headed = named || !data;
    let kept = if headed { headings::kept(&first.cells) } else { Vec::new() };
    Ok((Mapping { encoding, separator, headed, columns, names: kept, ..unknown() }, heading))
}

/// The currency of amounts without one.
fn usual_currency(country: &str) -> &'static str {
    match country {
        "NO" => "NOK",
        "DK" => "DKK",
        "FI" => "EUR",
        _ => "SEK",
    }
}

/// Cards as a table of contacts.
fn table(cards: &[vcard::Card]) -> String {
    let line = |cells: [&str; 8]| {
        let quoted = cells.map(|cell| format!("\"{}\"", cell.replace('"', "\"\"")));
        quoted.join(",") + "\r\n"
    };
    let row = |card: &vcard::Card| {
        line([
            &card.name,
            &card.email,
            &card.company,
            &card.title,
            &card.phone,
            &card.language,
            &card.zone,
            &card.notes,
        ])
    };
    std::iter::once(line(CARD_COLUMNS)).chain(cards.iter().map(row)).collect()
}
