//! Reads answers from an IMAP folder: takes the turn, reads what is new, waits for more with the connection open.
//!
//! Every command has its time, so a server that hangs costs a failure and nothing else. Between two mails, and at least
//! once a minute while waiting, the turn is kept; whoever has lost it, because the settings changed or the machine slept,
//! lets go.

mod reader;

use std::{sync::Arc, time::Duration};

use chrono::TimeDelta;
use tokio::{select, sync::watch, task::JoinSet, time::sleep};
use tracing::Instrument as _;

use self::reader::Reader;
use crate::{
    app::{
        context::App,
        error::AppError,
        inbound_settings,
        read_folder::{self, Reading, Turn},
    },
    domain::inbound::{FIRST_DAYS, Folder, Trouble},
    mail::{
        imap::{Conversation, Fault, Opened, Patience, Place, Roots},
        transport::Login,
    },
};

/// The longest sleep without a connection; settings changed by other servers are found by then.
const NAP: Duration = Duration::from_mins(1);
/// The shortest, so that others get a turn.
const LET_GO: Duration = Duration::from_secs(1);

/// How a folder is read.
#[derive(Debug, Clone)]
pub struct Folders {
    /// Whom we believe about who a server is.
    pub roots: Roots,
    /// How long a server may take.
    pub patience: Patience,
    /// How often the turn is kept while waiting; well within its lease.
    pub keep: Duration,
    /// How long one IDLE lasts: less than the 29 minutes of RFC 2177, and short enough that a connection which a router
    /// has forgotten is found soon.
    pub idle: Duration,
    /// Time between two looks where the server does not tell by itself what comes.
    pub poll: Duration,
    /// The shortest time between two looks that find nothing, whatever the server tells.
    pub pause: Duration,
}

impl Folders {
    /// As in real life.
    #[must_use]
    pub fn new(roots: Roots) -> Self {
        Self {
            roots,
            patience: Patience::default(),
            keep: Duration::from_mins(1),
            idle: Duration::from_mins(10),
            poll: Duration::from_mins(2),
            pause: Duration::from_secs(5),
        }
    }
}

/// Where a folder is, with its password in clear; also good for trying it out.
///
/// # Errors
/// [`Fault`] when the password cannot be opened.
pub fn place(app: &App, folder: &Folder) -> Result<Place, Fault> {
    let sealed = |error: AppError| Fault { trouble: Trouble::Sealed, words: error.to_string() };
    let password = inbound_settings::open_password(app, folder).map_err(sealed)?;
    Ok(Place {
        host: folder.host.clone(),
        port: folder.port,
        security: folder.security,
        login: Login { username: folder.username.clone(), password },
        folder: folder.name.clone(),
    })
}

/// Why a turn ends.
enum End {
    /// It is not ours any more, or we were asked to stop.
    Over,
    /// Reading broke off, perhaps at a mail.
    Failed(Fault, Option<u32>),
    /// The database failed; the lease runs out by itself.
    Database(AppError),
}

impl From<Fault> for End {
    fn from(fault: Fault) -> Self {
        Self::Failed(fault, None)
    }
}

impl From<AppError> for End {
    fn from(error: AppError) -> Self {
        match error {
            AppError::Stale => Self::Over,
            error => Self::Database(error),
        }
    }
}

/// Reads the folder whenever it is our turn, until `stop` turns true.
pub async fn run(app: App, folders: Arc<Folders>, mut stop: watch::Receiver<bool>) {
    loop {
        // Whatever was saved before now is about to be read.
        select! {
            biased;
            () = app.folder_woken() => {}
            () = std::future::ready(()) => {}
        }
        let nap = match read_folder::claim(&app).await {
            Ok(Turn::Ours(reading)) => {
                let (end, nap) = select! {
                    end = contained(&app, &folders, &reading, true) => (end, LET_GO),
                    () = app.folder_woken() => (Err(End::Over), Duration::ZERO),
                    _ = stop.wait_for(|stop| *stop) => (Err(End::Over), LET_GO),
                };
                settle(&app, &reading, end).await;
                nap
            }
            Ok(Turn::Later(at)) => (at - app.now()).to_std().unwrap_or_default().clamp(LET_GO, NAP),
            Ok(Turn::Off) => NAP,
            Err(error) => {
                tracing::error!(%error, "nobody could be asked whose turn it is to read answers");
                NAP
            }
        };
        select! {
            () = app.folder_woken() => {}
            () = sleep(nap) => {}
            _ = stop.wait_for(|stop| *stop) => return,
        }
    }
}

/// Reads what is new, once, if it is our turn; whether it was.
///
/// # Errors
/// When the database fails before anything is read.
pub async fn run_due(app: &App, folders: &Folders) -> Result<bool, AppError> {
    let Turn::Ours(reading) = read_folder::claim(app).await? else { return Ok(false) };
    let end = contained(app, folders, &reading, false).await;
    settle(app, &reading, end).await;
    Ok(true)
}

/// Reads on a task of its own: should reading what a server says break off with a panic, it is a failure like others.
async fn contained(app: &App, folders: &Folders, reading: &Reading, stays: bool) -> Result<(), End> {
    let mut task = JoinSet::new();
    task.spawn(read((app.clone(), folders.clone()), reading.clone(), stays).in_current_span());
    match task.join_next().await {
        Some(Ok(end)) => end,
        Some(Err(error)) => {
            tracing::error!(%error, "reading answers broke off");
            Err(Fault { trouble: Trouble::Broken, words: String::new() }.into())
        }
        None => Ok(()),
    }
}

/// Writes down how a turn ended and gives it back.
async fn settle(app: &App, reading: &Reading, end: Result<(), End>) {
    let written = match end {
        Ok(()) | Err(End::Over) => read_folder::release(app, reading).await,
        Err(End::Failed(Fault { trouble, words }, uid)) => {
            tracing::warn!(%trouble, %words, uid, "answers could not be read from their folder");
            read_folder::fail(app, reading, (trouble, words), uid).await
        }
        Err(End::Database(error)) => {
            tracing::error!(%error, "reading answers broke off");
            read_folder::release(app, reading).await
        }
    };
    if let Err(error) = written {
        // The lease runs out by itself.
        tracing::error!(%error, "the turn at reading answers could not be given back");
    }
}

/// Connects and reads everything that is new; waits for more if it `stays`.
async fn read((app, folders): (App, Folders), mut reading: Reading, stays: bool) -> Result<(), End> {
    let place = place(&app, &reading.folder)?;
    let (mut conversation, opened) = Conversation::open(&place, &folders.roots, folders.patience).await?;
    if reading.validity != Some(opened.validity) {
        begin(&app, &mut conversation, (&mut reading, opened)).await?;
    }
    let mut reader =
        Reader { app, folders, place, conversation, reading, validity: opened.validity, heard: None, false_alarms: 0 };
    loop {
        let found = reader.drain().await?;
        if !stays {
            reader.conversation.close().await;
            return Ok(());
        }
        reader.rest(found).await?;
    }
}

/// A folder that was never read, or whose UIDs mean other mails now, is read from the mails of the last days on. Those that
/// were read before are known by their Message-IDs.
async fn begin(
    app: &App,
    conversation: &mut Conversation,
    (reading, opened): (&mut Reading, Opened),
) -> Result<(), End> {
    let since = (app.now() - TimeDelta::days(FIRST_DAYS)).format("%d-%b-%Y").to_string();
    let found = conversation.above(0, Some(&since)).await?;
    let last = found.first().copied().unwrap_or(opened.next).saturating_sub(1);
    ours(read_folder::restart(app, reading, (opened.validity, last)).await?)
}

fn ours(ours: bool) -> Result<(), End> {
    if ours { Ok(()) } else { Err(End::Over) }
}
