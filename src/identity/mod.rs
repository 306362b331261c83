//! Who somebody is: passwords, random tokens, capability links, sealed secrets and the key file behind them.
//!
//! Nothing here draws randomness itself; callers pass random bytes in, so that tests can seed them.

mod base32;
pub mod key;
pub mod link;
pub mod password;
pub mod seal;
pub mod token;
