use super::{Id, Origin, Rule};

/// Something that breaks a rule and is meant to: one `[[waiver]]` of `agenda.toml`.
///
/// It covers a finding when it names its rule and all of its sessions.
#[derive(Clone, Debug, PartialEq)]
pub struct Waiver {
    /// Which rule may be broken.
    pub rule: Rule,
    /// By which sessions.
    pub sessions: Vec<Id>,
    /// Why, for whoever reads it later.
    pub reason: String,
    /// Where it stands in `agenda.toml`.
    pub origin: Origin,
}
