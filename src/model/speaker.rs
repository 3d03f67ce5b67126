use super::{EmailAddress, Id, Origin, Span};

/// A person on the programme: one `[[speaker]]` of `speakers.toml`.
///
/// The real name is private until [`Speaker::public_name`] says otherwise; `email`, `phone`, `access`
/// and `step_free` are never published.
#[derive(Clone, Debug, PartialEq)]
pub struct Speaker {
    /// What sessions call them.
    pub id: Id,
    /// Their name, for the organisers; empty for a voice that nobody shall name.
    pub name: String,
    /// What they are: councillor, convenor.
    pub role: String,
    /// For whom they speak.
    pub affiliation: String,
    /// Where they are from.
    pub area: String,
    /// A few sentences about them.
    pub bio: String,
    /// Words of theirs.
    pub quote: String,
    /// Where to write to them.
    pub email: Option<EmailAddress>,
    /// Where to ring them.
    pub phone: String,
    /// Whether they have said yes; none if not known.
    pub confirmed: Option<bool>,
    /// When they can come; always if nothing is said.
    pub available: Vec<Span>,
    /// What they need to take part.
    pub access: String,
    /// Whether they need a room that can be reached without a step. Never published.
    pub step_free: bool,
    /// The name to use in public instead of the real one.
    pub alias: String,
    /// Whether no name at all may be used in public.
    pub anonymous: bool,
    /// What the tool that they came from knows them by; blank for none.
    pub source_id: String,
    /// Where they stand in `speakers.toml`.
    pub origin: Origin,
}

impl Speaker {
    /// A person of whom only id and name are known.
    pub fn named(id: Id, name: &str) -> Self {
        Self {
            id,
            name: name.to_string(),
            role: String::new(),
            affiliation: String::new(),
            area: String::new(),
            bio: String::new(),
            quote: String::new(),
            email: None,
            phone: String::new(),
            confirmed: None,
            available: Vec::new(),
            access: String::new(),
            step_free: false,
            alias: String::new(),
            anonymous: false,
            source_id: String::new(),
            origin: Origin::default(),
        }
    }

    /// Returns what the public may call them: the alias, the role of somebody unnamed, or the name.
    pub fn public_name(&self) -> &str {
        if !self.alias.is_empty() {
            &self.alias
        } else if !self.anonymous {
            &self.name
        } else if !self.role.is_empty() {
            &self.role
        } else {
            "A speaker who is not named"
        }
    }

    /// Tells whether the public may know who they are.
    pub fn is_named_in_public(&self) -> bool {
        !self.anonymous && self.alias.is_empty()
    }
}
