//! How answers come back by mail.

mod folder;

use serde::{Deserialize, Serialize};

use super::email::EmailAddress;

pub use folder::{FIRST_DAYS, Folder, MAX_TRIES, Trouble, is_worth_telling, wait};

/// How answers come in, as saved on the mail settings page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Inbound {
    /// The name under which our own mail server writes Authentication-Results (RFC 8601 §2.5). Without it no sender is
    /// proven.
    pub trusted_server: Option<String>,
    /// Whether mail to `name+anything@domain` arrives where mail to `name@domain` does.
    pub plus_addressing: bool,
    /// The IMAP folder that is read; without one the mail server hands mails to `sparsam deliver`.
    #[serde(default)]
    pub folder: Option<Folder>,
}

/// The address of one meeting, under which replies to it come back; `None` where the service address has no room for it
/// (RFC 5321 §4.5.3.1.1).
#[must_use]
pub fn plus_address(service: &EmailAddress, tag: &str) -> Option<EmailAddress> {
    format!("{}+{tag}@{}", service.local(), service.domain()).parse().ok()
}

/// What stands behind the plus in an address of the service.
#[must_use]
pub fn tag_of<'a>(service: &EmailAddress, address: &'a str) -> Option<&'a str> {
    let (local, domain) = address.rsplit_once('@')?;
    let (name, tag) = local.split_at_checked(service.local().len())?;
    let ours = name.eq_ignore_ascii_case(service.local()) && domain.eq_ignore_ascii_case(service.domain());
    tag.strip_prefix('+').filter(|tag| ours && !tag.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plus_addresses_lead_back() {
        let service: EmailAddress = "Moten@nordvik.example".parse().unwrap();
        let address = plus_address(&service, "abc").unwrap();
        assert_eq!(address.as_str(), "Moten+abc@nordvik.example");
        assert_eq!(tag_of(&service, "moten+ABC@Nordvik.example"), Some("ABC"));
        for other in
            ["moten@nordvik.example", "moten+@nordvik.example", "moten+a@x.example", "m+a@nordvik.example", "x"]
        {
            assert_eq!(tag_of(&service, other), None, "{other}");
        }
        let long: EmailAddress = format!("{}@x.example", "a".repeat(60)).parse().unwrap();
        assert_eq!(plus_address(&long, "abcde"), None);
    }
}
