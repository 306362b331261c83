//! The files that pages need.

/// Temporary.
pub fn asset(name: &str) -> String {
    format!("/assets/{name}")
}
