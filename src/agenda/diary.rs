use chrono::TimeDelta;

use crate::model::{Span, order_by_key};

/// What a room or a person has on, in order of time.
#[derive(Clone, Debug)]
pub(super) struct Diary {
    entries: Vec<Entry>,
    /// How long the longest entry is: nothing that began earlier than that before a time can still go on at it.
    longest: TimeDelta,
}

/// One thing in a diary.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Entry {
    pub(super) span: Span,
    /// Which sitting of the board it is.
    pub(super) sitting: usize,
}

impl Default for Diary {
    fn default() -> Self {
        Self {
            entries: Vec::new(),
            longest: TimeDelta::zero(),
        }
    }
}

impl Diary {
    /// Takes entries in any order. In n log n.
    pub(super) fn fill(&mut self, entries: impl IntoIterator<Item = Entry>) {
        self.entries.extend(entries);
        order_by_key(&mut self.entries, |entry| {
            (entry.span.start, entry.span.end, entry.sitting)
        });
        let lengths = self
            .entries
            .iter()
            .map(|entry| entry.span.end - entry.span.start);
        self.longest = lengths.max().unwrap_or(TimeDelta::zero());
    }

    /// Puts one entry in.
    pub(super) fn put(&mut self, entry: Entry) {
        let key = |entry: &Entry| (entry.span.start, entry.span.end, entry.sitting);
        let at = self
            .entries
            .partition_point(|known| key(known) < key(&entry));
        self.entries.insert(at, entry);
        self.longest = self.longest.max(entry.span.end - entry.span.start);
    }

    /// Takes a sitting out.
    pub(super) fn take(&mut self, sitting: usize) {
        self.entries.retain(|entry| entry.sitting != sitting);
    }

    /// Returns all entries in order of time.
    pub(super) fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// Returns what is less than `margin` away from a stretch of time, or overlaps it.
    pub(super) fn near(&self, span: Span, margin: TimeDelta) -> impl Iterator<Item = &Entry> {
        let from = span.start - margin - self.longest;
        let begins = self
            .entries
            .partition_point(|entry| entry.span.start <= from);
        self.entries[begins..]
            .iter()
            .take_while(move |entry| entry.span.start < span.end + margin)
            .filter(move |entry| entry.span.end + margin > span.start)
    }

    /// Returns each pair of which the later begins before, or less than `margin` after, the earlier is over. In as
    /// many steps as there are entries and pairs.
    pub(super) fn pairs(&self, margin: TimeDelta) -> Vec<(Entry, Entry)> {
        let mut pairs = Vec::new();
        let mut running: Vec<Entry> = Vec::new();
        for entry in &self.entries {
            running.retain(|earlier| earlier.span.end + margin > entry.span.start);
            pairs.extend(running.iter().map(|earlier| (*earlier, *entry)));
            running.push(*entry);
        }
        pairs
    }
}
