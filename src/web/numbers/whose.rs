//! Whose figures: as a word in addresses, and what can be chosen.

use crate::{
    app::{actor::Actor, sales::Whose},
    i18n::Texts,
    store::{sales::Named, teams::Team},
    web::customers::Options,
};

/// Reads a word of [`word`].
pub(super) fn read(text: &str) -> Option<Whose> {
    let (what, which) = text.split_once(':').unwrap_or((text, ""));
    match what {
        "mine" => Some(Whose::Mine),
        "led" => Some(Whose::Led),
        "all" => Some(Whose::Everybody),
        "team" => which.parse().ok().map(Whose::Team),
        "person" => which.parse().ok().map(Whose::Person),
        _ => None,
    }
}

/// As addresses and forms have it.
pub(super) fn word(whose: Whose) -> String {
    match whose {
        Whose::Mine => "mine".to_owned(),
        Whose::Led => "led".to_owned(),
        Whose::Everybody => "all".to_owned(),
        Whose::Team(id) => format!("team:{id}"),
        Whose::Person(id) => format!("person:{id}"),
    }
}

/// What can be chosen: alone, teams, sellers.
pub(super) fn options(t: &Texts, actor: &Actor, (teams, sellers): (Vec<Team>, Vec<Named>)) -> [Options; 3] {
    let alone = [
        (Whose::Everybody, t.customers_everybodys()),
        (Whose::Led, t.customers_teams()),
        (Whose::Mine, t.customers_mine()),
    ];
    let alone = alone.into_iter().filter(|(whose, _)| actor.may_see_sales(*whose).is_ok());
    [
        alone.map(|(whose, words)| (word(whose), words)).collect(),
        teams.into_iter().map(|team| (word(Whose::Team(team.id)), team.name)).collect(),
        sellers.into_iter().map(|one| (word(Whose::Person(one.id)), one.name)).collect(),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_read_as_they_are_written_and_nothing_else() {
        let id = uuid::Uuid::from_u128(7);
        for whose in [Whose::Mine, Whose::Led, Whose::Everybody, Whose::Team(id.into()), Whose::Person(id.into())] {
            assert_eq!(read(&word(whose)), Some(whose));
        }
        for other in ["", "team", "team:x", "person:", "everybody", "mine;"] {
            assert_eq!(read(other), None, "{other}");
        }
    }
}
