use rsa::rand_core::{CryptoRng, Error, RngCore, impls};

use super::*;

const TEST_KEY: &str = include_str!("../../../tests/golden/mail/dkim-test-key.pem");

/// Counts through SHA-256: good enough to make the same key each time, and only here.
struct Counter(u64);

impl RngCore for Counter {
    fn next_u32(&mut self) -> u32 {
        impls::next_u32_via_fill(self)
    }

    fn next_u64(&mut self) -> u64 {
        impls::next_u64_via_fill(self)
    }

    fn fill_bytes(&mut self, dest: &mut [u8]) {
        for chunk in dest.chunks_mut(32) {
            self.0 += 1;
            let digest = Sha256::digest(self.0.to_be_bytes());
            chunk.copy_from_slice(&digest[..chunk.len()]);
        }
    }

    fn try_fill_bytes(&mut self, dest: &mut [u8]) -> Result<(), Error> {
        self.fill_bytes(dest);
        Ok(())
    }
}

impl CryptoRng for Counter {}

#[test]
fn headers_and_bodies_are_canonical() {
    // The example of RFC 6376, section 3.4.5.
    assert_eq!(relaxed_header("A: X\r\n"), "a:X\r\n");
    assert_eq!(relaxed_header("B : Y\t\r\n\tZ  \r\n"), "b:Y Z\r\n");
    assert_eq!(relaxed_body(b" C \r\nD \t E\r\n\r\n\r\n"), b" C\r\nD E\r\n");
    for (raw, canonical) in [("", ""), ("\r\n\r\n", ""), ("a", "a\r\n"), ("a \t\r\n\r\nb\r\n", "a\r\n\r\nb\r\n")] {
        assert_eq!(relaxed_body(raw.as_bytes()), canonical.as_bytes(), "{raw:?}");
    }
}

#[test]
fn repeated_headers_are_signed_from_the_bottom_up() {
    let signed = signed_headers("From: one\r\nX: 1\r\nFrom: two\r\nTo: a,\r\n\tb\r\nFrom: three\r\n");
    assert_eq!(signed, "from:three\r\nfrom:two\r\nto:a, b\r\n");
}

#[test]
fn the_time_of_the_signature_is_the_callers() {
    let signer = Signer::new(TEST_KEY, "Sparsam.example", "s1").unwrap();
    let at = DateTime::from_timestamp(1_767_600_900, 0).unwrap();
    let message = b"From: a@sparsam.example\r\n\r\nhello\r\n";
    let header = signer.header_for(message, at).unwrap();
    assert_eq!(header, signer.header_for(message, at).unwrap());
    assert!(header.starts_with("DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=sparsam.example;\r\n"));
    assert!(header.contains(" t=1767600900;"));
    assert!(header.contains("\th=from:from:reply-to:to:subject:date:message-id:mime-version;\r\n"));
    assert!(header.ends_with("\r\n"));
    assert!(header.split("\r\n").all(|line| line.len() <= 78), "{header}");
    assert_eq!(signer.header_for(b"no header section", at), Err(SignError));
}

#[test]
fn a_new_key_signs_and_has_a_record() {
    let new = generate(&mut Counter(1), "sparsam.example", "s2026").unwrap();
    let signer = Signer::new(&new.private_key_pem, "sparsam.example", "s2026").unwrap();
    assert_eq!(signer.record().unwrap(), new.record);
    assert_eq!(new.record.name, "s2026._domainkey.sparsam.example");
    assert!(new.record.value.starts_with("v=DKIM1; k=rsa; p=MIIBIjANBgkq"));
    let line = new.record.zone_line();
    let pieces: Vec<&str> = line.split('"').skip(1).step_by(2).collect();
    assert!(pieces.iter().all(|piece| piece.len() <= 255));
    assert_eq!(pieces.concat(), new.record.value);
    assert!(!format!("{new:?} {signer:?}").contains("PRIVATE"));
}

#[test]
fn what_cannot_sign_is_refused() {
    let bad_key = |pem: &str| Signer::new(pem, "sparsam.example", "s1").err();
    assert_eq!(bad_key(""), Some(KeyError::NotAKey));
    assert_eq!(bad_key(&TEST_KEY.replace('A', "B")), Some(KeyError::NotAKey));
    let small = RsaPrivateKey::new(&mut Counter(7), 1024).unwrap().to_pkcs8_pem(LineEnding::LF).unwrap();
    assert_eq!(bad_key(&small), Some(KeyError::Size(1024)));
    for name in ["", "a b", "a..b", "-a", "a\r\nBcc: x@y.example", "a;b", "å.example"] {
        assert!(matches!(Signer::new(TEST_KEY, name, "s1"), Err(KeyError::Name(_))), "{name:?}");
        assert!(matches!(Signer::new(TEST_KEY, "sparsam.example", name), Err(KeyError::Name(_))), "{name:?}");
        assert!(matches!(generate(&mut Counter(1), name, "s1"), Err(KeyError::Name(_))), "{name:?}");
    }
}
