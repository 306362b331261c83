//! One turn at a folder with the connection open: what is new is read in order, then more is waited for.

use std::time::Duration;

use tokio::{
    task::spawn_blocking,
    time::{Instant, sleep},
};

use super::{End, Folders, ours};
use crate::{
    app::{
        context::App,
        error::AppError,
        read_folder::{self, Reading},
    },
    domain::{inbound::Trouble, replies::Outcome},
    mail::{
        imap::{Conversation, Fault, Fetched, Heard, Place, Size},
        incoming::{NoMail, take_apart},
    },
};

/// Mails whose sizes are asked for at once.
const BATCH: usize = 200;
/// Other mails that are asked for before one that cannot be fetched is taken to be at fault itself.
const OTHERS: usize = 3;
/// Rounds in a row in which the server tells of news and there are none, until it is asked from time to time instead.
const FALSE_ALARMS: u32 = 3;

/// Who reads, and how far it is.
pub(super) struct Reader {
    pub(super) app: App,
    pub(super) folders: Folders,
    pub(super) place: Place,
    pub(super) conversation: Conversation,
    pub(super) reading: Reading,
    /// UIDVALIDITY of the folder.
    pub(super) validity: u32,
    /// How long it took until the server told of news, if it did.
    pub(super) heard: Option<Duration>,
    /// How often in a row it told of news soon, and there were none.
    pub(super) false_alarms: u32,
}

impl Reader {
    /// Reads until nothing is left; whether there was anything.
    pub(super) async fn drain(&mut self) -> Result<bool, End> {
        let mut found = false;
        loop {
            let uids = self.conversation.above(self.reading.last, None).await?;
            if uids.is_empty() {
                ours(read_folder::all_read(&self.app, &self.reading).await?)?;
                return Ok(found);
            }
            found = true;
            ours(read_folder::keep(&self.app, &self.reading, Some(uids.len())).await?)?;
            for batch in uids.chunks(BATCH) {
                self.batch(batch).await?;
            }
        }
    }

    async fn batch(&mut self, uids: &[u32]) -> Result<(), End> {
        let sizes = self.conversation.sizes(uids).await?;
        for uid in uids {
            // A mail without a size has been taken out of the folder, or the server is odd; asking for it will tell.
            let size = sizes.iter().find(|size| size.uid == *uid).copied();
            self.one(size.unwrap_or(Size { uid: *uid, bytes: 0 })).await?;
            self.reading.last = *uid;
        }
        Ok(())
    }

    /// Reads one mail. Where that has failed often and does so now, it is passed over, if others can be fetched.
    async fn one(&mut self, size: Size) -> Result<(), End> {
        let uid = size.uid;
        match self.fetch(size).await {
            Err(End::Failed(fault, Some(at))) if self.reading.hopeless == Some(uid) => {
                if !self.others_come(uid).await? {
                    return Err(End::Failed(fault, Some(at)));
                }
                let step = self.reading.step(self.validity, uid);
                Ok(read_folder::pass_over(&self.app, None, (Outcome::PassedOver, step)).await?)
            }
            done => done,
        }
    }

    /// Whether one of the next mails can be fetched over another connection: if none can, the server is at fault and not
    /// the mail. Without others, nothing waits behind it.
    async fn others_come(&mut self, uid: u32) -> Result<bool, End> {
        self.anew().await?;
        for other in self.conversation.above(uid, None).await?.into_iter().take(OTHERS) {
            ours(read_folder::keep(&self.app, &self.reading, None).await?)?;
            match self.conversation.mail(Size { uid: other, bytes: 0 }).await {
                Ok(Fetched::Gone) => {}
                Ok(_) => return Ok(true),
                Err(_) => self.anew().await?,
            }
        }
        Ok(false)
    }

    /// Another connection, because the one there was may be in any state.
    async fn anew(&mut self) -> Result<(), End> {
        let (conversation, opened) =
            Conversation::open(&self.place, &self.folders.roots, self.folders.patience).await?;
        if opened.validity != self.validity {
            return Err(End::Over);
        }
        self.conversation = conversation;
        Ok(())
    }

    async fn fetch(&mut self, size: Size) -> Result<(), End> {
        let uid = size.uid;
        let (app, step) = (&self.app, self.reading.step(self.validity, uid));
        let broke_off = |fault| End::Failed(fault, Some(uid));
        let (bytes, whole) = match self.conversation.mail(size).await.map_err(broke_off)? {
            Fetched::Gone => return Ok(read_folder::pass_by(app, step).await?),
            Fetched::TooLarge(headers) => (headers, false),
            Fetched::Whole(bytes) => (bytes, true),
        };
        // It may take a while, and is the work of a stranger.
        let apart = spawn_blocking(move || take_apart(&bytes))
            .await
            .map_err(|error| broke_off(Fault { trouble: Trouble::Broken, words: error.to_string() }))?;
        let written = match (apart, whole) {
            (Ok(mail), true) => read_folder::receive(app, &mail, step).await.map(drop),
            (apart, false) => read_folder::pass_over(app, apart.ok().as_ref(), (Outcome::TooLarge, step)).await,
            (Err(NoMail::TooLarge), true) => read_folder::pass_over(app, None, (Outcome::TooLarge, step)).await,
            (Err(NoMail::NoHeaders), true) => read_folder::pass_over(app, None, (Outcome::Unreadable, step)).await,
        };
        written.map_err(|error| match error {
            AppError::Stale => End::Over,
            error => {
                tracing::error!(uid, %error, "what a mail means could not be written down");
                broke_off(Fault { trouble: Trouble::NotWritten, words: String::new() })
            }
        })
    }

    /// Waits for more, and keeps the turn meanwhile. A server that tells of news all the time and has none is asked from
    /// time to time, like one that tells nothing.
    pub(super) async fn rest(&mut self, found: bool) -> Result<(), End> {
        let Folders { keep, idle, poll, pause, .. } = self.folders;
        match self.heard.take().filter(|after| !found && *after < pause) {
            Some(after) => {
                self.false_alarms += 1;
                sleep(pause.saturating_sub(after)).await;
            }
            None => self.false_alarms = 0,
        }
        let begin = Instant::now();
        loop {
            let listens = self.conversation.pushes() && self.false_alarms < FALSE_ALARMS;
            let left = if listens { idle } else { poll }.saturating_sub(begin.elapsed());
            if left.is_zero() {
                return Ok(());
            }
            if !listens {
                sleep(left.min(keep)).await;
            } else if self.conversation.wait(left.min(keep)).await? == Heard::News {
                self.heard = Some(begin.elapsed());
                return Ok(());
            }
            ours(read_folder::keep(&self.app, &self.reading, None).await?)?;
        }
    }
}
