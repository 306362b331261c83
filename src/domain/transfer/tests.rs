//! Files as programs really write them, and as nobody should.

use proptest::prelude::*;

use super::{
    Existing, Field, Kind, MAX_COLUMNS, Mapping, Reason,
    encoding::{Encoding, Sniffer},
    headings, money,
    reader::{MAX_ROW, Place, Reader, Row, separator},
    record::{AccountRow, ContactRow, OpportunityRow, Reading},
    vcard,
};
use crate::domain::{language::Language, pipeline::OpportunityStage};

/// All rows, fed in pieces of this size.
fn rows(bytes: &[u8], (encoding, separator): (Encoding, char), piece: usize) -> Vec<Row> {
    let mut reader = Reader::new((encoding, separator), Place::default());
    let mut found = Vec::new();
    for piece in bytes.chunks(piece.max(1)) {
        reader.feed(piece);
        found.extend(std::iter::from_fn(|| reader.next_row()));
    }
    reader.end();
    found.extend(std::iter::from_fn(|| reader.next_row()));
    found
}

fn cells(text: &str) -> Vec<Vec<String>> {
    rows(text.as_bytes(), (Encoding::Utf8, ';'), 7).into_iter().map(|row| row.cells).collect()
}

fn utf16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(bytes).collect()
}

#[test]
fn rows_are_read_as_programs_write_them() {
    for (text, expected) in [
        ("a;b\r\nc;d\r\n", vec![vec!["a", "b"], vec!["c", "d"]]),
        ("a;b\nc;d", vec![vec!["a", "b"], vec!["c", "d"]]),
        ("a;b\rc;d\r", vec![vec!["a", "b"], vec!["c", "d"]]),
        ("\u{feff}\"a\";\"b \"\"c\"\"\"\r\n", vec![vec!["a", "b \"c\""]]),
        ("\"a\r\nb;c\";d\n", vec![vec!["a\r\nb;c", "d"]]),
        ("a;;\n\n;x", vec![vec!["a", "", ""], vec![""], vec!["", "x"]]),
        ("5\" pipe;b", vec![vec!["5\" pipe", "b"]]),
        ("\"a\"b;c", vec![vec!["ab", "c"]]),
        ("=1+1;@x", vec![vec!["=1+1", "@x"]]),
        ("", vec![]),
    ] {
        assert_eq!(cells(text), expected, "{text:?}");
    }
}

#[test]
fn what_cannot_be_read_is_said_of_its_row_and_the_others_are_read() {
    let long = format!("a;b\n\"{}\";x\nc;d", "y".repeat(1_000_000));
    let wide = format!("a;b\n{}\nc;d", vec!["z"; 10_000].join(";"));
    for (text, fault, count) in [
        (long.as_str(), Reason::RowTooLong, 3),
        (wide.as_str(), Reason::TooWide, 3),
        ("a;b\nx\0y;z\nc;d", Reason::NotText, 3),
        ("a;b\n\"never;closed\nc;d", Reason::OpenQuote, 2),
    ] {
        let found = rows(text.as_bytes(), (Encoding::Utf8, ';'), 4_096);
        assert_eq!(found.len(), count, "{fault}");
        assert_eq!((found[0].fault, found[1].fault, found[1].number), (None, Some(fault), 2));
        assert!(found[1].cells.iter().map(String::len).sum::<usize>() <= MAX_ROW + 1, "{fault}");
        assert!(found[1].cells.len() <= MAX_COLUMNS);
        assert!(found.get(2).is_none_or(|row| row.cells == ["c", "d"] && row.fault.is_none()));
    }
    let broken = rows(b"a;b\n\xff\xc3;x\nc\xc3", (Encoding::Utf8, ';'), 3);
    assert_eq!([broken[1].fault, broken[2].fault], [Some(Reason::NotText); 2]);
}

#[test]
fn encodings_are_guessed_and_read() {
    let text = "Namn;Ort\nÅsa Öberg;Malmö 👩‍💻\n";
    let windows = b"Namn;Ort\n\xc5sa \xd6berg;Malm\xf6 \x80\n".to_vec();
    let with_mark = [b"\xef\xbb\xbf", text.as_bytes()].concat();
    let little = [&[0xff, 0xfe][..], &utf16(text, u16::to_le_bytes)].concat();
    for (bytes, expected) in [
        (text.as_bytes().to_vec(), Encoding::Utf8),
        (with_mark, Encoding::Utf8),
        (windows, Encoding::Windows1252),
        (little, Encoding::Utf16Le),
        (utf16(text, u16::to_be_bytes), Encoding::Utf16Be),
    ] {
        for piece in [1, 2, 3, 1_000] {
            let mut sniffer = Sniffer::default();
            bytes.chunks(piece).for_each(|piece| sniffer.push(piece));
            let guess = sniffer.guess().unwrap();
            assert_eq!(guess, expected, "{piece}");
            assert_eq!(separator(guess, &bytes), ';');
            let found = rows(&bytes, (guess, ';'), piece);
            assert_eq!(found[0].cells, ["Namn", "Ort"], "{expected} {piece}");
            assert!(found[1].cells[0] == "Åsa Öberg" && found[1].cells[1].starts_with("Malmö"), "{expected} {piece}");
        }
    }
    for binary in [&b"PK\x03\x04rest"[..], b"\xd0\xcf\x11\xe0", b"%PDF-1.7", b"ab\0\0\0\0cd"] {
        let mut sniffer = Sniffer::default();
        sniffer.push(binary);
        assert_eq!(sniffer.guess(), None);
    }
}

#[test]
fn separators_are_guessed() {
    for (text, expected) in [
        ("a,b;c;d\n", ';'),
        ("a\tb,c\td", '\t'),
        ("a,b\n1;2;3;4", ','),
        ("\"a;b;c\",d", ','),
        ("sep=|\na,b", '|'),
        ("alone", ','),
    ] {
        assert_eq!(separator(Encoding::Utf8, text.as_bytes()), expected, "{text:?}");
    }
}

fn mapping(columns: &[Field]) -> Mapping {
    Mapping {
        encoding: Encoding::Utf8,
        separator: ';',
        headed: true,
        columns: columns.iter().copied().map(Some).collect(),
        names: Vec::new(),
        existing: Existing::Update,
        currency: "SEK".to_owned(),
        invite: false,
    }
}

fn row(cells: &[&str]) -> Row {
    Row { number: 2, cells: cells.iter().map(|cell| (*cell).to_owned()).collect(), fault: None }
}

fn today() -> chrono::NaiveDate {
    "2026-11-23".parse().unwrap()
}

#[test]
fn money_is_read_with_its_currency() {
    for (text, column, expected) in [
        ("", "", Ok(None)),
        ("125000", "", Ok(Some((125_000, "SEK")))),
        ("1 234,50 kr", "", Ok(Some((1_235, "SEK")))),
        ("12.500", "NOK", Ok(Some((12_500, "NOK")))),
        ("€ 1.200,49", "", Ok(Some((1_200, "EUR")))),
        ("EUR 99", "SEK", Ok(Some((99, "EUR")))),
        ("500 kr.", "", Ok(Some((500, "SEK")))),
        ("500:-", "", Ok(Some((500, "SEK")))),
        ("5", "XXX", Err(Reason::BadCurrency)),
        ("-5", "", Err(Reason::BadAmount)),
        ("=1+1", "", Err(Reason::BadAmount)),
        ("1e9", "", Err(Reason::BadCurrency)),
        ("99999999999999999999", "", Err(Reason::BadAmount)),
        ("many", "", Err(Reason::BadAmount)),
    ] {
        let read = money::read(text, column, "SEK").map_err(|refused| refused.reason);
        assert_eq!(read, expected.map(|found| found.map(|(n, code)| (n, code.to_owned()))), "{text}");
    }
    assert_eq!(money::read("5", "", "").map_err(|refused| refused.reason), Err(Reason::NoCurrency));
}

#[test]
fn dates_are_read_as_programs_write_them() {
    use Field as F;
    let mapping = mapping(&[F::Subject, F::ExpectedOn]);
    let reading = Reading { mapping: &mapping, today: today() };
    for (text, expected) in [
        ("24.11.2026", Some("2026-11-24")),
        ("2026-11-24", Some("2026-11-24")),
        ("24/11/2026", Some("2026-11-24")),
        ("2026-11-24 00:00:00", Some("2026-11-24")),
        ("2026-11-24T13:00:00Z", Some("2026-11-24")),
        ("", None),
    ] {
        let read = OpportunityRow::read(&row(&["Cranes", text]), reading).unwrap();
        assert_eq!(read.expected_on.map(|day| day.to_string()).as_deref(), expected, "{text}");
    }
    for text in ["11/24/2026", "soon", "45000", "=TODAY()"] {
        let refused = OpportunityRow::read(&row(&["Cranes", text]), reading).unwrap_err();
        assert_eq!((refused.reason, refused.field), (Reason::BadDate, Some(F::ExpectedOn)), "{text}");
    }
}

#[test]
fn the_first_thing_that_is_wrong_with_a_row_is_told() {
    use Field as F;
    let mapping = mapping(&[F::Name, F::Email, F::Customer, F::Language, F::Zone, F::DoNotContact]);
    let reading = Reading { mapping: &mapping, today: today() };
    let name = "x".repeat(121);
    for (cells, expected) in [
        (vec!["", "a@x.example"], Reason::NoName),
        (vec!["Åsa", ""], Reason::NoEmail),
        (vec!["Åsa", "no address"], Reason::BadEmail),
        (vec![name.as_str(), "a@x.example"], Reason::TooLong),
        (vec!["Åsa", "a@x.example", "", "klingon"], Reason::UnknownWord),
        (vec!["Åsa", "a@x.example", "", "sv", "Mars/Base"], Reason::UnknownWord),
        (vec!["Åsa", "a@x.example", "", "sv", "", "maybe"], Reason::UnknownWord),
        (vec!["Åsa", "a@x.example", "", "", "", "", "more"], Reason::TooWide),
    ] {
        assert_eq!(ContactRow::read(&row(&cells), reading).unwrap_err().reason, expected, "{cells:?}");
    }
    let read = ContactRow::read(&row(&["=cmd|'/c'!A1", "A@x.example", "'+46 AB", "Suomi", "", "ja"]), reading).unwrap();
    // A formula is text; the apostrophe of an export is taken off again.
    assert_eq!((read.name.as_str(), read.customer.name.as_str()), ("=cmd|'/c'!A1", "+46 AB"));
    assert_eq!((read.language, read.silent), (Some(Language::Fi), true));
}

#[test]
fn lost_opportunities_need_a_reason_and_addresses_are_put_together() {
    use Field as F;
    let stages = mapping(&[F::Subject, F::Stage, F::LostReason, F::Probability]);
    let reading = Reading { mapping: &stages, today: today() };
    let read = |cells: &[&str]| OpportunityRow::read(&row(cells), reading);
    assert_eq!(read(&["A", "Hävitty"]).unwrap_err().reason, Reason::NoLostReason);
    assert_eq!(read(&["A", "Tapt", "Pris"]).unwrap().stage, Some(OpportunityStage::Lost));
    assert_eq!(read(&["A", "", "", "45 %"]).unwrap().probability, Some(45));
    assert_eq!(read(&["A", "", "", "145"]).unwrap_err().reason, Reason::BadPercent);
    let mapping = mapping(&[F::Name, F::OrgNumber, F::Address, F::Postcode, F::City, F::Country]);
    let reading = Reading { mapping: &mapping, today: today() };
    let cells = ["Bergvik", "556-123 4567", "Gatan 1", "123 45", "Malmö", ""];
    let account = AccountRow::read(&row(&cells), reading).unwrap();
    assert_eq!((account.org_number.as_str(), account.address.as_str()), ("5561234567", "Gatan 1\n123 45 Malmö"));
}

#[test]
fn columns_are_guessed_by_their_names() {
    use Field as F;
    let of = |kind, names: &[&str]| {
        let names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
        headings::guess(kind, &names)
    };
    let contacts = of(Kind::Contacts, &["Förnamn", "Efternamn", "E-post", "Företag", "Mobil", "Färg", "E-POST"]);
    let expected =
        [Some(F::FirstName), Some(F::LastName), Some(F::Email), Some(F::Customer), Some(F::Phone), None, None];
    assert_eq!(contacts, expected);
    assert_eq!(
        of(Kind::Accounts, &["Company name", "Org.nr", "Säljare"]),
        [Some(F::Name), Some(F::OrgNumber), Some(F::Owner)]
    );
    let deals = of(Kind::Opportunities, &["Deal name", "Account", "Amount", "Close date", "Vaihe"]);
    assert_eq!(deals, [Some(F::Subject), Some(F::Customer), Some(F::Amount), Some(F::ExpectedOn), Some(F::Stage)]);
}

#[test]
fn cards_are_read_and_written() {
    let text = "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Öberg;Åsa;;;\r\nFN:Åsa\r\n  Öberg\r\nORG:Bergvik\\, Bygg AB;Sales\r\n\
        item1.EMAIL;TYPE=INTERNET:old@x.example\r\nEMAIL;TYPE=\"work,pref\":asa@x.example\r\nTEL;VALUE=uri:tel:+46-8-1\r\n\
        NOTE:One\\nTwo\r\nPHOTO;ENCODING=b:AAAA\r\nEND:VCARD\r\nBEGIN:VCARD\nVERSION:4.0\nN:Berg;Ola;;;\nEND:VCARD\n";
    let cards = vcard::read(text.as_bytes()).unwrap();
    let asa = &cards[0];
    assert_eq!((asa.name.as_str(), asa.email.as_str()), ("Åsa Öberg", "asa@x.example"));
    assert_eq!(
        (asa.company.as_str(), asa.phone.as_str(), asa.notes.as_str()),
        ("Bergvik, Bygg AB", "+46-8-1", "One\nTwo")
    );
    assert_eq!(cards[1].name, "Ola Berg");
    let hostile =
        vcard::Card { name: "A\r\nEND:VCARD;,\\ é".repeat(9), email: "a@x.example".to_owned(), ..asa.clone() };
    let written = vcard::write(&[(hostile.clone(), Language::Sv)]);
    assert!(written.lines().all(|line| line.len() <= 75), "{written}");
    assert_eq!(written.matches("END:VCARD\r\n").count(), 1);
    let back = vcard::read(written.as_bytes()).unwrap();
    assert_eq!((back.len(), back[0].email.as_str(), back[0].language.as_str()), (1, "a@x.example", "sv"));
    assert_eq!(back[0].notes, "One\nTwo");
    let parsed = calcard::vcard::VCard::parse(&written).unwrap();
    assert!(parsed.entries.len() >= 6);
    for bad in [&b""[..], b"BEGIN:VCARD", b"\xff\xfe", b"END:VCARD\n"] {
        assert!(vcard::read(bad).is_err());
    }
    let many = "BEGIN:VCARD\nFN:A\nEND:VCARD\n".repeat(2_001);
    assert_eq!(vcard::read(many.as_bytes()), Err(vcard::NoCards::TooLarge));
}

proptest! {
    /// Whatever comes, in whatever pieces, is the same rows; and reading can go on behind any of them.
    #[test]
    fn pieces_and_places_change_nothing(
        text in "[a;\"\r\n åx\0]{0,200}",
        piece in 1_usize..9,
        encoding in proptest::sample::select(Encoding::ALL),
    ) {
        let bytes = match encoding {
            Encoding::Utf16Le => utf16(&text, u16::to_le_bytes),
            Encoding::Utf16Be => utf16(&text, u16::to_be_bytes),
            _ => text.clone().into_bytes(),
        };
        let whole = rows(&bytes, (encoding, ';'), bytes.len());
        prop_assert_eq!(&rows(&bytes, (encoding, ';'), piece), &whole);
        let mut reader = Reader::new((encoding, ';'), Place::default());
        reader.feed(&bytes);
        reader.end();
        let mut found = Vec::new();
        while let Some(row) = reader.next_row() {
            found.push(row);
            let place = reader.place();
            reader = Reader::new((encoding, ';'), place);
            reader.feed(&bytes[usize::try_from(place.byte).unwrap()..]);
            reader.end();
        }
        prop_assert_eq!(found, whole);
    }

    #[test]
    fn nothing_makes_cards_break(bytes in proptest::collection::vec(any::<u8>(), 0..300), text in "(BEGIN:VCARD|END:VCARD|FN|:|;|\\\\|\n| |a|\"){0,60}") {
        let _ = vcard::read(&bytes);
        let _ = vcard::read(text.as_bytes());
    }
}
