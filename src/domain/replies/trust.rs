//! Whether a mail comes from whom it says, by what our own mail server found out (RFC 8601, RFC 7489).

use crate::domain::email::EmailAddress;

/// Longest header that is looked at, in bytes.
const MAX_HEADER: usize = 16 * 1024;

/// Whether `topmost`, the first Authentication-Results of a mail, was written by the server named `server` and says that
/// DMARC passed for the domain in From. Our server puts its own above everything that came with the mail, so only the
/// topmost one counts: those below may be forged.
#[must_use]
pub fn is_proven(topmost: Option<&str>, server: Option<&str>, from: &EmailAddress) -> bool {
    let (Some(header), Some(server)) = (topmost, server) else { return false };
    if header.len() > MAX_HEADER || server.is_empty() {
        return false;
    }
    let Some(plain) = without_comments(header) else { return false };
    let mut parts = plain.split(';').map(str::trim);
    // Ahead of the first semicolon stand the server and perhaps a version.
    let named = parts.next().and_then(|id| id.split_whitespace().next()).map(|id| id.trim_matches('"'));
    if !named.is_some_and(|named| named.eq_ignore_ascii_case(server)) {
        return false;
    }
    let verdicts: Vec<&str> = parts.filter(|part| method(part).eq_ignore_ascii_case("dmarc")).collect();
    // Two verdicts by one method contradict each other or repeat; neither proves anything.
    matches!(verdicts.as_slice(), [one] if passes_for(one, from.domain()))
}

/// `dmarc/1=pass …` is `dmarc`.
fn method(part: &str) -> &str {
    part.split(['=', '/', ' ', '\t']).next().unwrap_or_default()
}

fn passes_for(verdict: &str, domain: &str) -> bool {
    let spaced = verdict.replace(" =", "=").replace("= ", "=");
    let mut words = spaced.split_whitespace();
    let passed =
        words.next().and_then(|result| result.split_once('=')).is_some_and(|(_, r)| r.eq_ignore_ascii_case("pass"));
    let mut domains = words.filter_map(|word| {
        let (name, value) = word.split_once('=')?;
        name.eq_ignore_ascii_case("header.from").then_some(value.trim_matches('"'))
    });
    let names_domain = domains.next().is_some_and(|named| named.eq_ignore_ascii_case(domain));
    passed && names_domain && domains.next().is_none()
}

/// The header without comments in brackets, which may stand inside each other; `None` if one does not end. A semicolon in
/// quotes does not part anything, and nothing honest has one there.
fn without_comments(header: &str) -> Option<String> {
    let mut out = String::with_capacity(header.len());
    let (mut depth, mut quoted, mut escaped) = (0_u32, false, false);
    for c in header.chars() {
        match c {
            _ if escaped => escaped = false,
            '\\' if quoted || depth > 0 => escaped = true,
            '"' if depth == 0 => quoted = !quoted,
            ';' if quoted => return None,
            '(' if !quoted => depth += 1,
            ')' if !quoted => depth = depth.checked_sub(1)?,
            c if depth == 0 => {
                out.push(if c.is_control() { ' ' } else { c });
                continue;
            }
            _ => {}
        }
        if depth == 0 {
            out.push(' ');
        }
    }
    (depth == 0 && !quoted).then_some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_our_own_server_proves_and_only_for_the_domain_in_from() {
        let from: EmailAddress = "eeva@kone.example".parse().unwrap();
        let good = [
            "mx.nordvik.example; dmarc=pass (p=none dis=none) header.from=kone.example",
            "MX.nordvik.example 1; spf=pass smtp.mailfrom=kone.example; dkim=pass header.d=kone.example; \
             dmarc=pass header.from=KONE.example",
            "mx.nordvik.example;\r\n\tdkim=pass header.i=@kone.example header.s=s header.b=\"a+b=\";\r\n\t\
             dmarc=pass (policy=reject; note (nested)) header.from=kone.example",
            "mx.nordvik.example; dmarc/1 = pass header.from = kone.example",
            "mx.nordvik.example; dmarc=pass action=none header.from=kone.example;compauth=pass reason=100",
        ];
        for header in good {
            assert!(is_proven(Some(header), Some("mx.nordvik.example"), &from), "{header}");
        }
        let bad = [
            "",
            "mx.nordvik.example",
            "mx.nordvik.example; none",
            "mx.evil.example; dmarc=pass header.from=kone.example",
            "(mx.nordvik.example) mx.evil.example; dmarc=pass header.from=kone.example",
            "mx.nordvik.example; dmarc=fail header.from=kone.example",
            "mx.nordvik.example; dmarc=fail (dmarc=pass header.from=kone.example) header.from=kone.example",
            "mx.nordvik.example; dmarc=pass header.from=evil.example",
            "mx.nordvik.example; dmarc=pass",
            "mx.nordvik.example; dmarc=pass header.from=evil.example header.from=kone.example",
            "mx.nordvik.example; dmarc=fail header.from=kone.example; dmarc=pass header.from=kone.example",
            "mx.nordvik.example; dmarc=pass header.from=kone.example; dmarc=fail header.from=kone.example",
            "mx.nordvik.example; spf=pass smtp.mailfrom=\"x; dmarc=pass header.from=kone.example\"",
            "mx.nordvik.example; dkim=pass header.d=kone.example",
            "mx.nordvik.example; dmarc=pass (header.from=kone.example",
            "mx.nordvik.example; x-dmarc=pass header.from=kone.example",
        ];
        for header in bad {
            assert!(!is_proven(Some(header), Some("mx.nordvik.example"), &from), "{header}");
        }
        assert!(!is_proven(None, Some("mx.nordvik.example"), &from));
        assert!(!is_proven(Some(good[0]), None, &from));
        assert!(!is_proven(Some("; dmarc=pass header.from=kone.example"), Some(""), &from));
        let long = format!("{}{}", good[0], " ".repeat(MAX_HEADER));
        assert!(!is_proven(Some(&long), Some("mx.nordvik.example"), &from));
    }
}
