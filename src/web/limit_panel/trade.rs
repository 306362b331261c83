//! Changes that help, as buttons: in words, and as the value that the button sends.

use std::collections::HashMap;

use chrono::{DateTime, Datelike, SecondsFormat, Utc};

use crate::{
    domain::{ids::PersonId, limits::trade::Trade},
    i18n::{Texts, format::Format},
};

/// Most people in one button.
const MOST_PEOPLE: usize = 10;

/// The value of a button.
pub(in crate::web) fn encode(trade: &Trade) -> String {
    let people = |people: &[PersonId]| people.iter().map(ToString::to_string).collect::<Vec<_>>().join(",");
    match trade {
        Trade::AddAgenda => "agenda/".to_owned(),
        Trade::Shorten(minutes) => format!("shorten/{minutes}"),
        Trade::MakeOptional(who) => format!("optional/{}", people(who)),
        Trade::Start(at) => format!("start/{}", instant(*at)),
        Trade::Inform(who) => format!("inform/{}", people(who)),
    }
}

/// What a button means; several changes are joined by `+`. Anything unknown is nothing.
pub(in crate::web) fn decode(text: &str) -> Vec<Trade> {
    text.split('+').take(4).filter_map(one).collect()
}

fn one(text: &str) -> Option<Trade> {
    let (what, which) = text.split_once('/')?;
    let people = || which.split(',').take(MOST_PEOPLE).filter_map(|id| id.parse().ok()).collect();
    match what {
        "agenda" => Some(Trade::AddAgenda),
        "shorten" => which.parse().ok().filter(|minutes| (5..=1_440).contains(minutes)).map(Trade::Shorten),
        "optional" => Some(Trade::MakeOptional(people())),
        "start" => moment(which).map(Trade::Start),
        "inform" => Some(Trade::Inform(people())),
        _ => None,
    }
}

/// An instant as a value.
pub(in crate::web) fn instant(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Secs, true)
}

/// The instant that a value means, within the years in which zones can be reckoned with.
pub(in crate::web) fn moment(text: &str) -> Option<DateTime<Utc>> {
    text.parse::<DateTime<Utc>>().ok().filter(|at| (1900..=2300).contains(&at.year()))
}

/// The words on a button.
pub(super) fn label((t, f): (&Texts, &Format), trade: &Trade, names: &HashMap<PersonId, String>) -> String {
    let people = |who: &[PersonId]| who.iter().filter_map(|id| names.get(id).cloned()).collect::<Vec<_>>().join(", ");
    match trade {
        Trade::AddAgenda => t.panel_trade_agenda(),
        Trade::Shorten(minutes) => t.panel_trade_shorten(f.duration(*minutes)),
        Trade::MakeOptional(who) => t.panel_trade_optional(people(who)),
        Trade::Start(at) => t.panel_trade_start(f.long_date_time(*at)),
        Trade::Inform(who) => t.panel_trade_inform(people(who)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_button_says_comes_back() {
        let person = |n: u128| uuid::Uuid::from_u128(n).into();
        let start = "2026-11-26T09:00:00Z".parse().unwrap();
        let trades = [
            Trade::AddAgenda,
            Trade::Shorten(25),
            Trade::MakeOptional(vec![person(1), person(2)]),
            Trade::Start(start),
            Trade::Inform(vec![person(3)]),
        ];
        assert_eq!(decode("start/+262142-12-31T23:59:59Z"), []);
        for trade in &trades {
            assert_eq!(decode(&encode(trade)), std::slice::from_ref(trade));
        }
        assert_eq!(decode(&format!("{}+{}", encode(&trades[2]), encode(&trades[3]))), trades[2..4]);
        for nothing in ["", "shorten/0", "shorten/-1", "shorten/99999999999", "start/soon", "sell/1", "/"] {
            assert_eq!(decode(nothing), [], "{nothing}");
        }
    }
}
