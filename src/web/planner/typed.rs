//! The planner's form as typed: names and values in, the same names and values out. Nothing here can fail; what the
//! values mean is for [`super::parse`].

use std::{collections::HashMap, fmt, str::FromStr};

use crate::{
    domain::{
        agenda::part::Stay,
        ids::{ContactId, PersonId},
        meeting::{Purpose, Stage},
        when,
    },
    web::{form::Form, repeats},
};

/// Whom a row of the form invites.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum GuestRef {
    /// A colleague: `p:<uuid>`.
    Person(PersonId),
    /// A contact: `c:<uuid>`.
    Contact(ContactId),
    /// Somebody new, told apart by a number: `n:<number>`.
    New(u32),
}

impl fmt::Display for GuestRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Person(id) => write!(f, "p:{id}"),
            Self::Contact(id) => write!(f, "c:{id}"),
            Self::New(number) => write!(f, "n:{number}"),
        }
    }
}

impl FromStr for GuestRef {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let (kind, id) = text.split_once(':').ok_or(())?;
        match kind {
            "p" => id.parse().map(Self::Person).map_err(|_| ()),
            "c" => id.parse().map(Self::Contact).map_err(|_| ()),
            "n" => id.parse().map(Self::New).map_err(|_| ()),
            _ => Err(()),
        }
    }
}

/// Somebody on the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct GuestRow {
    pub(super) guest: GuestRef,
    pub(super) role: String,
    pub(super) why: String,
    /// Of somebody new.
    pub(super) name: String,
    /// Of somebody new.
    pub(super) email: String,
    /// Of somebody new.
    pub(super) account: String,
    /// The key of the first point they are invited to; empty for the whole meeting.
    pub(super) first: String,
    /// The key of the last one; empty for that point alone.
    pub(super) last: String,
}

impl GuestRow {
    pub(super) fn new(guest: GuestRef) -> Self {
        let none = String::new;
        Self {
            guest,
            role: "required".to_owned(),
            why: none(),
            name: none(),
            email: none(),
            account: none(),
            first: none(),
            last: none(),
        }
    }
}

/// A point of the agenda.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct PointRow {
    /// Tells the rows of one form apart.
    pub(super) key: u32,
    pub(super) kind: String,
    pub(super) title: String,
    pub(super) minutes: String,
    /// `everyone`, `organizer` or a [`GuestRef`].
    pub(super) owner: String,
    pub(super) wanted: String,
    /// The point of the meeting that this row was filled from; empty for a new one.
    pub(super) item: String,
}

/// Everything in the form.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Typed {
    pub(super) purpose: String,
    pub(super) stage: String,
    /// Whose meeting it will be, where it is not the planner's own.
    pub(super) organizer: String,
    /// What it may lead to: an opportunity's id.
    pub(super) opportunity: String,
    /// The meeting that this one is a copy of.
    pub(super) copied: String,
    /// The template that agenda, length and format were filled from: see [`super::agenda`].
    pub(super) filled: String,
    pub(super) title: String,
    /// The field that adds people.
    pub(super) who: String,
    /// The radio chosen when several people fit.
    pub(super) choose: String,
    pub(super) guests: Vec<GuestRow>,
    pub(super) points: Vec<PointRow>,
    pub(super) date: String,
    pub(super) time: String,
    pub(super) length: String,
    pub(super) zone: String,
    pub(super) format: String,
    pub(super) video: String,
    pub(super) link: String,
    pub(super) place: String,
    pub(super) open: bool,
    pub(super) draft: String,
    pub(super) meeting: String,
    pub(super) version: String,
    /// The proposed time that is chosen, an instant; `own` for what date and time say.
    pub(super) slot: String,
    /// The proposed time that date and time were filled from.
    pub(super) slot_was: String,
    /// Hours that proposed times keep to.
    pub(super) not_before: String,
    pub(super) not_after: String,
    /// How it repeats; empty for a single meeting.
    pub(super) repeat: String,
    /// Every how many periods.
    pub(super) repeat_every: String,
    /// How many times.
    pub(super) repeat_count: String,
    /// Or until when.
    pub(super) repeat_until: String,
    /// What becomes of holidays.
    pub(super) repeat_holidays: String,
    /// `yes` where it should never end.
    pub(super) repeat_endless: String,
    /// Why.
    pub(super) repeat_why: String,
    /// Further weekdays of a weekly series, as days from Monday.
    pub(super) repeat_days: Vec<u8>,
    /// Dates that are left out, as ISO days.
    pub(super) skip: Vec<String>,
    /// Which dates of a series a change is about.
    pub(super) scope: String,
    /// Why a limit is passed.
    pub(super) limits_reason: String,
    /// What people need to know, where this is sent in writing instead.
    pub(super) words: String,
    /// Until when answers to that are asked for.
    pub(super) answer_by: String,
    /// Nobody is mailed about what may wait.
    pub(super) quiet: bool,
    /// `yes` when it keeps the time once it is saved as a draft.
    pub(super) hold: String,
    /// The warnings are ticked; never kept, because other warnings may come.
    pub(super) limits_seen: bool,
    pub(super) once: String,
}

/// The fields of one value each.
type Single = (&'static str, fn(&Typed) -> &String, fn(&mut Typed) -> &mut String);

macro_rules! singles {
    ($($name:ident),+) => { [$((stringify!($name), |t| &t.$name, |t| &mut t.$name)),+] };
}

const SINGLES: [Single; 36] = singles!(
    purpose,
    organizer,
    stage,
    opportunity,
    copied,
    filled,
    title,
    who,
    choose,
    date,
    time,
    length,
    zone,
    format,
    video,
    link,
    place,
    draft,
    meeting,
    version,
    slot,
    slot_was,
    not_before,
    not_after,
    repeat,
    repeat_every,
    repeat_count,
    repeat_until,
    repeat_holidays,
    repeat_endless,
    repeat_why,
    scope,
    limits_reason,
    words,
    answer_by,
    hold
);

impl Typed {
    /// Reads a form; a guest or point that stands there twice counts once.
    pub(super) fn read(form: &Form) -> Self {
        let mut values: HashMap<&str, &str> = HashMap::with_capacity(form.fields().len());
        for (name, value) in form.fields() {
            values.entry(name).or_insert(value);
        }
        let value = |name: &str| values.get(name).map_or_else(String::new, |v| (*v).to_owned());
        let mut typed = Self {
            once: value("once"),
            open: value("open") == "yes",
            quiet: value("quiet") == "yes",
            limits_seen: value("limits_seen") == "yes",
            ..Self::default()
        };
        for (name, _, field) in SINGLES {
            *field(&mut typed) = value(name);
        }
        (typed.repeat_days, typed.skip) = (repeats::days(form), repeats::skip(form));
        for guest in form.all("guest").filter_map(|g| g.parse::<GuestRef>().ok()) {
            if !typed.has(guest) {
                let of = |what: &str| value(&format!("{what}:{guest}"));
                typed.guests.push(GuestRow {
                    guest,
                    role: of("role"),
                    why: of("why"),
                    name: of("name"),
                    email: of("email"),
                    account: of("account"),
                    first: of("first"),
                    last: of("last"),
                });
            }
        }
        for key in form.all("point").filter_map(|p| p.parse::<u32>().ok()) {
            if typed.points.iter().all(|p| p.key != key) {
                let of = |what: &str| value(&format!("{what}:{key}"));
                typed.points.push(PointRow {
                    key,
                    kind: of("kind"),
                    title: of("title"),
                    minutes: of("minutes"),
                    owner: of("owner"),
                    wanted: of("wanted"),
                    item: of("item"),
                });
            }
        }
        typed
    }

    /// The form again, without its once-key: what a draft keeps.
    pub(super) fn fields(&self) -> Vec<(String, String)> {
        let mut fields: Vec<(String, String)> =
            SINGLES.iter().map(|(name, field, _)| ((*name).to_owned(), field(self).clone())).collect();
        fields.retain(|(name, value)| !value.is_empty() && name != "draft");
        if self.open {
            fields.push(("open".to_owned(), "yes".to_owned()));
        }
        fields.extend(self.repeat_days.iter().map(|day| ("repeat_days".to_owned(), day.to_string())));
        fields.extend(self.skip.iter().map(|day| ("skip".to_owned(), day.clone())));
        for row in &self.guests {
            let guest = row.guest.to_string();
            let parts = [
                ("role", &row.role),
                ("why", &row.why),
                ("name", &row.name),
                ("email", &row.email),
                ("account", &row.account),
                ("first", &row.first),
                ("last", &row.last),
            ];
            push_row(&mut fields, "guest", &guest, &parts);
        }
        for row in &self.points {
            let parts = [
                ("kind", &row.kind),
                ("title", &row.title),
                ("minutes", &row.minutes),
                ("owner", &row.owner),
                ("wanted", &row.wanted),
                ("item", &row.item),
            ];
            push_row(&mut fields, "point", &row.key.to_string(), &parts);
        }
        fields
    }

    /// The places of the points that somebody is invited to, among those with a title; `None` for the whole meeting.
    ///
    /// # Errors
    /// Nothing but the fact that the points named are none, or in the wrong order.
    pub(super) fn places(&self, row: &GuestRow) -> Result<Option<(usize, usize)>, ()> {
        if row.first.is_empty() {
            return Ok(None);
        }
        let last = if row.last.is_empty() { &row.first } else { &row.last };
        let place = |key: &String| {
            let key: u32 = key.parse().ok()?;
            self.filled().position(|point| point.key == key)
        };
        let both = place(&row.first).zip(place(last)).filter(|(first, last)| first <= last);
        both.map(Some).ok_or(())
    }

    /// The points that count: one without a title is a line left empty.
    pub(super) fn filled(&self) -> impl Iterator<Item = &PointRow> {
        self.points.iter().filter(|row| !row.title.trim().is_empty())
    }

    /// The minutes of these points; those that cannot be read are none.
    pub(super) fn lengths(&self) -> Vec<u32> {
        self.filled().map(|row| when::minutes(&row.minutes).unwrap_or(0)).collect()
    }

    /// When somebody is in the meeting who is invited to some points only.
    pub(super) fn stay(&self, row: &GuestRow) -> Option<Stay> {
        Stay::at(&self.lengths(), self.places(row).ok()??)
    }

    /// Whether somebody is on the list.
    pub(super) fn has(&self, guest: GuestRef) -> bool {
        self.guests.iter().any(|g| g.guest == guest)
    }

    /// A number for the next person who is new.
    pub(super) fn next_new(&self) -> u32 {
        let taken = self.guests.iter().filter_map(|g| if let GuestRef::New(n) = g.guest { Some(n) } else { None });
        taken.max().map_or(0, |n| n.saturating_add(1))
    }

    /// A number for the next point.
    pub(super) fn next_point(&self) -> u32 {
        self.points.iter().map(|p| p.key).max().map_or(0, |k| k.saturating_add(1))
    }

    /// The purpose, once chosen.
    pub(super) fn chosen_purpose(&self) -> Option<Purpose> {
        self.purpose.parse().ok()
    }

    /// The stage; of customer meetings only.
    pub(super) fn chosen_stage(&self) -> Option<Stage> {
        self.chosen_purpose().filter(|p| *p == Purpose::Customer)?;
        Some(self.stage.parse().unwrap_or(Stage::FirstContact))
    }
}

fn push_row(fields: &mut Vec<(String, String)>, list: &str, key: &str, parts: &[(&str, &String)]) {
    fields.push((list.to_owned(), key.to_owned()));
    let filled = parts.iter().filter(|(_, value)| !value.is_empty());
    fields.extend(filled.map(|(what, value)| (format!("{what}:{key}"), (*value).clone())));
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn form(pairs: &[(&str, &str)]) -> Form {
        Form::new(pairs.iter().map(|(n, v)| ((*n).to_owned(), (*v).to_owned())).collect())
    }

    #[test]
    fn rows_keep_their_order_and_doubles_collapse() {
        let typed = Typed::read(&form(&[
            ("guest", "n:1"),
            ("email:n:1", "ola@kund.example"),
            ("guest", "n:0"),
            ("guest", "n:1"),
            ("guest", "x:1"),
            ("point", "7"),
            ("title:7", "B"),
            ("point", "2"),
            ("title:2", "A"),
            ("point", "-2"),
        ]));
        assert_eq!(typed.guests.iter().map(|g| g.guest).collect::<Vec<_>>(), [GuestRef::New(1), GuestRef::New(0)]);
        assert_eq!(typed.guests[0].email, "ola@kund.example");
        assert_eq!(typed.points.iter().map(|p| p.title.as_str()).collect::<Vec<_>>(), ["B", "A"]);
        assert_eq!((typed.next_new(), typed.next_point()), (2, 8));
    }

    proptest! {
        #[test]
        fn any_form_can_be_kept_and_read_again(pairs in proptest::collection::vec(
            (prop_oneof!["[a-z]{1,8}", Just("guest".to_owned()), Just("point".to_owned()), "[a-z]{3,6}:[pcn0-9]:?[0-9]?"],
             prop_oneof![any::<String>(), "[pcn]:[0-9]", "[0-9]{1,10}"]), 0..40))
        {
            let typed = Typed { draft: String::new(), once: String::new(), limits_seen: false, ..Typed::read(&Form::new(pairs)) };
            prop_assert_eq!(Typed::read(&Form::new(typed.fields())), typed);
        }
    }
}
