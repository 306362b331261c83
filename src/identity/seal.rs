//! Secrets that must be readable again (an SMTP password, a provider's key) are sealed with XChaCha20-Poly1305 before
//! they reach the database. The key stays outside it, so that a stolen backup holds nothing readable.

use chacha20poly1305::{AeadInOut as _, Key, KeyInit as _, Tag, XChaCha20Poly1305, XNonce};
use uuid::Uuid;

use super::key::{KeyId, MasterKey};

const ID: usize = 4;
const NONCE: usize = 24;
const TAG: usize = 16;

/// Something sealed: key id, nonce, tag and cipher text in one string of bytes, ready to store.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sealed(Vec<u8>);

impl Sealed {
    /// Takes what the database holds; whether it is sound shows in [`Sealer::open`].
    #[must_use]
    pub const fn from_bytes(bytes: Vec<u8>) -> Self {
        Self(bytes)
    }

    /// The bytes to store.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }
}

/// The secret cannot be had.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SealError {
    /// Sealed with a key that we do not have.
    #[error("sealed with another key; was the key file replaced?")]
    UnknownKey,
    /// Altered, cut, or moved here from another row or column.
    #[error("the sealed secret is damaged or belongs elsewhere")]
    Damaged,
    /// Longer than the cipher allows (256 GiB).
    #[error("too long to seal")]
    TooLong,
}

/// Where a sealed secret lives. It opens in no other place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// Table and column, for example `setting.smtp_password`.
    pub column: &'static str,
    /// The row.
    pub row: Uuid,
}

impl Place {
    fn associated(self) -> Vec<u8> {
        let mut data = self.row.as_bytes().to_vec();
        data.extend_from_slice(self.column.as_bytes());
        data
    }
}

/// Seals with the present key; opens with it and with older ones, so that keys can be changed row by row.
#[derive(Clone)]
pub struct Sealer {
    present: (KeyId, [u8; 32]),
    older: Vec<(KeyId, [u8; 32])>,
}

impl Sealer {
    /// Seals under `present`; `older` keys only open.
    #[must_use]
    pub fn new(present: &MasterKey, older: &[MasterKey]) -> Self {
        let pair = |master: &MasterKey| (master.id(), master.derive("seal"));
        Self { present: pair(present), older: older.iter().map(pair).collect() }
    }

    /// Seals a secret for one place. `nonce` is random; with 192 bits no two will meet.
    ///
    /// # Errors
    /// When the secret is longer than the cipher allows.
    pub fn seal(&self, place: Place, secret: &[u8], nonce: [u8; NONCE]) -> Result<Sealed, SealError> {
        let (id, key) = &self.present;
        let mut text = secret.to_vec();
        let tag = cipher(key)
            .encrypt_inout_detached(&XNonce::from(nonce), &place.associated(), text.as_mut_slice().into())
            .map_err(|_| SealError::TooLong)?;
        Ok(Sealed([&id.0[..], &nonce, &tag, &text].concat()))
    }

    /// Opens what was sealed for this place.
    ///
    /// # Errors
    /// When the key is unknown, or the bytes were altered or belong elsewhere.
    pub fn open(&self, place: Place, sealed: &Sealed) -> Result<Vec<u8>, SealError> {
        let (id, rest) = sealed.0.split_first_chunk::<ID>().ok_or(SealError::Damaged)?;
        let (nonce, rest) = rest.split_first_chunk::<NONCE>().ok_or(SealError::Damaged)?;
        let (tag, text) = rest.split_first_chunk::<TAG>().ok_or(SealError::Damaged)?;
        let mut keys = std::iter::once(&self.present).chain(&self.older);
        let (_, key) = keys.find(|(known, _)| known.0 == *id).ok_or(SealError::UnknownKey)?;
        let mut text = text.to_vec();
        cipher(key)
            .decrypt_inout_detached(
                &XNonce::from(*nonce),
                &place.associated(),
                text.as_mut_slice().into(),
                &Tag::from(*tag),
            )
            .map_err(|_| SealError::Damaged)?;
        Ok(text)
    }

    /// Whether the row still hangs on an older key.
    #[must_use]
    pub fn needs_resealing(&self, sealed: &Sealed) -> bool {
        !sealed.0.starts_with(&self.present.0.0)
    }
}

fn cipher(key: &[u8; 32]) -> XChaCha20Poly1305 {
    XChaCha20Poly1305::new(&Key::from(*key))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const HERE: Place = Place { column: "setting.smtp_password", row: Uuid::from_u128(1) };

    fn key(seed: u8) -> MasterKey {
        MasterKey::from_bytes([seed; 32])
    }

    #[test]
    fn opens_only_in_its_place() {
        let sealer = Sealer::new(&key(1), &[]);
        let hidden = sealer.seal(HERE, b"hunter two", [9; 24]).unwrap();
        assert!(!hidden.as_bytes().windows(6).any(|w| w == b"hunter"));
        assert_eq!(sealer.open(HERE, &hidden).unwrap(), b"hunter two");
        let (row, column) = (Place { row: Uuid::from_u128(2), ..HERE }, Place { column: "other.column", ..HERE });
        assert_eq!(sealer.open(row, &hidden), Err(SealError::Damaged));
        assert_eq!(sealer.open(column, &hidden), Err(SealError::Damaged));
    }

    #[test]
    fn keys_change_row_by_row() {
        let old = Sealer::new(&key(1), &[]);
        let sealed = old.seal(HERE, b"secret", [9; 24]).unwrap();
        assert_eq!(Sealer::new(&key(2), &[]).open(HERE, &sealed), Err(SealError::UnknownKey));
        let new = Sealer::new(&key(2), &[key(1)]);
        assert_eq!(new.open(HERE, &sealed).unwrap(), b"secret");
        assert!(new.needs_resealing(&sealed) && !old.needs_resealing(&sealed));
        let again = new.seal(HERE, b"secret", [8; 24]).unwrap();
        assert!(!new.needs_resealing(&again));
        assert_eq!(old.open(HERE, &again), Err(SealError::UnknownKey));
    }

    #[test]
    fn cut_bytes_are_refused() {
        let sealer = Sealer::new(&key(1), &[]);
        let whole = sealer.seal(HERE, b"", [9; 24]).unwrap();
        for length in 0..whole.as_bytes().len() {
            let cut = Sealed::from_bytes(whole.as_bytes()[..length].to_vec());
            assert_eq!(sealer.open(HERE, &cut), Err(SealError::Damaged), "{length}");
        }
    }

    proptest! {
        #[test]
        fn no_bit_can_be_turned(secret: Vec<u8>, at: prop::sample::Index, bit in 0_u8..8) {
            let sealer = Sealer::new(&key(1), &[]);
            let sealed = sealer.seal(HERE, &secret, [9; 24]).unwrap();
            prop_assert_eq!(sealer.open(HERE, &sealed).unwrap(), secret);
            let mut bytes = sealed.as_bytes().to_vec();
            let at = at.index(bytes.len());
            bytes[at] ^= 1 << bit;
            prop_assert!(sealer.open(HERE, &Sealed::from_bytes(bytes)).is_err());
        }
    }
}
