//! Capability links: whoever holds the address may do one thing with one row, without signing in.
//!
//! A token is the row's id followed by the first 128 bits of HMAC-SHA-256(key; purpose, id, version). Nothing about it is
//! stored, so it can be written into a mail again at any time; raising the row's version revokes every older link.

use hmac::Mac as _;
use uuid::Uuid;

use super::{base32, key, key::MasterKey};

/// What a link is good for; a link for one purpose is worthless for every other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct LinkPurpose(&'static str);

impl LinkPurpose {
    /// `/r/…`: answer an invitation.
    pub const ANSWER: Self = Self("answer");
    /// `/p/…`: no more invitations.
    pub const NO_MORE_INVITATIONS: Self = Self("no more invitations");
    /// `/a/…`: decide on a meeting that waits for approval.
    pub const APPROVAL: Self = Self("approval");
    /// `/e/…`: decide whether a series may go on without an end.
    pub const ENDLESS: Self = Self("endless");
    /// `/d/…`: say that what one is to do is done.
    pub const ACTION: Self = Self("action");
    /// `/reset/…`: set a new password.
    pub const RESET: Self = Self("reset");
    /// `/welcome/…`: set a first password.
    pub const WELCOME: Self = Self("welcome");
    /// `name+…@domain`: replies to one meeting.
    pub const REPLY: Self = Self("reply");
}

/// Writes and checks links.
#[derive(Clone)]
pub struct Links {
    key: [u8; 32],
}

/// A token taken apart but *not yet checked*: find the row by [`Self::id`], then ask [`Links::opens`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LinkToken {
    id: Uuid,
    mac: [u8; 16],
}

impl LinkToken {
    /// Letters in a token.
    pub const LENGTH: usize = 52;

    /// Reads a token; `None` for anything that is not one.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let bytes: [u8; 32] = base32::decode(text)?;
        let (id, mac) = bytes.split_first_chunk::<16>()?;
        Some(Self { id: Uuid::from_bytes(*id), mac: mac.try_into().ok()? })
    }

    /// The row the link claims to be for.
    #[must_use]
    pub const fn id(&self) -> Uuid {
        self.id
    }
}

impl Links {
    /// Links under the given key.
    #[must_use]
    pub fn new(master: &MasterKey) -> Self {
        Self { key: master.derive("link") }
    }

    /// The token for one purpose, row and version: 52 lower-case letters and digits.
    #[must_use]
    pub fn token(&self, purpose: LinkPurpose, id: Uuid, version: u32) -> String {
        let mac = self.mac(purpose, id, version).finalize().into_bytes();
        let bytes: Vec<u8> = id.as_bytes().iter().chain(mac.iter().take(16)).copied().collect();
        base32::encode(&bytes)
    }

    /// Whether the token was made by this key for this purpose and the row's present version. Takes the same time
    /// whatever is wrong.
    #[must_use]
    pub fn opens(&self, token: &LinkToken, purpose: LinkPurpose, version: u32) -> bool {
        self.mac(purpose, token.id, version).verify_truncated_left(&token.mac).is_ok()
    }

    /// A short sign that goes with a row which is named elsewhere: 26 lower-case letters and digits.
    #[must_use]
    pub fn tag(&self, purpose: LinkPurpose, id: Uuid) -> String {
        let mac = self.mac(purpose, id, 1).finalize().into_bytes();
        base32::encode(&mac.iter().take(16).copied().collect::<Vec<u8>>())
    }

    /// Whether the sign is the row's. Takes the same time whatever is wrong.
    #[must_use]
    pub fn fits(&self, tag: &str, purpose: LinkPurpose, id: Uuid) -> bool {
        let mac = base32::decode::<16>(&tag.to_ascii_lowercase());
        mac.is_some_and(|mac| self.mac(purpose, id, 1).verify_truncated_left(&mac).is_ok())
    }

    fn mac(&self, purpose: LinkPurpose, id: Uuid, version: u32) -> hmac::Hmac<sha2::Sha256> {
        let mut mac = key::keyed(&self.key);
        // Fixed-size parts first, the purpose last: no two inputs run together into the same bytes.
        mac.update(id.as_bytes());
        mac.update(&version.to_be_bytes());
        mac.update(purpose.0.as_bytes());
        mac
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const ROW: Uuid = Uuid::from_u128(0x0192_0000_0000_7000_8000_0000_0000_0001);

    fn links(seed: u8) -> Links {
        Links::new(&MasterKey::from_bytes([seed; 32]))
    }

    #[test]
    fn a_link_opens_its_own_row_only() {
        let token = links(1).token(LinkPurpose::ANSWER, ROW, 3);
        assert_eq!(token.len(), LinkToken::LENGTH);
        let parsed = LinkToken::parse(&token).unwrap();
        assert_eq!(parsed.id(), ROW);
        assert!(links(1).opens(&parsed, LinkPurpose::ANSWER, 3));
        assert!(!links(1).opens(&parsed, LinkPurpose::NO_MORE_INVITATIONS, 3), "wrong purpose");
        assert!(!links(1).opens(&parsed, LinkPurpose::ANSWER, 4), "revoked version");
        assert!(!links(2).opens(&parsed, LinkPurpose::ANSWER, 3), "foreign key");
        let moved = LinkToken { id: Uuid::from_u128(2), ..parsed };
        assert!(!links(1).opens(&moved, LinkPurpose::ANSWER, 3), "another row");
    }

    #[test]
    fn a_token_stays_the_same_for_ever() {
        // Links in mails must outlive every release.
        let token = links(1).token(LinkPurpose::ANSWER, ROW, 1);
        assert_eq!(token, "agjaaaaaabyabaaaaaaaaaaaaeb66loi44lzpdqre5eokaaa3zcq");
    }

    #[test]
    fn a_sign_fits_its_own_row_only() {
        let tag = links(1).tag(LinkPurpose::REPLY, ROW);
        assert_eq!(tag.len(), 26);
        // Mail programs may change the case of an address.
        assert!(links(1).fits(&tag.to_uppercase(), LinkPurpose::REPLY, ROW));
        assert!(!links(1).fits(&tag, LinkPurpose::REPLY, Uuid::from_u128(2)));
        assert!(!links(1).fits(&tag, LinkPurpose::ANSWER, ROW));
        assert!(!links(2).fits(&tag, LinkPurpose::REPLY, ROW));
        assert!(!links(1).fits("", LinkPurpose::REPLY, ROW));
    }

    #[test]
    fn what_is_no_token_is_not_read() {
        let token = links(1).token(LinkPurpose::ANSWER, ROW, 1);
        for bad in ["", "a", &token[1..], &token[..51], &format!("{token}a"), &token.to_uppercase(), &"å".repeat(26)] {
            assert_eq!(LinkToken::parse(bad), None, "{bad}");
        }
    }

    proptest! {
        #[test]
        fn no_other_letter_opens(at in 0_usize..52, letter in "[a-z2-7]") {
            let token = links(1).token(LinkPurpose::ANSWER, ROW, 1);
            let mut forged = token.clone();
            forged.replace_range(at..=at, &letter);
            let opens = LinkToken::parse(&forged).is_some_and(|t| links(1).opens(&t, LinkPurpose::ANSWER, 1));
            prop_assert_eq!(opens, forged == token);
        }
    }
}
