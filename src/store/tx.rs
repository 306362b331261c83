//! An open transaction, and what it will put on the audit log.

use std::{
    mem,
    ops::{Deref, DerefMut},
};

use chrono::{DateTime, Utc};
use sqlx::{Database, Postgres, Sqlite, Transaction};

use super::{
    Result,
    audit::{self, Deed},
};

/// An open transaction. Dropping it rolls back.
#[derive(Debug)]
pub enum Tx {
    /// On SQLite.
    Sqlite(Open<Sqlite>),
    /// On PostgreSQL.
    Postgres(Open<Postgres>),
}

/// The connection of an open transaction, with the deeds that were recorded in it.
#[derive(Debug)]
pub struct Open<DB: Database> {
    transaction: Transaction<'static, DB>,
    deeds: Vec<(Deed, DateTime<Utc>)>,
}

impl<DB: Database> From<Transaction<'static, DB>> for Open<DB> {
    fn from(transaction: Transaction<'static, DB>) -> Self {
        Self { transaction, deeds: Vec::new() }
    }
}

impl<DB: Database> Deref for Open<DB> {
    type Target = DB::Connection;

    fn deref(&self) -> &Self::Target {
        &self.transaction
    }
}

impl<DB: Database> DerefMut for Open<DB> {
    fn deref_mut(&mut self) -> &mut Self::Target {
        &mut self.transaction
    }
}

impl Tx {
    /// Makes everything since `begin` permanent. The deeds go on the audit log first: the end of its chain is the one lock
    /// that everybody needs, so it is taken when no other one is still to come, and held no longer than it must be.
    pub async fn commit(mut self) -> Result<()> {
        let deeds = mem::take(self.deeds());
        audit::write(&mut self, &deeds).await?;
        match self {
            Self::Sqlite(open) => open.transaction.commit().await?,
            Self::Postgres(open) => open.transaction.commit().await?,
        }
        Ok(())
    }

    /// Undoes everything since `begin`.
    pub async fn rollback(self) -> Result<()> {
        match self {
            Self::Sqlite(open) => open.transaction.rollback().await?,
            Self::Postgres(open) => open.transaction.rollback().await?,
        }
        Ok(())
    }

    pub(super) const fn deeds(&mut self) -> &mut Vec<(Deed, DateTime<Utc>)> {
        match self {
            Self::Sqlite(open) => &mut open.deeds,
            Self::Postgres(open) => &mut open.deeds,
        }
    }
}
