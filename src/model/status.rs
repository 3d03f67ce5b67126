use std::fmt;

/// Where a registration stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// Signed up, not decided.
    Pending,
    /// Has a place.
    Confirmed,
    /// On the waiting list.
    Waiting,
    /// Does not come.
    Cancelled,
}

impl Status {
    /// All of them, in the order of a life.
    pub const ALL: [Self; 4] = [
        Self::Pending,
        Self::Confirmed,
        Self::Waiting,
        Self::Cancelled,
    ];

    /// Returns the word that files use.
    pub fn word(self) -> &'static str {
        match self {
            Self::Pending => "pending",
            Self::Confirmed => "confirmed",
            Self::Waiting => "waiting",
            Self::Cancelled => "cancelled",
        }
    }

    /// Takes the word that files use; a blank is `pending`.
    pub fn from_word(word: &str) -> Option<Self> {
        let word = word.trim();
        if word.is_empty() {
            return Some(Self::Pending);
        }
        Self::ALL
            .into_iter()
            .find(|status| status.word().eq_ignore_ascii_case(word))
    }
}

impl fmt::Display for Status {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}
