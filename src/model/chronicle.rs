use std::ops::Range;

use super::span::Span;
use super::{HistoryEntry, What};

/// What happened, entry by entry, in one piece of memory: of a million people some 40 MB beside the text, which is that of
/// the file where it was read from one.
#[derive(Clone, Debug, Default)]
pub struct Chronicle {
    text: String,
    entries: Vec<Packed>,
}

/// So many bytes an entry has as a line of the file, or a few less.
const LINE: usize = 80;

#[derive(Clone, Copy, Debug)]
struct Packed {
    what: What,
    /// Time, code, value, why and by.
    cells: [Span; 5],
}

impl Chronicle {
    /// Begins one whose entries stand in a text, of at most 4 GB.
    pub fn on(text: String) -> Self {
        Self {
            entries: Vec::with_capacity(text.len() / LINE),
            text,
        }
    }

    /// Returns the text, with what was [written](Self::write) behind it.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Adds a text, and returns where it stands.
    pub fn write(&mut self, text: &str) -> Range<usize> {
        let start = self.text.len();
        self.text.push_str(text);
        start..self.text.len()
    }

    /// Adds an entry of which time, code, value, why and by stand in the text.
    pub fn mark(&mut self, what: What, cells: [Range<usize>; 5]) {
        let cells = cells.map(Span::from);
        self.entries.push(Packed { what, cells });
    }

    /// Adds an entry.
    pub fn tell(&mut self, entry: HistoryEntry<'_>) {
        let last = self.iter().next_back();
        let same_time = last.is_some_and(|last| last.time == entry.time);
        let same_by = last.is_some_and(|last| last.by == entry.by);
        let last = self.entries.last().map(|last| last.cells);
        let mut cell = |text: &str, at: usize, same: bool| match last.filter(|_| same) {
            Some(last) => last[at],
            None => self.write(text).into(),
        };
        let cells = [
            cell(entry.time, 0, same_time),
            cell(entry.code, 1, false),
            cell(entry.value, 2, false),
            cell(entry.why, 3, false),
            cell(entry.by, 4, same_by),
        ];
        self.entries.push(Packed {
            what: entry.what,
            cells,
        });
    }

    /// Returns what happened, in the order in which it happened.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = HistoryEntry<'_>> {
        self.entries.iter().map(|packed| {
            let [time, code, value, why, by] = packed.cells.map(|span| span.of(&self.text));
            HistoryEntry {
                time,
                code,
                what: packed.what,
                value,
                why,
                by,
            }
        })
    }

    /// Returns how many entries there are.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Tells whether nothing happened.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }
}

impl<'a> Extend<HistoryEntry<'a>> for Chronicle {
    fn extend<I: IntoIterator<Item = HistoryEntry<'a>>>(&mut self, entries: I) {
        for entry in entries {
            self.tell(entry);
        }
    }
}

impl<'a> FromIterator<HistoryEntry<'a>> for Chronicle {
    fn from_iter<I: IntoIterator<Item = HistoryEntry<'a>>>(entries: I) -> Self {
        let mut chronicle = Self::default();
        chronicle.extend(entries);
        chronicle
    }
}

impl PartialEq for Chronicle {
    fn eq(&self, other: &Self) -> bool {
        self.iter().eq(other.iter())
    }
}

impl Eq for Chronicle {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_told_is_what_is_read() {
        let entry = |code, value, by| HistoryEntry {
            time: "2024-04-02T12:00:00Z",
            code,
            what: What::Status,
            value,
            why: "",
            by,
        };
        let all = [
            entry("krt-mwxb", "confirmed", "due"),
            entry("bcd-fghj", "waiting", "due"),
            entry("", "wait", "hand"),
        ];
        let chronicle: Chronicle = all.into_iter().collect();
        assert_eq!(chronicle.iter().collect::<Vec<_>>(), all);
        assert_eq!(chronicle.text().matches("2024").count(), 1);
        let mut read = Chronicle::on("xz".to_string());
        let added = read.write("y");
        read.mark(What::Gone, [0..1, added, 1..2, 2..2, 0..0]);
        let read: Vec<_> = read
            .iter()
            .map(|one| [one.time, one.code, one.value])
            .collect();
        assert_eq!(read, [["x", "y", "z"]]);
    }
}
