//! Words of columns that hold one of a few things, in any of our languages and as other programs write them.

use std::str::FromStr;

use super::headings::folded;
use crate::domain::{
    language::Language,
    limits::rule::LeadClass,
    person::Role,
    pipeline::{LeadSource, LostReason, OpportunityStage},
};

/// The stable word of our own, else one of the known words for it.
fn find<T: FromStr + Copy>(text: &str, words: &[(T, &[&str])]) -> Option<T> {
    let text = text.trim();
    let wanted = folded(text);
    let known = || words.iter().find(|(_, words)| words.contains(&wanted.as_str())).map(|(meaning, _)| *meaning);
    text.to_lowercase().parse().ok().or_else(known)
}

/// How near to buying.
#[must_use]
pub fn class(text: &str) -> Option<LeadClass> {
    use LeadClass as C;
    find(
        text,
        &[
            (C::Suspect, &["tankbar", "mahdollinen", "mulig", "prospect"]),
            (C::Cold, &["kall", "kylma", "kald"]),
            (C::Warm, &["varm", "lammin"]),
            (C::Hot, &["het", "kuuma"]),
            (
                C::MarketingQualified,
                &["marketingqualified", "marknadskvalificerad", "markkinoinninkvalifioima", "markedskvalifisert"],
            ),
            (C::SalesQualified, &["salesqualified", "saljkvalificerad", "myynninkvalifioima", "salgskvalifisert"]),
            (C::Customer, &["hasbought", "harkopt", "onostanut", "harkjopt", "kund", "asiakas", "kunde"]),
        ],
    )
}

/// Where an opportunity stands.
#[must_use]
pub fn stage(text: &str) -> Option<OpportunityStage> {
    use OpportunityStage as S;
    find(
        text,
        &[
            (S::Suspect, &["tankbar", "mahdollinen", "mulig", "prospect"]),
            (S::Cold, &["kall", "kylma", "kald"]),
            (S::Warm, &["varm", "lammin"]),
            (S::Hot, &["het", "kuuma"]),
            (
                S::MarketingQualified,
                &["marketingqualified", "marknadskvalificerad", "markkinoinninkvalifioima", "markedskvalifisert"],
            ),
            (S::SalesQualified, &["salesqualified", "saljkvalificerad", "myynninkvalifioima", "salgskvalifisert"]),
            (S::FirstContact, &["firstcontact", "forstakontakten", "ensikontakti", "forstekontakt"]),
            (S::Needs, &["behov", "tarpeet"]),
            (S::Presentation, &["esittely", "presentasjon", "demo"]),
            (S::Objections, &["invandningar", "vastavaitteet", "innvendinger"]),
            (S::Quote, &["offert", "tarjous", "tilbud", "proposal"]),
            (S::Closing, &["avslut", "kaupanpaattaminen", "avslutning", "negotiation"]),
            (S::Won, &["closedwon", "vunnen", "voitettu", "vunnet"]),
            (S::Lost, &["closedlost", "forlorad", "havitty", "tapt"]),
            (S::FollowUp, &["followup", "uppfoljning", "seuranta", "oppfolging"]),
        ],
    )
}

/// Where a lead came from.
#[must_use]
pub fn source(text: &str) -> Option<LeadSource> {
    use LeadSource as L;
    find(
        text,
        &[
            (L::Referral, &["rekommendation", "suosittelu", "anbefaling"]),
            (L::List, &["lista", "luettelo", "liste"]),
            (L::TradeShow, &["tradeshow", "massa", "messut", "messe"]),
            (L::Webinar, &["webbinarium", "webinaari"]),
            (L::Web, &["webb", "verkko", "nett", "website"]),
            (L::ExistingCustomer, &["existingcustomer", "befintligkund", "nykyinenasiakas", "eksisterendekunde"]),
            (L::LostDeal, &["lostdeal", "forloradaffar", "havittykauppa", "taptsalg"]),
            (L::Chat, &["chatt", "keskusteluverkossa"]),
        ],
    )
}

/// Why a customer did not buy.
#[must_use]
pub fn lost_reason(text: &str) -> Option<LostReason> {
    use LostReason as R;
    find(
        text,
        &[
            (R::Price, &["priset", "pris", "hinta"]),
            (R::Competitor, &["boughtfromsomebodyelse", "kopteavnagonannan", "ostimuualta", "kjopteavnoenandre"]),
            (R::Budget, &["nobudget", "ingenbudget", "eibudjettia", "ikkebudsjett"]),
            (
                R::NoDecision,
                &[
                    "nobodydecided",
                    "nodecisionwasmade",
                    "ingetbesluttogs",
                    "paatostaeisyntynyt",
                    "ingenbeslutningbletatt",
                ],
            ),
            (R::Timing, &["wrongtime", "feltidpunkt", "vaaraajankohta", "feiltidspunkt"]),
            (
                R::NoNeed,
                &[
                    "doesnotfitorisnotneeded",
                    "passarintellerbehovsinte",
                    "passarinteellerbehovsinte",
                    "eisovitaieitarvita",
                    "passerikkeellertrengsikke",
                ],
            ),
            (
                R::Silence,
                &[
                    "noansweranymore",
                    "stoppedanswering",
                    "eienaavastaa",
                    "svararintelangre",
                    "eienaavastausta",
                    "svarerikkelenger",
                ],
            ),
            (R::Other, &["somethingelse", "nagotannat", "muusyy", "noeannet"]),
        ],
    )
}

/// What somebody may do here.
#[must_use]
pub fn role(text: &str) -> Option<Role> {
    find(
        text,
        &[
            (Role::Admin, &["administrator", "yllapitaja"]),
            (Role::Manager, &["chef", "esihenkilo", "leder"]),
            (Role::Member, &["medlem", "jasen", "seller", "saljare", "myyja", "selger"]),
            (Role::Viewer, &["lasare", "katselija", "leser"]),
        ],
    )
}

/// A language, by tag or name.
#[must_use]
pub fn language(text: &str) -> Option<Language> {
    let tag = text.trim().to_lowercase();
    match (tag.split(['-', '_']).next().unwrap_or(""), folded(text).as_str()) {
        ("en", _) | (_, "english" | "engelska" | "englanti" | "engelsk") => Some(Language::En),
        ("sv" | "se", _) | (_, "swedish" | "svenska" | "ruotsi" | "svensk") => Some(Language::Sv),
        ("fi", _) | (_, "finnish" | "finska" | "suomi" | "finsk") => Some(Language::Fi),
        ("nb" | "no" | "nn", _) | (_, "norwegian" | "norska" | "norja" | "norsk" | "norskbokmal") => Some(Language::Nb),
        _ => None,
    }
}

/// Yes or no; an empty cell says neither.
#[must_use]
pub fn yes(text: &str) -> Option<bool> {
    Some(match folded(text).as_str() {
        "1" | "x" | "y" | "yes" | "true" | "ja" | "j" | "k" | "kylla" | "sant" | "sann" | "tosi" | "on" => true,
        "0" | "n" | "no" | "false" | "nej" | "nei" | "ei" | "falskt" | "usann" | "epatosi" | "off" => false,
        _ => return None,
    })
}
