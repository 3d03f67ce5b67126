use super::{Fate, Standing};
use crate::model::{Id, order_by_key};

/// The kinds of mail that say how somebody stands.
const STANDING: [&str; 5] = ["confirmation", "place", "offer", "waiting", "cancelled"];

impl super::course::Course {
    fn is_told(&self) -> bool {
        self.counts && matches!(self.fate, Fate::Accepted | Fate::InDoubt(_))
    }
}

impl Standing {
    /// Returns the kinds of the mails that somebody was told, in the order in which they went out, each with the one that it
    /// has its rules from. What is in doubt counts as told: somebody may have read it.
    pub fn told(&self, person: &str) -> impl DoubleEndedIterator<Item = (&Id, &'static str)> {
        let mails = self.counting(person);
        let mut told: Vec<_> = mails.filter(|mail| mail.is_told()).collect();
        order_by_key(&mut told, |mail| mail.last);
        told.into_iter().map(|mail| {
            let line = self.line(mail);
            (line.kind(), self.families[line.kind_at()])
        })
    }

    /// Returns which of the mails that say how somebody stands they were told last, by the kind that it has its rules
    /// from; blank for none.
    pub fn last(&self, person: &str) -> &'static str {
        self.last_of(person, &STANDING)
    }

    /// Returns which of the mails with certain rules they were told last, by the kind that these are of; blank for none.
    pub fn last_of(&self, person: &str, families: &[&str]) -> &'static str {
        let mails = self.counting(person);
        let told = mails.filter(|mail| mail.is_told()).map(|mail| {
            let family = self.families[self.line(mail).kind_at()];
            (mail.last, family)
        });
        let standing = told.filter(|(_, family)| families.contains(family));
        standing.max().map_or("", |(_, family)| family)
    }

    /// Returns the latest revision of a kind that the journal knows, whatever became of it; 0 for none.
    pub fn latest(&self, kind: &Id, person: &str) -> u32 {
        let lines = self.counting(person).map(|mail| self.line(mail));
        let revisions = lines.filter(|line| line.kind() == kind);
        revisions.map(|line| line.revision()).max().unwrap_or(0)
    }

    /// Returns how many mails of certain kinds went out or may have.
    pub fn count(&self, counts: impl Fn(&Id) -> bool) -> usize {
        let kinds: Vec<bool> = self.journal.kinds().iter().map(counts).collect();
        let told = self.mails.iter().filter(|mail| mail.is_told());
        told.filter(|mail| kinds[self.line(mail).kind_at()]).count()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mail::sample::{journal, standing};
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
        let history = standing(&lines);
        let told: Vec<&str> = history.told("ada").map(|(kind, _)| kind.as_str()).collect();
        assert_eq!(told, ["waiting", "confirmation", "place"]);
        assert_eq!((history.last("ada"), history.last("bo")), ("place", ""));
        assert_eq!(history.told("nobody").count(), 0);
        let reminder = Id::parse("reminder").expect("an id");
        assert_eq!(history.latest(&reminder, "ada"), 2);
        assert_eq!(history.latest(&reminder, "bo"), 0);
        assert_eq!(history.count(|kind| kind.as_str() == "waiting"), 1);
    }
}
