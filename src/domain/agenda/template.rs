//! Agendas that people keep to begin with.

use serde::{Deserialize, Serialize};

use super::{ItemKind, Wanted};

/// Longest name of a template, in characters.
pub const MAX_NAME: usize = 80;
/// Most templates of one person, of one team, and of the organization.
pub const MAX_TEMPLATES: usize = 50;

/// A point of a template. It names nobody, because other meetings have other people.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TemplatePoint {
    /// What it is about.
    pub kind: ItemKind,
    /// Plain text, at most 200 characters; not empty.
    pub title: String,
    /// Planned minutes, 0 to 1440.
    pub minutes: u32,
    /// What should come of it.
    pub wanted: Wanted,
    /// Whether the organizer leads it; everybody does otherwise.
    pub led: bool,
}
