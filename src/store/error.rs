//! What can go wrong with the database.

/// A failed database call. Never shown to people; the web answers 503 and logs the cause.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// A row with this key exists already.
    #[error("already there")]
    Duplicate(#[source] sqlx::Error),
    /// The schema could not be brought up to date.
    #[error("migration failed: {0}")]
    Migration(#[from] sqlx::migrate::MigrateError),
    /// The database program is too old to be relied on.
    #[error("{0}")]
    TooOld(String),
    /// The database was written by a newer program, whose schema this one does not know.
    #[error("the database was written by a newer version of Sparsam; use that version or a newer one")]
    NewerSchema,
    /// A stored value is not understood, for example because a newer version wrote it.
    #[error("stored value not understood: {0}")]
    Unreadable(#[source] serde_json::Error),
    /// Anything else.
    #[error("database: {0}")]
    Database(#[source] sqlx::Error),
}

impl StoreError {
    pub(super) const fn unreadable(error: serde_json::Error) -> Self {
        Self::Unreadable(error)
    }
}

/// The result of a store function.
pub type Result<T> = std::result::Result<T, StoreError>;

impl From<sqlx::Error> for StoreError {
    fn from(error: sqlx::Error) -> Self {
        match &error {
            sqlx::Error::Database(db) if db.kind() == sqlx::error::ErrorKind::UniqueViolation => Self::Duplicate(error),
            _ => Self::Database(error),
        }
    }
}
