use std::collections::HashMap;

use crate::model::{HistoryEntry, Status, What};

/// What the history says of everybody, taken together.
#[derive(Debug, Default)]
pub struct Past<'a> {
    people: HashMap<&'a str, Known<'a>>,
    /// By the id of a ticket; blank for the whole event.
    capacities: HashMap<&'a str, &'a str>,
    announced: HashMap<&'a str, &'a str>,
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
}

impl<'a> Past<'a> {
    /// Takes together what happened.
    pub fn of(happened: &'a [HistoryEntry<'a>]) -> Self {
        let mut past = Self {
            people: HashMap::with_capacity(happened.len()),
            ..Self::default()
        };
        for entry in happened {
            let value = &*entry.value;
            match entry.what {
                What::Capacity => {
                    let (number, ticket) = value.split_once(' ').unwrap_or((value, ""));
                    past.capacities.insert(ticket, number);
                    continue;
                }
                What::Announced => {
                    past.announced.insert(value, &entry.time);
                    continue;
                }
                _ => {}
            }
            let known = past.people.entry(&entry.code).or_default();
            match entry.what {
                What::Added => {
                    *known = Known {
                        status: Status::from_word(value),
                        offers: known.offers,
                        ..Known::default()
                    };
                }
                What::Status => {
                    known.status = Status::from_word(value);
                    (known.offer, known.skipped, known.unreachable) = ("", "", "");
                }
                What::Offered => {
                    // A deadline that was moved by hand is no other offer.
                    let moved = entry.by == super::HAND && !known.offer.is_empty();
                    known.offers += u32::from(!value.is_empty() && !moved);
                    known.moved_by_hand = moved;
                    (known.offer, known.skipped, known.unreachable) = (value, "", "");
                }
                What::Unreachable => known.unreachable = value,
                What::Skipped => known.skipped = &entry.why,
                What::Priority => known.priority = value,
                What::Gone => known.gone = true,
                What::Deleted => known.gone |= value == DELETED_WHOLE,
                What::Changed | What::Merged | What::Capacity | What::Announced => {}
            }
        }
        past
    }

    /// Returns what is known of somebody; none if the history has never heard of them.
    pub fn get(&self, code: &str) -> Option<&Known<'a>> {
        self.people.get(code)
    }

    /// Returns how often people were offered a place, by code; without those who never were.
    pub fn offers(&self) -> HashMap<String, u32> {
        let offered = self.people.iter().filter(|(_, known)| known.offers > 0);
        offered
            .map(|(code, known)| ((*code).to_string(), known.offers))
            .collect()
    }

    /// Returns the codes of those who should be in the list.
    pub(super) fn present(&self) -> impl Iterator<Item = &'a str> {
        let people = self.people.iter().filter(|(_, known)| !known.gone);
        people.map(|(code, _)| *code)
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
