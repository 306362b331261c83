//! Token buckets that outlive restarts and hold over all instances.

use chrono::{DateTime, Days, NaiveTime, Utc};

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
    lock(tx, bucket).await?;
    let row = read(tx, bucket).await?;
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
    write(tx, bucket, (have - 1.0, now)).await?;
    Ok(Ok(()))
}

/// Counts `more` in a bucket that takes `most` a day (UTC); what is too much for today counts for the days after. Returns
/// how many were counted for today and later before.
pub async fn count_daily(tx: &mut Tx, bucket: &str, (most, more): (u32, u32), now: DateTime<Utc>) -> Result<u64> {
    lock(tx, bucket).await?;
    let today = now.date_naive();
    let row = read(tx, bucket).await?;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a count below `most`")]
    let before = row.map_or(0, |(count, last)| match u64::try_from((last.date_naive() - today).num_days()) {
        Ok(days) => days * u64::from(most) + count.max(0.0) as u64,
        Err(_) => 0,
    });
    let after = before + u64::from(more);
    let (days, count) = (after / u64::from(most), after % u64::from(most));
    let last = today.checked_add_days(Days::new(days)).unwrap_or(today).and_time(NaiveTime::MIN).and_utc();
    write(tx, bucket, (f64::from(u32::try_from(count).unwrap_or(most)), last)).await?;
    Ok(before)
}

/// Two at once must not both see the last token. SQLite has one writer already.
async fn lock(tx: &mut Tx, bucket: &str) -> Result<()> {
    if let Tx::Postgres(tx) = tx {
        sqlx::query("SELECT pg_advisory_xact_lock(hashtextextended($1, 7))").bind(bucket).execute(&mut **tx).await?;
    }
    Ok(())
}

async fn read(tx: &mut Tx, bucket: &str) -> Result<Option<(f64, DateTime<Utc>)>> {
    Ok(on_conn!(tx, |c| {
        sqlx::query_as("SELECT tokens, at FROM throttle WHERE bucket = $1").bind(bucket).fetch_optional(c).await
    })?)
}

async fn write(tx: &mut Tx, bucket: &str, (tokens, at): (f64, DateTime<Utc>)) -> Result<()> {
    on_conn!(tx, |c| sqlx::query(
        "INSERT INTO throttle (bucket, tokens, at) VALUES ($1, $2, $3)
         ON CONFLICT (bucket) DO UPDATE SET tokens = excluded.tokens, at = excluded.at"
    )
    .bind(bucket)
    .bind(tokens)
    .bind(at)
    .execute(c)
    .await
    .map(drop))?;
    Ok(())
}

/// Forgets buckets that are full again by now.
pub async fn forget(tx: &mut Tx, before: DateTime<Utc>) -> Result<()> {
    on_conn!(tx, |c| sqlx::query("DELETE FROM throttle WHERE at < $1").bind(before).execute(c).await.map(drop))?;
    Ok(())
}
