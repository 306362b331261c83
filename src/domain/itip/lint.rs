//! Judges finished calendar objects.
/// A broken rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Which rule.
    pub fault: Fault,
    /// Where.
    pub line: String,
}
/// What is wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {}
impl std::fmt::Display for Finding {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}", self.line)
    }
}
/// Judges a message.
#[must_use]
pub fn message(_text: &str, _addresses: &[&str]) -> Vec<Finding> {
    Vec::new()
}
