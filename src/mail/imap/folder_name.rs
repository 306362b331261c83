//! Names of folders as IMAP writes them (RFC 3501 §5.1.3): UTF-7 of a kind of its own, inside a quoted string.

use base64::{
    Engine as _,
    alphabet::IMAP_MUTF7,
    engine::{GeneralPurpose, general_purpose::NO_PAD},
};

const LETTERS: GeneralPurpose = GeneralPurpose::new(&IMAP_MUTF7, NO_PAD);

/// The argument of EXAMINE. A name holds no control characters, so it cannot leave its place in the command.
pub(super) fn quoted(name: &str) -> String {
    let mut out = String::from("\"");
    let mut foreign = String::new();
    for letter in name.chars().filter(|letter| !letter.is_control()) {
        if !letter.is_ascii() {
            foreign.push(letter);
            continue;
        }
        shift(&mut out, &mut foreign);
        match letter {
            '&' => out.push_str("&-"),
            '"' | '\\' => out.extend(['\\', letter]),
            plain => out.push(plain),
        }
    }
    shift(&mut out, &mut foreign);
    out.push('"');
    out
}

/// Writes letters beyond ASCII, if there are any.
fn shift(out: &mut String, foreign: &mut String) {
    if !foreign.is_empty() {
        let units: Vec<u8> = foreign.encode_utf16().flat_map(u16::to_be_bytes).collect();
        out.push('&');
        LETTERS.encode_string(units, out);
        out.push('-');
        foreign.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_written_as_servers_know_them() {
        for (name, written) in [
            ("INBOX", "\"INBOX\""),
            ("Svar på möten", "\"Svar p&AOU- m&APY-ten\""),
            ("~peter/mail/台北/日本語", "\"~peter/mail/&U,BTFw-/&ZeVnLIqe-\""),
            ("R&D \"x\"\\", "\"R&-D \\\"x\\\"\\\\\""),
            ("a\r\nA1 LOGOUT", "\"aA1 LOGOUT\""),
            ("", "\"\""),
        ] {
            assert_eq!(quoted(name), written);
        }
    }
}
