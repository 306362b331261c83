//! Random tokens: 256 bits that only their holder knows. The database keeps the SHA-256, which is found by equality, so
//! that nothing readable is stored and comparing takes no secret-dependent time.

use std::fmt;

use sha2::{Digest as _, Sha256};

const DIGITS: &[u8; 62] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
/// Base62 digits that hold 256 bits.
const LENGTH: usize = 43;

/// What a token is for. Its prefix lets secret scanners (and people) recognise a leaked one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TokenKind {
    /// A signed-in browser.
    Session,
    /// A calendar subscription.
    Feed,
    /// A password reset.
    Reset,
    /// An invited person's first password.
    Invite,
    /// A form, so that sending it twice does it once.
    Once,
    /// The one-time code that opens the first set-up.
    Setup,
}

impl TokenKind {
    /// What every token of the kind starts with.
    #[must_use]
    pub const fn prefix(self) -> &'static str {
        match self {
            Self::Session => "sps_",
            Self::Feed => "spf_",
            Self::Reset => "spr_",
            Self::Invite => "spi_",
            Self::Once => "spo_",
            Self::Setup => "spu_",
        }
    }
}

/// SHA-256 of a token: what the database stores and searches.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct TokenHash([u8; 32]);

impl TokenHash {
    /// The bytes to store.
    #[must_use]
    pub const fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

impl fmt::Debug for TokenHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("TokenHash(…)")
    }
}

/// A token as its holder gets it, shown once. `Debug` does not print it.
#[derive(Clone, PartialEq, Eq)]
pub struct Token {
    text: String,
}

impl Token {
    /// Makes a token from 32 random bytes.
    #[must_use]
    pub fn new(kind: TokenKind, random: [u8; 32]) -> Self {
        Self { text: format!("{}{}", kind.prefix(), base62(random)) }
    }

    /// The text to hand out.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// What to store.
    #[must_use]
    pub fn hash(&self) -> TokenHash {
        hash(&self.text)
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Token(…)")
    }
}

/// The hash to search for; `None` when the text cannot be a token of this kind, which saves a look into the database.
#[must_use]
pub fn lookup(kind: TokenKind, text: &str) -> Option<TokenHash> {
    let digits = text.strip_prefix(kind.prefix())?;
    (digits.len() == LENGTH && digits.bytes().all(|b| b.is_ascii_alphanumeric())).then(|| hash(text))
}

/// What to store for a secret text of any kind.
#[must_use]
pub fn hash(text: &str) -> TokenHash {
    TokenHash(Sha256::digest(text.as_bytes()).into())
}

/// Long division by 62; always 43 digits, most significant first.
fn base62(mut number: [u8; 32]) -> String {
    let mut digits = [b'0'; LENGTH];
    for digit in digits.iter_mut().rev() {
        let mut rest = 0_u16;
        for byte in &mut number {
            let part = (rest << 8) | u16::from(*byte);
            *byte = u8::try_from(part / 62).unwrap_or(u8::MAX); // always fits: rest is below 62
            rest = part % 62;
        }
        *digit = DIGITS.get(usize::from(rest)).copied().unwrap_or(b'0');
    }
    digits.iter().copied().map(char::from).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn numbers_in_base_62() {
        let mut one = [0; 32];
        one[31] = 1;
        assert_eq!(base62([0; 32]), "0".repeat(43));
        assert_eq!(base62(one), format!("{}1", "0".repeat(42)));
        one[31] = 62;
        assert_eq!(base62(one), format!("{}10", "0".repeat(41)));
        // 2^256 - 1, checked with another program.
        assert_eq!(base62([0xff; 32]), "yhjskwdA6OZ1AL1YmHWZWm8LLG7HjnuCA2j5rOw8Xp1");
    }

    #[test]
    fn only_whole_tokens_of_the_kind_are_looked_up() {
        let token = Token::new(TokenKind::Feed, [7; 32]);
        let text = token.as_str();
        assert_eq!(lookup(TokenKind::Feed, text), Some(token.hash()));
        assert_eq!(lookup(TokenKind::Session, text), None, "wrong kind");
        for bad in ["", "spf_", &text[..46], &format!("{text}0"), &text.replace('s', "S"), &format!("{}-", &text[..46])]
        {
            assert_eq!(lookup(TokenKind::Feed, bad), None, "{bad}");
        }
        assert!(!format!("{token:?} {:?}", token.hash()).contains(text));
    }

    proptest! {
        #[test]
        fn different_bytes_give_different_tokens(a: [u8; 32], b: [u8; 32]) {
            let (x, y) = (Token::new(TokenKind::Reset, a), Token::new(TokenKind::Reset, b));
            prop_assert_eq!(a == b, x == y);
            prop_assert_eq!(x.as_str().len(), 47);
        }
    }
}
