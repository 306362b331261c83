//! DKIM signatures (RFC 6376): rsa-sha256, relaxed/relaxed, at a time the caller names.
//!
//! lettre signs too, but stamps the present second into the signature, so that a retry would differ from the first
//! attempt; and it signs its own idea of the message rather than the bytes that leave.

use base64::{Engine, engine::general_purpose::STANDARD};
use chrono::{DateTime, Utc};
use ring::{
    rand::SystemRandom,
    signature::{RSA_PKCS1_SHA256, RsaKeyPair},
};
use rsa::{
    RsaPrivateKey, RsaPublicKey,
    pkcs1::{DecodeRsaPrivateKey, EncodeRsaPrivateKey},
    pkcs8::{DecodePrivateKey, EncodePrivateKey, EncodePublicKey, LineEnding},
    rand_core::CryptoRngCore,
    traits::PublicKeyParts,
};
use sha2::{Digest, Sha256};

/// The headers that are signed. From stands twice, so that no second From can be added on the way; a listed header the
/// letter lacks is signed as absent (RFC 6376, section 5.4.2).
const SIGNED: [&str; 8] = ["from", "from", "reply-to", "to", "subject", "date", "message-id", "mime-version"];

/// Bits of a new key: what every verifier accepts and a TXT record carries.
const KEY_BITS: usize = 2048;

/// Signs outgoing mail for one domain.
pub struct Signer {
    key: RsaKeyPair,
    public: RsaPublicKey,
    domain: String,
    selector: String,
}

/// A TXT record to publish.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DnsRecord {
    /// Full name, without a final dot.
    pub name: String,
    /// The text, in one piece; see [`DnsRecord::zone_line`].
    pub value: String,
}

/// What `sparsam dkim new` prints.
#[derive(Clone)]
pub struct NewKey {
    /// PKCS#8, for a file only the service can read.
    pub private_key_pem: String,
    /// What to publish before the first signed mail.
    pub record: DnsRecord,
}

/// A key, a domain or a selector that cannot sign.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum KeyError {
    /// Neither PKCS#8 nor PKCS#1 PEM of an RSA key.
    #[error("the DKIM key is not an RSA private key in PEM form")]
    NotAKey,
    /// Shorter than 2048 or longer than 4096 bits.
    #[error("the DKIM key must have 2048 to 4096 bits, it has {0}")]
    Size(usize),
    /// Not a plain DNS name.
    #[error("{0:?} is not a DNS name")]
    Name(String),
    /// The key could not be made or written.
    #[error("no DKIM key could be made: {0}")]
    Generate(String),
}

/// The signature could not be made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the mail could not be signed")]
pub struct SignError;

impl Signer {
    /// Reads `pem` (PKCS#8 or PKCS#1) to sign for `domain`, whose key stands in DNS under `selector`.
    ///
    /// # Errors
    /// [`KeyError`] when the key is none or of the wrong size, or a name is not a DNS name.
    pub fn new(pem: &str, domain: &str, selector: &str) -> Result<Self, KeyError> {
        let private = RsaPrivateKey::from_pkcs8_pem(pem)
            .or_else(|_| RsaPrivateKey::from_pkcs1_pem(pem))
            .map_err(|_| KeyError::NotAKey)?;
        let bits = private.n().bits();
        if !(KEY_BITS..=4096).contains(&bits) {
            return Err(KeyError::Size(bits));
        }
        let der = private.to_pkcs1_der().map_err(|_| KeyError::NotAKey)?;
        let key = RsaKeyPair::from_der(der.as_bytes()).map_err(|_| KeyError::NotAKey)?;
        Ok(Self { key, public: private.to_public_key(), domain: dns_name(domain)?, selector: dns_name(selector)? })
    }

    /// The record that lets others check this signer's mail.
    ///
    /// # Errors
    /// [`KeyError::Generate`] when the public key cannot be encoded.
    pub fn record(&self) -> Result<DnsRecord, KeyError> {
        record(&self.public, &self.domain, &self.selector)
    }

    /// The DKIM-Signature header, with its line end, to put in front of `message` (CRLF line ends), dated `at`.
    ///
    /// # Errors
    /// [`SignError`] when `message` has no header section or the key fails.
    pub fn header_for(&self, message: &[u8], at: DateTime<Utc>) -> Result<String, SignError> {
        let split = message.windows(4).position(|window| window == b"\r\n\r\n").ok_or(SignError)?;
        let (head, body) = message.split_at_checked(split + 2).ok_or(SignError)?;
        let head = std::str::from_utf8(head).map_err(|_| SignError)?;
        let body = relaxed_body(body.get(2..).ok_or(SignError)?);
        let unsigned = format!(
            "DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d={};\r\n\ts={}; t={};\r\n\th={};\r\n\tbh={};\r\n\tb=",
            self.domain,
            self.selector,
            at.timestamp(),
            SIGNED.join(":"),
            STANDARD.encode(Sha256::digest(body)),
        );
        let mut input = signed_headers(head);
        input.push_str(relaxed_header(&unsigned).trim_end());
        let mut signature = vec![0; self.key.public().modulus_len()];
        self.key
            .sign(&RSA_PKCS1_SHA256, &SystemRandom::new(), input.as_bytes(), &mut signature)
            .map_err(|_| SignError)?;
        Ok(format!("{unsigned}{}\r\n", folded(&STANDARD.encode(signature))))
    }
}

impl std::fmt::Debug for Signer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Signer").field("domain", &self.domain).field("selector", &self.selector).finish_non_exhaustive()
    }
}

impl std::fmt::Debug for NewKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("NewKey").field("record", &self.record).finish_non_exhaustive()
    }
}

impl DnsRecord {
    /// The record as a line of a zone file: a TXT string holds 255 bytes at most, so the value stands in pieces.
    #[must_use]
    pub fn zone_line(&self) -> String {
        let pieces: Vec<String> =
            self.value.as_bytes().chunks(250).map(|piece| format!("\"{}\"", String::from_utf8_lossy(piece))).collect();
        format!("{}. IN TXT ( {} )", self.name, pieces.join(" "))
    }
}

/// Makes a 2048-bit key for `domain` under `selector`. `rng` must be cryptographically strong; takes about a second.
///
/// # Errors
/// [`KeyError`] when a name is not a DNS name or the key cannot be made.
pub fn generate(rng: &mut impl CryptoRngCore, domain: &str, selector: &str) -> Result<NewKey, KeyError> {
    let (domain, selector) = (dns_name(domain)?, dns_name(selector)?);
    let private = RsaPrivateKey::new(rng, KEY_BITS).map_err(|error| KeyError::Generate(error.to_string()))?;
    let pem = private.to_pkcs8_pem(LineEnding::LF).map_err(|error| KeyError::Generate(error.to_string()))?;
    Ok(NewKey {
        private_key_pem: pem.as_str().to_owned(),
        record: record(&private.to_public_key(), &domain, &selector)?,
    })
}

fn record(public: &RsaPublicKey, domain: &str, selector: &str) -> Result<DnsRecord, KeyError> {
    let der = public.to_public_key_der().map_err(|error| KeyError::Generate(error.to_string()))?;
    Ok(DnsRecord {
        name: format!("{selector}._domainkey.{domain}"),
        value: format!("v=DKIM1; k=rsa; p={}", STANDARD.encode(der.as_bytes())),
    })
}

/// Lower-case labels only, because the name lands in a header and in DNS.
fn dns_name(text: &str) -> Result<String, KeyError> {
    let is_label = |label: &str| {
        (1..=63).contains(&label.len())
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_')
    };
    let fits = text.len() <= 200 && text.split('.').all(is_label);
    fits.then(|| text.to_ascii_lowercase()).ok_or_else(|| KeyError::Name(text.chars().take(200).collect()))
}

/// The listed headers in canonical form, each name taken from the bottom up (RFC 6376, section 5.4.2).
fn signed_headers(head: &str) -> String {
    let mut rest: Vec<(String, String)> = header_fields(head)
        .into_iter()
        .map(|field| (field.split(':').next().unwrap_or_default().trim().to_ascii_lowercase(), relaxed_header(&field)))
        .collect();
    let mut out = String::new();
    for name in SIGNED {
        if let Some(found) = rest.iter().rposition(|(field, _)| field == name) {
            out.push_str(&rest.remove(found).1);
        }
    }
    out
}

/// Header fields with their continuation lines.
fn header_fields(head: &str) -> Vec<String> {
    let mut fields: Vec<String> = Vec::new();
    for line in head.split_inclusive("\r\n") {
        match fields.last_mut() {
            Some(field) if line.starts_with([' ', '\t']) => field.push_str(line),
            _ => fields.push(line.to_owned()),
        }
    }
    fields
}

/// RFC 6376, section 3.4.2: lower-case name, unfolded, runs of white space as one blank, none at the ends.
fn relaxed_header(field: &str) -> String {
    let (name, value) = field.split_once(':').unwrap_or((field, ""));
    let words: Vec<&str> = value.split([' ', '\t', '\r', '\n']).filter(|word| !word.is_empty()).collect();
    format!("{}:{}\r\n", name.trim().to_ascii_lowercase(), words.join(" "))
}

/// RFC 6376, section 3.4.4: runs of white space as one blank, none at line ends, no empty lines at the end.
fn relaxed_body(body: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(body.len() + 2);
    let mut blank = false;
    for &byte in body {
        match byte {
            b' ' | b'\t' => blank = true,
            b'\r' | b'\n' => {
                blank = false;
                out.push(byte);
            }
            _ => {
                if std::mem::take(&mut blank) {
                    out.push(b' ');
                }
                out.push(byte);
            }
        }
    }
    while out.ends_with(b"\r\n") {
        out.truncate(out.len() - 2);
    }
    if !out.is_empty() {
        out.extend_from_slice(b"\r\n");
    }
    out
}

/// Base64 in lines of 72; verifiers drop white space inside `b=` (RFC 6376, section 3.5).
fn folded(base64: &str) -> String {
    let lines: Vec<std::borrow::Cow<'_, str>> = base64.as_bytes().chunks(72).map(String::from_utf8_lossy).collect();
    lines.join("\r\n\t")
}

#[cfg(test)]
mod tests;
