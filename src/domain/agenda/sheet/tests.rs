use proptest::prelude::*;

use super::*;

fn today() -> NaiveDate {
    "2026-11-23".parse().unwrap()
}

/// Rows as `metric|target|actual|unit|due`, then errors as `line: problem`.
fn said(bytes: &[u8]) -> Vec<String> {
    let sheet = match read(bytes, today()) {
        Ok(sheet) => sheet,
        Err(error) => return vec![error.to_string()],
    };
    let figure = |amount: Option<Amount>| amount.map_or_else(String::new, |a| a.to_string());
    let row = |row: &Row| {
        let due = row.due.map_or_else(String::new, |day| day.to_string());
        format!("{}|{}|{}|{}|{due}", row.metric, figure(row.target), figure(row.actual), row.unit)
    };
    let error = |e: &LineError| format!("{}: {:?}", e.line, e.problem);
    sheet.rows.iter().map(row).chain(sheet.errors.iter().map(error)).collect()
}

#[test]
fn files_of_all_kinds_of_programs() {
    for (bytes, expected) in [
        // As Excel writes it in the Nordic countries.
        (
            &b"M\xe5tt;M\xe5l;Utfall;Enhet;Senast\r\nNya kunder;10;7,5;st;31.12.2026\r\n"[..],
            "Nya kunder|10|7.5|st|2026-12-31",
        ),
        ("\u{feff}Metric,Target,Actual\r\n\"Orders\",\"1,234.5\",\"12\"\r\n".as_bytes(), "Orders|1234.5|12||"),
        // Columns in another order, some that are unknown.
        ("Toteuma;Muuta;Mittari;Tavoite\n3;x;Uudet asiakkaat;10".as_bytes(), "Uudet asiakkaat|10|3||"),
        ("Orders\t10\t7\tst\t2026-12-31".as_bytes(), "Orders|10|7|st|2026-12-31"),
        ("Orders,10,7".as_bytes(), "Orders|10|7||"),
        ("sep=;\nOrders;1 000;7".as_bytes(), "Orders|1000|7||"),
        ("Orders;10;7\r\r\n\r\n;;\n".as_bytes(), "Orders|10|7||"),
        ("\"Say \"\"yes\"\"\nagain\";10;7".as_bytes(), "Say \"yes\" again|10|7||"),
        ("Orders;;".as_bytes(), "Orders||||"),
        // A lone figure is no heading, and a formula is text.
        ("=1+1;10;7".as_bytes(), "=1+1|10|7||"),
        (&b"\xff\xfeO\0;\x001\x000\0"[..], "O|10|||"),
        (&b"\xfe\xff\0O\0;\x001\x000"[..], "O|10|||"),
        (&b"\x80;10;7"[..], "€|10|7||"),
    ] {
        assert_eq!(said(bytes), [expected], "{}", String::from_utf8_lossy(bytes));
    }
}

#[test]
fn columns_are_called_as_the_form_says_in_every_language() {
    for heading in [
        "metric,target,actual,unit,date,Lower is better",
        "mått,mål,utfall,enhet,datum,Lägre är bättre",
        "mittari,tavoite,toteuma,yksikkö,päivämäärä,Pienempi on parempi",
        "måltall,mål,resultat,enhet,dato,Lavere er bedre",
        "Metric,Target,Actual,Unit,Reach by,Lower is better",
        "Mått,Mål,Utfall,Enhet,Nås senast,Lägre är bättre",
        "Måltall,Mål,Resultat,Enhet,Nås innen,Lavere er bedre",
    ] {
        let file = format!("{heading}\nOrders,10,7,st,2026-12-31,yes");
        assert_eq!(said(file.as_bytes()), ["Orders|10|7|st|2026-12-31"], "{heading}");
        assert_eq!(read(file.as_bytes(), today()).unwrap().less, [Some(true)], "{heading}");
    }
}

#[test]
fn what_is_wrong_is_said_line_by_line() {
    let file = "Metric;Target;Actual;Unit;Due\nOrders;ten;7\n;5;6\nCalls;1,234;2;st;soon\nOrders;10;7\norders;1;1\n\
                \"Open;10;7\nLast;1;1";
    assert_eq!(
        said(file.as_bytes()),
        [
            "Orders|10|7||",
            "2: Figure(Target, \"ten\", NotANumber)",
            "3: NoMetric",
            "4: Figure(Target, \"1,234\", Unclear)",
            "4: Date(\"soon\", NotADate)",
            "6: Twice(\"orders\")",
            "7: OpenQuote",
        ]
    );
    let long = format!("{};1;1;{}", "m".repeat(81), "u".repeat(21));
    assert_eq!(said(long.as_bytes()), ["1: TooLong(Metric, 80)", "1: TooLong(Unit, 20)"]);
}

#[test]
fn what_is_no_table_is_refused_whole() {
    let large = vec![b'a'; MAX_BYTES + 1];
    for (bytes, expected) in [
        (&b""[..], "empty"),
        (b"\n\n;;\n", "empty"),
        (b"Metric;Target", "empty"),
        (b"PK\x03\x04\x14\0\x06\0", "not text"),
        (b"\xff\xfeO", "not text"),
        (b"\xef\xbb\xbf\xe5", "not text"),
        (&large, "too large"),
    ] {
        assert_eq!(said(bytes), [expected]);
    }
}

#[test]
fn lines_and_errors_are_bounded() {
    let many = (0..100).map(|n| format!("Metric {n};1;1")).collect::<Vec<_>>().join("\n");
    let sheet = read(many.as_bytes(), today()).unwrap();
    assert_eq!(sheet.rows.len(), MAX_ROWS);
    assert_eq!(sheet.errors, [LineError { line: 21, problem: Problem::TooMany }]);
    let wrong = "x;y;z\n".repeat(5_000);
    assert_eq!(read(wrong.as_bytes(), today()).unwrap().errors.len(), MAX_ERRORS);
}

proptest! {
    #[test]
    fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..2_000)) {
        if let Ok(sheet) = read(&bytes, today()) {
            prop_assert!(sheet.rows.len() <= MAX_ROWS && sheet.errors.len() <= MAX_ERRORS);
        }
    }

    #[test]
    fn any_table_is_read_or_refused(text in "[a1,.;\"\t\r\n =-]{0,300}") {
        let _ = read(text.as_bytes(), today());
    }
}

#[test]
fn a_column_says_whether_less_is_better() {
    for (heading, word, less) in [
        ("Lower is better", "yes", Some(true)),
        ("Lägre är bättre", "ja", Some(true)),
        ("Pienempi on parempi", "kyllä", Some(true)),
        ("Lavere er bedre", "nei", Some(false)),
        ("LOWER IS BETTER", "", None),
    ] {
        let sheet = read(format!("Metric;Target;{heading}\nComplaints;3;{word}").as_bytes(), today()).unwrap();
        assert_eq!((sheet.rows[0].less, sheet.errors.len()), (less == Some(true), 0), "{heading} {word}");
        assert_eq!(sheet.less, [less], "{heading} {word}");
    }
    let wrong = read("Metric;Target;Lower is better\nComplaints;3;maybe".as_bytes(), today()).unwrap();
    assert_eq!(wrong.errors[0].problem, Problem::YesOrNo(Column::Less, "maybe".to_owned()));
    assert_eq!(read(b"Metric;Target\nOrders;3", today()).unwrap().less, [None]);
}
