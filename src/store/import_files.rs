//! What is in a file that is imported, in pieces of one size.

use super::{Result, Tx, on_conn};
use crate::domain::ids::ImportId;

/// Bytes of a piece; the last one may be shorter.
pub const PIECE: usize = 64 * 1024;

/// Adds a piece.
pub async fn put(tx: &mut Tx, (id, number): (ImportId, i64), bytes: &[u8]) -> Result<()> {
    on_conn!(tx, |c| sqlx::query("INSERT INTO import_piece (import_id, number, bytes) VALUES ($1, $2, $3)")
        .bind(id)
        .bind(number)
        .bind(bytes)
        .execute(c)
        .await
        .map(drop))?;
    Ok(())
}

/// One piece; `None` beyond the end.
pub async fn piece(tx: &mut Tx, (id, number): (ImportId, i64)) -> Result<Option<Vec<u8>>> {
    Ok(on_conn!(tx, |c| sqlx::query_scalar("SELECT bytes FROM import_piece WHERE import_id = $1 AND number = $2")
        .bind(id)
        .bind(number)
        .fetch_optional(c)
        .await)?)
}

/// Forgets what is in a file: nothing will be read of it any more.
pub async fn forget(tx: &mut Tx, id: ImportId) -> Result<()> {
    on_conn!(tx, |c| {
        sqlx::query("DELETE FROM import_key WHERE import_id = $1").bind(id).execute(&mut *c).await?;
        sqlx::query("DELETE FROM import_piece WHERE import_id = $1").bind(id).execute(c).await.map(drop)
    })?;
    Ok(())
}
