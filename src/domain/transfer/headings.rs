//! What a column most likely holds, by its name in any of our languages.

use super::{Field, Kind};

/// Names of columns without blanks, signs and marks, and what they stand for.
const NAMES: &[(Field, &[&str])] = &[
    (Field::FirstName, &["firstname", "givenname", "fornamn", "etunimi", "fornavn"]),
    (Field::LastName, &["lastname", "surname", "familyname", "efternamn", "sukunimi", "etternavn"]),
    (
        Field::Email,
        &[
            "email",
            "emailaddress",
            "mail",
            "mailaddress",
            "epost",
            "epostadress",
            "sahkoposti",
            "sahkopostiosoite",
            "epostadresse",
            "mejl",
            "mejladress",
        ],
    ),
    (
        Field::Customer,
        &[
            "customer",
            "customername",
            "company",
            "companyname",
            "account",
            "accountname",
            "organisation",
            "organization",
            "org",
            "kund",
            "kundnamn",
            "foretag",
            "foretagsnamn",
            "bolag",
            "asiakas",
            "asiakkaannimi",
            "yritys",
            "yrityksennimi",
            "kunde",
            "kundenavn",
            "firma",
            "firmanavn",
            "bedrift",
            "selskap",
        ],
    ),
    (
        Field::OrgNumber,
        &[
            "organisationnumber",
            "organizationnumber",
            "orgnumber",
            "orgno",
            "orgnr",
            "registrationnumber",
            "companynumber",
            "vatnumber",
            "vat",
            "organisationsnummer",
            "ytunnus",
            "yritystunnus",
            "organisasjonsnummer",
            "cvr",
        ],
    ),
    (
        Field::Title,
        &[
            "title",
            "jobtitle",
            "position",
            "function",
            "titel",
            "befattning",
            "roll",
            "titteli",
            "tehtava",
            "tehtavanimike",
            "tittel",
            "stilling",
        ],
    ),
    (
        Field::Phone,
        &[
            "phone",
            "telephone",
            "phonenumber",
            "tel",
            "mobile",
            "telefon",
            "telefonnummer",
            "mobil",
            "puhelin",
            "puhelinnumero",
            "matkapuhelin",
            "tlf",
        ],
    ),
    (
        Field::Address,
        &[
            "address",
            "postaladdress",
            "street",
            "streetaddress",
            "adress",
            "postadress",
            "gata",
            "gatuadress",
            "osoite",
            "postiosoite",
            "katuosoite",
            "adresse",
            "gate",
            "gateadresse",
        ],
    ),
    (Field::Postcode, &["postcode", "postalcode", "zip", "zipcode", "postnummer", "postnr", "postinumero"]),
    (
        Field::City,
        &[
            "city",
            "town",
            "ort",
            "postort",
            "stad",
            "kaupunki",
            "postitoimipaikka",
            "paikkakunta",
            "sted",
            "poststed",
            "by",
        ],
    ),
    (Field::Country, &["country", "land", "maa"]),
    (
        Field::Owner,
        &[
            "owner",
            "seller",
            "salesperson",
            "accountmanager",
            "responsible",
            "agare",
            "saljare",
            "ansvarig",
            "kundansvarig",
            "myyja",
            "vastuuhenkilo",
            "omistaja",
            "selger",
            "eier",
            "ansvarlig",
            "kundeansvarlig",
        ],
    ),
    (Field::Class, &["class", "leadclass", "klass", "luokka", "klasse", "temperature"]),
    (Field::Language, &["language", "lang", "sprak", "kieli"]),
    (Field::Zone, &["timezone", "zone", "tidszon", "tidszone", "tidssone", "aikavyohyke"]),
    (
        Field::DoNotContact,
        &[
            "donotcontact",
            "nocontact",
            "optout",
            "unsubscribed",
            "kontaktaej",
            "farejkontaktas",
            "avregistrerad",
            "alaotayhteytta",
            "eisaaottaayhteytta",
            "kontaktikielto",
            "ikkekontakt",
            "skalikkekontaktes",
            "reservert",
        ],
    ),
    (
        Field::Subject,
        &[
            "opportunity",
            "opportunityname",
            "deal",
            "dealname",
            "subject",
            "about",
            "affar",
            "affarsmojlighet",
            "mojlighet",
            "myyntimahdollisuus",
            "mahdollisuus",
            "kauppa",
            "aihe",
            "salgsmulighet",
            "mulighet",
            "salg",
            "emne",
        ],
    ),
    (
        Field::ContactEmail,
        &[
            "contact",
            "contactemail",
            "kontakt",
            "kontaktperson",
            "kontaktensepost",
            "kontaktepost",
            "yhteyshenkilo",
            "yhteyshenkilonsahkoposti",
            "kontaktensepost",
        ],
    ),
    (Field::Stage, &["stage", "status", "phase", "steg", "fas", "vaihe", "tila", "fase"]),
    (Field::Source, &["source", "leadsource", "kalla", "leadkalla", "lahde", "liidinlahde", "kilde"]),
    (Field::Amount, &["amount", "value", "dealvalue", "belopp", "varde", "summa", "arvo", "belop", "verdi", "sum"]),
    (Field::Currency, &["currency", "valuta", "valuutta"]),
    (Field::Probability, &["probability", "likelihood", "chance", "sannolikhet", "todennakoisyys", "sannsynlighet"]),
    (
        Field::ExpectedOn,
        &[
            "expectedon",
            "expected",
            "closedate",
            "expectedclose",
            "expectedclosedate",
            "decision",
            "decisiondate",
            "beslut",
            "beslutsdatum",
            "forvantatavslut",
            "paatos",
            "paatospaiva",
            "odotettupaatos",
            "beslutning",
            "forventetavslutning",
        ],
    ),
    (Field::NextStep, &["nextstep", "next", "nastasteg", "seuraavaaskel", "seuraavaksi", "nestesteg"]),
    (
        Field::NextOn,
        &[
            "nextstepon",
            "nextstepby",
            "nextstepdate",
            "due",
            "duedate",
            "nastastegsenast",
            "seuraavanaskeleenpaiva",
            "viimeistaan",
            "nestestegfrist",
            "frist",
        ],
    ),
    (
        Field::LostReason,
        &["lostreason", "reason", "whylost", "forlustorsak", "orsak", "haviamisensyy", "syy", "tapsarsak", "arsak"],
    ),
    (Field::Role, &["role", "rights", "behorighet", "rooli", "rolle"]),
    (
        Field::Notes,
        &[
            "notes",
            "note",
            "comment",
            "comments",
            "anteckningar",
            "kommentar",
            "muistiinpanot",
            "huomautukset",
            "kommentti",
            "notater",
            "merknader",
        ],
    ),
    (Field::Name, &["name", "fullname", "displayname", "namn", "nimi", "navn"]),
];

/// What the columns of such a file hold. Each field is given to one column, the first that has its name.
#[must_use]
pub fn guess(kind: Kind, headings: &[String]) -> Vec<Option<Field>> {
    let mut found: Vec<Option<Field>> = Vec::with_capacity(headings.len());
    for heading in headings {
        let field = field(kind, &folded(heading)).filter(|field| !found.contains(&Some(*field)));
        found.push(field);
    }
    found
}

fn field(kind: Kind, name: &str) -> Option<Field> {
    let named = |wanted: Field| NAMES.iter().any(|(field, names)| *field == wanted && names.contains(&name));
    // "Company" and "Customer" head the names of customers themselves; "Title" is what a deal is called.
    let meant = |field: &Field| match (kind, field) {
        (Kind::Accounts, Field::Name) => named(Field::Name) || named(Field::Customer),
        (Kind::Opportunities, Field::Subject) => named(Field::Subject) || named(Field::Name) || named(Field::Title),
        (Kind::Opportunities, Field::ContactEmail) => named(Field::ContactEmail) || named(Field::Email),
        (Kind::People, Field::Role) => named(Field::Role) || name == "roll",
        (_, field) => named(*field),
    };
    kind.fields().iter().copied().find(meant)
}

/// Lower case, letters and digits only, without the marks of å, ä and ö.
#[must_use]
pub fn folded(text: &str) -> String {
    let plain = |c: char| match c {
        'å' | 'ä' | 'á' | 'à' => 'a',
        'ö' | 'ø' => 'o',
        'é' | 'è' => 'e',
        other => other,
    };
    text.chars().take(200).flat_map(char::to_lowercase).map(plain).filter(|c| c.is_alphanumeric()).collect()
}

/// The names of columns, cut to what is worth keeping.
#[must_use]
pub fn kept(names: &[String]) -> Vec<String> {
    names.iter().take(super::MAX_COLUMNS).map(|name| name.trim().chars().take(100).collect()).collect()
}
