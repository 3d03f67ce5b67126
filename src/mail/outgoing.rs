use std::collections::HashSet;

use super::{Draft, Fate, Skipped, Standing};

/// The drafts that may be sent: those that the journal does not forbid, each once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outgoing {
    drafts: Vec<Draft>,
    skipped: Skipped,
}

impl Outgoing {
    /// Chooses among the drafts in `outbox/`.
    pub fn choose(drafts: impl IntoIterator<Item = Draft>, standing: &Standing) -> Self {
        let mut chosen = Self::default();
        let mut seen = HashSet::new();
        for draft in drafts {
            let fate = standing.fate(&draft.key);
            match fate {
                Fate::Accepted => chosen.skipped.sent += 1,
                Fate::InDoubt(_) => chosen.skipped.in_doubt += 1,
                Fate::Refused => chosen.skipped.refused += 1,
                Fate::Free | Fate::Deferred if seen.insert(draft.key.clone()) => {
                    chosen.drafts.push(draft);
                }
                Fate::Free | Fate::Deferred => chosen.skipped.drafted += 1,
            }
        }
        chosen
    }

    /// Leaves out all but the first `count`. What is held back does not count: otherwise a run with a limit would see
    /// the same refused mail first for ever.
    #[must_use]
    pub fn at_most(mut self, count: usize) -> Self {
        self.drafts.truncate(count);
        self
    }

    /// Returns the drafts in the order in which they are sent.
    pub fn drafts(&self) -> &[Draft] {
        &self.drafts
    }

    /// Returns how many are not sent, and why; `drafted` counts second drafts of the same mail.
    pub fn skipped(&self) -> Skipped {
        self.skipped
    }
}
