use std::ops::Range;

use super::{HistoryEntry, What, marks};

/// What happened, entry by entry, in one piece of memory: of a million people some 10 MB beside the text, which is that of
/// the file where it was read from one.
#[derive(Clone, Debug, Default)]
pub struct Chronicle {
    text: String,
    /// Of each entry what it was, then where time, code, value, why and by stand, as [`marks`] has it; without those that
    /// are the same as of the entry before.
    marks: Vec<u8>,
    count: usize,
    last: Last,
    /// Of every so many entries where its marks begin, and what stands before it.
    steps: Vec<(usize, Last)>,
}

/// How many entries there are from one step to the next.
const STEP: usize = 1024;

/// So many bytes an entry has as a line of the file, or a few less, and so many its marks.
const LINE: usize = 80;
const MARKS: usize = 9;

/// Stands beside what happened for each part that is the same as of the entry before; none for code and why.
const SAME: [u8; 5] = [1 << 5, 0, 1 << 6, 0, 1 << 7];

/// Where the parts of the last entry stand, and where the last one ends that was marked.
#[derive(Clone, Debug, Default)]
struct Last {
    parts: [Range<usize>; 5],
    end: usize,
}

impl Chronicle {
    /// Begins one whose entries stand in a text.
    pub fn on(text: String) -> Self {
        Self {
            marks: Vec::with_capacity(text.len() / LINE * MARKS),
            text,
            ..Self::default()
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
        if self.count.is_multiple_of(STEP) {
            self.steps.push((self.marks.len(), self.last.clone()));
        }
        let same = |at: usize| self.count > 0 && cells[at] == self.last.parts[at];
        let same = (0..cells.len()).filter(|at| same(*at));
        let first = same.fold(what as u8, |first, at| first | SAME[at]);
        self.marks.push(first);
        for (cell, same) in cells.iter().zip(SAME) {
            if first & same != 0 {
                continue;
            }
            if cell.is_empty() {
                self.marks.push(marks::NOTHING);
            } else {
                marks::push(&mut self.marks, cell, self.last.end);
                self.last.end = cell.end;
            }
        }
        self.last.parts = cells;
        self.count += 1;
    }

    /// Adds an entry.
    pub fn tell(&mut self, entry: HistoryEntry<'_>) {
        let parts = [entry.time, entry.code, entry.value, entry.why, entry.by];
        let last = self.last.parts.clone();
        let mut all = parts.into_iter().zip(last).zip(SAME);
        let cells = std::array::from_fn(|_| match all.next() {
            Some(((part, last), same))
                if same != 0 && self.text.get(last.clone()) == Some(part) =>
            {
                last
            }
            Some(((part, _), _)) => self.write(part),
            None => 0..0,
        });
        self.mark(entry.what, cells);
    }

    /// Returns what happened, in the order in which it happened.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = HistoryEntry<'_>> {
        self.iter_from(0)
    }

    /// Returns what happened from an entry on, counted from 0.
    pub fn iter_from(&self, first: usize) -> impl ExactSizeIterator<Item = HistoryEntry<'_>> {
        let step = self.steps.get(first / STEP).cloned();
        let (marks, mut last) = step.unwrap_or_else(|| (self.marks.len(), Last::default()));
        let mut marks = &self.marks[marks..];
        let before = (first - first % STEP).min(self.count);
        let mut entries = (before..self.count).map(move |_| {
            let (first, rest) = marks.split_first().unwrap_or((&0, &[]));
            marks = rest;
            for (part, same) in last.parts.iter_mut().zip(SAME) {
                if first & same == 0 {
                    *part = marks::take(&mut marks, last.end);
                    last.end = part.end;
                }
            }
            let part = |range: Range<usize>| self.text.get(range).unwrap_or_default();
            let [time, code, value, why, by] = last.parts.clone().map(part);
            let what = SAME.iter().fold(*first, |what, same| what & !same);
            HistoryEntry {
                time,
                code,
                what: What::ALL[usize::from(what)],
                value,
                why,
                by,
            }
        });
        let between = entries.by_ref().take(first % STEP);
        between.for_each(drop);
        entries
    }

    /// Returns how many entries there are.
    pub fn len(&self) -> usize {
        self.count
    }

    /// Tells whether nothing happened.
    pub fn is_empty(&self) -> bool {
        self.count == 0
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

    #[test]
    fn it_is_read_from_any_entry_on() {
        let codes: Vec<String> = (0..2 * STEP + 2).map(|at| format!("code-{at}")).collect();
        let entries = codes.iter().map(|code| HistoryEntry {
            time: &code[..6],
            code,
            what: What::Status,
            value: "waiting",
            why: "",
            by: "due",
        });
        let all: Vec<HistoryEntry<'_>> = entries.collect();
        let chronicle: Chronicle = all.iter().cloned().collect();
        for first in [
            0,
            1,
            STEP - 1,
            STEP,
            STEP + 1,
            2 * STEP,
            all.len() - 1,
            all.len(),
        ] {
            let read: Vec<_> = chronicle.iter_from(first).collect();
            assert_eq!(read, all[first..], "{first}");
        }
        assert_eq!(chronicle.iter_from(9 * STEP).count(), 0);
    }
}
