//! Mail on its way out: composing MIME, signing it, handing it to a relay.
//!
//! What a mail says is decided elsewhere; here a finished [`mime::Letter`] becomes bytes, and the same letter always
//! becomes the same bytes, so that a retry is a true duplicate.

pub mod dkim;
pub mod mime;
mod probe;
mod smtp;
pub mod transport;
mod wire;
