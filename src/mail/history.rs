use std::collections::HashMap;

use foldhash::fast::RandomState;

use super::{Fate, Kind, Standing};
use crate::model::Id;

/// What each person was told, in the order in which it went out.
#[derive(Clone, Debug, Default)]
pub struct History {
    mails: HashMap<String, Vec<Known>, RandomState>,
}

/// A mail that the journal knows.
#[derive(Clone, Debug)]
struct Known {
    kind: Id,
    revision: u32,
    /// Its last line in the journal, if it has arrived or may have.
    told: Option<usize>,
}

/// The kinds of mail that say how somebody stands.
const STANDING: [&str; 5] = ["confirmation", "place", "offer", "waiting", "cancelled"];

impl History {
    /// Reads the journal. What is in doubt counts as told: somebody may have read it.
    pub fn new(standing: &Standing) -> Self {
        let mut mails: HashMap<String, Vec<Known>, RandomState> = HashMap::default();
        for (key, record) in standing.iter() {
            let told = matches!(record.fate, Fate::Accepted | Fate::InDoubt(_));
            mails.entry(key.person.clone()).or_default().push(Known {
                kind: key.kind.clone(),
                revision: key.revision,
                told: told.then_some(record.line),
            });
        }
        for known in mails.values_mut() {
            known.sort_by_key(|known| known.told);
        }
        Self { mails }
    }

    /// Returns the kinds of the mails that somebody was told, the latest last.
    pub fn told(&self, person: &str) -> impl DoubleEndedIterator<Item = &Id> {
        let known = self.mails.get(person).into_iter().flatten();
        known
            .filter(|known| known.told.is_some())
            .map(|known| &known.kind)
    }

    /// Returns which of the mails that say how somebody stands they were told last, by the kind that it has its rules
    /// from; blank for none.
    pub fn last(&self, person: &str) -> &'static str {
        let families = self.told(person).map(Kind::family);
        families
            .rev()
            .find(|family| STANDING.contains(family))
            .unwrap_or_default()
    }

    /// Returns the latest revision of a kind that the journal knows, whatever became of it; 0 for none.
    pub fn latest(&self, kind: &Id, person: &str) -> u32 {
        let known = self.mails.get(person).into_iter().flatten();
        let revisions = known
            .filter(|known| known.kind == *kind)
            .map(|known| known.revision);
        revisions.max().unwrap_or(0)
    }

    /// Returns how many mails of certain kinds went out or may have.
    pub fn count(&self, counts: impl Fn(&Id) -> bool) -> usize {
        let known = self.mails.values().flatten();
        known
            .filter(|known| known.told.is_some() && counts(&known.kind))
            .count()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mail::sample::journal;
    use crate::model::MailState::{Accepted, Deferred, Doubtful, Refused, Reserved};

    #[test]
    fn what_somebody_was_told_stands_in_the_order_of_the_journal() {
        let lines = [
            journal("waiting", "ada", 1, Accepted),
            journal("confirmation", "bo", 1, Reserved),
            journal("place", "ada", 1, Reserved),
            journal("confirmation", "ada", 1, Accepted),
            journal("place", "ada", 1, Doubtful),
            journal("reminder", "ada", 1, Refused),
            journal("reminder", "ada", 2, Deferred),
        ];
        let standing = Standing::new(&lines, "boot", "smtps://mail.example.org");
        let history = History::new(&standing);
        let told: Vec<&str> = history.told("ada").map(Id::as_str).collect();
        assert_eq!(told, ["waiting", "confirmation", "place"]);
        assert_eq!(history.told("nobody").count(), 0);
        let reminder = Id::parse("reminder").expect("an id");
        assert_eq!(history.latest(&reminder, "ada"), 2);
        assert_eq!(history.latest(&reminder, "bo"), 0);
        assert_eq!(history.count(|kind| kind.as_str() == "waiting"), 1);
    }
}
