//! The IMAP folder that answers are read from: where it is, what can go wrong, and how long to wait then.

use chrono::TimeDelta;
use serde::{Deserialize, Serialize};

use crate::domain::{relay::RelaySecurity, terms::terms};

/// Mails that are older when a folder is read for the first time are left alone, in days.
pub const FIRST_DAYS: i64 = 30;
/// Tries at one mail before it is passed over, so that a mail that cannot be read holds up no others.
pub const MAX_TRIES: i64 = 5;

/// What passes by itself is told after this time.
const TELL_AFTER: TimeDelta = TimeDelta::minutes(30);
/// The longest wait, in minutes.
const LONGEST: i64 = 30;
/// The shortest wait after a refused password, in minutes: servers lock accounts that are tried too often.
const LOCKOUT: i64 = 10;

/// Where a folder is, as saved on the mail settings page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Folder {
    /// Host name or address.
    pub host: String,
    /// TCP port.
    pub port: u16,
    /// Protection; [`RelaySecurity::Plain`] goes to this machine only.
    pub security: RelaySecurity,
    /// Account on the server.
    pub username: String,
    /// Its password, sealed, as lower-case hexadecimal.
    pub sealed_password: String,
    /// Name of the folder, as people read it.
    pub name: String,
}

impl Folder {
    /// Whether both are the same folder of the same account. Its password may have changed.
    #[must_use]
    pub fn is_same_place(&self, other: &Self) -> bool {
        let place = |folder: &Self| (folder.host.to_lowercase(), folder.port, folder.username.clone());
        place(self) == place(other) && self.name == other.name
    }
}

terms! {
    /// Why a folder could not be read.
    Trouble {
        /// No such host.
        NoHost = "no_host",
        /// The host cannot be reached, or nothing listens there.
        Refused = "refused",
        /// Its certificate is not trusted, or is for another name.
        Certificate = "certificate",
        /// It does not offer the protection that is asked for.
        NoEncryption = "no_encryption",
        /// User name or password are wrong.
        Login = "login",
        /// There is no such folder.
        NoFolder = "no_folder",
        /// It did not answer in time.
        Silent = "silent",
        /// The conversation broke off, or made no sense.
        Broken = "broken",
        /// The saved password was sealed with another key.
        Sealed = "sealed",
        /// What a mail means could not be written down; it is a fault in Sparsam or its database.
        NotWritten = "not_written",
    }
}

impl Trouble {
    /// Whether it stays until somebody does something.
    #[must_use]
    pub const fn needs_somebody(self) -> bool {
        matches!(
            self,
            Self::NoHost | Self::Certificate | Self::NoEncryption | Self::Login | Self::NoFolder | Self::Sealed
        )
    }
}

/// Whether people should be told of a failure that has lasted so long.
#[must_use]
pub fn is_worth_telling(trouble: Trouble, lasting: TimeDelta) -> bool {
    trouble.needs_somebody() || lasting >= TELL_AFTER
}

/// How long to wait after so many failures in a row, at least one.
#[must_use]
pub fn wait(trouble: Trouble, failures: u32) -> TimeDelta {
    let doubled = 1_i64 << failures.saturating_sub(1).min(10);
    let least = if trouble == Trouble::Login { LOCKOUT } else { 1 };
    TimeDelta::minutes(doubled.clamp(least, LONGEST))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_grow_and_passwords_are_not_tried_often() {
        let minutes = |trouble| (1..8).map(|n| wait(trouble, n).num_minutes()).collect::<Vec<_>>();
        assert_eq!(minutes(Trouble::Broken), [1, 2, 4, 8, 16, 30, 30]);
        assert_eq!(minutes(Trouble::Login), [10, 10, 10, 10, 16, 30, 30]);
        assert_eq!(wait(Trouble::Silent, u32::MAX).num_minutes(), 30);
    }

    #[test]
    fn people_are_told_of_what_only_they_can_mend() {
        let told = |trouble, minutes| is_worth_telling(trouble, TimeDelta::minutes(minutes));
        assert!(told(Trouble::Login, 0) && told(Trouble::Certificate, 0));
        assert!(!told(Trouble::Broken, 29) && told(Trouble::Broken, 30));
    }

    #[test]
    fn another_account_or_folder_is_another_place() {
        let folder = Folder {
            host: "imap.nordvik.example".to_owned(),
            port: 993,
            security: RelaySecurity::Tls,
            username: "sparsam".to_owned(),
            sealed_password: "00".to_owned(),
            name: "INBOX".to_owned(),
        };
        let same =
            Folder { host: "IMAP.nordvik.example".to_owned(), sealed_password: "01".to_owned(), ..folder.clone() };
        assert!(folder.is_same_place(&same));
        let others = [
            Folder { port: 143, ..folder.clone() },
            Folder { username: "other".to_owned(), ..folder.clone() },
            Folder { name: "Answers".to_owned(), ..folder.clone() },
        ];
        assert!(others.iter().all(|other| !folder.is_same_place(other)));
    }

    #[test]
    fn settings_of_an_older_version_have_no_folder() {
        let old = r#"{"trusted_server":null,"plus_addressing":true}"#;
        assert_eq!(serde_json::from_str::<super::super::Inbound>(old).unwrap().folder, None);
    }
}
