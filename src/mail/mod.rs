//! Mail on its way out: composing MIME, signing it, handing it to a relay.
//!
//! What a mail says is decided elsewhere; here a finished [`mime::Letter`] becomes bytes, and the same letter always
//! becomes the same bytes, so that a retry is a true duplicate.

pub mod dkim;
pub mod mime;
pub mod outgoing;
mod probe;
pub mod render;
mod smtp;
pub mod transport;
mod wire;

pub use render::words;
