//! Token buckets that outlive restarts and hold over all instances.

use chrono::{DateTime, Utc};

use super::{Result, Tx, on_conn};

/// A rate: `burst` at once, then one every `seconds`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rate {
    /// Most at once.
    pub burst: u32,
    /// Seconds until one more is allowed.
    pub seconds: u32,
}

/// Takes one from a bucket. `Err` carries the seconds to wait; nothing is taken then.
pub async fn take(tx: &mut Tx, bucket: &str, rate: Rate, now: DateTime<Utc>) -> Result<std::result::Result<(), u32>> {
    if let Tx::Postgres(tx) = tx {
        // Two tries at once must not both see the last token.
        sqlx::query("SELECT pg_advisory_xact_lock(hashtextextended($1, 7))").bind(bucket).execute(&mut **tx).await?;
    }
    let row: Option<(f64, DateTime<Utc>)> = on_conn!(tx, |c| {
        sqlx::query_as("SELECT tokens, at FROM throttle WHERE bucket = $1").bind(bucket).fetch_optional(c).await
    })?;
    let burst = f64::from(rate.burst);
    let have = row.map_or(burst, |(tokens, at)| {
        #[expect(clippy::cast_precision_loss, reason = "milliseconds since a recent time")]
        let waited = (now - at).num_milliseconds().max(0) as f64 / 1000.0;
        (tokens + waited / f64::from(rate.seconds)).min(burst)
    });
    if have < 1.0 {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and `seconds`")]
        let wait = ((1.0 - have) * f64::from(rate.seconds)).ceil() as u32;
        return Ok(Err(wait.max(1)));
    }
    on_conn!(tx, |c| sqlx::query(
        "INSERT INTO throttle (bucket, tokens, at) VALUES ($1, $2, $3)
         ON CONFLICT (bucket) DO UPDATE SET tokens = excluded.tokens, at = excluded.at"
    )
    .bind(bucket)
    .bind(have - 1.0)
    .bind(now)
    .execute(c)
    .await
    .map(drop))?;
    Ok(Ok(()))
}

/// Forgets buckets that are full again by now.
pub async fn forget(tx: &mut Tx, before: DateTime<Utc>) -> Result<()> {
    on_conn!(tx, |c| sqlx::query("DELETE FROM throttle WHERE at < $1").bind(before).execute(c).await.map(drop))?;
    Ok(())
}
