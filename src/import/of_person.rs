use std::collections::HashMap;

use crate::model::{Registrations, Submissions};

/// Of each person in the list, the places of what they sent.
pub(super) struct OfPerson {
    /// Where the places of each person end.
    ends: Vec<u32>,
    places: Vec<u32>,
}

const NOBODY: u32 = u32::MAX;

impl OfPerson {
    pub(super) fn new(list: &Registrations, known: &Submissions) -> Self {
        let mut ends = vec![0; list.len()];
        let senders = senders(list, known);
        for who in senders.iter().filter(|who| **who != NOBODY) {
            ends[*who as usize] += 1;
        }
        let mut sum = 0;
        for end in &mut ends {
            // Where the next place of a person goes, until all are there.
            sum += std::mem::replace(end, sum);
        }
        let mut places = vec![0; sum as usize];
        for (at, who) in (0..).zip(senders).filter(|(_, who)| *who != NOBODY) {
            let next = &mut ends[who as usize];
            places[*next as usize] = at;
            *next += 1;
        }
        Self { ends, places }
    }

    /// Returns how many submissions are of people in the list.
    pub(super) fn count(&self) -> usize {
        self.places.len()
    }

    /// Returns the places of what somebody sent, none for somebody new.
    pub(super) fn places(&self, who: usize) -> &[u32] {
        let Some(end) = self.ends.get(who) else {
            return &[];
        };
        let start = who.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.places[start as usize..*end as usize]
    }
}

/// Returns who sent each submission.
fn senders(list: &Registrations, known: &Submissions) -> Vec<u32> {
    let mut by_code: Option<HashMap<&str, u32>> = None;
    let mut next = 0;
    let mut sender = |code: &str| {
        // People whom somebody has added without a code share none.
        if code.is_empty() {
            return NOBODY;
        }
        // Nearly always list and memory have one order; only where they part somebody must be looked for.
        if let Some(person) = list.get(next)
            && person.code() == code
        {
            next += 1;
            return next as u32 - 1;
        }
        let by_code = by_code.get_or_insert_with(|| {
            let codes = list.iter().map(|one| one.code());
            codes.zip(0..).collect()
        });
        let who = by_code.get(code).copied().unwrap_or(NOBODY);
        if who != NOBODY {
            next = who as usize + 1;
        }
        who
    };
    known.list.iter().map(|one| sender(one.code())).collect()
}
