mod people;

use std::collections::HashMap;

use super::{HAND, REDO, UNDO};
use crate::model::{AHEAD, HistoryEntry, Status, What};
use people::People;

/// What the history says of everybody, taken together.
#[derive(Debug, Default)]
pub struct Past<'a> {
    people: People<'a>,
    /// By the id of a ticket; blank for the whole event.
    capacities: HashMap<&'a str, &'a str>,
    announced: HashMap<&'a str, &'a str>,
    /// How many had no code, as it was said last.
    without_code: &'a str,
}

/// What the history says of one person.
#[derive(Clone, Copy, Debug, Default)]
pub struct Known<'a> {
    /// The status that they had last.
    pub status: Option<Status>,
    /// Their priority, blank for none.
    pub priority: &'a str,
    /// Until when they have an offer, blank for none.
    pub offer: &'a str,
    /// How often they were offered a place.
    pub offers: u32,
    /// Whether the deadline of their offer was moved by hand.
    pub moved_by_hand: bool,
    /// Which mail could not be written to them, blank for none since their status changed.
    pub unreachable: &'a str,
    /// Why they were passed over last, blank if they were not since their status changed.
    pub skipped: &'a str,
    /// Whether they are not in the list any more.
    pub gone: bool,
    /// Whether they waited at the source and not for a place here, when they waited last.
    pub elsewhere: bool,
}

impl Known<'_> {
    /// Tells whether they wait at the source and not for a place here, as far as was heard last.
    pub(super) fn waits_elsewhere(&self) -> bool {
        self.elsewhere && self.status == Some(Status::Waiting)
    }
}

/// What is written of whoever waits because the source says that they do.
pub(super) const ELSEWHERE: &str = "waits at the source, which decides";

fn is_elsewhere(entry: &HistoryEntry<'_>) -> bool {
    entry.value == Status::Waiting.word()
        && [entry.why.text, entry.why.then]
            .iter()
            .any(|why| why.ends_with(ELSEWHERE))
}

impl<'a> Past<'a> {
    /// Takes together what happened.
    pub fn of(happened: impl IntoIterator<Item = HistoryEntry<'a>>) -> Self {
        let happened = happened.into_iter();
        let mut past = Self {
            people: People::with_capacity(happened.size_hint().0),
            ..Self::default()
        };
        let mut next = 0;
        let mut happened = happened;
        let mut some = Vec::with_capacity(AHEAD);
        loop {
            some.extend(happened.by_ref().take(AHEAD));
            if some.is_empty() {
                return past;
            }
            past.people.approach(some.iter().map(|entry| entry.code));
            for entry in some.drain(..) {
                next = past.take(entry, next);
            }
        }
    }

    /// Takes in an entry, which is probably about whoever came as the `next`; returns who is probably the next after.
    fn take(&mut self, entry: HistoryEntry<'a>, next: usize) -> usize {
        let value = entry.value;
        match entry.what {
            What::Capacity => {
                let (number, ticket) = value.split_once(' ').unwrap_or((value, ""));
                self.capacities.insert(ticket, number);
                return next;
            }
            What::Announced => {
                self.announced.insert(value, entry.time);
                return next;
            }
            What::Unreachable if entry.code.is_empty() => {
                self.without_code = value;
                return next;
            }
            _ => {}
        }
        let at = self.people.meet(entry.code, next);
        let elsewhere = is_elsewhere(&entry);
        if let What::Added | What::Status = entry.what
            && !elsewhere
            && let Some(status) = self.people.only_status(at)
        {
            *status = Status::from_word(value);
            return at + 1;
        }
        let known = self.people.more(at);
        // Who comes back with an undo waits where they waited.
        let is_again = [UNDO, REDO].contains(&entry.by);
        match entry.what {
            What::Added => {
                // Who comes with a priority got it before they are in the list.
                let priority = if known.gone { "" } else { known.priority };
                *known = Known {
                    status: Status::from_word(value),
                    priority,
                    offers: known.offers,
                    elsewhere: elsewhere || is_again && known.elsewhere,
                    ..Known::default()
                };
            }
            What::Status => {
                known.status = Status::from_word(value);
                if known.status == Some(Status::Waiting) {
                    known.elsewhere = elsewhere || is_again && known.elsewhere;
                }
                (known.offer, known.skipped, known.unreachable) = ("", "", "");
            }
            What::Offered => {
                // A deadline that was moved by hand is no other offer, nor is one that came back with an undo.
                let moved = entry.by == HAND && !known.offer.is_empty();
                let came_back = known.offers > 0 && is_again;
                known.offers += u32::from(!value.is_empty() && !moved && !came_back);
                known.moved_by_hand = moved;
                (known.offer, known.skipped, known.unreachable) = (value, "", "");
            }
            What::Unreachable => known.unreachable = value,
            What::Skipped => known.skipped = entry.why.text,
            What::Priority => known.priority = value,
            What::Gone => known.gone = true,
            What::Deleted => known.gone |= value == DELETED_WHOLE,
            What::Changed | What::Merged | What::Capacity | What::Announced => {}
        }
        at + 1
    }

    /// Returns what is known of somebody; none if the history has never heard of them.
    pub fn get(&self, code: &str) -> Option<Known<'a>> {
        Some(self.at(self.place(code, 0)?))
    }

    /// Returns how many had no code when it was said last; blank if it never was.
    pub fn without_code(&self) -> &'a str {
        self.without_code
    }

    /// Returns how often people were offered a place, by code; without those who never were.
    pub fn offers(&self) -> HashMap<String, u32> {
        let offered = self.people().filter(|(_, known)| known.offers > 0);
        offered
            .map(|(code, known)| (code.to_string(), known.offers))
            .collect()
    }

    /// Returns of how many people the history tells.
    pub(super) fn len(&self) -> usize {
        self.people.len()
    }

    /// Returns who they are, in the order in which they came.
    pub(super) fn people(&self) -> impl Iterator<Item = (&'a str, Known<'a>)> {
        (0..self.len()).map(|at| (self.people.code(at), self.people.known(at)))
    }

    /// Returns what is known of whoever came as the nth, from 0.
    pub(super) fn at(&self, nth: usize) -> Known<'a> {
        self.people.known(nth)
    }

    /// Returns as which somebody came; `guess` is looked at first.
    pub(super) fn place(&self, code: &str, guess: usize) -> Option<usize> {
        self.people.place(code, guess)
    }

    /// Returns how many places there were, for a ticket or (blank) the whole event, as the history writes it.
    pub(super) fn capacity(&self, ticket: &str) -> Option<&'a str> {
        self.capacities.get(ticket).copied()
    }

    /// Returns when a deletion was announced last: RFC 3339, UTC.
    pub fn announced(&self, deletion: &str) -> Option<&'a str> {
        self.announced.get(deletion).copied()
    }
}

/// What [`What::Deleted`] says when nothing about a person is left.
pub const DELETED_WHOLE: &str = "everything";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_waits_at_the_source_does_so_until_something_else_is_said_but_not_an_undo() {
        let why = format!("luma.csv, line 2; {ELSEWHERE}");
        let entry = |(what, value, why, by)| HistoryEntry {
            time: "2024-04-01T10:00:00Z",
            code: "abc-defg",
            what,
            value,
            why: crate::model::Why::from(why),
            by,
        };
        let added = (What::Added, "waiting", why.as_str(), "import");
        let status = |value, by| (What::Status, value, "", by);
        for (entries, expected) in [
            (vec![added], true),
            (
                vec![(What::Added, "waiting", "luma.csv, line 2", "import")],
                false,
            ),
            (vec![added, status("confirmed", "confirm")], false),
            (
                vec![
                    added,
                    status("confirmed", "confirm"),
                    status("waiting", UNDO),
                ],
                true,
            ),
            (
                vec![added, status("pending", HAND), status("waiting", HAND)],
                false,
            ),
            (
                vec![
                    added,
                    (What::Status, "waiting", "luma.csv, line 2", "import"),
                ],
                false,
            ),
        ] {
            let said = format!("{entries:?}");
            let past = Past::of(entries.into_iter().map(entry));
            let known = past.get("abc-defg").expect("they are known");
            assert_eq!(known.waits_elsewhere(), expected, "{said}");
        }
    }
}
