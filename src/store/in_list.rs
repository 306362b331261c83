//! `column IN (…)` with bound values.

use sqlx::{Database, Encode, QueryBuilder, Type};

/// Appends `IN ($n, …)`; an empty list matches nothing. SQLite takes at most 32,766 values, PostgreSQL 65,535: callers bound their lists.
pub(super) fn push_in<'a, DB, T>(query: &mut QueryBuilder<DB>, values: impl IntoIterator<Item = T>)
where
    DB: Database,
    T: 'a + Encode<'a, DB> + Type<DB>,
{
    query.push(" IN (");
    let mut list = query.separated(", ");
    let mut any = false;
    for value in values {
        list.push_bind(value);
        any = true;
    }
    if !any {
        list.push("NULL");
    }
    query.push(")");
}
