//! Files that are none, and rows that nobody should write: each gets words, and nothing is lost of the others.

use super::{Firm, check, counts, upload};
use crate::support::db::TestDb;

#[tokio::test]
async fn what_is_no_table_is_said_beside_the_field_and_nothing_is_kept() {
    let mut f = Firm::found(TestDb::sqlite().await).await;
    let wide = vec!["x"; 10_000].join(";");
    let large = vec![b'a'; 33 * 1024 * 1024];
    for (content, words) in [
        (&b""[..], "The file is empty"),
        (b"\n\n\n", "The file is empty"),
        (b"PK\x03\x04\0\0", "not a text file"),
        (b"\0\0\0\0\0\0\0\0", "not a text file"),
        (wide.as_bytes(), "more than 100 columns"),
        (&large, "larger than 32"),
    ] {
        let answer = upload(&mut f.erik, "kind=accounts", ("x.csv", content)).await;
        answer.expect(422).says("id=\"file-e\"").says(words);
    }
    f.erik.post("/imports?kind=accounts", &[]).await.expect(422).says("Choose a file.");
    assert_eq!(f.count("SELECT COUNT(*) FROM import").await, 0);
    assert_eq!(f.count("SELECT COUNT(*) FROM import_piece").await, 0);
    for _ in 0..10 {
        upload(&mut f.erik, "kind=accounts", ("x.csv", b"Name\nA")).await.expect(303);
    }
    upload(&mut f.erik, "kind=accounts", ("x.csv", b"Name\nA")).await.expect(422).says("You have 10 unfinished files");
}

#[tokio::test]
async fn odd_rows_are_refused_by_number_and_the_others_taken() {
    let mut f = Firm::found(TestDb::sqlite().await).await;
    let huge = "y".repeat(1_000_000);
    let cases: [(Vec<u8>, [i64; 5], &str); 6] = [
        (format!("Name;Notes\nA;{huge}\nB;x\n").into_bytes(), [1, 0, 0, 0, 1], "too long"),
        (format!("Name;Notes\nB;{}\nA\0;x\n", "x".repeat(80)).into_bytes(), [1, 0, 0, 0, 1], "not text"),
        (
            format!("Name;Notes\nA;{}\nB;x\n", "z;".repeat(9_999)).into_bytes(),
            [1, 0, 0, 0, 1],
            "more cells than there are columns",
        ),
        (b"Name;Notes\nB;x\nA;\"never closed\nC;x\nD;x\n".to_vec(), [1, 0, 0, 0, 1], "never closed"),
        (b"Name;Notes\nA;x\nA;x\na;y\nB;x".to_vec(), [2, 0, 0, 1, 1], "Row 2 is about the same"),
        (b"sep=;\r\nName;Notes\r\nA;x\r\n\xff\xfe;y\r\n".to_vec(), [2, 0, 0, 0, 0], "A"),
    ];
    for (content, expected, words) in cases {
        let path = upload(&mut f.erik, "kind=accounts", ("x.csv", &content)).await.expect(303).location().to_owned();
        check(&mut f.erik, &path, &[]).await.expect(303);
        f.settle().await;
        let page = f.erik.get(&path).await;
        assert_eq!(counts(&page), expected, "{words}: {}", page.body);
        page.says(words);
        f.erik.get(&format!("{path}/refusals.csv")).await.expect(200);
        f.erik.post(&format!("{path}/removal"), &[]).await.expect(303);
    }
}

#[tokio::test]
async fn refused_rows_come_back_as_a_file_without_formulas() {
    let mut f = Firm::found(TestDb::sqlite().await).await;
    let file = "Name;E-mail;Company\n=HYPERLINK(1);bad;Bergvik\n+1;@x;-Lofoten\n\tTab;x;\rReturn\n";
    let path = upload(&mut f.erik, "kind=contacts", ("x.csv", file.as_bytes())).await.expect(303).location().to_owned();
    check(&mut f.erik, &path, &[]).await.expect(303);
    f.settle().await;
    let csv = f.erik.get(&format!("{path}/refusals.csv")).await;
    csv.expect(200).says("\"'=HYPERLINK(1)\"").says("\"'+1\",\"'@x\",\"'-Lofoten\"");
    assert!(!csv.body.contains("\"="), "{}", csv.body);
}
