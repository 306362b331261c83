//! The firm on disk, and the two servers that show it.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context as _, Result};
use chrono::{DateTime, Utc};
use sparsam::{
    app::context::{Clock as _, SystemClock},
    domain::{
        feed::FeedKind,
        ids::{FeedId, SessionId},
        limits::policy::Policy,
    },
    identity::token::{Token, TokenKind},
    store::{self, Db, DbSettings, feeds::Feed, people::Person, sessions::Session},
};
use uuid::Uuid;

use crate::{
    baseline,
    company::{Company, WATCHED},
    process::{Server, free_port, sparsam},
};

const PEOPLE: u32 = 1_000;
/// On the page that is measured.
const IN_THE_WEEK: u32 = 30;
/// In the feed that is measured, beside those that come by chance.
const IN_THE_FEED: u32 = 1_450;
/// Each may be pulled 60 times an hour; so there are enough of them.
const FEEDS: u16 = 100;

/// The data of one firm.
pub(crate) struct Setting {
    folder: PathBuf,
    company: Company,
    meetings: u32,
}

/// The program's database in a folder.
pub(crate) async fn database(folder: &Path) -> Result<Db> {
    let db = Db::open(&DbSettings::Sqlite { file: folder.join("sparsam.db"), durable: false }).await?;
    db.migrate().await?;
    Ok(db)
}

/// An empty folder.
pub(crate) fn fresh(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    Ok(fs::create_dir_all(folder)?)
}

/// As many different tokens as numbers.
fn token(kind: TokenKind, number: u16) -> Token {
    let mut random = [7; 32];
    let [high, low] = number.to_be_bytes();
    random[0] = high;
    random[1] = low;
    Token::new(kind, random)
}

impl Setting {
    /// How far ahead the program looks for times.
    pub(crate) const DAYS_AHEAD: u32 = 60;

    /// A firm with people who are signed in and have calendars to look at.
    pub(crate) async fn new(folder: &Path) -> Result<Self> {
        fresh(folder)?;
        let db = database(folder).await?;
        let now = SystemClock.now();
        let mut company = Company::found(&db, PEOPLE, now).await?;
        let watched: Vec<Person> = company.people.iter().take(WATCHED).cloned().collect();
        let (subscriber, readers) = watched.split_last().context("nobody to watch")?;
        for reader in readers {
            company.fill_week(&db, reader.id, IN_THE_WEEK).await?;
        }
        company.fill_year(&db, subscriber.id, IN_THE_FEED, 300).await?;
        look_ahead(&db).await?;
        sign_in(&db, readers, now).await?;
        subscribe(&db, subscriber, now).await?;
        db.close().await;
        Ok(Self { folder: folder.to_owned(), company, meetings: 0 })
    }

    /// Adds meetings until there are so many, beside those in the calendars that are looked at.
    pub(crate) async fn grow_to(&mut self, meetings: u32) -> Result<()> {
        super::say(&format!("adding meetings until there are {meetings} …"));
        let db = database(&self.folder).await?;
        self.company.meet(&db, meetings.saturating_sub(self.meetings)).await?;
        self.meetings = meetings;
        db.close().await;
        Ok(())
    }

    pub(crate) const fn meetings(&self) -> u32 {
        self.meetings
    }

    /// The people whose week is looked at, each with the cookie of their session.
    pub(crate) fn readers(&self) -> Vec<(Uuid, String)> {
        let readers = self.company.people.iter().take(WATCHED - 1).zip(0..);
        let cookie = |number| format!("Cookie: sparsam={}\r\n", token(TokenKind::Session, number).as_str());
        readers.map(|(person, number)| (person.id.uuid(), cookie(number))).collect()
    }

    /// Some people of the firm, none of them among those whose week is looked at.
    pub(crate) fn colleagues(&self, number: usize) -> impl Iterator<Item = Uuid> {
        self.company.people.iter().skip(WATCHED).take(number).map(|person| person.id.uuid())
    }

    /// Where the same feed is to be had.
    pub(crate) fn feeds() -> Vec<String> {
        (0..FEEDS).map(|number| format!("/f/{}.ics", token(TokenKind::Feed, number).as_str())).collect()
    }

    pub(crate) fn program(&self) -> Result<Server> {
        let listen = free_port()?;
        Server::start(sparsam(&self.folder, listen), listen)
    }

    /// Where the baseline finds the feed that it serves.
    pub(crate) fn feed_file(&self) -> PathBuf {
        self.folder.join("feed.ics")
    }

    pub(crate) fn baseline(&self) -> Result<Server> {
        let listen = free_port()?;
        Server::start(baseline::command(&self.database_file(), &self.feed_file(), listen)?, listen)
    }

    pub(crate) fn database_file(&self) -> PathBuf {
        self.folder.join("sparsam.db")
    }

    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }
}

async fn look_ahead(db: &Db) -> Result<()> {
    let mut tx = db.begin().await?;
    store::policy::begin_change(&mut tx).await?;
    store::policy::save(&mut tx, &Policy { horizon_days: Setting::DAYS_AHEAD, ..Policy::default() }).await?;
    Ok(tx.commit().await?)
}

async fn sign_in(db: &Db, readers: &[Person], now: DateTime<Utc>) -> Result<()> {
    let mut tx = db.begin().await?;
    for (number, person) in (0..).zip(readers) {
        let session = Session {
            id: SessionId::from_uuid(Uuid::from_u128(u128::from(number) + 1)),
            person_id: person.id,
            token_hash: token(TokenKind::Session, number).hash().as_bytes().to_vec(),
            device: "bench".to_owned(),
            created_at: now,
            last_seen_at: now,
            ended_at: None,
        };
        store::sessions::insert(&mut tx, &session).await?;
    }
    Ok(tx.commit().await?)
}

async fn subscribe(db: &Db, subscriber: &Person, now: DateTime<Utc>) -> Result<()> {
    let mut tx = db.begin().await?;
    for number in 0..FEEDS {
        let feed = Feed {
            id: FeedId::from_uuid(Uuid::from_u128(u128::from(number) + 1)),
            owner_id: subscriber.id,
            kind: FeedKind::Mine,
            team_id: None,
            token_hash: token(TokenKind::Feed, number).hash().as_bytes().to_vec(),
            created_at: now,
            last_used_at: None,
            revoked_at: None,
        };
        store::feeds::insert(&mut tx, &feed).await?;
    }
    Ok(tx.commit().await?)
}
