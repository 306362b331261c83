//! The one secret that lives outside the database: 32 bytes in a file (or in `SPARSAM_SECRET_KEY`), from which every
//! other key is derived.

use std::{
    fmt, fs, io,
    io::Write as _,
    os::unix::fs::{OpenOptionsExt as _, PermissionsExt as _},
    path::{Path, PathBuf},
};

use base64::{Engine as _, prelude::BASE64_STANDARD};
use hmac::{Hmac, Mac as _};
use sha2::Sha256;

/// Names a key without telling anything about it; stored beside what the key has sealed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct KeyId(pub [u8; 4]);

/// The key that all others come from. `Debug` shows its id only.
#[derive(Clone)]
pub struct MasterKey([u8; 32]);

/// The key could not be had.
#[derive(Debug, thiserror::Error)]
pub enum KeyError {
    /// Not the base64 form of 32 bytes.
    #[error("the secret key is not the base64 form of exactly 32 bytes")]
    Malformed,
    /// The file may be read by others.
    #[error("other users may read {0}; run: chmod 600 {0}")]
    Exposed(PathBuf),
    /// The file could not be read or written.
    #[error("{path}: {source}")]
    File {
        /// The file in question.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
}

impl MasterKey {
    /// Takes 32 random bytes.
    #[must_use]
    pub const fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// Reads the base64 form (standard alphabet, with padding); blanks around it do not matter.
    ///
    /// # Errors
    /// When the text is not base64 or not 32 bytes.
    pub fn from_base64(text: &str) -> Result<Self, KeyError> {
        let bytes = BASE64_STANDARD.decode(text.trim()).map_err(|_| KeyError::Malformed)?;
        bytes.try_into().map(Self).map_err(|_| KeyError::Malformed)
    }

    /// The form to put into a file or into `SPARSAM_SECRET_KEY`.
    #[must_use]
    pub fn to_base64(&self) -> String {
        BASE64_STANDARD.encode(self.0)
    }

    /// Reads the key file, or creates it from `fresh` random bytes, readable by its owner only. Of several processes
    /// that start at once exactly one key wins, and all get that one.
    ///
    /// # Errors
    /// When the file is malformed, readable by others, or the system refuses.
    pub fn load_or_create(path: &Path, fresh: [u8; 32]) -> Result<Self, KeyError> {
        match Self::load(path) {
            Err(KeyError::File { source, .. }) if source.kind() == io::ErrorKind::NotFound => {
                create(path, &Self(fresh)).map_err(|source| KeyError::File { path: path.to_owned(), source })?;
                Self::load(path)
            }
            other => other,
        }
    }

    /// Reads the key file.
    ///
    /// # Errors
    /// As [`Self::load_or_create`], and when there is no file.
    pub fn load(path: &Path) -> Result<Self, KeyError> {
        let fault = |source| KeyError::File { path: path.to_owned(), source };
        let text = fs::read_to_string(path).map_err(fault)?;
        let mode = fs::metadata(path).map_err(fault)?.permissions().mode();
        if mode & 0o077 != 0 {
            return Err(KeyError::Exposed(path.to_owned()));
        }
        Self::from_base64(&text)
    }

    /// A key for one use, so that no two uses can be played against each other.
    #[must_use]
    pub fn derive(&self, purpose: &str) -> [u8; 32] {
        let mut mac = keyed(&self.0);
        mac.update(b"sparsam/");
        mac.update(purpose.as_bytes());
        mac.finalize().into_bytes().into()
    }

    /// The name of this key.
    #[must_use]
    pub fn id(&self) -> KeyId {
        let [a, b, c, d, ..] = self.derive("key id");
        KeyId([a, b, c, d])
    }
}

impl fmt::Debug for MasterKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("MasterKey").field(&self.id()).finish()
    }
}

/// HMAC pads its key with zeros to the block size; doing that here makes the constructor infallible.
pub(super) fn keyed(key: &[u8; 32]) -> Hmac<Sha256> {
    let mut block = [0_u8; 64];
    for (to, from) in block.iter_mut().zip(key) {
        *to = *from;
    }
    Hmac::new(&block.into())
}

/// A finished file is linked into place, so that nobody ever reads half a key and an existing key is never replaced.
fn create(path: &Path, key: &MasterKey) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    let draft = path.with_extension(format!("new-{}", std::process::id()));
    let written = write_private(&draft, &format!("{}\n", key.to_base64())).and_then(|()| fs::hard_link(&draft, path));
    let tidied = fs::remove_file(&draft);
    match written {
        Err(e) if e.kind() == io::ErrorKind::AlreadyExists => tidied,
        other => other.and(tidied),
    }
}

fn write_private(path: &Path, text: &str) -> io::Result<()> {
    let mut file = fs::OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(path)?;
    file.set_permissions(fs::Permissions::from_mode(0o600))?;
    file.write_all(text.as_bytes())?;
    file.sync_all()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_is_made_once_and_only_for_its_owner() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("deep/secret.key");
        let first = MasterKey::load_or_create(&path, [1; 32]).unwrap();
        let again = MasterKey::load_or_create(&path, [2; 32]).unwrap();
        assert_eq!(first.id(), again.id());
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        assert_eq!(fs::read_dir(path.parent().unwrap()).unwrap().count(), 1, "no draft is left behind");
        assert_eq!(MasterKey::from_base64(&first.to_base64()).unwrap().id(), first.id());
    }

    #[test]
    fn a_file_that_others_may_read_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("secret.key");
        MasterKey::load_or_create(&path, [1; 32]).unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
        assert!(matches!(MasterKey::load(&path), Err(KeyError::Exposed(_))));
    }

    #[test]
    fn malformed_keys_are_refused_and_not_replaced() {
        for bad in ["", "AAAA", "not base64!", &BASE64_STANDARD.encode([0; 33])] {
            assert!(matches!(MasterKey::from_base64(bad), Err(KeyError::Malformed)), "{bad}");
        }
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("secret.key");
        write_private(&path, "broken").unwrap();
        assert!(matches!(MasterKey::load_or_create(&path, [1; 32]), Err(KeyError::Malformed)));
        assert_eq!(fs::read_to_string(&path).unwrap(), "broken");
    }

    #[test]
    fn derived_keys_differ_by_purpose_and_by_key() {
        let (a, b) = (MasterKey::from_bytes([1; 32]), MasterKey::from_bytes([2; 32]));
        assert_ne!(a.derive("link"), a.derive("seal"));
        assert_ne!(a.derive("link"), b.derive("link"));
        assert!(!format!("{a:?}").contains("1, 1, 1, 1, 1"));
    }
}
