//! Whose meetings somebody sees, as a condition of statements.

use sqlx::{Database, Encode, QueryBuilder, Type};

use super::in_list::push_in;
use crate::domain::ids::PersonId;

/// Whose meetings somebody sees, for lists.
#[derive(Debug, Clone)]
pub struct Sight {
    /// All of them.
    pub all: bool,
    /// The reader.
    pub me: PersonId,
    /// The reader, those they manage, and those on whose behalf they plan.
    pub people: Vec<PersonId>,
}

impl Sight {
    /// Appends whether the reader sees the row of `meeting`, in brackets. Meetings that wait for approval are not asked about.
    pub(super) fn push<DB>(&self, query: &mut QueryBuilder<DB>)
    where
        DB: Database,
        bool: for<'q> Encode<'q, DB> + Type<DB>,
        PersonId: for<'q> Encode<'q, DB> + Type<DB>,
    {
        query.push("(").push_bind(self.all).push(" OR meeting.organizer_id = ").push_bind(self.me);
        query.push(
            " OR EXISTS (SELECT 1 FROM attendee WHERE attendee.meeting_id = meeting.id AND attendee.removed_at IS NULL
                AND attendee.person_id",
        );
        push_in(query, self.people.iter().copied());
        query.push("))");
    }
}
