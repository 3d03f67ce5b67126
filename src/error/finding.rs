use super::Place;

/// How bad a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Worth knowing.
    Note,
    /// Doubtful; an error under `check --strict` where it concerns an unknown key.
    Warning,
    /// Wrong.
    Error,
}

impl Severity {
    /// Returns the word for it, as files, tables and JSON spell it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

/// Something wrong or doubtful in the files: what, where, and what to do about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// How bad it is.
    pub severity: Severity,
    /// The name of the rule it breaks, such as `unknown-key`.
    pub rule: &'static str,
    /// A sentence in lower case without a full stop; names in back-ticks.
    pub message: String,
    /// Where it stands; further places that belong to it follow the first.
    pub places: Vec<Place>,
    /// What to do or to type next.
    pub hint: Option<String>,
}

impl Finding {
    /// A finding of severity error.
    pub fn error(rule: &'static str, message: impl Into<String>) -> Self {
        Self {
            severity: Severity::Error,
            rule,
            message: message.into(),
            places: Vec::new(),
            hint: None,
        }
    }

    /// A finding of severity warning.
    pub fn warning(rule: &'static str, message: impl Into<String>) -> Self {
        Self {
            severity: Severity::Warning,
            ..Self::error(rule, message)
        }
    }

    /// A finding of severity note.
    pub fn note(rule: &'static str, message: impl Into<String>) -> Self {
        Self {
            severity: Severity::Note,
            ..Self::error(rule, message)
        }
    }

    /// Adds a place.
    #[must_use]
    pub fn at(mut self, place: Place) -> Self {
        self.places.push(place);
        self
    }

    /// Adds a place, if it is known.
    #[must_use]
    pub fn maybe_at(mut self, place: Option<Place>) -> Self {
        self.places.extend(place);
        self
    }

    /// Says what to do.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// Says what to do, if there is something to say.
    #[must_use]
    pub fn maybe_hint(mut self, hint: Option<String>) -> Self {
        self.hint = hint.or(self.hint);
        self
    }
}
